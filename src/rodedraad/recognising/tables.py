"""Tables become rows: promise, status and result of each, or one row of figures."""

from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.cards import card_of
from rodedraad.recognising.cells import holds_words, is_state
from rodedraad.recognising.columns import Column, Headed, Use, columns_of, head_texts, headed, is_label
from rodedraad.recognising.figure_tables import figure_rows, holds_figures
from rodedraad.recognising.grid import Grid, cell_text, grid_of
from rodedraad.recognising.legend import is_legend
from rodedraad.recognising.lexicon import Meaning
from rodedraad.recognising.table_row import Row
from rodedraad.recognising.units import Unit
from rodedraad.recognising.wordtables import WordTable, promised, title_row

MOST_ABOVE: Final = 3
"""Rows above the heads: a programme, a goal, and a note."""
LONGEST_RECORD: Final = 12
"""A record has so many labels at most."""


class Tables:
    """Reads the tables of a document in their order: one without heads may go on under those before it."""

    def __init__(self, *, report: bool) -> None:
        """Start with no heads known."""
        self._report = report
        self._heads: tuple[str, ...] = ()
        self._kinds: dict[int, Kind] = {}

    def read(
        self, units: Sequence[Unit], meaning: Meaning | None, before: str = ""
    ) -> tuple[Row, ...] | None:
        """Return the rows of a table, or None where its columns cannot be told.

        `before` is the line before the table.
        """
        grid = grid_of(units)
        if is_legend(grid):
            return (Row(kind=Kind.NARRATIVE, wholes=tuple((unit,) for unit in units)),)
        if _is_only_heads(grid):
            self._heads = head_texts(grid, 1)
            return (Row(kind=Kind.NARRATIVE, heads=tuple(units)),)
        card = card_of(grid)
        if card is not None:
            return (card,)
        if is_record(grid):
            return None
        above, found = _heads(grid)
        told = cell_text(_only(grid.rows[above - 1])) if above else before
        rest = self._read(Grid(rows=grid.rows[above:]), found, meaning, told)
        titles = (title_row(_only(row), meaning) for row in grid.rows[:above])
        return None if rest is None else (*titles, *rest)

    def _read(
        self, grid: Grid, found: Headed | None, meaning: Meaning | None, before: str
    ) -> tuple[Row, ...] | None:
        if found is not None:
            self._heads = head_texts(grid, found.rows)
            if _tells(found.columns) and not _is_of_figures(grid, found):
                table = WordTable(found.columns, meaning, report=self._report)
                return tuple(table.rows(grid, found.rows))
        headed = found is not None
        rows = figure_rows(grid, meaning, before, headed=headed, report=self._report)
        return rows if rows is not None or headed else self._unheaded(grid, meaning)

    def _unheaded(self, grid: Grid, meaning: Meaning | None) -> tuple[Row, ...] | None:
        """Return the rows of a table without heads: those before it go on, or its cells tell their use."""
        heads = self._heads if len(self._heads) == grid.width else ("",) * grid.width
        columns = columns_of(heads, grid.rows)
        if not any(column.use is Use.STATUS for column in columns):
            return None
        kind = promised(columns, meaning) if _asks(meaning) else self._kinds.get(grid.width)
        table = WordTable(columns, meaning, report=self._report, kind=kind)
        self._kinds[grid.width] = table.kind
        return tuple(table.rows(grid, 0))


def _asks(meaning: Meaning | None) -> bool:
    return meaning is not None and meaning.phase is Phase.PLAN and meaning.kind in (Kind.GOAL, Kind.ACTIVITY)


def _is_only_heads(grid: Grid) -> bool:
    """Whether a table is one row of heads; the rows stand in the tables after it."""
    cells = [cell for cell in grid.rows[0] if cell]
    return (
        len(grid.rows) == 1 and len(cells) > 1 and all(unit.block.header for cell in cells for unit in cell)
    )


def is_record(grid: Grid) -> bool:
    """Whether a table is one record: labels down its left side, and beside each what it asks for."""
    if len(grid.rows) > LONGEST_RECORD or not all(row[0] and is_label(row[0]) for row in grid.rows):
        return False
    beside = [cell for cell in grid.rows[0][1:] if cell]
    return bool(beside) and not any(is_label(cell) and not is_state(cell) for cell in beside)


def _heads(grid: Grid) -> tuple[int, Headed | None]:
    """Return how many rows of one cell, on what a table is about, stand above its heads, and its columns."""
    found = headed(grid)
    for above in range(1, min(MOST_ABOVE, len(grid.rows) - 1) + 1):
        if found is not None or not _is_alone(grid.rows[above - 1]):
            break
        below = headed(Grid(rows=grid.rows[above:]))
        if below is not None:
            return above, below
    return 0, found


def _is_alone(cells: Sequence[tuple[Unit, ...]]) -> bool:
    return sum(bool(cell) for cell in cells) == 1


def _only(cells: Sequence[tuple[Unit, ...]]) -> tuple[Unit, ...]:
    return next(cell for cell in cells if cell)


def _mostly_figures(columns: Sequence[Column]) -> bool:
    """Whether a table is one of figures, perhaps with a last column that explains them."""
    figures = sum(column.use is Use.VALUE for column in columns)
    return figures > 1 and all(column.use is not Use.PLAN for column in columns[1:])


def _is_of_figures(grid: Grid, found: Headed) -> bool:
    """Whether a table is one of figures, by its heads or its cells, and no column of it tells words."""
    if _mostly_figures(found.columns):
        return True
    body = grid.rows[found.rows :]
    told = (
        [row[place] for row in body if place < len(row) and row[place]]
        for place, column in enumerate(found.columns)
        if column.use in (Use.PLAN, Use.ACTUAL) and column.kind is not Kind.INDICATOR
    )
    return holds_figures(grid) and not any(map(holds_words, told))


def _tells(columns: Sequence[Column]) -> bool:
    """Whether the columns hold words of promises and results, and not names of figures."""
    uses = {column.use for column in columns}
    kinds = {column.kind for column in columns if column.use is Use.PLAN}
    return bool(uses & {Use.ACTUAL, Use.STATUS} or kinds & {Kind.ACTIVITY, Kind.GOAL} or len(kinds) > 1)
