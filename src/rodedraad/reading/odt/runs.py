"""What stands in a paragraph of an OpenDocument."""

from lxml import etree

from rodedraad.reading.content import Content
from rodedraad.reading.odt.xml import q, short

_SKIPPED = frozenset(
    {
        "office:annotation",
        "text:tracked-changes",
        "text:hidden-text",
        "text:hidden-paragraph",
        "text:ruby-text",
        "text:note-citation",
        "svg:title",
        "svg:desc",
        "office:event-listeners",
        "office:binary-data",
    }
)
_SIGNS = {"text:s": " ", "text:tab": " "}
_FRAMES = frozenset({"draw:frame", "draw:custom-shape", "draw:g"})


def content_of(paragraph: etree._Element) -> Content:
    """What a paragraph shows."""
    content = Content()
    steps = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in steps:
        if event == "end":
            content.say(element.tail if element is not paragraph else None)
        elif _take(element, content):
            content.say(element.text)
        else:
            steps.skip_subtree()
    return content


def _take(element: etree._Element, content: Content) -> bool:
    """Whether the text within the element belongs to the paragraph."""
    name = short(element)
    if name == "text:note":
        content.notes.append(element)
    elif name == "draw:text-box":
        content.boxes.append(element)
    elif name == "text:line-break":
        content.lines.append([])
    elif name in _SIGNS:
        content.say(_SIGNS[name])
    elif name not in _SKIPPED:
        _show(element, name, content)
        return True
    return False


def _show(element: etree._Element, name: str, content: Content) -> None:
    if name in _FRAMES:
        words = (element.findtext(q(part)) for part in ("svg:title", "svg:desc"))
        content.show(*words, element.get(q("draw:name")))
    elif name == "draw:image":
        content.show(element.get(q("xlink:href"), "").rsplit("/", 1)[-1])
