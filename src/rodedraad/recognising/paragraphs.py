"""Text under a heading: one side of the grid, or plan and result in one field."""

from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import TWO_SIDED, Kind, Phase
from rodedraad.recognising.deeds import tells_only_when
from rodedraad.recognising.introductions import introduced_kind, is_bare_introduction
from rodedraad.recognising.marks import Mark
from rodedraad.recognising.pen import Pen
from rodedraad.recognising.prose import Setting, dated_intentions, kind_of
from rodedraad.recognising.sides import split_sides
from rodedraad.recognising.units import Unit

_UNTIED: Final = frozenset({Kind.NARRATIVE, Kind.ACTIVITY})
"""What stands behind the number of a promise tells what came of that, unless it tells figures or risks."""


def write_paragraphs(pen: Pen, entries: Sequence[Mark]) -> None:
    """Write the paragraphs and items that stand together under one heading."""
    if pen.scope.two_sided and pen.scope.asked in TWO_SIDED:
        _two_sides(pen, entries)
    else:
        _one_side(pen, entries)


def _two_sides(pen: Pen, entries: Sequence[Mark]) -> None:
    kind = pen.scope.asked or Kind.ACTIVITY
    plan = split_sides([entry.unit for entry in entries], pen.year)
    row = pen.row_in_use()
    for place, entry in enumerate(entries):
        pen.content(entry, kind, Phase.PLAN if place < plan else Phase.ACTUAL, row)


def _one_side(pen: Pen, entries: Sequence[Mark]) -> None:
    introduced: Kind | None = None
    for entry in entries:
        unit = entry.unit
        if unit.only_number or not (pen.scope.record or any(map(str.isalnum, unit.text))):
            pen.label(entry)
            continue
        if not unit.listed:
            introduced = None
        kind = introduced if introduced is not None else _kind(pen, unit)
        if unit.text.rstrip().endswith(":"):
            introduced = introduced_kind(unit.text, kind, pen.scope.meaning)
            kind = Kind.NARRATIVE if kind in TWO_SIDED and is_bare_introduction(unit.text) else kind
        side = pen.side_of(kind, unit.text)
        if kind in _UNTIED and pen.refers_back(entry.number):
            kind, side = Kind.ACTIVITY, Phase.ACTUAL
        written = pen.content(entry, kind, side, pen.scope.row)
        if kind is Kind.NARRATIVE:
            _intentions(pen, entry, written)


def _kind(pen: Pen, unit: Unit) -> Kind:
    scope = pen.scope
    opening = scope.meaning is None and scope.theme is None and scope.section is None
    setting = Setting(scope.meaning, unit.listed, scope.direct, opening=opening, ahead=not pen.report)
    kind = kind_of(unit.words, setting)
    timed = kind is Kind.NARRATIVE and tells_only_when(unit.words, pen.year)
    return Kind.PLANNING if timed else kind


def _intentions(pen: Pen, entry: Mark, paragraph: int) -> None:
    """Write what a plan promises by a date inside a paragraph of narrative, under that paragraph."""
    if pen.report or pen.scope.asked not in (None, Kind.GOAL):
        return
    for start, end in dated_intentions(entry.unit.text[entry.body :], pen.year):
        pen.part(entry, start, end, paragraph)
