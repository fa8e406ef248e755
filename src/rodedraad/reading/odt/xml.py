"""Names in the XML of OpenDocument."""

from functools import cache

from lxml import etree

_SPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "table", "style")
} | {
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}


@cache
def q(name: str) -> str:
    """The qualified name of `prefix:name`."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def short(element: etree._Element) -> str:
    """The name of an element as `prefix:name`; of another namespace the bare name."""
    space, _, local = str(element.tag).rpartition("}")
    prefix = _PREFIXES.get(space.removeprefix("{"))
    return f"{prefix}:{local}" if prefix else local


def whole(element: etree._Element, name: str, default: int, most: int) -> int:
    """A whole number from 0 to `most` in an attribute."""
    text = element.get(q(name), "")
    return min(int(text[:9]), most) if text.isascii() and text.isdigit() else default
