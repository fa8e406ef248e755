"""What stands in a paragraph of a Word document."""

from lxml import etree

from rodedraad.reading.content import Content
from rodedraad.reading.docx.xml import is_on, local, w

_SKIPPED = frozenset({"pPr", "rPr", "del", "moveFrom", "instrText", "delText", "Fallback", "delInstrText"})
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-", "softHyphen": ""}
_PAGE_BREAKS = frozenset({"page", "column"})
_IMAGE_NAMES = frozenset({"docPr", "cNvPr"})
_ABOUT_IMAGE = ("descr", "title", "name")


def content_of(paragraph: etree._Element) -> Content:
    """What a paragraph shows, with all changes accepted and without hidden text."""
    content = Content()
    stack = [paragraph]
    while stack:
        element = stack.pop()
        name = local(element)
        if name == "txbxContent":
            content.boxes.append(element)
        elif name not in _SKIPPED and not (name == "r" and is_on(element.find(w("rPr")), "vanish")):
            _take(element, name, content)
            stack.extend(reversed(element))
    return content


def _take(element: etree._Element, name: str, content: Content) -> None:
    if name == "t":
        content.say(element.text)
    elif name in _SIGNS:
        content.say(_SIGNS[name])
    elif name == "cr" or (name == "br" and element.get(w("type")) not in _PAGE_BREAKS):
        content.lines.append([])
    elif name in _IMAGE_NAMES:
        content.show(*(element.get(about) for about in _ABOUT_IMAGE))
    elif name == "sym":
        content.show(f"{element.get(w('font'), '')} {element.get(w('char'), '')}")
