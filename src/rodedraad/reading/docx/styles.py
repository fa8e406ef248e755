"""Styles: which paragraphs are headings, list items or lines of a table of contents."""

import re

from lxml import etree
from msgspec import Struct

from rodedraad.reading.docx.xml import number, value, w

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre) ?(\d)")
_TITLES = frozenset({"title", "titel"})
_CONTENTS = re.compile(r"(?:toc|inhopg|inhoudsopgave) ?\d.*")
_BODY_TEXT = 9
_DEEPEST_HEADING = 6
_LONGEST_DESCENT = 20


class Look(Struct, frozen=True):
    """What a style makes of a paragraph."""

    heading: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    is_contents: bool = False


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = root.iterchildren(w("style")) if root is not None else ()
        self._styles = {style.get(w("styleId"), ""): style for style in styles}
        self._known: dict[str, Look] = {}

    def look(self, paragraph: etree._Element) -> Look:
        """What the style of a paragraph and its own settings make of it."""
        own = paragraph.find(w("pPr"))
        style = self._look(value(own, "pStyle") or "")
        level = value(own, "outlineLvl")
        return Look(
            heading=style.heading if level is None else heading_level(level),
            list_id=_first(value(own, "numPr/numId"), style.list_id),
            list_level=_level(value(own, "numPr/ilvl"), style.list_level),
            is_contents=style.is_contents,
        )

    def _look(self, identity: str) -> Look:
        if identity not in self._known:
            self._known[identity] = self._described(identity)
        return self._known[identity]

    def _described(self, identity: str) -> Look:
        look = Look()
        for style in reversed(self._line(identity)):
            settings = style.find(w("pPr"))
            name = (value(style, "name") or "").casefold()
            look = Look(
                heading=_heading(name, value(settings, "outlineLvl"), look.heading),
                list_id=_first(value(settings, "numPr/numId"), look.list_id),
                list_level=_level(value(settings, "numPr/ilvl"), look.list_level),
                is_contents=look.is_contents or _CONTENTS.fullmatch(name) is not None,
            )
        return look

    def _line(self, identity: str) -> list[etree._Element]:
        """The style and those that it is based on, nearest first."""
        line: list[etree._Element] = []
        while identity in self._styles and len(line) < _LONGEST_DESCENT:
            line.append(self._styles[identity])
            identity = value(line[-1], "basedOn") or ""
        return line


def heading_level(outline: str) -> int | None:
    """The level of a heading by its outline level, which counts from 0; None for body text."""
    level = number(outline, _BODY_TEXT)
    return min(max(level, 0) + 1, _DEEPEST_HEADING) if level < _BODY_TEXT else None


def _heading(name: str, outline: str | None, inherited: int | None) -> int | None:
    if outline is not None:
        return heading_level(outline)
    if name in _TITLES:
        return 1
    named = _HEADING.fullmatch(name)
    return min(max(int(named[1]), 1), _DEEPEST_HEADING) if named else inherited


def _first(one: str | None, other: str | None) -> str | None:
    return other if one is None else one


def _level(own: str | None, inherited: int | None) -> int | None:
    return inherited if own is None else number(own)
