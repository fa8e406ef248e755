"""What the columns of a table hold, from the words in their heads."""

import re
from collections.abc import Sequence
from enum import IntEnum, auto
from typing import Final, NamedTuple

from rodedraad.model.terms import Phase
from rodedraad.recognising.grid import Grid, cell_text
from rodedraad.recognising.lexicon import Meaning, Role, meaning_of
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.status_cells import reads_as_state
from rodedraad.recognising.units import Unit
from rodedraad.recognising.vocabulary import any_of, pattern_of

LONGEST_HEAD: Final = 80
"""What is longer says something, and is no head."""
_VALUE: Final = re.compile(
    rf"(?:{any_of('column_heads', 'version')}\s?)*"
    rf"{any_of('column_heads', 'value')}"
    rf"(?:\s{any_of('column_heads', 'moment')})*"
)
_YEAR: Final = re.compile(r".*\b(?:19|20)\d\d\b.*")
_NAME: Final = pattern_of("column_heads", "name")
_ABOUT_VALUE: Final = pattern_of("column_heads", "about-value")


class Use(IntEnum):
    """What a column is for."""

    NUMBER = auto()
    PLAN = auto()
    ACTUAL = auto()
    STATUS = auto()
    NAME = auto()
    VALUE = auto()
    OTHER = auto()


_USE_OF_ROLE: Final = {Role.NUMBER: Use.NUMBER, Role.STATUS: Use.STATUS}


class Column(NamedTuple):
    """A column's use, what its head means where the vocabulary knows it, and the head's words."""

    use: Use
    meaning: Meaning | None
    head: str


def columns_of(grid: Grid) -> tuple[Column, ...]:
    """Return a column for every head in the first row of a table."""
    return tuple(
        Column(Use.STATUS, None, cell_text(cell))
        if cell and _holds_states(grid, place)
        else _column(cell_text(cell))
        for place, cell in enumerate(grid.rows[0])
    )


def _holds_states(grid: Grid, place: int) -> bool:
    """Whether the cells of a column are letters, colours or words of status, most of them."""
    cells = [cell_text(row[place]) for row in grid.rows[1:] if place < len(row)]
    filled = [text for text in cells if text]
    return bool(filled) and sum(map(reads_as_state, filled)) * 2 > len(filled)


def _column(head: str) -> Column:
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


def headed(grid: Grid) -> tuple[Column, ...] | None:
    """Return the columns of a table; None where its first row is not its heads.

    Heads are marked up so, or are words that the vocabulary knows.
    """
    first = [cell for cell in grid.rows[0] if cell]
    if len(grid.rows) == 1 or not first:
        return None
    columns = columns_of(grid)
    if all(unit.block.header for cell in first for unit in cell):
        return columns
    known = sum(column.use is not Use.OTHER for column in columns if column.head)
    return columns if known * 2 >= len(first) and not any(_long(cell) for cell in first[1:]) else None


def _long(cell: Sequence[Unit]) -> bool:
    return len(cell_text(cell)) > LONGEST_HEAD
