"""Values that a line about an indicator states: `Aantal meldingen (over 2021): 32.`, `17% (norm 16%)`."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rodedraad.model.document import Span, Value
from rodedraad.model.terms import Phase, Side
from rodedraad.recognising.heads import Use, read_head
from rodedraad.recognising.numbers import YEAR, Figure, missing_pattern, read_figure
from rodedraad.recognising.phases import When, side_of
from rodedraad.recognising.sheets import Cell
from rodedraad.recognising.values import About, made, name_of

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_PERIOD: Final = re.compile(
    rf"\(\s*(?:over|in|per|ultimo|eind|stand|jaar|peildatum)?\s*({YEAR})\s*\)", re.IGNORECASE
)
_SOURCE: Final = re.compile(r"\(\s*bron:?\s*([^()]+?)\s*\)", re.IGNORECASE)
_PART: Final = re.compile(r"(?:[^,;]|[,;](?=\S))+")
_STATED: Final = re.compile(
    r"(?P<head>.*?)(?:^|\s*[:=]\s*|\s+)"
    rf"(?P<figure>(?:[<>≤≥=~±]{{1,2}}\s?)?(?:€\s?)?-?\d[\d.,]*(?:\s?%|\s(?:mln|miljoen|fte))?|{missing_pattern()})"
    r"(?P<noun>(?:\s[^\W\d_]+){1,3})?",
    re.IGNORECASE,
)
_SENTENCES: Final = re.compile(r"[.!?]\s+[A-Z]")


class Stated(NamedTuple):
    """The name of an indicator, and the parts of its line that may state values, with their places."""

    name: str
    parts: tuple[tuple[int, str], ...]


def name_stated(text: str) -> str:
    """Return the name of the indicator that a line is about; empty where it holds nothing but values."""
    return _divided(text).name


def _divided(text: str) -> Stated:
    """Return the name before the last colon, and what stands behind it and in brackets."""
    kept = list(_BRACKETS.finditer(text))
    outer = text
    for match in kept:
        outer = outer[: match.start()] + " " * len(match.group()) + outer[match.end() :]
    colon = outer.rfind(":")
    behind = (
        colon + 1
        if colon >= 0 and _may_be_value(outer[colon + 1 :])
        else 0
        if _may_be_value(outer)
        else len(text)
    )
    inside = [match for match in kept if _states(match)]
    parts = [
        *_parts(outer, behind, len(outer)),
        *(part for match in inside for part in _parts(text, match.start() + 1, match.end() - 1)),
    ]
    name = text[: max(behind - 1, 0)]
    for match in reversed(inside):
        name = name[: match.start()] + name[match.end() :]
    return Stated(name_of(name), tuple(sorted(parts)))


def _may_be_value(text: str) -> bool:
    plain = text.strip(" .;,")
    return (
        bool(plain)
        and not _SENTENCES.search(plain)
        and all(_read(part) is not None for _, part in _parts(plain, 0, len(plain)))
    )


def _states(match: re.Match[str]) -> bool:
    """Whether brackets hold a value, a period or a source, and so are no part of the name."""
    inside = match.group()[1:-1]
    if _PERIOD.fullmatch(match.group()) or _SOURCE.fullmatch(match.group()):
        return True
    read = [_read(part) for _, part in _parts(inside, 0, len(inside))]
    return bool(read) and all(one is not None and one[0] for one in read)


def _parts(text: str, start: int, end: int) -> list[tuple[int, str]]:
    found = []
    for match in _PART.finditer(text, start, end):
        bare = match.group().strip(" .\u00a0")
        if bare:
            found.append((match.start() + match.group().index(bare), bare))
    return found


def _read(part: str) -> tuple[str, re.Match[str], Figure] | None:
    """Return the words before a figure, and the figure, where a part is nothing else."""
    match = _STATED.fullmatch(part)
    figure = read_figure(match["figure"]) if match is not None else None
    if match is None or figure is None:
        return None
    head = match["head"].strip()
    if not head:
        return None if figure.missing is None and figure.value is None else ("", match, figure)
    known = read_head(head)
    return (head, match, figure) if known.use is Use.FIGURE and known.whole and not match["noun"] else None


def values_in(text: str, span: Span, side: Phase | None, when: When, fallback: str) -> Iterator[Value]:
    """Yield the values that a line states; `fallback` names the indicator where the line does not."""
    stated = _divided(text)
    name = stated.name or fallback
    period, source = _PERIOD.search(text), _SOURCE.search(text)
    for position, part in stated.parts:
        read = _read(part)
        if read is None or not name:
            continue
        words, match, figure = read
        head = read_head(words)
        role = (
            side_of(head, when, is_own=False)
            if words
            else (Side.VALUE if side is Phase.ACTUAL else Side.TARGET)
        )
        if role is None:
            continue
        start = span.start + position + match.start("figure")
        cell = Cell(match["figure"], Span(source=span.source, start=start, end=start + len(match["figure"])))
        year = figure.year or (str(head.year) if head.year else None) or (period[1] if period else None)
        noun = (match["noun"] or "").strip() or None
        about = About(year, figure.unit or noun, source[1] if source else None)
        yield made(name, role, cell, figure, about)
