"""What stands in a paragraph: its lines, its images and its text boxes."""

from dataclasses import dataclass, field

from lxml import etree

from rodedraad.reading.docx.xml import is_on, local, w
from rodedraad.reading.white import tidy

_SKIPPED = frozenset({"pPr", "rPr", "del", "moveFrom", "instrText", "delText", "Fallback", "delInstrText"})
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-", "softHyphen": ""}
_PAGE_BREAKS = frozenset({"page", "column"})
_IMAGE_NAMES = frozenset({"docPr", "cNvPr"})
_ABOUT_IMAGE = ("descr", "title", "name")


@dataclass(slots=True)
class Content:
    """The content of one paragraph."""

    lines: list[list[str]] = field(default_factory=lambda: [[]])
    symbols: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def texts(self) -> list[str]:
        """The lines that hold text."""
        texts = (tidy("".join(line)) for line in self.lines)
        return [text for text in texts if text]


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
        content.lines[-1].append(element.text or "")
    elif name in _SIGNS:
        content.lines[-1].append(_SIGNS[name])
    elif name == "cr" or (name == "br" and element.get(w("type")) not in _PAGE_BREAKS):
        content.lines.append([])
    elif name in _IMAGE_NAMES:
        known = (tidy(element.get(about) or "") for about in _ABOUT_IMAGE)
        content.symbols += (one for one in known if one and one not in content.symbols)
    elif name == "sym":
        content.symbols.append(f"{element.get(w('font'), '')} {element.get(w('char'), '')}".strip())
