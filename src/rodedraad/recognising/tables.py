"""Tables become rows: promise, status and result of each, or one row of figures."""

from collections.abc import Iterator, Sequence
from typing import Final

from rodedraad.model.terms import TWO_SIDED, Kind, Phase
from rodedraad.recognising.columns import Column, Use, headed
from rodedraad.recognising.figure_tables import figure_rows, holds_figures
from rodedraad.recognising.grid import Grid, cell_text, grid_of
from rodedraad.recognising.legend import is_legend
from rodedraad.recognising.lexicon import Meaning, Role, meaning_of
from rodedraad.recognising.table_row import Row
from rodedraad.recognising.units import Unit

MOST_ABOVE: Final = 3
"""Rows above the heads: a programme, a goal, and a note."""
FEWEST_WORDS: Final = 3
"""A head that the vocabulary does not know is what the table is about if it has some words."""


def read_table(
    units: Sequence[Unit], meaning: Meaning | None, *, report: bool, before: str = ""
) -> tuple[Row, ...] | None:
    """Return the rows of a table, None where its columns cannot be told; `before` is the line before it."""
    grid = grid_of(units)
    if is_legend(grid):
        return (Row(kind=Kind.NARRATIVE, wholes=tuple((unit,) for unit in units)),)
    above, columns = _heads(grid)
    told = before if above == 0 else cell_text(next(cell for cell in grid.rows[above - 1] if cell))
    rest = _read(Grid(rows=grid.rows[above:]), columns, meaning, told, report=report)
    return None if rest is None else (*_titles(grid.rows[:above], meaning), *rest)


def _heads(grid: Grid) -> tuple[int, tuple[Column, ...] | None]:
    """Return how many rows of one cell, on what a table is about, stand above its heads, and its columns."""
    columns = headed(grid)
    for above in range(1, min(MOST_ABOVE, len(grid.rows) - 1) + 1):
        if columns is not None or not _is_alone(grid.rows[above - 1]):
            break
        below = headed(Grid(rows=grid.rows[above:]))
        if below is not None:
            return above, below
    return 0, columns


def _is_alone(cells: Sequence[tuple[Unit, ...]]) -> bool:
    return sum(bool(cell) for cell in cells) == 1


def _titles(rows: Sequence[Sequence[tuple[Unit, ...]]], meaning: Meaning | None) -> Iterator[Row]:
    for cells in rows:
        yield _title_row(next(cell for cell in cells if cell), meaning)


def _title_row(cell: tuple[Unit, ...], meaning: Meaning | None) -> Row:
    """Return the row that names what the rows after it are about."""
    first, *rest = cell
    if meaning_of(first.text) is not None or len(first.text.split()) < FEWEST_WORDS:
        return Row(kind=Kind.NARRATIVE, heads=cell)
    return Row(kind=Kind.NARRATIVE, title=first, title_kind=_title_kind(meaning), heads=tuple(rest))


def _read(
    grid: Grid, columns: tuple[Column, ...] | None, meaning: Meaning | None, before: str, *, report: bool
) -> tuple[Row, ...] | None:
    if columns is not None and not _is_of_figures(grid, columns):
        uses = {column.use for column in columns}
        if uses & {Use.ACTUAL, Use.STATUS} or _two_kinds(columns):
            return tuple(_sided(grid, columns, meaning, report=report))
    return figure_rows(grid, meaning, before, headed=columns is not None, report=report)


def _is_of_figures(grid: Grid, columns: Sequence[Column]) -> bool:
    """Whether a table is one of figures, by its heads or its cells, and not one of promises with figures."""
    return _mostly_figures(columns) or (not _names_promises(columns[0]) and holds_figures(grid))


def _names_promises(column: Column) -> bool:
    measured = column.meaning is not None and column.meaning.kind is Kind.INDICATOR
    return column.use is Use.PLAN and not measured


