"""The records of one build, found by what a page needs them for."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import TypeVar

from rodedraad.model.build import Build
from rodedraad.model.document import Document, Element, Span
from rodedraad.model.findings import Finding
from rodedraad.model.terms import STRUCTURE, Phase
from rodedraad.model.threads import Change, Dropped, Link, Pointer, Shift, Thread

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, tuple[Item, ...]]:
    """Return the items by key, each group and the groups in the order of the items."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


class Lookup:
    """Answers by id over a build; it holds nothing that the build does not say."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.documents = {document.id: document for document in build.documents}

    def document(self, identity: str) -> Document:
        """Return a document by id."""
        return self.documents[identity]

    @cached_property
    def elements(self) -> dict[Pointer, Element]:
        """Every element of every document, in order of adoption and reading."""
        return {
            Pointer(document=document.id, element=element.id): element
            for document in self.build.documents
            for element in document.elements
        }

    def elements_of(self, documents: Iterable[Document]) -> frozenset[Pointer]:
        """Return the elements of some documents."""
        return frozenset(
            Pointer(document=document.id, element=one.id)
            for document in documents
            for one in document.elements
        )

    @cached_property
    def position(self) -> dict[str, int]:
        """The place of each document in time."""
        return {document.id: number for number, document in enumerate(self.build.documents)}

    def children(self, pointer: Pointer) -> tuple[Element, ...]:
        """Return the elements directly under an element."""
        return self._children.get(pointer, ())

    @cached_property
    def _children(self) -> dict[Pointer, tuple[Element, ...]]:
        pairs = [
            (Pointer(document=at.document, element=one.parent), one)
            for at, one in self.elements.items()
            if one.parent
        ]
        return {
            parent: tuple(one for _, one in group)
            for parent, group in grouped(pairs, lambda pair: pair[0]).items()
        }

    def below(self, pointer: Pointer) -> Iterable[Element]:
        """Yield all elements under an element, in reading order."""
        for child in self.children(pointer):
            yield child
            yield from self.below(Pointer(document=pointer.document, element=child.id))

    def above(self, pointer: Pointer) -> tuple[Element, ...]:
        """Return the elements that an element stands under, the highest first."""
        chain: list[Element] = []
        parent = self.elements[pointer].parent
        while parent:
            element = self.elements[Pointer(document=pointer.document, element=parent)]
            chain.insert(0, element)
            parent = element.parent
        return tuple(chain)

    def answers(self, pointer: Pointer) -> tuple[Element, ...]:
        """Return the results that answer a promise in its own document."""
        return self._answers.get(pointer, ())

    @cached_property
    def _answers(self) -> dict[Pointer, tuple[Element, ...]]:
        pairs = [
            (Pointer(document=at.document, element=promise), one)
            for at, one in self.elements.items()
            if one.kind not in STRUCTURE
            for promise in one.answers
        ]
        return {
            promise: tuple(one for _, one in group)
            for promise, group in grouped(pairs, lambda pair: pair[0]).items()
        }

    @cached_property
    def threads(self) -> dict[str, Thread]:
        """The threads by id."""
        return {thread.id: thread for thread in self.build.threads.threads}

    def threads_of(self, pointer: Pointer) -> tuple[Thread, ...]:
        """Return the threads an element stands in: one, or more after a split or a merge."""
        return self._threads_of.get(pointer, ())

    @cached_property
    def _threads_of(self) -> dict[Pointer, tuple[Thread, ...]]:
        pairs = [(member, thread) for thread in self.threads.values() for member in thread.members]
        return {
            member: tuple(t for _, t in group)
            for member, group in grouped(pairs, lambda pair: pair[0]).items()
        }

    @cached_property
    def links(self) -> dict[Pointer, tuple[Link, ...]]:
        """The links that begin or end at an element."""
        pairs = [(end, link) for link in self.build.threads.links for end in (link.from_, link.to)]
        return {
            end: tuple(link for _, link in group)
            for end, group in grouped(pairs, lambda pair: pair[0]).items()
        }

    @cached_property
    def shifts(self) -> dict[str, tuple[Shift, ...]]:
        """The shifts of a thread, oldest first."""
        ordered = sorted(self.build.threads.shifts, key=lambda shift: self.position[shift.now.document])
        return grouped(ordered, lambda shift: shift.thread)

    @cached_property
    def changes(self) -> dict[str, tuple[Change, ...]]:
        """What became weaker or stronger along a thread."""
        return grouped(self.build.threads.changes, lambda change: change.thread)

    @cached_property
    def dropped(self) -> dict[Pointer, Dropped]:
        """What was not found again, by promise."""
        return {
            Pointer(document=dropped.document, element=dropped.element): dropped
            for dropped in self.build.threads.dropped
        }

    @cached_property
    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """The findings about a document or its elements."""
        return grouped(self.build.findings.findings, lambda finding: finding.subject.document)

    def findings_of(self, pointer: Pointer) -> tuple[Finding, ...]:
        """Return the findings about one element."""
        return self._findings_of.get((pointer.document, pointer.element), ())

    @cached_property
    def _findings_of(self) -> dict[tuple[str, str | None], tuple[Finding, ...]]:
        return grouped(self.build.findings.findings, lambda one: (one.subject.document, one.subject.element))

    def words(self, document: str, span: Span) -> str:
        """Return the words under a span."""
        return self.build.texts[document][span.source].text[span.start : span.end]

    def row(self, document: str, span: Span) -> tuple[int, int, int] | None:
        """Return the source, table and row that a span starts in, if it starts in a table."""
        blocks = self.build.texts[document][span.source].blocks
        at = bisect_right(self._block_starts[document, span.source], span.start) - 1
        block = blocks[at] if at >= 0 else None
        if block is None or block.table is None or block.row is None:
            return None
        return span.source, block.table, block.row

    @cached_property
    def _block_starts(self) -> dict[tuple[str, int], tuple[int, ...]]:
        return {
            (document, number): tuple(block.start for block in extract.blocks)
            for document, extracts in self.build.texts.items()
            for number, extract in enumerate(extracts)
        }

    def line(self, document: str, span: Span) -> int:
        """Return the line, counted from 1, that a span starts on."""
        return bisect_right(self.line_starts(document, span.source), span.start)

    def line_starts(self, document: str, source: int) -> tuple[int, ...]:
        """Return where each line of a source starts."""
        return self._line_starts[document, source]

    @cached_property
    def _line_starts(self) -> dict[tuple[str, int], tuple[int, ...]]:
        return {
            (document, number): line_starts(extract.text)
            for document, extracts in self.build.texts.items()
            for number, extract in enumerate(extracts)
        }


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset of the first character of each line."""
    return (0, *(number + 1 for number, character in enumerate(text) if character == "\n"))


def is_promise(element: Element) -> bool:
    """Return whether an element is on the plan side."""
    return element.phase is Phase.PLAN
