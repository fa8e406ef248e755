"""Rows and lines about an indicator become its values."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from rodedraad.model.document import Value
from rodedraad.model.terms import Side
from rodedraad.recognising.heads import Head, Use
from rodedraad.recognising.numbers import Figure, read_figure
from rodedraad.recognising.phases import When, side_of, year_of
from rodedraad.recognising.sheets import Cell, Line, Sheet

EMPTY: Final = "leeg"
MOST_WORDS: Final = 60


def values_of(sheet: Sheet, when: When, organisation: str) -> Mapping[int, tuple[Value, ...]]:
    """Return, by place, the values of the rows of a table of indicators."""
    found: dict[int, list[Value]] = defaultdict(list)
    for line in sheet.lines:
        own = sum(_is_own(head, organisation, line) for head, _ in line.figures)
        for head, cell in line.figures:
            side = side_of(head, when, is_own=own == 1 and _is_own(head, organisation, line))
            value = _value(line, head, cell, side, when) if side is not None else None
            if value is not None:
                found[line.place].append(value)
    return {place: tuple(values) for place, values in found.items()}


def _is_own(head: Head, organisation: str, line: Line) -> bool:
    """Whether a column without a meaning of its own holds the municipality's figures."""
    if head.use is not Use.UNKNOWN:
        return False
    named = organisation.lower() in head.text.lower() or "gemeente" in head.text.lower().split()
    return (
        named or sum(other.use is Use.UNKNOWN or other.side is Side.VALUE for other, _ in line.figures) == 1
    )


def _value(line: Line, head: Head, cell: Cell, side: Side, when: When) -> Value | None:
    figure = read_figure(cell.text) if cell.text else Figure(None, missing=EMPTY)
    if figure is None and len(cell.text) > MOST_WORDS:
        return None
    year = year_of(head, when) if head.year is not None or head.steps is not None else None
    period = (figure.year if figure else None) or (str(year) if year is not None else line.period)
    return made(line.name, side, cell, figure, period=period, unit=line.unit, source=line.source)


def made(
    name: str,
    side: Side,
    cell: Cell,
    figure: Figure | None,
    *,
    period: str | None,
    unit: str | None,
    source: str | None = None,
) -> Value:
    """Return the value that a figure, or the words in its place, makes."""
    return Value(
        name=name_of(name), side=side, raw=cell.text, unit=unit or (figure.unit if figure else None) or unit_in(name),
        period=period, value=None if figure is None or figure.value is None else round(figure.value * figure.scale, 6),
        words=cell.text if figure is None else None, missing=figure.missing if figure else None, source=source,
        evidence=cell.span,
    )  # fmt: skip


_UNIT_IN: Final = re.compile(
    r"\((?P<bracketed>(?:%|per [\d.]+|percentage|in (?:weken|dagen|uren|euro))[^()]*)\)|"
    r"(?P<per>\bper (?:[\d.]+ )?(?:inwoners|jongeren|leerlingen|huishoudens)\b)|^(?P<start>percentage|aandeel|(?:totaal |gemiddeld )?aantal)\b",
    re.IGNORECASE,
)


def unit_in(name: str) -> str | None:
    """Return the unit that an indicator's name holds: `(% van de jongeren)`, `Aantal …`, `per 1.000 inwoners`."""
    found = _UNIT_IN.search(name)
    if found is None:
        return None
    if found["start"]:
        return "aantal" if "aantal" in found["start"].lower() else "%"
    return found["bracketed"] or found["per"]


def name_of(text: str) -> str:
    """Return a name on one line, without the marks behind it."""
    return " ".join(text.split()).strip(" :;.,")