def _mostly_figures(columns: Sequence[Column]) -> bool:
    """Whether a table is one of figures, perhaps with a last column that explains them."""
    figures = sum(column.use is Use.VALUE for column in columns)
    return figures > 1 and all(column.use is not Use.PLAN for column in columns[1:])


def _two_kinds(columns: Sequence[Column]) -> bool:
    """Whether the columns hold words of different kinds, such as goals beside activities."""
    return len({column.meaning.kind for column in columns if column.use is Use.PLAN and column.meaning}) > 1


# --- promise beside result ---------------------------------------------------------------------------


def _sided(
    grid: Grid, columns: tuple[Column, ...], meaning: Meaning | None, *, report: bool
) -> Iterator[Row]:
    kind = _promised(columns, meaning)
    title = _title(grid, columns)
    heads = tuple(unit for cell in grid.rows[0] for unit in cell if unit is not title)
    yield Row(kind=kind, heads=heads, title=title, title_kind=_title_kind(meaning) if title else None)
    for cells in grid.rows[1:]:
        if _spans(cells, grid.width):
            yield _title_row(next(cell for cell in cells if cell), meaning)
        else:
            yield from _record(cells, columns, kind, report=report)


def _spans(cells: Sequence[tuple[Unit, ...]], width: int) -> bool:
    """Whether a row is one cell over most columns: what the rows after it are about."""
    return _is_alone(cells) and any(cell and cell[0].block.column_span * 2 > width for cell in cells)


def _title(grid: Grid, columns: tuple[Column, ...]) -> Unit | None:
    """Return the head of the first column where it is no head but what the whole table is about."""
    first = columns[0]
    known = first.use is not Use.OTHER or first.meaning is not None
    cell = grid.rows[0][0]
    return cell[0] if cell and not known and len(first.head.split()) >= FEWEST_WORDS else None


def _title_kind(meaning: Meaning | None) -> Kind:
    return Kind.ACTIVITY if meaning is not None and meaning.kind is Kind.ACTIVITY else Kind.GOAL


def _promised(columns: Sequence[Column], meaning: Meaning | None) -> Kind:
    named = [
        column.meaning.kind
        for column in columns
        if column.meaning is not None and column.meaning.kind in TWO_SIDED
    ]
    for kind in (Kind.ACTIVITY, Kind.GOAL, *named):
        if kind in named and kind is not None:
            return kind
    return meaning.kind if meaning is not None and meaning.kind in TWO_SIDED else Kind.ACTIVITY


def _record(
    cells: Sequence[tuple[Unit, ...]], columns: Sequence[Column], kind: Kind, *, report: bool
) -> Iterator[Row]:
    heads: list[Unit] = []
    number: str | None = None
    sides: dict[Phase, list[Unit]] = {Phase.PLAN: [], Phase.ACTUAL: []}
    states: list[tuple[str, Unit]] = []
    own = kind
    for column, cell in zip(columns, cells, strict=False):
        rest = list(cell)
        if rest and rest[0].only_number and column.use is not Use.STATUS:
            number = rest[0].text
            heads.append(rest.pop(0))
        labelled = rest and column.use not in (Use.ACTUAL, Use.STATUS)
        label = meaning_of(rest[0].text) if labelled else None
        if label is not None and label.kind is not None and label.role in (Role.LABEL, Role.QUESTION):
            own = label.kind
            heads.append(rest.pop(0))
        if column.use is Use.STATUS:
            states.extend((column.head.lower(), unit) for unit in rest)
            heads.extend(rest)
            continue
        if column.use is Use.PLAN and column.meaning is not None and column.meaning.kind not in (own, None):
            yield Row(kind=column.meaning.kind or own, number=number, plan=tuple(rest))
            continue
        phase = Phase.ACTUAL if column.use is Use.ACTUAL and report else Phase.PLAN
        sides[phase].extend(rest)
    yield Row(
        kind=own,
        heads=tuple(heads),
        number=number,
        plan=tuple(sides[Phase.PLAN]),
        actual=tuple(sides[Phase.ACTUAL]),
        states=tuple(states),
    )
