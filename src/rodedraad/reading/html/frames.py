"""Where the walk through a page stands: the block-level elements around it."""

from typing import NamedTuple

from lxml import etree

from rodedraad.model.terms import BlockRole
from rodedraad.reading.html.grid import Grid
from rodedraad.reading.html.listing import Listing
from rodedraad.reading.html.tags import Sort
from rodedraad.reading.piece import Cell


class Context(NamedTuple):
    """What holds for the text within an element, unless an element inside says otherwise.

    `listing` is the list that the element itself is, `grid` the table that is open nearest.
    """

    role: BlockRole = BlockRole.PARAGRAPH
    level: int | None = None
    why: str | None = None
    series: int | None = None
    depth: int = 0
    listing: Listing | None = None
    cell: Cell | None = None
    grid: Grid | None = None
    in_content: bool = False
    lines_kept: bool = False


class Frame(NamedTuple):
    """One block-level element that is open; `first` counts the pieces that came before it."""

    element: etree._Element
    path: str
    context: Context
    first: int = 0
    sort: Sort = Sort.BLOCK
