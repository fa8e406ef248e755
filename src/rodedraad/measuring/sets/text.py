"""Definitions as TOML that a person can edit."""

import json
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from rodedraad.model.indicators import Aim, Indicator, Version

HEAD = """\
# Definities van indicatoren. U mag dit bestand wijzigen: Rode Draad schrijft er niet meer overheen.
# Verandert een definitie, geef haar dan `until = ...` en zet er een nieuwe [[indicator.version]] onder.
# `terms` zegt uit welke tabel en kolom een term komt: "bron:kolom", zoals in [[figures]] van dossier.toml.
"""


def as_toml(indicators: Sequence[Indicator]) -> str:
    """Return definitions as TOML; reading it gives the same definitions."""
    return HEAD + "".join(line for one in indicators for line in _indicator(one))


def _indicator(one: Indicator) -> Iterator[str]:
    own = {"code": one.code, "holder": one.holder, "mandatory": one.mandatory}
    yield from _table("indicator", own)
    for version in one.versions:
        yield from _table("indicator.version", _fields(version))
    for name, aims in (("baseline", one.baselines), ("target", one.targets)):
        for aim in aims:
            yield from _table(f"indicator.{name}", _fields(aim))


def _fields(record: Version | Aim) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def _table(name: str, fields: dict[str, object]) -> Iterator[str]:
    yield f"\n[[{name}]]\n"
    for key, value in fields.items():
        if value is not None:
            yield f"{key} = {_value(value)}\n"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(msgspec.to_builtins(value), ensure_ascii=False)
