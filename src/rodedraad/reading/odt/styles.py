"""Styles: which paragraphs are headings, and how lists count."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from rodedraad.reading.odt.xml import q, short, whole

_TITLES = frozenset({"title", "titel"})
_DEEPEST = 10
_DEEPEST_HEADING = 6
_LONGEST_DESCENT = 20
_OUTLINE = ""  # the name under which the numbering of headings is known here
_NUMBERED = {"text:list-level-style-number", "text:outline-level-style"}


class Level(Struct, frozen=True):
    """How one level of a list shows its number; `style` is empty where it shows none."""

    style: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


class Styles:
    """The paragraph and list styles of a document."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._paragraphs: dict[str, etree._Element] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        for root in roots:
            for style in root.iter(q("style:style")) if root is not None else ():
                if style.get(q("style:family")) == "paragraph":
                    self._paragraphs.setdefault(style.get(q("style:name"), ""), style)
            for style in root.iter(q("text:list-style"), q("text:outline-style")) if root is not None else ():
                name = style.get(q("style:name"), "") if short(style) == "text:list-style" else _OUTLINE
                self._lists.setdefault(name, dict(_levels(style)))

    def heading(self, paragraph: etree._Element) -> int | None:
        """The level of a heading; None for other paragraphs."""
        if short(paragraph) == "text:h":
            return max(1, whole(paragraph, "text:outline-level", 1, _DEEPEST_HEADING))
        for style in self._line(paragraph.get(q("text:style-name"), "")):
            level = whole(style, "style:default-outline-level", 0, _DEEPEST_HEADING)
            name = style.get(q("style:display-name"), "") or style.get(q("style:name"), "")
            if level or name.casefold() in _TITLES:
                return level or 1
        return None

    def list_of(self, paragraph: etree._Element) -> str | None:
        """The list style that a paragraph's own style names."""
        line = self._line(paragraph.get(q("text:style-name"), ""))
        return next((name for style in line if (name := style.get(q("style:list-style-name")))), None)

    def level(self, list_style: str | None, depth: int) -> Level:
        """How a list shows its numbers at a depth (from 1); without a list style, how headings do."""
        return self._lists.get(list_style or _OUTLINE, {}).get(depth, Level())

    def _line(self, name: str) -> Iterator[etree._Element]:
        """The style and those that it descends from."""
        for _ in range(_LONGEST_DESCENT):
            if name not in self._paragraphs:
                return
            yield self._paragraphs[name]
            name = self._paragraphs[name].get(q("style:parent-style-name"), "")


def _levels(style: etree._Element) -> Iterator[tuple[int, Level]]:
    for level in style:
        number = whole(level, "text:level", 0, _DEEPEST)
        if short(level) not in _NUMBERED:
            yield number, Level()
            continue
        yield (
            number,
            Level(
                style=level.get(q("style:num-format"), ""),
                prefix=level.get(q("style:num-prefix"), ""),
                suffix=level.get(q("style:num-suffix"), ""),
                start=whole(level, "text:start-value", 1, 10**6),
                shown=max(1, whole(level, "text:display-levels", 1, _DEEPEST)),
            ),
        )
