"""The content elements of one organisation on one shelf, each with its place in time and in its document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Final

from rodedraad.linking.marks import names, numbers, years
from rodedraad.linking.timeline import REPORTS, quoted_budget_date
from rodedraad.linking.tokens import words
from rodedraad.model.document import Document, Element
from rodedraad.model.stems import stem
from rodedraad.model.terms import STRUCTURE, Kind, Phase
from rodedraad.model.threads import Pointer

REMEMBERED: Final = 1 << 14
"""Of so many texts the words are remembered: reports repeat what budgets say."""


PLACES: Final = frozenset({Kind.PROGRAMME, Kind.THEME})


@lru_cache(maxsize=REMEMBERED)
def content_words(text: str) -> tuple[str, ...]:
    """Return the content words of a text, in order."""
    return tuple(words(text))


@lru_cache(maxsize=REMEMBERED)
def named_in(text: str) -> frozenset[str]:
    """Return the names, laws, numbers and years that a text mentions, as written."""
    return names(text) | numbers(text) | years(text)


@lru_cache(maxsize=REMEMBERED)
def _stems(text: str) -> Mapping[str, str]:
    return {stem(word): word for word in reversed(content_words(text))}


@dataclass(frozen=True)
class Entry:
    """A content element where it stands; `place` counts the elements of its document from 0."""

    document: int
    place: int
    said: date
    pointer: Pointer
    element: Element
    path: tuple[Element, ...]
    """The elements it stands under, nearest first."""

    @property
    def theme(self) -> Element | None:
        """The nearest theme or programme that it stands under."""
        return next((above for above in self.path if above.kind in PLACES), None)

    @property
    def moment(self) -> tuple[date, int, int]:
        """Its place in time, then in reading: what threads are ordered by."""
        return self.said, self.document, self.place

    @cached_property
    def wording(self) -> str:
        """The label and the text, as one text to compare."""
        label = self.element.label
        return f"{label}: {self.element.text}" if label else self.element.text

    @cached_property
    def plain(self) -> str:
        """The text in lower case, without the white space and the punctuation around it."""
        return " ".join(self.element.text.lower().split()).strip(" .;,:")

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The content words, in order."""
        return content_words(self.wording)

    @cached_property
    def stems(self) -> Mapping[str, str]:
        """The stems of the content words, each with the first word that has it."""
        return _stems(self.wording)

    @cached_property
    def named(self) -> frozenset[str]:
        """The names, laws, numbers and years it mentions, as written."""
        return named_in(self.wording)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries in order of document (by adoption) and reading; `bounds[d]` is the stretch of document d."""

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    bounds: tuple[slice, ...]

    def index(self) -> dict[Pointer, int]:
        """Return the number of each entry by its pointer."""
        return {entry.pointer: number for number, entry in enumerate(self.entries)}


def shelve(documents: Sequence[Document]) -> Shelf:
    """Put the content elements of documents of one organisation, given in order of time, on a shelf."""
    entries: list[Entry] = []
    bounds: list[slice] = []
    for number, document in enumerate(documents):
        start = len(entries)
        quoted = quoted_budget_date(document, documents) if document.kind in REPORTS else document.adopted
        entries.extend(_entries(number, document, quoted))
        bounds.append(slice(start, len(entries)))
    return Shelf(tuple(documents), tuple(entries), tuple(bounds))


def _entries(number: int, document: Document, quoted: date) -> list[Entry]:
    by_id = {element.id: element for element in document.elements}
    return [
        Entry(
            document=number,
            place=place,
            said=quoted if element.phase is Phase.PLAN else document.adopted,
            pointer=Pointer(document=document.id, element=element.id),
            element=element,
            path=path_of(element, by_id),
        )
        for place, element in enumerate(document.elements)
        if element.kind not in STRUCTURE and element.text.strip()
    ]


def path_of(element: Element, by_id: Mapping[str, Element]) -> tuple[Element, ...]:
    """Return what an element stands under, nearest first; a circle of parents is cut."""
    path: list[Element] = []
    seen = {element.id}
    parent = element.parent
    while parent is not None and parent in by_id and parent not in seen:
        seen.add(parent)
        path.append(by_id[parent])
        parent = by_id[parent].parent
    return tuple(path)


def is_promise(element: Element) -> bool:
    """Tell whether someone can later be asked about it: what is intended, of a kind with two sides."""
    return element.phase is Phase.PLAN and element.kind in PROMISES


PROMISES = frozenset({Kind.GOAL, Kind.ACTIVITY, Kind.PLANNING, Kind.INDICATOR, Kind.COST, Kind.RISK})
