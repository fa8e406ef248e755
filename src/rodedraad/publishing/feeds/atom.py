"""A feed as Atom (RFC 4287): dates are those of the documents, for no clock is read.

An id is a UUID of what the entry is about (RFC 9562, version 5), so that it stays the same in every build
and wherever the site stands; RFC 4287 (4.2.6) asks for no less.
"""

import re
import uuid
from datetime import date
from typing import Final

from lxml import etree
from msgspec import Struct

from rodedraad.publishing import addresses

MEDIA_TYPE: Final = "application/atom+xml"

_ATOM: Final = "http://www.w3.org/2005/Atom"
_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_OID, "rodedraad-feed/1")
_NOT_IN_XML: Final = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""What XML 1.0 (2.2, Char) does not allow."""


class Entry(Struct, frozen=True, kw_only=True):
    """Something new: what it is about, the day of the document that says so, and its page."""

    key: tuple[str, ...]
    day: date
    title: str
    summary: str
    href: str


class Feed(Struct, frozen=True, kw_only=True):
    """Entries, the newest first, with the page that they are about and the file that they stand in."""

    key: tuple[str, ...]
    title: str
    author: str
    page: str
    file: str
    entries: tuple[Entry, ...]


def atom_bytes(feed: Feed, address: str | None) -> bytes:
    """Return the feed; links are whole where the site has an address, else relative to the feed."""
    base = f"{address}/" if address else addresses.root(feed.file)
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "nl")
    _add(root, "id", _id(feed.key))
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max(one.day for one in feed.entries)))
    _add(etree.SubElement(root, f"{{{_ATOM}}}author"), "name", feed.author)
    _link(root, "alternate", "text/html", base + feed.page)
    _link(root, "self", MEDIA_TYPE, base + feed.file)
    for one in feed.entries:
        entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
        _add(entry, "id", _id(one.key))
        _add(entry, "title", one.title)
        _add(entry, "updated", _moment(one.day))
        _link(entry, "alternate", "text/html", base + one.href)
        _add(entry, "summary", one.summary)
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _add(parent: etree._Element, name: str, text: str) -> None:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = _NOT_IN_XML.sub(" ", text)


def _link(parent: etree._Element, relation: str, media_type: str, href: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}link", {"rel": relation, "type": media_type, "href": href})


def _id(key: tuple[str, ...]) -> str:
    return uuid.uuid5(_SPACE, "\x1f".join(key)).urn


def _moment(day: date) -> str:
    """Return the first moment of a day as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00Z"
