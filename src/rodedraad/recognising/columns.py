"""What the columns of a table hold, from the words in their heads and from what stands under them."""

import re
from collections.abc import Sequence
from enum import IntEnum, auto
from typing import Final, NamedTuple, TypeAlias

from rodedraad.model.terms import Kind, MoneyPhase, Phase
from rodedraad.recognising.aspects import aspect_of, is_aspect
from rodedraad.recognising.cells import (
    holds_words,
    is_short,
    is_state,
    judges_time,
    looks_back_mostly,
    plain_text,
)
from rodedraad.recognising.figures import is_figure
from rodedraad.recognising.grid import Grid, cell_text
from rodedraad.recognising.heads import read_head
from rodedraad.recognising.lexicon import Meaning, Role, meaning_of
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.numbers import is_year
from rodedraad.recognising.units import Unit
from rodedraad.recognising.vocabulary import any_of, pattern_of

LONGEST_HEAD: Final = 80
"""What is longer says something, and is no head."""
FEWEST_ROWS: Final = 3
"""A table with two rows of heads has at least one below them."""
Cells: TypeAlias = Sequence[Sequence[Unit]]
_VALUE: Final = re.compile(
    rf"(?:{any_of('column_heads', 'version')}\s?)*"
    rf"{any_of('column_heads', 'value')}"
    rf"(?:\s{any_of('column_heads', 'moment')})*"
)
_YEAR: Final = re.compile(r".*\b(?:19|20)\d\d\b.*")
_NAME: Final = pattern_of("column_heads", "name")
_ABOUT_VALUE: Final = pattern_of("column_heads", "about-value")
_LABELS: Final = frozenset({Role.LABEL, Role.QUESTION, Role.CONTEXT, Role.EXPLANATION, Role.STATUS})


class Use(IntEnum):
    """What a column is for."""

    NUMBER = auto()
    PLAN = auto()
    ACTUAL = auto()
    STATUS = auto()
    NAME = auto()
    VALUE = auto()
    LABEL = auto()
    OTHER = auto()


_USE_OF_ROLE: Final = {Role.NUMBER: Use.NUMBER, Role.STATUS: Use.STATUS}


class Column(NamedTuple):
    """A column's use, what its head means where the vocabulary knows it, and the head's words."""

    use: Use
    meaning: Meaning | None
    head: str

    @property
    def kind(self) -> Kind | None:
        """The kind of what the head asks for."""
        return self.meaning.kind if self.meaning is not None else None

    @property
    def aspect(self) -> str:
        """What a status in this column judges: tijd, geld, or the promise as a whole."""
        return aspect_of(self.head)


def columns_of(heads: Sequence[str], body: Sequence[Cells]) -> tuple[Column, ...]:
    """Return a column for every head; what its cells hold decides where the head leaves it open."""
    filled = [[row[place] for row in body if place < len(row) and row[place]] for place in range(len(heads))]
    found: list[Column] = []
    for head, cells in zip(heads, filled, strict=True):
        column = _column(head, cells)
        told = any(one.use is not Use.STATUS and one.use is not Use.NUMBER for one in found)
        found.append(column if column.use is not Use.OTHER or not told else _by_tense(column, cells))
    return tuple(_with_labels(_with_aspects(found, filled), filled))


def _column(head: str, cells: Cells) -> Column:
    named = _named(head)
    if named.use is Use.NUMBER or not cells:
        return named
    judged = judges_time if named.kind is Kind.PLANNING else is_state
    if sum(map(judged, cells)) * 2 > len(cells):
        return Column(Use.STATUS, None, head)
    if named.use is Use.STATUS and holds_words(cells):
        return Column(Use.ACTUAL, Meaning(None, None, Role.EXPLANATION), head)
    if named.use is Use.VALUE and holds_words(cells):
        told = read_head(head).phase is MoneyPhase.EXECUTED
        return Column(Use.ACTUAL if told else Use.NAME, None, head)
    return named


def _by_tense(column: Column, cells: Cells) -> Column:
    """Take a column under an unknown head, right of another, for results where it tells what has been."""
    back = column.meaning is None and holds_words(cells) and looks_back_mostly(cells)
    return column._replace(use=Use.ACTUAL) if back else column


def _named(head: str) -> Column:
    key, meaning = heading_key(head), meaning_of(head)
    told = _USE_OF_ROLE.get(meaning.role) if meaning is not None else None
    if told is not None:
        return Column(told, meaning, head)
    if _ABOUT_VALUE.fullmatch(key):
        return Column(Use.OTHER, None, head)
    if _holds_values(head, key, meaning):
        return Column(Use.VALUE, None, head)
    return Column(_use_of_text(key, meaning), meaning, head)


