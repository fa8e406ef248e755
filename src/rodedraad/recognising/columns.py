"""What the columns of a table hold, from the words in their heads."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.grid import Grid, cell_text
from rodedraad.recognising.lexicon import Meaning, Role, meaning_of
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.status import reads_as_state
from rodedraad.recognising.units import Unit

_VALUE: Final = re.compile(
    r"(?:(?:primitieve?|oorspronkelijke|ontwerp|bijgestelde|gewijzigde|actuele|huidige|meerjaren)\s?)*"
    r"(?:werkelijk|rekening|jaarrekening|realisatie|gerealiseerd|begroting|begroot|raming|geraamd|prognose|streefwaarde|streefcijfer|"
    r"doel|norm|target|nulmeting|waarde|cijfer|verschil|afwijking|saldo|stand|bedrag|lasten|baten|v/n|n/v)"
    r"(?:\s(?:primitief|na wijziging(?:en)?|voor wijziging|t[+-]?\d?|ultimo|\(.*\)|[vn]))*"
)
_YEAR: Final = re.compile(r".*\b(?:19|20)\d\d\b.*")
_NAME: Final = re.compile(
    r"(?:omschrijving|naam|(?:beleids)?indicator|kengetal|product|taakveld|bedragen x .*|\(?x? ?€.*|programma|onderwerp)"
)
_META: Final = re.compile(
    r"(?:eenheid|meeteenheid|bron|periode|jaar|peildatum|nederland|benchmark|vergelijk.*|frequentie)"
)


class Use(Enum):
    """What a column is for."""

    NUMBER = auto()
    PLAN = auto()
    ACTUAL = auto()
    STATUS = auto()
    NAME = auto()
    VALUE = auto()
    OTHER = auto()


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
    key = heading_key(head)
    meaning = meaning_of(head)
    if meaning is not None and meaning.role is Role.NUMBER:
        return Column(Use.NUMBER, meaning, head)
    if meaning is not None and meaning.role is Role.STATUS:
        return Column(Use.STATUS, meaning, head)
    if _META.fullmatch(key):
        return Column(Use.OTHER, None, head)
    if (_VALUE.fullmatch(key) or (not key and _YEAR.fullmatch(head))) and (
        meaning is None or _YEAR.fullmatch(head)
    ):
        return Column(Use.VALUE, None, head)
    if meaning is not None and meaning.role is Role.EXPLANATION:
        return Column(Use.ACTUAL, meaning, head)
    if meaning is not None and meaning.phase is Phase.ACTUAL:
        return Column(Use.ACTUAL, meaning, head)
    if _NAME.fullmatch(key):
        return Column(Use.NAME, meaning, head)
    if meaning is not None and meaning.kind is not None and meaning.phase is Phase.PLAN:
        return Column(Use.PLAN, meaning, head)
    return Column(Use.OTHER, meaning, head)


def has_heads(grid: Grid) -> bool:
    """Whether the first row of a table is its heads: marked up so, or words the vocabulary knows."""
    first = [cell for cell in grid.rows[0] if cell]
    if len(grid.rows) < 2 or not first:
        return False
    if all(unit.block.header for cell in first for unit in cell):
        return True
    known = sum(column.use is not Use.OTHER for column in columns_of(grid) if column.head)
    return known * 2 >= len(first) and not any(_long(cell) for cell in first[1:])


def _long(cell: Sequence[Unit]) -> bool:
    return len(cell_text(cell)) > 80


def kind_of_columns(columns: Sequence[Column]) -> Kind | None:
    """Return the kind of what the rows promise, by the heads of the plan and result columns."""
    kinds = [
        column.meaning.kind
        for column in columns
        if column.meaning is not None and column.meaning.kind is not None
    ]
    return kinds[0] if kinds else None
