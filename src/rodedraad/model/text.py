"""The text of one source, with the places where its blocks stand.

A place is a pair of Unicode code point offsets in the text, end exclusive.
"""

from datetime import datetime

from msgspec import Struct

from rodedraad.model.terms import BlockRole


class Block(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One block of a source: `text[start:end]` is its own text, never empty or padded.

    `level` is the level of a heading (1-6) or the depth of a list item (1 and up).
    Cells carry table, row and column, all counted from 0 within the source.  A cell with several
    paragraphs is several blocks with the same table, row and column, and so are its list items
    (role `list-item`, `table` set).  `symbols` holds what is known of images and icons in the block:
    alternative text, file name and CSS class, each as it was.
    `style` names how the mark-up sets the block apart (tags and classes); blocks that look alike share it.
    `page` counts from 1; `box` is left, top, right, bottom in points from the page's top left corner.
    """

    start: int
    end: int
    role: BlockRole
    level: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    symbols: tuple[str, ...] = ()
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    path: str | None = None
    style: str | None = None


class Aside(Struct, frozen=True, kw_only=True):
    """A stretch of text that is kept but is no content, and why."""

    start: int
    end: int
    why: str


class Link(Struct, frozen=True, kw_only=True):
    """A link in the content: its words are `text[start:end]`, `target` is its address as written.

    `source` is the place of the page it leads to among the sources of the document, `missing` true where
    it leads to a page of the document that is not among them; both are filled in once all pages are known.
    """

    start: int
    end: int
    target: str
    source: int | None = None
    missing: bool = False


class MenuLink(Struct, frozen=True, kw_only=True):
    """A line of a menu: what it says, the address as written, and how deep it is nested (from 0)."""

    title: str
    target: str
    depth: int


class Menu(Struct, frozen=True, kw_only=True):
    """Links of a page that stand together; `is_trail` is true of a breadcrumb."""

    links: tuple[MenuLink, ...]
    is_trail: bool = False


class Navigation(Struct, frozen=True, kw_only=True):
    """How a page stands among others: the address it gives for itself, and the links that stand together.

    `menus` holds menus, breadcrumbs and lists of links in the content, shown or folded away.
    """

    address: str | None = None
    menus: tuple[Menu, ...] = ()


class Extract(Struct, frozen=True, kw_only=True):
    """The plain text of one source with its blocks in reading order.

    Blocks do not overlap, and only white space lies between them.  In the text every block stands
    on a line (or lines) of its own; an empty line stands between two blocks unless both are items of
    one list, paragraphs of one cell, or adjacent lines of a text source.
    `set_aside` names the furniture: navigation, breadcrumbs, running heads, build stamps.
    `links` are those in the content of a page.  `trail` names the pages above this one in its document,
    the highest first, and last itself; None where the document has no pages that stand under each other.
    """

    media_type: str
    text: str
    blocks: tuple[Block, ...]
    set_aside: tuple[Aside, ...] = ()
    title: str | None = None
    exported_at: datetime | None = None
    built_at: datetime | None = None
    links: tuple[Link, ...] = ()
    trail: tuple[str, ...] | None = None


class Places(Struct, frozen=True, kw_only=True):
    """The file beside a text: where its blocks stand."""

    format: str
    blocks: tuple[Block, ...]
