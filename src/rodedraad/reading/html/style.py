"""How a page sets a block apart: by the tags and classes of its element and of the one around it."""

from lxml import etree

_SET_APART = frozenset({"b", "strong", "em", "i", "u"})


def style_of(element: etree._Element) -> str:
    """The style of an element: `div.act p.plan`, with the tag behind it in which all of its words stand."""
    parent = element.getparent()
    own = _named(element) if parent is None else f"{_named(parent)} {_named(element)}"
    inner = _whole(element)
    return own if inner is None else f"{own} {inner}"


def _named(element: etree._Element) -> str:
    classes = element.get("class")
    return ".".join([str(element.tag), *classes.split()]) if classes else str(element.tag)


def _whole(element: etree._Element) -> str | None:
    """The tag of the one element that all words of a block stand in, such as `strong`."""
    if len(element) != 1 or (element.text and not element.text.isspace()):
        return None
    only = element[0]
    stands_alone = not only.tail or only.tail.isspace()
    return str(only.tag) if only.tag in _SET_APART and stands_alone else None
