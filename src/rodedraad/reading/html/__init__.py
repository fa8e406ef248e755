"""HTML, in one pass over its tree."""

from rodedraad.model.text import Extract
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
    return assemble(
        Draft(
            media_type=MEDIA_TYPE,
            pieces=pieces,
            title=title,
            layout=layout,
            address=address_of(root),
            menus=menus_of(root),
        )
    )


def pieces_of_fragment(markup: str, name: str) -> list[Piece]:
    """The pieces of HTML that stands in another format; its tables count from 0."""
    root = parse(markup.encode("utf-8", "replace"), name)
    return walk(root)[0] if root is not None else []
