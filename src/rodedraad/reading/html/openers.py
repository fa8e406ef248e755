"""What the text within an element is, for each sort of element that makes a difference."""

from collections.abc import Callable
from itertools import count

from lxml import etree

from rodedraad.model.terms import BlockRole
from rodedraad.reading.html.frames import Context
from rodedraad.reading.html.furniture import PAGE_HEADER
from rodedraad.reading.html.grid import Grid
from rodedraad.reading.html.listing import listing_of
from rodedraad.reading.html.tags import HEADER_CELLS, Sort

_DEEPEST_HEADING = 6
_NO_TABLE_ROLES = frozenset({"presentation", "none"})


class Openers:
    """Opens the elements of one page; lists and tables are counted from 0."""

    def __init__(self) -> None:
        self._series = count()
        self._tables = count()
        self._of_sort: dict[Sort, Callable[[etree._Element, Context], Context]] = {
            Sort.HEADING: _heading,
            Sort.LIST: self._list,
            Sort.ITEM: _item,
            Sort.TABLE: self._table,
            Sort.ROWS: _rows,
            Sort.ROW: _row,
            Sort.CELL: _cell,
        }

    def open(self, sort: Sort, element: etree._Element, context: Context) -> Context:
        """What holds within the element, given what holds around it."""
        opener = self._of_sort.get(sort)
        if opener:
            return opener(element, context)
        return context._replace(listing=None) if context.listing else context

    def _list(self, element: etree._Element, context: Context) -> Context:
        series = next(self._series) if context.series is None else context.series
        return context._replace(series=series, depth=context.depth + 1, listing=listing_of(element))

    def _table(self, element: etree._Element, context: Context) -> Context:
        grid = Grid(next(self._tables), presentation=element.get("role") in _NO_TABLE_ROLES)
        return _out_of_lists(context)._replace(role=BlockRole.PARAGRAPH, cell=None, grid=grid)


def _out_of_lists(context: Context) -> Context:
    return context._replace(level=None, series=None, depth=0, listing=None)


def _heading(element: etree._Element, context: Context) -> Context:
    """A heading in the header of the page names the page, so it is content."""
    tag = str(element.tag)
    level = tag[1:] if tag[1:].isdigit() else element.get("aria-level", "")
    number = int(level[:2]) if level.isascii() and level.isdigit() else 2
    why = None if context.why == PAGE_HEADER else context.why
    return context._replace(
        role=BlockRole.HEADING, level=max(1, min(number, _DEEPEST_HEADING)), why=why, listing=None
    )


def _item(_element: etree._Element, context: Context) -> Context:
    return context._replace(role=BlockRole.LIST_ITEM, level=max(1, context.depth), listing=None)


def _rows(element: etree._Element, context: Context) -> Context:
    if context.grid:
        context.grid.open_rows(head=element.tag == "thead")
    return context


def _row(_element: etree._Element, context: Context) -> Context:
    if context.grid:
        context.grid.open_row()
    return context


def _cell(element: etree._Element, context: Context) -> Context:
    if context.grid is None:
        return context
    cell = context.grid.place(
        element.get("rowspan") or element.get("aria-rowspan"),
        element.get("colspan") or element.get("aria-colspan"),
        header=element.tag in HEADER_CELLS or element.get("role") in HEADER_CELLS,
    )
    return _out_of_lists(context)._replace(role=BlockRole.CELL, cell=cell)
