"""Rows and lines about an indicator become its values."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from rodedraad.model.bbv import mandatory_by_number
from rodedraad.model.document import Span, Value
from rodedraad.model.terms import Side
from rodedraad.recognising.heads import Head, Use
from rodedraad.recognising.numbers import YEAR, Figure, read_dated, read_figure
from rodedraad.recognising.phases import When, side_of, year_of
from rodedraad.recognising.sheets import Cell, Line, Sheet

EMPTY: Final = "leeg"
MOST_WORDS: Final = 60


def values_of(sheet: Sheet, when: When, organisation: str) -> Mapping[int, tuple[Value, ...]]:
    """Return, by place, the values of the rows of a table of indicators."""
    found: dict[int, list[Value]] = defaultdict(list)
    for line in sheet.lines:
        for (head, cell), side in zip(line.figures, sides_of(line, when, organisation), strict=True):
            value = _value(line, head, cell, side, when) if side is not None else None
            if value is not None:
                found[line.place].append(value)
    return {place: tuple(values) for place, values in found.items()}


def sides_of(line: Line, when: When, organisation: str) -> Iterator[Side | None]:
    """Yield the role of each figure of a row; None where its head does not tell."""
    own = sum(_is_own(head, organisation, line) for head, _ in line.figures)
    for head, _ in line.figures:
        yield side_of(head, when, is_own=own == 1 and _is_own(head, organisation, line))


def _is_own(head: Head, organisation: str, line: Line) -> bool:
    """Whether a column without a meaning of its own holds the municipality's figures."""
    if head.use is not Use.UNKNOWN:
        return False
    named = organisation.lower() in head.text.lower() or "gemeente" in head.text.lower().split()
    return (
        named or sum(other.use is Use.UNKNOWN or other.side is Side.VALUE for other, _ in line.figures) == 1
    )


def _value(line: Line, head: Head, cell: Cell, side: Side, when: When) -> Value | None:
    dated = read_dated(cell.text)
    if dated is not None and cell.span is not None:
        start = cell.span.start + dated.start
        rest = Cell(dated.rest, Span(source=cell.span.source, start=start, end=cell.span.end))
        return _value(line, head._replace(year=dated.year, steps=None), rest, side, when)
    figure = read_figure(cell.text) if cell.text else Figure(None, missing=EMPTY)
    if figure is None and len(cell.text) > MOST_WORDS:
        return None
    period = (
        (figure.year if figure else None) or _period(head, when) or _told(line.period) or _default(head, when)
    )
    return made(line.name, side, cell, figure, About(period, line.unit, line.source, line.number))


_DOCUMENT: Final = re.compile(rf"[^\W\d_]{{4,}}[^\d]*(?P<year>{YEAR})")
_PART_OF_YEAR: Final = re.compile(
    rf"(?:[QK][1-4]|[1-4]e (?:kwartaal|kw\.?)|(?:1e|2e|eerste|tweede) halfjaar)\s{YEAR}", re.IGNORECASE
)


def _period(head: Head, when: When) -> str | None:
    """Return the year that a head names, or the quarter or half of it."""
    if head.year is None and head.steps is None:
        return None
    part = _PART_OF_YEAR.search(head.text)
    return part.group() if part is not None else str(year_of(head, when))


def _told(period: str | None) -> str | None:
    """Return the period of a row; of the name of a document (`Jaarstukken 2023`) its year."""
    document = _DOCUMENT.fullmatch(period or "")
    return document["year"] if document is not None else period


def _default(head: Head, when: When) -> str | None:
    """Return the year of a budget or realisation without one: a report's are of its own year."""
    told = when.reports and (head.budget or head.forecast or head.phase is not None)
    return str(when.year) if told else None


class About(NamedTuple):
    """What is said of a value beside it: of when it is, in what, who says so, and its number in a list."""

    period: str | None = None
    unit: str | None = None
    source: str | None = None
    number: str | None = None


def made(name: str, side: Side, cell: Cell, figure: Figure | None, about: About) -> Value:
    """Return the value that a figure, or the words in its place, makes."""
    known = figure if figure is not None else Figure(None)
    standard = mandatory_by_number(about.number or "", name_of(name))
    return Value(
        name=name_of(name),
        side=side,
        raw=cell.text,
        unit=about.unit or known.unit or unit_in(name),
        period=about.period,
        value=None if known.value is None else round(known.value * known.scale, 6),
        words=cell.text if figure is None else None,
        missing=known.missing,
        source=about.source,
        standard=standard.code if standard is not None else None,
        evidence=cell.span,
    )


_BRACKETED: Final = re.compile(
    r"\(((?:%|per [\d.]+|percentage|in (?:weken|dagen|uren|euro))[^()]*)\)", re.IGNORECASE
)
_PER: Final = re.compile(r"\bper (?:[\d.]+ )?(?:inwoners?|jongeren|leerlingen|huishoudens)\b", re.IGNORECASE)
_SHARE: Final = re.compile(r"(?:het )?(?:percentage|aandeel)\b", re.IGNORECASE)
_COUNT: Final = re.compile(r"(?:het )?(?:totaal |gemiddeld )?aantal\b", re.IGNORECASE)


def unit_in(name: str) -> str | None:
    """Return the unit that a name holds: `(% van de jongeren)`, `per 1.000 inwoners`, `Aantal`."""
    bracketed, per = _BRACKETED.search(name), _PER.search(name)
    if bracketed is not None or per is not None:
        return bracketed[1] if bracketed is not None else per and per.group()
    return "%" if _SHARE.match(name) else "aantal" if _COUNT.match(name) else None


def name_of(text: str) -> str:
    """Return a name on one line, without the marks behind it."""
    return " ".join(text.split()).strip(" :;.,")
