"""Tables of words become rows: promise, status and result of each."""

from collections.abc import Iterator, Sequence
from typing import Final

from rodedraad.model.terms import TWO_SIDED, Kind, Phase
from rodedraad.recognising.cells import FEW, is_short, plain_text, tells_time
from rodedraad.recognising.columns import Column, Use, is_label
from rodedraad.recognising.figures import is_figure
from rodedraad.recognising.grid import Grid, cell_text
from rodedraad.recognising.language import sentences, words
from rodedraad.recognising.lexicon import Meaning, Role, labelled, meaning_of
from rodedraad.recognising.table_row import Part, Row
from rodedraad.recognising.titles import title_kind
from rodedraad.recognising.units import Unit

FEWEST_WORDS: Final = 3
"""A head that the vocabulary does not know is what the table is about if it has some words."""
FEWEST_ASPECTS: Final = 2
_LABEL_ROLES: Final = frozenset({Role.LABEL, Role.QUESTION, Role.CONTEXT, Role.SECTION})
_GROUPS: Final = frozenset({Kind.THEME, Kind.PROGRAMME})


class WordTable:
    """The rows of one table of words, read from top to bottom."""

    def __init__(
        self, columns: Sequence[Column], meaning: Meaning | None, *, report: bool, kind: Kind | None = None
    ) -> None:
        """Tell the `kind` of what is promised by the heads of the columns and the question above."""
        self._columns = columns = _with_measures(columns)
        self._asked = meaning
        self._report = report
        self.kind = kind or promised(columns, meaning)
        self._levels = _levels(columns)
        self._promising = any(column.use is Use.PLAN and column.kind is self.kind for column in columns)
        self._reach: int | None = None

    def rows(self, grid: Grid, heads: int) -> Iterator[Row]:
        """Yield the rows of a table whose first rows are its heads."""
        if heads:
            yield self._heads(grid, heads)
        texts = [[cell_text(cell) for cell in row] for row in grid.rows[:heads]]
        for cells in grid.rows[heads:]:
            alone = _alone(cells)
            if alone is not None and _stands_over(cells, grid.width):
                yield self._about(alone)
            elif [cell_text(cell) for cell in cells] in texts:
                yield Row(kind=self.kind, heads=tuple(unit for cell in cells for unit in cell))
            else:
                yield self._record(cells)

    def _heads(self, grid: Grid, heads: int) -> Row:
        title = _title(grid, self._columns)
        cells = zip(self._columns, grid.rows[0], strict=False)
        states = [(column.aspect, unit) for column, cell in cells for unit in cell if unit.block.symbols]
        units = (unit for row in grid.rows[:heads] for cell in row for unit in cell if unit is not title)
        kind = title_kind_under(self._asked) if title else None
        return Row(
            kind=self.kind,
            heads=tuple(units),
            title=title,
            title_kind=kind,
            title_states=tuple(states) if title else (),
        )

    # --- rows of one cell ---------------------------------------------------------------------------

    def _about(self, cell: tuple[Unit, ...]) -> Row:
        """Return the row of one cell: what came of the promise above, or what is below."""
        if self._explains(cell):
            part = Part(kind=self.kind, phase=Phase.ACTUAL, units=cell)
            return Row(kind=self.kind, parts=(part,), goes_on=True)
        self._reach = None
        if any(level for level in self._levels.values()) or self._asks_goals():
            return title_row(cell, self._asked, within=True)
        return title_row(cell, self._asked)

    def _explains(self, cell: tuple[Unit, ...]) -> bool:
        """Whether a row of one cell tells what came of the promise above it: sentences, in a report."""
        text = plain_text(cell)
        told = len(cell) > 1 or len(sentences(text)) > 1 or text.endswith(".")
        named = labelled(text) is not None or meaning_of(text) is not None
        return self._report and self._reach is not None and told and not named

    def _asks_goals(self) -> bool:
        return any(column.use is Use.PLAN and column.kind is Kind.GOAL for column in self._columns)

    # --- records ------------------------------------------------------------------------------------

    def _record(self, cells: Sequence[tuple[Unit, ...]]) -> Row:
        row = _RowReader(self.kind)
        for place, (column, cell) in enumerate(zip(self._columns, cells, strict=False)):
            if cell:
                self._read(row, place, column, cell)
        promise = next((part for part in row.parts if self._is_promise(part, row.kind)), None)
        goes_on = (
            promise is None and self._reaches(cells) and any(part.phase is Phase.ACTUAL for part in row.parts)
        )
        if promise is not None:
            block = promise.units[0].block
            self._reach = (block.row or 0) + block.row_span
        elif not goes_on:
            self._reach = None
        return Row(
            kind=row.kind,
            heads=tuple(row.heads),
            parts=tuple(row.parts),
            states=tuple(row.states),
            goes_on=goes_on,
        )

    def _is_promise(self, part: Part, kind: Kind) -> bool:
        return part.kind is kind and part.phase is Phase.PLAN

    def _reaches(self, cells: Sequence[tuple[Unit, ...]]) -> bool:
        """Whether the promise of a row above reaches down into this one."""
        here = next(unit.block.row or 0 for cell in cells for unit in cell)
        return self._reach is not None and here < self._reach

    def _read(self, row: "_RowReader", place: int, column: Column, cell: tuple[Unit, ...]) -> None:
        rest = cell
        if column.use is Use.STATUS:
            row.states.extend((column.aspect, unit) for unit in cell)
            row.heads.extend(cell)
            return
        if cell[0].only_number:
            row.number = cell[0].text
            row.heads.append(cell[0])
            rest = cell[1:]
        if rest and column.use is not Use.ACTUAL and self._heads_row(column, rest):
            row.named(rest[0])
            rest = rest[1:]
        if rest:
            self._content(row, place, column, rest)

    def _heads_row(self, column: Column, cell: tuple[Unit, ...]) -> bool:
        """Whether a cell begins with the label of its row, or in a column of labels is one."""
        meaning = meaning_of(cell[0].text)
        known = meaning is not None and meaning.kind is not None and meaning.role in _LABEL_ROLES
        return known or (column.use is Use.LABEL and (is_label(cell[:1]) or is_short(cell[:1])))

    def _content(self, row: "_RowReader", place: int, column: Column, units: tuple[Unit, ...]) -> None:
        if column.use is Use.ACTUAL and self._report:
            row.add(row.kind, Phase.ACTUAL, units)
        elif column.use is Use.VALUE:
            row.add(Kind.COST, Phase.PLAN, units)
        elif column.use is Use.PLAN and column.kind is not None:
            own = row.kind if column.kind is self.kind else column.kind
            row.add(own, Phase.PLAN if own in TWO_SIDED else None, units, self._levels.get(place, 0))
        elif self._promising and column.kind is Kind.NARRATIVE:
            row.add(Kind.NARRATIVE, None, units)
        elif self._promising and column.use is not Use.ACTUAL and is_brief(units):
            row.aside(units)
        else:
            row.add(row.kind, Phase.PLAN, units)


