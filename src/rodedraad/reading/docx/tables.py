"""Where the cells of a Word table stand."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from rodedraad.reading.docx.xml import children, is_on, local, number, value, w
from rodedraad.reading.piece import Cell

_WIDEST = 256
_TOP = "restart"


class Placed(Struct, frozen=True):
    """A cell that shows its content, with its place and its number in the row (from 1)."""

    element: etree._Element
    cell: Cell
    nth: int


class _Part(Struct, frozen=True):
    """One cell element; `merge` tells whether it starts a vertical merge or continues one."""

    element: etree._Element
    row: int
    column: int
    width: int
    nth: int
    merge: str | None
    header: bool


def placed_cells(table: etree._Element, number_of_table: int) -> tuple[list[Placed], int]:
    """The cells of a table in reading order, and how many columns it has."""
    parts = list(_parts(table))
    heights = _heights(parts)
    placed = [
        Placed(part.element, _cell(part, heights[part.row, part.column], number_of_table), part.nth)
        for part in parts
        if part.merge in {None, _TOP}
    ]
    return placed, max((part.column + part.width for part in parts), default=0)


def _cell(part: _Part, height: int, number_of_table: int) -> Cell:
    return Cell(number_of_table, part.row, part.column, height, part.width, part.header)


def _parts(table: etree._Element) -> Iterator[_Part]:
    rows = (child for child in children(table) if local(child) == "tr")
    for row_number, row in enumerate(rows):
        settings = row.find(w("trPr"))
        column = min(max(number(value(settings, "gridBefore")), 0), _WIDEST)
        header = is_on(settings, "tblHeader")
        cells = (child for child in children(row) if local(child) == "tc")
        for nth, element in enumerate(cells, start=1):
            own = element.find(w("tcPr"))
            width = min(max(number(value(own, "gridSpan"), 1), 1), _WIDEST)
            merge = value(own, "vMerge")
            yield _Part(element, row_number, column, width, nth, "" if merge == "continue" else merge, header)
            column += width


def _heights(parts: list[_Part]) -> dict[tuple[int, int], int]:
    """How many rows each cell takes: one, and those below it in which its merge goes on."""
    heights: dict[tuple[int, int], int] = {}
    below: dict[int, tuple[int, int]] = {}  # column: (row in which a merge goes on, height from there)
    for part in reversed(parts):
        row, height = below.pop(part.column, (0, 0))
        own = 1 + (height if row == part.row + 1 and part.merge is not None else 0)
        heights[part.row, part.column] = own
        if part.merge == "":
            below[part.column] = (part.row, own)
    return heights
