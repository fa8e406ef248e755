"""A table found again among lines: its cells, and whether it is one."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from statistics import mean
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.recognising.regrid.fitting import Fit, Placed
from rodedraad.recognising.regrid.heads import Reading
from rodedraad.recognising.regrid.holds import IN_FIGURES, Holds, fit_of
from rodedraad.recognising.regrid.pieces import Piece
from rodedraad.recognising.shapes import FIGURES, Shape
from rodedraad.recognising.units import Unit

BADLY: Final = 1.4
"""A table of which a line costs more than this on average is none."""
FEWEST_FIGURES: Final = 2
FEWEST_ROWS: Final = 2
MOST_GROUPS: Final = 2
"""So many names of groups at most stand between the heads and the first row."""
APART: Final = 1.0
"""So much more than promises do results look back."""
MOSTLY: Final = 0.6
WELL: Final = 0.4
_TITLES: Final = frozenset({Shape.NAME, Shape.LABEL})
_MARKS: Final = frozenset({Holds.NUMBER, Holds.STATE, Holds.TIME, Holds.LETTER, Holds.MONEY})


class Table(Struct, frozen=True):
    """A table found again: the way its heads are read and its cells laid; heads that stand on one `line`."""

    reading: Reading
    fit: Fit
    line: tuple[Unit, ...] = ()

    def units(self, number: int) -> Iterator[Unit]:
        """Yield the units of the table as cells of the table of this number, in reading order."""
        level = int(bool(self.reading.groups))
        yield from (replace(unit, block=replace(unit.block, table=number)) for unit in self.line)
        for column, count, piece in self.reading.groups:
            yield from _cells(piece, (number, 0, column), span=count, header=True)
        for column, piece in self.reading.heads:
            above = level > 0 and all(column < first for first, _, _ in self.reading.groups)
            yield from _cells(piece, (number, 0 if above else level, column), header=True)
        width = len(self.reading.holds)
        stretches = _stretches(self._figured())
        for row, placed in groupby(self.fit.placed, key=lambda one: one.row):
            for piece, place in _tied(list(placed), width, stretches):
                where = (number, level + 1 + row, place or 0)
                yield from _cells(piece, where, span=width if place is None else 1)

    def _figured(self) -> list[int]:
        """Return the columns of figures: by their heads, or where these do not tell by their cells."""
        holds = self.reading.holds
        told = [column for column, one in enumerate(holds) if one in IN_FIGURES - {Holds.ANY}]
        own = Counter(one.column for one in self.fit.placed if one.piece.shape in FIGURES)
        return sorted(
            {*told, *(column for column, one in enumerate(holds) if one is Holds.ANY and own[column])}
        )


def judged(table: Table) -> Table | None:
    """Return a table as far as it surely goes, or None where lines laid in columns are no table."""
    reading, fit = table.reading, table.fit
    bare = _bare(fit)
    rows = {placed.row for placed in fit.placed} - bare
    badness = (fit.cost + reading.cost) / (len(fit.placed) + len(reading.heads) + len(table.line))
    if not rows or len(bare) > len(rows) or badness > BADLY or min(rows) > MOST_GROUPS:
        return None
    if _has_figures(reading.holds, fit, len(rows)):
        return Table(reading, fit._replace(placed=_without_tail(table, len(rows))), table.line)
    marked = _marked(reading.holds, fit)
    if _are_labels(table) or _are_unnamed(table, rows):
        return None
    if len(marked) >= FEWEST_ROWS and len(marked) > MOSTLY * len(rows):
        return Table(reading, fit._replace(placed=tuple(_until(fit.placed, max(marked)))), table.line)
    return table if len(rows) > FEWEST_ROWS and _has_sides(reading.holds, fit) else None


def _without_tail(table: Table, rows: int) -> tuple[Placed, ...]:
    """Return the cells without the last lines that stand under no head, where few rows have such."""
    placed = list(table.fit.placed)
    headed = {column for column, _ in table.reading.heads} | {unit.block.column for unit in table.line} | {0}
    filled = Counter(column for _, column in {(one.row, one.column) for one in placed})
    while placed and placed[-1].column not in headed and filled[placed[-1].column] * 2 <= rows:
        if placed[-1].piece.shape in FIGURES or placed[-1].piece.shape is Shape.LETTER:
            break
        placed.pop()
    return tuple(placed)


def _are_unnamed(table: Table, rows: set[int]) -> bool:
    """Whether too many rows of a table of words lack what they are about."""
    holds = table.reading.holds
    naming = [column for column, one in enumerate(holds) if one in (Holds.PLAN, Holds.NAME)]
    named = {one.row for one in table.fit.placed if one.column in naming}
    return len(rows - named) * 3 >= len(rows) if naming else Holds.GOAL not in holds


def _are_labels(table: Table) -> bool:
    """Whether most heads come again among the cells: they are labels, each over its own lines."""
    texts = {placed.piece.text for placed in table.fit.placed}
    heads = [piece.text for _, piece in table.reading.heads] + [unit.text for unit in table.line]
    return sum(text in texts for text in heads) * 2 >= len(heads)


def _has_figures(holds: Sequence[Holds], fit: Fit, rows: int) -> bool:
    """Whether a table has columns of figures, and in them a figure a row or more."""
    filled, figures = Counter[int](), Counter[int]()
    for piece, _, column in fit.placed:
        if column is not None and holds[column] in IN_FIGURES:
            filled[column] += 1
            figures[column] += piece.shape in FIGURES
    figured = [column for column, count in filled.items() if figures[column] * 2 > count]
    if len(figured) == 1 and len(holds) == FEWEST_FIGURES:
        return figures.total() == rows > FEWEST_ROWS
    return len(figured) >= FEWEST_FIGURES and figures.total() >= max(rows, FEWEST_FIGURES)


def _has_sides(holds: Sequence[Holds], fit: Fit) -> bool:
    """Whether what stands under heads of results looks back, and what stands under heads of plans ahead."""
    sides: dict[bool, list[float]] = {True: [], False: []}
    for piece, _, column in fit.placed:
        if column is not None and holds[column] in (Holds.GOAL, Holds.PLAN, Holds.ACTUAL):
            sides[holds[column] is Holds.ACTUAL].append(piece.back)
    if min(map(len, sides.values())) < FEWEST_ROWS:
        return False
    return mean(sides[True]) - mean(sides[False]) >= APART


def _marked(holds: Sequence[Holds], fit: Fit) -> set[int]:
    """Return the rows of a table of words that have the mark most rows have: a number, a status, a date."""
    rows: dict[int, set[int]] = defaultdict(set)
    for piece, row, column in fit.placed:
        if column is not None and _is_mark(holds[column], piece):
            rows[column].add(row)
    return max(rows.values(), key=len, default=set())


def _is_mark(holds: Holds, piece: Piece) -> bool:
    if piece.shape is Shape.STATE:
        return holds is not Holds.NAME
    return holds in _MARKS and fit_of(holds, piece.shape) <= WELL


def _until(placed: Sequence[Placed], last: int) -> Iterator[Placed]:
    """Yield the pieces up to a last row; a name or label that goes on with a cell of that row ends it."""
    before: Placed | None = None
    for one in placed:
        goes_on = before is not None and (one.row, one.column) == (before.row, before.column)
        if one.row > last or (one.row == last and goes_on and one.piece.shape in _TITLES):
            return
        yield one
        before = one


def _bare(fit: Fit) -> set[int]:
    """Return the rows that are a name and nothing else: groups, or rows that lost all their cells."""
    pieces = Counter(placed.row for placed in fit.placed)
    return {placed.row for placed in fit.placed if not placed.column and pieces[placed.row] == 1}


def _cells(
    piece: Piece, where: tuple[int, int, int], *, span: int = 1, header: bool = False
) -> Iterator[Unit]:
    table, row, column = where
    for unit in piece.units:
        role = unit.block.role if unit.listed else BlockRole.CELL
        block = replace(
            unit.block, role=role, table=table, row=row, column=column, column_span=span, header=header
        )
        yield replace(unit, block=block)


def _tied(
    placed: Sequence[Placed], width: int, stretch: Mapping[int, int]
) -> Iterator[tuple[Piece, int | None]]:
    """Yield the pieces of a row with their columns; figures that could be under other heads stand under none.

    They could where a row has fewer figures than there are columns of figures beside each other.
    """
    filled = Counter(
        stretch[one.column] for one in placed if one.column is not None and one.column in stretch
    )
    sizes = Counter(stretch.values())
    beyond = width
    for piece, _, column in placed:
        of = None if column is None else stretch.get(column)
        if of is None or filled[of] >= sizes[of]:
            yield piece, column
        else:
            yield piece, beyond
            beyond += 1


def _stretches(figured: Sequence[int]) -> dict[int, int]:
    """Return the columns of figures by the stretch of them that they are in."""
    found: dict[int, int] = {}
    for column in figured:
        found[column] = found.get(column - 1, column)
    return found
