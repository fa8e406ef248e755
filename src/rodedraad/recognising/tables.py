"""Tables become rows: promise, status and result of each, or one row of figures."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.model.terms import TWO_SIDED, Kind, Phase
from rodedraad.recognising.columns import Column, Use, headed
from rodedraad.recognising.figures import names_row_of_money
from rodedraad.recognising.grid import Grid, cell_text, grid_of
from rodedraad.recognising.legend import is_legend
from rodedraad.recognising.lexicon import Meaning, Role, meaning_of
from rodedraad.recognising.units import Unit
from rodedraad.recognising.vocabulary import any_of

_FIGURE: Final = re.compile(
    r"[<>≤≥=~±]?\s?-?\s?(?:€\s?)?-?[\d.,]+\s?(?:%|€|mln|fte|v|n|-)?"
    rf"|{any_of('figures', 'empty-cell')}|",
    re.IGNORECASE,
)
MOST_ABOVE: Final = 3
"""Rows above the heads: a programme, a goal, and a note."""
FEWEST_WORDS: Final = 3
"""A head that the vocabulary does not know is what the table is about if it has some words."""


class Row(Struct, frozen=True, kw_only=True):
    """What one row of a table says.

    `heads` are its labels, `plan` and `actual` its promise and result, `states` the cells of its status
    columns by aspect; `wholes` are rows of figures, each one element.
    """

    kind: Kind
    phase: Phase | None = None
    heads: tuple[Unit, ...] = ()
    number: str | None = None
    title: Unit | None = None
    title_kind: Kind | None = None
    plan: tuple[Unit, ...] = ()
    actual: tuple[Unit, ...] = ()
    states: tuple[tuple[str, Unit], ...] = ()
    wholes: tuple[tuple[Unit, ...], ...] = ()


def read_table(units: Sequence[Unit], meaning: Meaning | None, *, report: bool) -> tuple[Row, ...] | None:
    """Return the rows of a table, or None where its columns cannot be told."""
    grid = grid_of(units)
    if is_legend(grid):
        return (Row(kind=Kind.NARRATIVE, wholes=tuple((unit,) for unit in units)),)
    above, columns = _heads(grid)
    rest = _read(Grid(rows=grid.rows[above:]), columns, meaning, report=report)
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
    grid: Grid, columns: tuple[Column, ...] | None, meaning: Meaning | None, *, report: bool
) -> tuple[Row, ...] | None:
    if columns is None:
        return _figures(grid, meaning, None, report=report)
    uses = {column.use for column in columns}
    if _mostly_figures(columns):
        return _figures(grid, meaning, columns, report=report)
    if uses & {Use.ACTUAL, Use.STATUS} or _two_kinds(columns):
        return tuple(_sided(grid, columns, meaning, report=report))
    return _figures(grid, meaning, columns, report=report)


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


# --- rows of figures ---------------------------------------------------------------------------------


def _figures(
    grid: Grid, meaning: Meaning | None, columns: tuple[Column, ...] | None, *, report: bool
) -> tuple[Row, ...] | None:
    kind = _figure_kind(grid, meaning, columns)
    if kind is None:
        return None
    body = grid.rows[1:] if columns else grid.rows
    heads = tuple(unit for cell in grid.rows[0] for unit in cell) if columns else ()
    phase = Phase.ACTUAL if report else Phase.PLAN
    rows = [Row(kind=kind, heads=heads)] if heads else []
    for cells in body:
        units = tuple(unit for cell in cells for unit in cell)
        rows.append(
            Row(kind=kind, phase=phase, wholes=(units,)) if len(units) > 1 else Row(kind=kind, heads=units)
        )
    return tuple(rows)


def _figure_kind(grid: Grid, meaning: Meaning | None, columns: tuple[Column, ...] | None) -> Kind | None:
    """Return whether the rows are money or indicators; None where most cells are words."""
    body = grid.rows[1:] if columns else grid.rows
    cells = [cell_text(cell) for row in body for cell in row[1:]]
    filled = [text for text in cells if text]
    figures = sum(bool(_FIGURE.fullmatch(text)) for text in filled)
    indicator_head = bool(columns) and any("indicator" in column.head.lower() for column in columns or ())
    if not indicator_head and (not filled or figures * 2 < len(filled)):
        return None
    if indicator_head or (meaning is not None and meaning.kind is Kind.INDICATOR):
        return Kind.INDICATOR
    money = any(names_row_of_money(cell_text(row[0])) for row in body if row)
    return Kind.COST if money or (meaning is not None and meaning.kind is Kind.COST) else Kind.INDICATOR
