"""Small tables that judge the promise above them on aspects: Tijd, Geld and Kwaliteit over their icons."""

from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.aspects import is_aspect
from rodedraad.recognising.cells import is_state, plain_text
from rodedraad.recognising.grid import Grid, cell_text
from rodedraad.recognising.table_row import Part, Row
from rodedraad.recognising.units import Unit

FEWEST: Final = 2
"""One aspect beside a sign may be anything; two are how a promise is judged."""
_HEADED: Final = 2

Cell = tuple[Unit, ...]


def card_of(grid: Grid) -> Row | None:
    """Return what a table says of the promise above it: a status an aspect, perhaps with words on it.

    The aspects stand over the states in two rows, or beside them down the table; None for other tables.
    """
    rows = [row for row in grid.rows if any(row)]
    if len(rows) == _HEADED and all(map(_is_named, rows[0])) and all(map(_judges, rows[1])):
        pairs = list(zip(rows[0], rows[1], strict=True))
        return _row(pairs, (), rows[0]) if len(pairs) >= FEWEST else None
    heads = rows[0] if len(rows) > FEWEST and not _is_named(rows[0][0]) else ()
    return _down(rows[1:] if heads else rows, heads)


def _down(rows: Sequence[Sequence[Cell]], heads: Sequence[Cell]) -> Row | None:
    judged = [[cell for cell in row[1:] if cell and is_state(cell)] for row in rows]
    named = all(_is_named(row[0]) for row in rows) and not any(heads and is_state(cell) for cell in heads)
    if len(rows) < FEWEST or not named or not all(judged):
        return None
    pairs = [(row[0], states[0]) for row, states in zip(rows, judged, strict=True)]
    told = [
        cell
        for row, states in zip(rows, judged, strict=True)
        for cell in row[1:]
        if cell and cell is not states[0]
    ]
    return _row(pairs, told, [*heads, *(row[0] for row in rows)])


def _row(pairs: Sequence[tuple[Cell, Cell]], told: Sequence[Cell], heads: Sequence[Cell]) -> Row:
    parts = tuple(Part(kind=Kind.ACTIVITY, phase=Phase.ACTUAL, units=cell) for cell in told)
    states = tuple((cell_text(aspect).lower(), unit) for aspect, cell in pairs for unit in cell)
    units = [unit for cell in heads for unit in cell] + [unit for _, unit in states]
    return Row(kind=Kind.ACTIVITY, heads=tuple(units), parts=parts, states=states, judges_above=True)


def _is_named(cell: Cell) -> bool:
    return bool(cell) and is_aspect(plain_text(cell))


def _judges(cell: Cell) -> bool:
    return bool(cell) and is_state(cell)
