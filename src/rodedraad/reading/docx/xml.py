"""Names in the XML of Word documents."""

from collections.abc import Iterator

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFF = frozenset({"0", "false", "off", "none"})
_TRANSPARENT = frozenset(
    {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"}
)


def w(name: str) -> str:
    """The qualified name of a Word element or attribute."""
    return f"{{{_W}}}{name}"


VAL = w("val")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: etree._Element | None, path: str) -> str | None:
    """The `w:val` of the descendant at a path of local names: empty if not given, None without it."""
    found = element.find("/".join(w(name) for name in path.split("/"))) if element is not None else None
    return None if found is None else found.get(VAL, "")


def number(text: str | None, default: int = 0) -> int:
    """A whole number as these files write it, within reason."""
    digits = (text or "").removeprefix("-")
    return int((text or "")[:9]) if digits.isascii() and digits.isdigit() else default


def is_on(element: etree._Element | None, path: str) -> bool:
    """Whether a switch such as `w:vanish` is there and not turned off."""
    found = value(element, path)
    return found is not None and found not in _OFF


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The children, where needed through content controls, accepted insertions and alternatives."""
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif local(child) in _TRANSPARENT:
            stack.append(iter(child))
        else:
            yield child
