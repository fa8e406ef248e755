"""Where the cells of an OpenDocument table stand."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from rodedraad.reading.odt.xml import short, whole
from rodedraad.reading.piece import Cell

_GROUPS = frozenset({"table:table-header-rows", "table:table-rows", "table:table-row-group"})
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_WIDEST = 256
_LONGEST = 10**6


class Placed(Struct, frozen=True):
    """A cell that shows its content; `width` is how many columns it takes or repeats."""

    element: etree._Element
    cell: Cell
    width: int


def placed_cells(table: etree._Element, number: int) -> tuple[list[Placed], int]:
    """The cells of a table in reading order, and how many columns it has.

    Content that is said to repeat is read once, where it stands first.
    """
    placed: list[Placed] = []
    row = width = 0
    for element, header in _rows(table, header=False):
        column = 0
        for part in (child for child in element if short(child) in _CELLS):
            repeated = max(1, whole(part, "table:number-columns-repeated", 1, _WIDEST))
            if short(part) == "table:table-cell":
                cell = Cell(number, row, column, *_spans(part), header)
                placed.append(Placed(part, cell, repeated))
            column = min(column + repeated, _LONGEST)
        width = max(width, column)
        row = min(row + max(1, whole(element, "table:number-rows-repeated", 1, _LONGEST)), _LONGEST)
    return placed, width


def _spans(cell: etree._Element) -> tuple[int, int]:
    rows = max(1, whole(cell, "table:number-rows-spanned", 1, _LONGEST))
    return rows, max(1, whole(cell, "table:number-columns-spanned", 1, _WIDEST))


def _rows(table: etree._Element, *, header: bool) -> Iterator[tuple[etree._Element, bool]]:
    """The rows, also those within groups, and whether each is a header."""
    stack = [(table, header)]
    while stack:
        parent, is_header = stack.pop()
        if short(parent) == "table:table-row":
            yield parent, is_header
            continue
        parts = [child for child in parent if short(child) in _GROUPS or short(child) == "table:table-row"]
        stack += ((part, is_header or short(part) == "table:table-header-rows") for part in reversed(parts))
