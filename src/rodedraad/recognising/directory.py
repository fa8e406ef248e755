"""The places of a document that words may point to: its headings, by number and by name, and its pages."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from rodedraad.model.document import Element
from rodedraad.model.terms import STRUCTURE, Kind
from rodedraad.model.text import Extract
from rodedraad.recognising.chapters import name_key
from rodedraad.recognising.mentions import Mention
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.titles import TITLE_LENGTH
from rodedraad.recognising.vocabulary import any_of

_HEADINGS: Final = STRUCTURE - {Kind.DOCUMENT}
_NUMBER: Final = r"(?:[A-Z]{1,2}\.?)?\d{1,3}(?:[.\-]\d{1,3}){0,4}[a-z]?|[A-Z]|[IVX]{1,4}"
_CODE: Final = rf"(?P<code>{_NUMBER})(?![\w%])\s*[-–—:.)|]*\s*"
_PROGRAMME: Final = "programma"
_SORTS: Final = (_PROGRAMME, "bijlage", "thema", "taakveld")
_NUMBERED: Final = {
    "": _HEADINGS,
    "thema": _HEADINGS,
    "taakveld": _HEADINGS,
    _PROGRAMME: frozenset({Kind.PROGRAMME}),
}
"""What a heading with only a number may be: `hoofdstuk 3` is any, `programma 3` a programme."""


class Target(NamedTuple):
    """A place: an element, or a source as a whole."""

    element: str | None = None
    source: int | None = None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{any_of('references', 'chapter')})\s+(?:{_CODE})?", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(_CODE)


class Directory:
    """Finds the place that a mention points to."""

    def __init__(self, elements: Sequence[Element], texts: Sequence[Extract]) -> None:
        """Know the headings of a document and the names of its pages."""
        self._by_name: dict[str, Target] = {}
        self._by_word: dict[tuple[str, str], Target] = {}
        self._by_number: dict[tuple[str, str], Target] = {}
        self._first: dict[int, str] = {}
        self._pages = _pages(texts)
        for element in elements:
            if element.spans and _is_heading(element):
                self._add(element.text, Target(element.id, element.spans[0].source), element)
        for source, extract in enumerate(texts):
            if extract.trail:
                self._add(extract.trail[-1], self.of_source(source), None)

    def of_source(self, source: int) -> Target:
        """Return a source as a place: its first heading where it has one."""
        return Target(self._first.get(source), source)

    def find(self, mention: Mention) -> tuple[Target, str] | None:
        """Return the place of a mention and the name that it was found by."""
        if mention.is_page:
            source = self._pages.get(mention.number or "")
            return None if source is None else (Target(None, source), "")
        if mention.number is not None:
            asked = (_stem(mention.word), _plain(mention.number))
            found = self._by_word.get(asked) or self._by_number.get(asked)
            if found is not None:
                return found, ""
        for name in mention.names:
            found = self._by_name.get(name_key(name))
            if found is not None:
                return found, name
        return None

    def _add(self, text: str, target: Target, element: Element | None) -> None:
        if element is not None and target.source is not None:
            self._first.setdefault(target.source, element.id)
        label = _label().match(text)
        if label is None:
            self._add_number(text, target, element)
        elif label["code"]:
            sort, code = _stem(label["word"]), _plain(label["code"])
            self._by_word.setdefault((sort, code), target)
            if sort == _PROGRAMME:
                self._by_number.setdefault(("", code), target)
        rest = text[label.end() :] if label is not None else text
        for name in (name_key(text), name_key(rest), heading_key(rest)):
            if name:
                self._by_name.setdefault(name, target)

    def _add_number(self, text: str, target: Target, element: Element | None) -> None:
        counted = _counted().match(text)
        number = counted["code"] if counted is not None else element.number if element is not None else None
        kind = element.kind if element is not None else Kind.SECTION
        for word, kinds in _NUMBERED.items():
            if number and kind in kinds:
                self._by_number.setdefault((word, _plain(number)), target)


def _is_heading(element: Element) -> bool:
    """Whether words may point to an element: a heading, or a line that says itself that it is a chapter."""
    if element.kind in _HEADINGS:
        return True
    return (
        len(element.text) <= TITLE_LENGTH
        and not element.text.endswith(".")
        and bool(_label().match(element.text))
    )


def _stem(word: str) -> str:
    """Return the word for a sort of place in one form: chapters, paragraphs and parts are used alike."""
    lowered = word.lower()
    return next((sort for sort in _SORTS if lowered.startswith(sort)), "")


def _plain(number: str) -> str:
    return number.strip(" .:)").replace("-", ".").upper()


def _pages(texts: Sequence[Extract]) -> dict[str, int]:
    """Return the source of each printed page, where the document is one print."""
    prints = [source for source, extract in enumerate(texts) if any(block.page for block in extract.blocks)]
    if len(prints) != 1:
        return {}
    return {str(block.page): prints[0] for block in texts[prints[0]].blocks if block.page}