def is_brief(units: tuple[Unit, ...]) -> bool:
    """Whether a cell beside that of a promise only names who or what it is of."""
    text = plain_text(units)
    return len(words(text)) <= FEW or is_figure(text)


class _RowReader:
    """One row while its cells are read."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.number: str | None = None
        self.heads: list[Unit] = []
        self.parts: list[Part] = []
        self.states: list[tuple[str, Unit]] = []

    def named(self, label: Unit) -> None:
        """Take the row for what its label calls it."""
        meaning = meaning_of(label.text)
        self.heads.append(label)
        if meaning is not None and meaning.kind is not None:
            self.kind = meaning.kind

    def aside(self, units: tuple[Unit, ...]) -> None:
        """Add a few words under an unknown head: a time, an amount, or the name of who or what it is of."""
        text = plain_text(units)
        if tells_time(text):
            self.add(Kind.PLANNING, Phase.PLAN, units)
        elif is_figure(text) or "€" in text:
            self.add(Kind.COST, Phase.PLAN, units)
        else:
            self.heads.extend(units)

    def add(self, kind: Kind, phase: Phase | None, units: tuple[Unit, ...], level: int = 0) -> None:
        """Add what a cell says; a number before it is that of the next promise."""
        side = phase if kind in TWO_SIDED else None
        number, self.number = (self.number, None) if side is Phase.PLAN else (None, self.number)
        self.parts.append(Part(kind=kind, phase=side, units=units, number=number, level=level))


def promised(columns: Sequence[Column], meaning: Meaning | None) -> Kind:
    """Return the kind of what a table promises, by the heads of its columns, else by the question above."""
    named = {column.kind for column in columns if column.use is not Use.STATUS}
    asked = meaning.kind if meaning is not None and meaning.kind in TWO_SIDED else None
    for kind in (Kind.ACTIVITY, Kind.GOAL):
        if kind in named:
            return kind
    unnamed = any(
        column.use in (Use.NAME, Use.OTHER, Use.LABEL) and column.kind is None for column in columns
    )
    own = [column.kind for column in columns if column.use is not Use.STATUS and column.kind in TWO_SIDED]
    return (None if unnamed else next(iter(own), None)) or asked or Kind.ACTIVITY


def _with_measures(columns: Sequence[Column]) -> Sequence[Column]:
    """Take what is judged on several aspects (tijd, geld) for activities: aims have none."""
    aspects = {column.aspect for column in columns if column.use is Use.STATUS}
    promised = [column for column in columns if column.use is Use.PLAN]
    if len(aspects) < FEWEST_ASPECTS or not promised or any(one.kind is Kind.ACTIVITY for one in promised):
        return columns
    last = promised[-1]
    if last.kind is not Kind.GOAL or last.meaning is None:
        return columns
    measured = last._replace(meaning=last.meaning._replace(kind=Kind.ACTIVITY))
    return [measured if column is last else column for column in columns]


def _levels(columns: Sequence[Column]) -> dict[int, int]:
    """Return how many columns of goals stand before each column of goals."""
    places = [
        place for place, column in enumerate(columns) if column.use is Use.PLAN and column.kind is Kind.GOAL
    ]
    return {place: level for level, place in enumerate(places)}


# --- what a table, or a part of it, is about -----------------------------------------------------------


def _alone(cells: Sequence[tuple[Unit, ...]]) -> tuple[Unit, ...] | None:
    filled = [cell for cell in cells if cell]
    return filled[0] if len(filled) == 1 else None


def _stands_over(cells: Sequence[tuple[Unit, ...]], width: int) -> bool:
    """Whether a row is one cell over most columns."""
    return any(cell and cell[0].block.column_span * 2 > width for cell in cells)


def _title(grid: Grid, columns: Sequence[Column]) -> Unit | None:
    """Return the head of the first column where it is no head but what the whole table is about."""
    first = columns[0]
    known = first.use not in (Use.OTHER, Use.LABEL) or first.meaning is not None
    cell = grid.rows[0][0]
    return cell[0] if cell and not known and len(first.head.split()) >= FEWEST_WORDS else None


def title_row(cell: tuple[Unit, ...], meaning: Meaning | None, *, within: bool = False) -> Row:
    """Return the row that names what the rows after it are about.

    Between the rows of a table with goals of its own (`within`) a name is that of a theme.
    """
    first, *rest = cell
    named = title_kind(first.text)
    known = meaning_of(first.text) is not None
    if not known and within and named in _GROUPS:
        return Row(kind=Kind.NARRATIVE, title=first, title_kind=Kind.THEME, heads=tuple(rest))
    if known or (len(first.text.split()) < FEWEST_WORDS and labelled(first.text) is None):
        return Row(kind=Kind.NARRATIVE, heads=cell)
    kind = title_kind_under(meaning)
    return Row(kind=Kind.NARRATIVE, title=first, title_kind=kind, heads=tuple(rest))


def title_kind_under(meaning: Meaning | None) -> Kind:
    """Return what a title in a table names under a question."""
    return Kind.ACTIVITY if meaning is not None and meaning.kind is Kind.ACTIVITY else Kind.GOAL
