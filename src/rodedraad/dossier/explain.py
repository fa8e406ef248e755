"""Validation messages in Dutch, with the remedy."""

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from enum import StrEnum
from types import UnionType
from typing import Any, get_args

from msgspec import Struct, structs

_TYPES = {
    "str": 'tekst tussen aanhalingstekens, zoals "tekst"',
    "int": "een heel getal, zoals 2021",
    "date": "een datum, zoals 2021-11-09",
    "array": 'een lijst tussen vierkante haken, zoals ["een", "twee"]',
    "object": "een tabel",
    "datetime": "een tijdstip, zoals 2021-11-09T12:00:00Z",
}

Keys = type[Struct] | Sequence[str]


def explain(message: str, keys: Keys) -> tuple[str, str]:
    """Return the problem and the remedy that a validation message of msgspec stands for."""
    for pattern, handler in _HANDLERS:
        found = re.match(pattern, message)
        if found:
            return handler(found, keys)
    return f"klopt niet ({message})", "Vergelijk met docs/dossier-toml.md."


def suggest(word: str, known: Sequence[str]) -> str:
    """Return "Bedoelde u …?" when a known word is near, else the known words."""
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f'Bedoelde u "{near[0]}"?' if near else f"Kies uit: {', '.join(known)}."


def _unknown(found: re.Match[str], keys: Keys) -> tuple[str, str]:
    return f'onbekende sleutel "{found[1]}"', suggest(found[1], _names(keys, found[2]))


def _missing(found: re.Match[str], _: Keys) -> tuple[str, str]:
    return f'sleutel "{found[1]}" ontbreekt', f'Voeg "{found[1]} = …" toe.'


def _enum(found: re.Match[str], keys: Keys) -> tuple[str, str]:
    name = _bare(found[2].split(".")[-1])
    values = _values(keys, found[2])
    return f'"{found[1]}" is geen geldige waarde van "{name}"', suggest(found[1], values)


def _type(found: re.Match[str], _: Keys) -> tuple[str, str]:
    wanted = found[1].split(" | ")[0]
    name = _bare((found[2] or "").split(".")[-1])
    subject = f'"{name}"' if name else "dit"
    return f"{subject} heeft een verkeerde waarde", f"Hier hoort {_TYPES.get(wanted, wanted)}."


def _date(found: re.Match[str], _: Keys) -> tuple[str, str]:
    return f'"{found[1]}" is geen geldige datum', f"Hier hoort {_TYPES['date']}."


_HANDLERS: tuple[tuple[str, Callable[[re.Match[str], Keys], tuple[str, str]]], ...] = (
    (r"Object contains unknown field `([^`]+)`(?: - at `\$\.?([^`]*)`)?", _unknown),
    (r"Object missing required field `([^`]+)`", _missing),
    (r"Invalid enum value '([^']*)' - at `\$\.([^`]+)`", _enum),
    (r"Invalid (?:RFC3339|ISO8601)[^`]*`\$\.([^`]+)`", _date),
    (r"Expected `([^`]+)`[^`]*(?:`[^`]*`)?(?: - at `\$\.?([^`]*)`)?", _type),
)


def _names(keys: Keys, path: str | None) -> tuple[str, ...]:
    if not isinstance(keys, type):
        return tuple(keys)
    at = _walk(keys, path or "")
    return tuple(field.encode_name for field in structs.fields(at)) if at else ()


def _values(keys: Keys, path: str) -> tuple[str, ...]:
    """Return the values of the enumeration at the path."""
    if not isinstance(keys, type):
        return ()
    holder, _, name = path.rpartition(".")
    struct = _walk(keys, holder)
    kinds = _kinds(struct, _bare(name)) if struct else []
    return tuple(str(value) for kind in kinds if issubclass(kind, StrEnum) for value in kind)


def _walk(struct: type[Struct], path: str) -> type[Struct] | None:
    """Return the record that stands at a path such as `legend[0]` within `struct`."""
    for step in filter(None, path.split(".")):
        kinds = _kinds(struct, _bare(step))
        if not kinds or not issubclass(kinds[0], Struct):
            return None
        struct = kinds[0]
    return struct


def _kinds(struct: type[Struct], name: str) -> list[type]:
    """Return the class of the field with this name, in a list that is empty when there is none."""
    return [_inner(field.type) for field in structs.fields(struct) if field.encode_name == name]


def _bare(step: str) -> str:
    """Return a step of a path without its position: `legend` for `legend[0]`."""
    return step.split("[", maxsplit=1)[0]


def _inner(kind: Any) -> type:  # noqa: ANN401
    """Return the class within a tuple or an optional type."""
    arguments = [part for part in get_args(kind) if part not in (type(None), Ellipsis)]
    if isinstance(kind, UnionType) or arguments:
        return _inner(arguments[0])
    return kind if isinstance(kind, type) else object
