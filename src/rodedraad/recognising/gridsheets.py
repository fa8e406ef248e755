"""Rows of figures from tables with cells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from rodedraad.model.document import Span
from rodedraad.model.terms import Kind
from rodedraad.recognising.drafts import Draft
from rodedraad.recognising.grid import cell_text, grid_of
from rodedraad.recognising.heads import Head, Use, in_order, read_head
from rodedraad.recognising.notes import Note
from rodedraad.recognising.numbers import is_year, read_figure
from rodedraad.recognising.sheets import FIGURED, Cell, Line, Sheet, line_of
from rodedraad.recognising.units import Unit

_FEWEST_HEADS: Final = 2
Cells: TypeAlias = tuple[tuple[Unit, ...], ...]
Places: TypeAlias = Mapping[tuple[int, int], int]


def grid_sheets(drafts: Sequence[Draft], units: Sequence[Unit], notes: Sequence[Note]) -> Iterator[Sheet]:
    """Yield the tables whose rows are elements of figures."""
    places = {
        (span.source, span.start): place
        for place, draft in enumerate(drafts)
        if draft.kind in FIGURED and len(draft.spans) > 1
        for span in draft.spans
    }
    for table in _tables(units):
        lines = tuple(_lines(grid_of(table).rows, places))
        if lines:
            money = sum(drafts[line.place].kind is Kind.COST for line in lines) * 2 > len(lines)
            yield Sheet(lines, notes[lines[0].place], of_money=money)


def _tables(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    tables: dict[tuple[int, int], list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.block.table is not None:
            tables[unit.source, unit.block.table].append(unit)
    yield from tables.values()


def _lines(rows: Sequence[Cells], places: Places) -> Iterator[Line]:
    count = _count_of_heads(rows)
    heads = _heads(rows[:count])
    group = ""
    for row in rows[count:]:
        own = {
            places[unit.source, unit.block.start]
            for cell in row
            for unit in cell
            if (unit.source, unit.block.start) in places
        }
        if len(own) == 1:
            line = line_of(own.pop(), heads, [_cell(cell) for cell in row], group)
            if line is not None:
                yield line
        elif sum(bool(cell) for cell in row) == 1:
            group = cell_text(next(cell for cell in row if cell))


def _cell(units: Sequence[Unit]) -> Cell:
    if not units:
        return Cell("", None)
    first, last = units[0], units[-1]
    return Cell(cell_text(units), Span(source=first.source, start=first.block.start, end=last.end))