def _holds_values(head: str, key: str, meaning: Meaning | None) -> bool:
    dated = _YEAR.fullmatch(head) is not None
    named = _VALUE.fullmatch(key) is not None or (not key and dated)
    return named and (meaning is None or dated)


def _use_of_text(key: str, meaning: Meaning | None) -> Use:
    if meaning is not None and (
        meaning.role in (Role.EXPLANATION, Role.RESULT) or meaning.phase is Phase.ACTUAL
    ):
        return Use.ACTUAL
    if _NAME.fullmatch(key):
        return Use.NAME
    promises = meaning is not None and meaning.kind is not None and meaning.phase is Phase.PLAN
    return Use.PLAN if promises else Use.OTHER


def _with_aspects(columns: Sequence[Column], filled: Sequence[Cells]) -> list[Column]:
    """Take a column of few words on tijd or budget for one of status, beside another such."""
    if not any(column.use is Use.STATUS for column in columns):
        return list(columns)
    return [
        Column(Use.STATUS, None, column.head)
        if column.use in (Use.PLAN, Use.VALUE, Use.ACTUAL, Use.OTHER)
        and is_aspect(column.head)
        and cells
        and all(map(is_short, cells))
        else column
        for column, cells in zip(columns, filled, strict=True)
    ]


def _with_labels(columns: list[Column], filled: Sequence[Cells]) -> list[Column]:
    """Take a first column of words that head what stands beside them for the labels of the rows."""
    first, cells = columns[0], filled[0]
    if first.use is not Use.OTHER or first.meaning is not None or len(columns) == 1 or not cells:
        return columns
    known = sum(is_label(cell) for cell in cells)
    return [first._replace(use=Use.LABEL), *columns[1:]] if known * 2 >= len(cells) else columns


def is_label(cell: Sequence[Unit]) -> bool:
    """Whether a cell is a word that heads what stands beside it: Planning, Actie, Toelichting."""
    meaning = meaning_of(cell_text(cell))
    return meaning is not None and meaning.role in _LABELS


# --- heads -------------------------------------------------------------------------------------------


class Headed(NamedTuple):
    """The columns of a table with heads, and how many of its rows are the heads."""

    columns: tuple[Column, ...]
    rows: int


def headed(grid: Grid) -> Headed | None:
    """Return the columns of a table; None where its first row is not its heads.

    Heads are marked up so, or are words that the vocabulary knows.
    """
    first = [cell for cell in grid.rows[0] if cell]
    if len(grid.rows) == 1 or not first:
        return None
    rows = 1 + _further_heads(grid)
    columns = columns_of(head_texts(grid, rows), grid.rows[rows:])
    if all(unit.block.header for cell in first for unit in cell):
        return Headed(columns, rows)
    known = sum(map(_is_known, columns, grid.rows[0]))
    told = known * 2 >= len(first) and not any(_long(cell) or _is_amount(cell) for cell in first[1:])
    return Headed(columns, rows) if told and all(map(plain_text, first)) else None


def _is_known(column: Column, cell: Sequence[Unit]) -> bool:
    """Whether a head is known, or heads a column that is, and is not itself what stands there."""
    named = _named(cell_text(cell)).use if cell else Use.OTHER
    held = column.use not in (Use.OTHER, Use.LABEL) and not is_state(cell)
    return bool(cell) and (named is not Use.OTHER or held)


def _further_heads(grid: Grid) -> int:
    """Return 1 where the second row divides the heads of the first: under merged heads, and known as such."""
    if len(grid.rows) < FEWEST_ROWS or not any(
        cell and cell[0].block.column_span > 1 for cell in grid.rows[0]
    ):
        return 0
    second = [cell for cell in grid.rows[1] if cell]
    below = len(second) > 1 and all(_may_head(cell) for cell in second)
    marked = all(unit.block.header for cell in second for unit in cell)
    return int(below and (marked or all(meaning_of(cell_text(cell)) for cell in second)))


def _is_amount(cell: Sequence[Unit]) -> bool:
    """Whether a cell holds a figure that is no year, as no head does."""
    return is_figure(cell_text(cell)) and not is_year(cell_text(cell))


def _may_head(cell: Sequence[Unit]) -> bool:
    return not _long(cell) and not is_figure(cell_text(cell))


def head_texts(grid: Grid, rows: int) -> tuple[str, ...]:
    """Return the words right over each column: of the lowest head that stands there, or reaches over it."""
    texts = [""] * grid.width
    for row in grid.rows[:rows]:
        for start, cell in enumerate(row):
            span = cell[0].block.column_span if cell else 0
            for place in range(start, min(start + span, grid.width)):
                texts[place] = cell_text(cell)
    return tuple(texts)


def _long(cell: Sequence[Unit]) -> bool:
    return len(cell_text(cell)) > LONGEST_HEAD
