"""Finds the tables of which each row is one line, and parts their lines into cells."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.recognising.heads import Head, Use
from rodedraad.recognising.notes import note_in
from rodedraad.recognising.rowlines.cutting import Part, Row, cut
from rodedraad.recognising.rowlines.doubled import doubled
from rodedraad.recognising.rowlines.headline import Heads, ways_to_read
from rodedraad.recognising.rowlines.piped import piped_rows
from rodedraad.recognising.rowlines.states import columns_of, cut_states
from rodedraad.recognising.rowlines.tokens import Looks, figures_of, stretches
from rodedraad.recognising.units import Unit, split_number

LONGEST_NAME: Final = 100
FARTHEST: Final = 400
_MOMENTS: Final = frozenset({Looks.YEAR, Looks.MOMENT})
MOST_GROUPS: Final = 3
"""So many names of groups at most stand under each other."""
FEWEST_BARE: Final = 2
"""So many rows of as many figures are a table without heads."""


def parted(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units; the lines of tables that have a row a line are parted into cells of a table."""
    found: list[Unit] = []
    for _, group in groupby(units, key=lambda unit: unit.source):
        own = list(group)
        tables = [unit.block.table for unit in own if unit.block.table is not None]
        found.extend(_parted(own, max(tables, default=-1) + 1))
    return tuple(replace(unit, place=place) for place, unit in enumerate(found))


def _parted(units: Sequence[Unit], number: int) -> Iterator[Unit]:
    place = 0
    while place < len(units):
        table = _table_at(units, place)
        if table is None:
            yield units[place]
            place += 1
            continue
        yield from _cells(units[place : place + len(table.rows)], table, number)
        place, number = place + len(table.rows), number + 1


class _Table(NamedTuple):
    """The lines of a table, each cut into cells; those at the top are heads."""

    rows: tuple[tuple[Part, ...], ...]
    heads: int
    width: int
    spans: Mapping[int, int] = {}
    """How many columns the heads on the first line span, where it is more than one."""


def _table_at(units: Sequence[Unit], place: int) -> _Table | None:
    unit = units[place]
    if unit.block.table is None and "|" in unit.text:
        piped = piped_rows(units[place : place + FARTHEST])
        return None if piped is None else _Table(piped.rows, 1, piped.width)
    if not _is_free(unit) or not any(map(str.isalpha, unit.text)):
        return None
    stated = _table_of_states(units, place)
    if stated is not None:
        return stated
    ways = ways_to_read(unit.text)
    tables = [table for way in ways if (table := _under(units, place, way)) is not None]
    tables += _under_two(units, place) if ways else ()
    return max(tables, key=lambda one: one.full).table if tables else _bare_table(units, place)


def _table_of_states(units: Sequence[Unit], place: int) -> _Table | None:
    """Return the table whose rows are a promise, its states and what explains them."""
    columns = columns_of(units[place].text)
    if columns is None:
        return None
    rows = [_numbered(columns.spans)]
    for unit in units[place + 1 : place + FARTHEST]:
        spans = cut_states(unit.text, columns) if _is_free(unit) and not unit.gap else None
        if spans is None:
            break
        rows.append(_numbered(spans))
    return _Table(tuple(rows), 1, len(columns.spans)) if len(rows) > 1 else None


def _numbered(spans: Sequence[tuple[int, int]]) -> tuple[Part, ...]:
    return tuple(Part(start, end, column) for column, (start, end) in enumerate(spans))


def _is_free(unit: Unit) -> bool:
    return unit.block.table is None and "\t" not in unit.text and "|" not in unit.text


class _Try(NamedTuple):
    table: _Table
    full: int


def _under(units: Sequence[Unit], place: int, way: Heads) -> _Try | None:
    """Return the table under heads, and how many of its rows have a figure for each column."""
    body, full = _rows(units, place + 1, way)
    if not _are_rows(body, full):
        return None
    heads = tuple(Part(*span, column) for column, span in enumerate(way.spans) if span is not None)
    return _Try(_Table((heads, *body), 1, len(way.heads)), full)


def _are_rows(body: Sequence[Sequence[Part]], full: int) -> bool:
    """Whether enough of the rows have a figure for each column."""
    return full > 0 and full * 2 >= sum(len(row) > 1 for row in body)


