"""The site around the content of a page, known by its mark-up."""

from csv import DictReader
from functools import cache, lru_cache
from importlib.resources import files

from lxml import etree
from msgspec import Struct

PAGE_HEADER = "kop van de site"
_KEPT = ("main", "article", "h1", "table")


class _Marks(Struct, frozen=True):
    """Why a tag, role, label, class or id makes furniture; those of `page` only around the content."""

    page: dict[tuple[str, str], str]
    anywhere: dict[tuple[str, str], str]
    class_starts: tuple[tuple[str, str], ...]


@cache
def _marks() -> _Marks:
    text = (files("rodedraad.reading.html") / "furniture.tsv").read_text(encoding="utf-8")
    rows = list(DictReader(text.splitlines(), delimiter="\t"))
    whole = [row for row in rows if not row["words"].endswith("*")]
    starts = [(row["words"].rstrip("*"), row["why"]) for row in rows if row["words"].endswith("*")]
    page = {(row["where"], row["words"]): row["why"] for row in whole if row["scope"] == "page"}
    anywhere = {(row["where"], row["words"]): row["why"] for row in whole if row["scope"] == "any"}
    return _Marks(page, anywhere, tuple(starts))


def holders_of_content(root: etree._Element) -> frozenset[etree._Element]:
    """Elements that a class cannot make furniture, for the main content stands in them."""
    holders: set[etree._Element] = set()
    for element in root.iter(*_KEPT):
        ancestor: etree._Element | None = element
        while ancestor is not None and ancestor not in holders:
            holders.add(ancestor)
            ancestor = ancestor.getparent()
    return frozenset(holders)


def why_furniture(
    element: etree._Element, holders: frozenset[etree._Element], *, in_content: bool
) -> str | None:
    """Why this element belongs to the site around the content, or None."""
    tag = str(element.tag)
    if not element.attrib:
        return _why_by_name(tag, "", in_content=in_content)
    get = element.get
    label = get("aria-label")
    if label and (why := _marks().anywhere.get(("label", label.strip().casefold()))):
        return why
    why = _why_by_class(f"{get('class', '')} {get('id', '')}")
    if why and element not in holders:
        return why
    return _why_by_name(tag, get("role", ""), in_content=in_content)


@lru_cache(maxsize=4096)
def _why_by_name(tag: str, role: str, *, in_content: bool) -> str | None:
    marks = _marks()
    for key in (("role", role), ("tag", tag)):
        why = marks.anywhere.get(key) or (None if in_content else marks.page.get(key))
        if why:
            return why
    return None


@lru_cache(maxsize=4096)
def _why_by_class(names: str) -> str | None:
    marks = _marks()
    for name in names.lower().split():
        starts = (why for start, why in marks.class_starts if name.startswith(start))
        why = marks.anywhere.get(("class", name)) or next(starts, None)
        if why:
            return why
    return None
