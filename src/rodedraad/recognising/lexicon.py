"""What a heading means: which cell of the grid of kinds and phases stands under it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from rodedraad.model.document import OwnHeading
from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.openings import Alternatives
from rodedraad.recognising.vocabulary import table

LONGEST_HEADING: Final = 120


class Role(StrEnum):
    """How a heading works on what stands under it."""

    QUESTION = "question"
    MIXED = "mixed"
    VISION = "vision"
    LABEL = "label"
    SECTION = "section"
    CONTEXT = "context"
    LEGEND = "legend"
    STATUS = "status"
    EXPLANATION = "explanation"
    NUMBER = "number"
    COLUMN = "column"
    RESULT = "result"
    EXTRA = "extra"


class Meaning(NamedTuple):
    """The cell of the grid that a heading opens, and what is left of its text ("Thema Jeugd")."""

    kind: Kind | None
    phase: Phase | None
    role: Role
    rest: str = ""


class Labelled(NamedTuple):
    """A line that begins with its own label: `Doel 3: minder armoede`."""

    kind: Kind
    number: str
    body: int
    """Where the line's own text begins; the line's end where the label stands alone."""


_OWN: Final[ContextVar[Mapping[str, str]]] = ContextVar("own headings", default=MappingProxyType({}))


@contextmanager
def speaking(headings: Sequence[OwnHeading]) -> Iterator[None]:
    """Let a municipality's own headings mean what the dossier says, for as long as the context lasts."""
    token = _OWN.set({heading_key(heading.words): heading.means for heading in headings})
    try:
        yield
    finally:
        _OWN.reset(token)


def wording_of(text: str) -> Mapping[str, str] | None:
    """Return the row of the vocabulary by which a heading is known (pattern, source); None where none is."""
    own = _OWN.get().get(heading_key(text), text)
    heads = [own.partition("?")[0], own, *own.split("/"), _divide(own)[0]]
    keys = [heading_key(head) for head in heads if head.strip()]
    known = (_wordings().fullmatch(key) for key in keys)
    return next((found[0][1] for found in known if found is not None), None)


@cache
def _wordings() -> Alternatives[tuple[Meaning, Mapping[str, str]]]:
    return Alternatives(((_meaning(row), row), row["pattern"]) for row in table("headings"))


def _meaning(row: Mapping[str, str]) -> Meaning:
    kind = Kind(row["kind"]) if row["kind"] else None
    return Meaning(kind, Phase(row["phase"]) if row["phase"] else None, Role(row["role"]))


@cache
def _label_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in table("labels"))
    return re.compile(
        rf"\s*(?P<word>{words})\s+(?P<number>[A-Z]{{0,3}}\d+(?:[.\-](?:\d+|[a-z](?![a-z])))*[a-z]?)(?![\w%])\s*[.:)\-–|]?\s*",
        re.IGNORECASE,
    )


@cache
def _label_kinds() -> dict[str, Kind]:
    return {row["word"]: Kind(row["kind"]) for row in table("labels")}


@lru_cache(maxsize=LINES)
def _lookup(key: str) -> Meaning | None:
    found = _wordings().fullmatch(key)
    return found[0][0] if found is not None else None


def meaning_of(text: str) -> Meaning | None:
    """Return what a heading means, or None where the vocabulary does not know it.

    A heading that the dossier gives a meaning (`speaking`) means that.
    A question or label may have more behind its mark: "Wat hebben we gedaan? Thema Jeugd" is looked
    up as the question, with "Thema Jeugd" as the rest.
    """
    own = _OWN.get()
    return _meaning_of(own.get(heading_key(text), text) if own else text)


@lru_cache(maxsize=LINES)
def _meaning_of(text: str) -> Meaning | None:
    if len(text) > LONGEST_HEADING or not text.strip():
        return None
    columns = _of_columns(text)
    if columns is not None:
        return columns
    question, mark, rest = text.partition("?")
    asked = _with_rest(question, rest) if mark else None
    return asked or _lookup(heading_key(text)) or _of_parts(text) or _with_rest(*_divide(text))


def _with_rest(head: str, rest: str) -> Meaning | None:
    found = _lookup(heading_key(head)) if rest.strip() else None
    return found._replace(rest=rest.strip()) if found and found.role is not Role.NUMBER else None


def _of_columns(text: str) -> Meaning | None:
    """Return what heads on one line with strokes between them ask for: goals beside activities, say."""
    parts = [part for part in text.split("|") if part.strip()]
    if len(parts) <= 1:
        return None
    known = [_lookup(heading_key(part)) for part in parts]
    if None in known:
        return None
    kinds = {part.kind for part in known if part is not None}
    mixed = {Kind.GOAL, Kind.ACTIVITY} <= kinds
    return Meaning(Kind.GOAL, Phase.PLAN, Role.MIXED) if mixed else known[0]


def _of_parts(text: str) -> Meaning | None:
    """Return what a heading of two labels means, such as "Planning/Stand van zaken": a result if one is."""
    if "/" not in text:
        return None
    parts = [_lookup(heading_key(part)) for part in text.split("/")]
    if None in parts:
        return None
    return next((part for part in parts if part and part.role is Role.EXPLANATION), parts[0])


def _divide(text: str) -> tuple[str, str]:
    for separator in (" - ", " – ", " | "):
        head, mark, rest = text.partition(separator)
        if mark and not head.partition(":")[2].strip():
            return head, rest
    return text, ""


@cache
def _definitions() -> frozenset[str]:
    return frozenset(row["word"] for row in table("definitions"))


def defines(label: str) -> bool:
    """Whether a label tells how an indicator is measured: its source, its unit."""
    return heading_key(label) in _definitions()


@lru_cache(maxsize=LINES)
def labelled(text: str) -> Labelled | None:
    """Return the label, number and start of the body of a line such as `Doel 3: minder armoede`."""
    match = _label_pattern().match(text)
    if match is None:
        return None
    kind = _label_kinds()[match["word"].lower()]
    return Labelled(kind, f"{match['word']} {match['number']}", match.end())