def _under_two(units: Sequence[Unit], place: int) -> Iterator[_Try]:
    """Yield the tables under heads on two lines; they go before those under one of the two."""
    if place + 2 >= len(units) or not _is_free(units[place + 1]):
        return
    for both in doubled(units[place].text, units[place + 1].text):
        body, full = _rows(units, place + 2, both.way)
        if _are_rows(body, full):
            rows = (both.upper, both.lower, *body)
            yield _Try(_Table(rows, 2, len(both.way.heads), both.spans), full + 1)


def _rows(units: Sequence[Unit], place: int, way: Heads) -> tuple[list[tuple[Part, ...]], int]:
    found: list[tuple[Part, ...]] = []
    full, last = 0, 0
    spaced = place < len(units) and units[place].gap
    for at in range(place, min(place + FARTHEST, len(units))):
        unit = units[at]
        row = _row(unit, way) if spaced or not unit.gap else None
        if row is None and (not _may_group(unit) or (unit.gap and not spaced)):
            break
        if row is None and len(found) - last >= MOST_GROUPS:
            break
        if (row is None or not _has_figures(unit)) and ways_to_read(unit.text):
            break
        found.append(row.parts if row is not None else (Part(0, len(unit.text), 0),))
        full += row is not None and row.full and _has_figures(unit)
        last = len(found) if row is not None else last
    return found[:last], full


def _row(unit: Unit, way: Heads) -> Row | None:
    """Return a line cut into cells; None where it has no figures but in a note of the unit of amounts."""
    row = cut(unit.text, way) if _is_free(unit) else None
    note = note_in(unit.text) if row is not None else None
    noted = note is not None and row is not None and any(note[0] < part.end <= note[1] for part in row.parts)
    return None if noted else row


def _has_figures(unit: Unit) -> bool:
    """Whether a line has figures other than years."""
    return any(token.looks not in _MOMENTS for stretch in stretches(unit.text) for token in stretch)


def _may_group(unit: Unit) -> bool:
    """Whether a line without figures may be the name of a group of rows."""
    return (
        _is_free(unit)
        and len(unit.text) <= LONGEST_NAME
        and not unit.text.rstrip().endswith((".", ";", "?", "!"))
    )


def _bare_table(units: Sequence[Unit], place: int) -> _Table | None:
    """Return the table without heads that begins with a line: rows of figures, most of them of as many."""
    counts: list[int] = []
    for unit in units[place : place + FARTHEST]:
        own = _figures_at_end(unit) if _is_free(unit) and not (counts and unit.gap) else 0
        if own < FEWEST_BARE:
            break
        counts.append(own)
    if len(counts) < FEWEST_BARE:
        return None
    width = max(set(counts), key=lambda count: (counts.count(count), count))
    way = Heads((Head(Use.NAME), *[Head(Use.UNKNOWN)] * width), (None,) * (width + 1))
    rows = [cut(unit.text, way) for unit in units[place : place + len(counts)]]
    return _Table(tuple(row.parts for row in rows if row is not None), 0, len(way.heads))


def _figures_at_end(unit: Unit) -> int:
    """Return how many figures end a line behind a name; 0 where a year or a sentence is among them."""
    found = stretches(unit.text)
    if not found or unit.text[found[-1][-1].end :].strip():
        return 0
    name, figures = unit.text[: found[-1][0].start], figures_of(found[-1])
    named = 0 < len(name) <= LONGEST_NAME and ". " not in name
    return len(figures) if named and not any(token.looks in _MOMENTS for token in figures) else 0


def _cells(units: Sequence[Unit], table: _Table, number: int) -> Iterator[Unit]:
    """Yield a unit a cell; figures that could be under several heads stand beyond all of them."""
    for row, (unit, parts) in enumerate(zip(units, table.rows, strict=True)):
        beyond = table.width
        for order, part in enumerate(parts):
            column = part.column
            if column is None:
                column, beyond = beyond, beyond + 1
            cell = _cell(unit, part, (number, row, column), header=row < table.heads, first=order == 0)
            span = table.spans.get(column, 1) if row == 0 else 1
            yield cell if span == 1 else replace(cell, block=replace(cell.block, column_span=span))


def _cell(unit: Unit, part: Part, where: tuple[int, int, int], *, header: bool, first: bool) -> Unit:
    table, row, column = where
    text = unit.text[part.start : part.end]
    block = replace(
        unit.block,
        start=unit.block.start + part.start,
        end=unit.block.start + part.end,
        role=BlockRole.PARAGRAPH,
        table=table,
        row=row,
        column=column,
        header=header,
    )
    own, body = split_number(text, block)
    return replace(unit, block=block, text=text, gap=unit.gap and first, number=own, body=body)
