"""What a format hands over: the pieces of a source in reading order, before they have a place."""

from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct

from rodedraad.model.terms import BlockRole

OBJECT = "\ufffc"  # the text of a cell that holds an image without words


class Cell(NamedTuple):
    """The cell of a table that a piece stands in."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


class Piece(Struct, frozen=True, kw_only=True):
    """One block to be.  `why` tells why it is furniture; `series` is the list that it belongs to.

    `links` are the words and addresses of the links in it, in order.
    """

    text: str
    role: BlockRole = BlockRole.PARAGRAPH
    level: int | None = None
    cell: Cell | None = None
    series: int | None = None
    symbols: tuple[str, ...] = ()
    why: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    path: str | None = None
    style: str | None = None
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A source as its format read it; `layout` names the tables that only serve the layout."""

    media_type: str
    pieces: list[Piece]
    title: str | None = None
    layout: frozenset[int] = field(default_factory=frozenset)
