"""Rows of figures with the heads over them, from tables with cells and from lines that lost them."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from rodedraad.model.document import Span
from rodedraad.model.terms import Kind
from rodedraad.recognising.heads import Head, Use
from rodedraad.recognising.notes import Note

_WIDER: Final = re.compile(r"(?:programma|taakveld|thema|domein|beleidsveld)(?:'?s|en)?", re.IGNORECASE)
"""Heads over what many rows are of."""
FIGURED: Final = frozenset({Kind.COST, Kind.INDICATOR})


class Cell(NamedTuple):
    """A cell's text, and where it stands; an empty cell stands nowhere.

    `letter` is V or N where a cell of its own behind it, at `letter_span`, says so.
    """

    text: str
    span: Span | None
    letter: str | None = None
    letter_span: Span | None = None


class Line(NamedTuple):
    """One row: the element it is (a place in the list of drafts), its name, and its figures by head.

    `kind` is what its own column calls it (lasten, baten), `group` the line over its group of rows,
    `number` the code or number before its name.
    """

    place: int
    name: str
    figures: tuple[tuple[Head, Cell], ...]
    kind: str = ""
    group: str = ""
    unit: str | None = None
    source: str | None = None
    period: str | None = None
    number: str | None = None


class Sheet(NamedTuple):
    """The rows under one set of heads, with what is said about all of them; `title` is the line over them."""

    lines: tuple[Line, ...]
    note: Note
    of_money: bool
    title: str = ""


def line_of(place: int, heads: Sequence[Head], cells: Sequence[Cell], group: str) -> Line | None:
    """Return the row that the cells under their heads make; None where all its figures are blank."""
    pairs = list(zip(heads, cells, strict=False))
    figures = tuple((head, cell) for head, cell in pairs if head.is_figure and head.use is not Use.PERIOD)
    if not any(cell.text for _, cell in figures):
        return None
    return Line(
        place=place,
        name=_text_of(_own_names(pairs), Use.NAME),
        figures=figures,
        kind=_text_of(pairs, Use.KIND),
        group=group,
        unit=_text_of(pairs, Use.UNIT) or None,
        source=_text_of(pairs, Use.SOURCE) or None,
        period=_text_of(pairs, Use.PERIOD) or None,
        number=_text_of(pairs, Use.NUMBER) or None,
    )


def _own_names(pairs: Sequence[tuple[Head, Cell]]) -> list[tuple[Head, Cell]]:
    """Return the cells without those that name what many rows are of, where others name the rows."""
    named = [(head, cell) for head, cell in pairs if head.use is Use.NAME and cell.text]
    own = [(head, cell) for head, cell in named if not _WIDER.fullmatch(head.text)]
    return own if own and any("indicator" in head.text.lower() for head, _ in own) else named


def _text_of(pairs: Sequence[tuple[Head, Cell]], use: Use) -> str:
    return " ".join(" ".join(cell.text.split()) for head, cell in pairs if head.use is use and cell.text)
