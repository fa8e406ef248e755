"""HTML, in one pass over its tree."""

from rodedraad.model.text import Extract, Navigation
from rodedraad.reading.assemble import assemble
from rodedraad.reading.html.menus import address_of, menus_of
from rodedraad.reading.html.parsing import parse
from rodedraad.reading.html.walk import walk
from rodedraad.reading.piece import Draft, Piece

MEDIA_TYPE = "text/html"


def read_html(data: bytes, name: str) -> Extract:
    """The text of a page as a browser shows it, with the site around the content set aside."""
    root = parse(data, name)
    if root is None:
        return assemble(Draft(media_type=MEDIA_TYPE, pieces=[]))
    pieces, layout = walk(root)
    title = root.findtext("head/title")
    return assemble(Draft(media_type=MEDIA_TYPE, pieces=pieces, title=title, layout=layout))


def read_navigation(data: bytes, name: str) -> Navigation:
    """How a page stands among the other pages of its site: its own address and its menus."""
    root = parse(data, name)
    return Navigation() if root is None else Navigation(address=address_of(root), menus=menus_of(root))


def pieces_of_fragment(markup: str, name: str) -> list[Piece]:
    """The pieces of HTML that stands in another format; its tables count from 0."""
    root = parse(markup.encode("utf-8", "replace"), name)
    return walk(root)[0] if root is not None else []
