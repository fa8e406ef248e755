"""A logo in SVG, taken as a drawing alone: one that runs, loads or hides something is refused."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from rodedraad.publishing.theming.flaw import Flaw

LARGEST: Final = 65_536
SVG: Final = "http://www.w3.org/2000/svg"
XLINK_HREF: Final = "{http://www.w3.org/1999/xlink}href"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
DRAWN: Final = frozenset(
    {"svg", "g", "defs", "symbol", "use", "title", "desc", "text", "tspan", "style"}
    | {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    | {"linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern"}
)
_OUTSIDE: Final = re.compile(r"url\(\s*[\"']?(?!#|[\"']?#)|[@\\]|expression|javascript:|<", re.IGNORECASE)
DRAW_ONLY: Final = (
    "Bewaar het logo als gewone SVG: alleen vormen en kleuren, zonder script, afbeelding of verwijzing."
)


def read_logo(data: bytes) -> tuple[str, tuple[Flaw, ...]]:
    """Return the drawing, rid of what drawing programs add, and what is wrong with it; one or the other."""
    if len(data) > LARGEST:
        return "", (_flaw(None, f"het logo is groter dan {LARGEST // 1024} kB"),)
    root = _root(data)
    if isinstance(root, Flaw):
        return "", (root,)
    _strip(root)
    flaws = tuple(_flaws(root))
    if flaws:
        return "", flaws
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode", with_tail=False), ()


def _root(data: bytes) -> etree._Element | Flaw:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        return _flaw(line, "het logo is geen geldige SVG")
    if root.getroottree().docinfo.internalDTD is not None:
        return _flaw(None, "het logo heeft een DOCTYPE")
    if root.tag != f"{{{SVG}}}svg":
        return _flaw(None, "het logo is geen SVG")
    return root


def _strip(root: etree._Element) -> None:
    """Take out what is not of SVG itself: the notes of drawing programs."""
    for element in list(root.iter()):
        if _space(element.tag) != SVG and element is not root:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for name in list(element.attrib):
            if _space(str(name)) and name not in {XLINK_HREF, XML_SPACE}:
                del element.attrib[name]


def _space(tag: object) -> str:
    name = str(tag)
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def _flaws(root: etree._Element) -> Iterator[Flaw]:
    for element in root.iter():
        name = etree.QName(element).localname
        if name not in DRAWN:
            yield _flaw(element.sourceline, f"het logo heeft een onderdeel “{name}”")
        elif name == "style" and _OUTSIDE.search(element.text or ""):
            yield _flaw(element.sourceline, "de stijl van het logo verwijst naar buiten")
        for key, value in element.attrib.items():
            if _is_unsafe(str(key), str(value)):
                yield _flaw(
                    element.sourceline,
                    f"het logo heeft een eigenschap “{etree.QName(key).localname}” die niet mag",
                )


def _is_unsafe(key: str, value: str) -> bool:
    name = etree.QName(key).localname.lower()
    if name == "href":
        return not value.strip().startswith("#")
    return name.startswith("on") or _OUTSIDE.search(value) is not None


def _flaw(line: int | None, problem: str) -> Flaw:
    return Flaw(line=line, problem=problem, remedy=DRAW_ONLY)
