"""The headings of a document: their level on the page, and the contents."""

from typing import Final

from msgspec import Struct

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import text_of

HEADED: Final = frozenset({Kind.PROGRAMME, Kind.THEME, Kind.SECTION})
HIGHEST, LOWEST, IN_CONTENTS = 2, 6, 3


class Entry(Struct, frozen=True, kw_only=True):
    """A line of the contents."""

    text: str
    href: str
    level: int


def heading_of(element: Element) -> str:
    """Return the words of a heading, without the colon that ends it."""
    return text_of(element).rstrip(" :")


def level_of(lookup: Lookup, pointer: Pointer) -> int:
    """Return the level of the heading of an element: one below the heading it stands under."""
    depth = sum(one.kind in HEADED for one in lookup.above(pointer))
    return min(HIGHEST + depth, LOWEST)


def contents(lookup: Lookup, document: Document, *, page: str) -> tuple[Entry, ...]:
    """Return the upper levels of the headings of a document, as links within a page."""
    headed = [one for one in document.elements if one.kind in HEADED]
    entries = (_entry(lookup, document, one, page) for one in headed)
    return tuple(entry for entry in entries if entry.level <= IN_CONTENTS)


def _entry(lookup: Lookup, document: Document, element: Element, page: str) -> Entry:
    return Entry(
        text=heading_of(element),
        href=f"{page}#{addresses.anchor(element.id)}",
        level=level_of(lookup, Pointer(document=document.id, element=element.id)),
    )


def home_heading(lookup: Lookup, pointer: Pointer) -> str | None:
    """Return the id of the nearest programme or theme at or above an element."""
    chain = (*lookup.above(pointer), lookup.elements[pointer])
    return next((one.id for one in reversed(chain) if one.kind in {Kind.PROGRAMME, Kind.THEME}), None)
