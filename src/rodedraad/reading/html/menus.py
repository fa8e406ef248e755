"""The links of a page that stand together: menus, breadcrumbs, lists of pages."""

from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree

from rodedraad.model.text import Menu, MenuLink
from rodedraad.reading.html.furniture import why_furniture
from rodedraad.reading.noise import why_noise
from rodedraad.reading.white import tidy

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_TRAIL = "kruimelpad"
_NAVIGATION = "navigatie"
_NO_PAGE = ("#", "mailto:", "tel:", "javascript:", "data:")
_LONGEST = 200
_NOWHERE: frozenset[etree._Element] = frozenset()


class _Holder(NamedTuple):
    """What a link stands in: the outermost list or menu, and how many lists lie around the link."""

    outermost: etree._Element | None = None
    depth: int = 0
    is_trail: bool = False


def menus_of(root: etree._Element) -> tuple[Menu, ...]:
    """The lists of links and the breadcrumbs of a page, whether they are shown or folded away."""
    base = base_of(root)
    holders: dict[etree._Element, _Holder] = {}
    found: dict[etree._Element, tuple[bool, list[MenuLink]]] = {}
    for link in root.iter("a"):
        holder = _holder(link, holders)
        line = _line(link, base, holder.depth) if holder.outermost is not None else None
        if line is not None and holder.outermost is not None:
            found.setdefault(holder.outermost, (holder.is_trail, []))[1].append(line)
    return tuple(_menu(lines, is_trail=is_trail) for is_trail, lines in found.values())


def base_of(root: etree._Element) -> str:
    """The address that the links of a page count from, as the page says; mostly it says nothing."""
    base = root.find("head/base")
    return (base.get("href") or "").strip() if base is not None else ""


def address_of(root: etree._Element) -> str | None:
    """The address that a page gives for itself."""
    for link in root.iterfind("head/link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return link.get("href")
    for meta in root.iterfind("head/meta"):
        if (meta.get("property") or "").lower() == "og:url" and meta.get("content"):
            return meta.get("content")
    return None


def target_of(link: etree._Element, base: str) -> str | None:
    """The address that a link leads to, or None where it leads to no other page."""
    target = (link.get("href") or "").strip()
    if not target or target.lower().startswith(_NO_PAGE):
        return None
    try:
        return urljoin(base, target) if base else target
    except ValueError:
        return None


def _holder(element: etree._Element, known: dict[etree._Element, _Holder]) -> _Holder:
    """What stands around an element; no recursion, for pages nest deeper than Python does."""
    line = []
    parent = element.getparent()
    while parent is not None and parent not in known:
        line.append(parent)
        parent = parent.getparent()
    around = known[parent] if parent is not None else _Holder()
    for inside in reversed(line):
        around = known[inside] = _within(inside, around)
    return around


def _within(element: etree._Element, around: _Holder) -> _Holder:
    is_list = element.tag in _LISTS
    why = (
        why_furniture(element, _NOWHERE, in_content=True) if element.attrib or element.tag == "nav" else None
    )
    if why == _TRAIL and not around.is_trail:
        return _Holder(element, 0, is_trail=True)
    outermost = around.outermost
    if outermost is None and (is_list or why == _NAVIGATION):
        outermost = element
    return _Holder(outermost, around.depth + is_list, around.is_trail)


def _line(link: etree._Element, base: str, depth: int) -> MenuLink | None:
    target = target_of(link, base)
    if target is None:
        return None
    title = tidy(" ".join("".join(map(str, link.itertext())).split())) or tidy(link.get("title") or "")
    if not title or len(title) > _LONGEST or why_noise(title) is not None:
        return None
    return MenuLink(title=title, target=target, depth=depth)


def _menu(lines: list[MenuLink], *, is_trail: bool) -> Menu:
    least = min(line.depth for line in lines)
    links = (MenuLink(title=line.title, target=line.target, depth=line.depth - least) for line in lines)
    return Menu(links=tuple(links), is_trail=is_trail)
