"""What the rules look at: documents, threads, and ways to find one's way in them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document, Element
from rodedraad.model.findings import Subject
from rodedraad.model.observations import Observations
from rodedraad.model.terms import FOR_GOOD, STRUCTURE, Phase
from rodedraad.model.threads import Link, Pointer, Threads


class Case:
    """What a dossier holds, what people decided and what was measured, with the indexes that rules need."""

    def __init__(
        self,
        documents: Sequence[Document],
        threads: Threads,
        decisions: Decisions | None = None,
        observations: Observations | None = None,
    ) -> None:
        self.documents = tuple(documents)
        self.threads = threads
        self.decisions = decisions or Decisions()
        self.observations = observations or Observations()
        self._document = {document.id: document for document in documents}
        self._position = {document.id: place for place, document in enumerate(documents)}

    def document(self, identity: str) -> Document:
        """Return the document with this id."""
        return self._document[identity]

    def position(self, identity: str) -> int:
        """Return the place of a document in time, among those of the dossier."""
        return self._position[identity]

    def element(self, pointer: Pointer) -> Element:
        """Return the element that is pointed at."""
        return self._elements[pointer]

    def has(self, pointer: Pointer) -> bool:
        """Tell whether what is pointed at is in the documents."""
        return pointer in self._elements

    def elements(self, *kinds: str, phase: Phase | None = None) -> Iterator[tuple[Document, Element]]:
        """Yield the elements of these kinds and, where given, this phase, in reading order."""
        for document in self.documents:
            for element in document.elements:
                if element.kind in kinds and (phase is None or element.phase == phase):
                    yield document, element

    def subjects(self) -> Iterator[Subject]:
        """Yield everything that a finding can be about, in reading order."""
        for document in self.documents:
            yield Subject(document=document.id)
            for element in document.elements:
                yield Subject(document=document.id, element=element.id)

    def children(self, document: Document, element: Element) -> tuple[Element, ...]:
        """Return the elements that stand right under an element."""
        return tuple(self._children.get(Pointer(document=document.id, element=element.id), ()))

    def descendants(self, document: Document, element: Element) -> Iterator[Element]:
        """Yield everything under an element, in reading order."""
        for child in self.children(document, element):
            yield child
            yield from self.descendants(document, child)

    def parent(self, document: Document, element: Element) -> Element | None:
        """Return what an element stands under."""
        return self.element(Pointer(document=document.id, element=element.parent)) if element.parent else None

    def ancestors(self, document: Document, element: Element) -> Iterator[Element]:
        """Yield what an element stands under, nearest first."""
        above = self.parent(document, element)
        while above is not None:
            yield above
            above = self.parent(document, above)

    def results(self, document: Document, element: Element) -> tuple[Element, ...]:
        """Return the elements of the same document that answer an element."""
        return tuple(self._results.get(Pointer(document=document.id, element=element.id), ()))

    def linked(self, document: Document, element: Element) -> tuple[Link, ...]:
        """Return the links for good at either end of an element."""
        return tuple(self._links.get(Pointer(document=document.id, element=element.id), ()))

    @cached_property
    def _elements(self) -> dict[Pointer, Element]:
        return {
            Pointer(document=document.id, element=element.id): element
            for document in self.documents
            for element in document.elements
        }

    @cached_property
    def _children(self) -> dict[Pointer, list[Element]]:
        found: dict[Pointer, list[Element]] = defaultdict(list)
        for document in self.documents:
            for element in document.elements:
                if element.parent is not None:
                    found[Pointer(document=document.id, element=element.parent)].append(element)
        return found

    @cached_property
    def _results(self) -> dict[Pointer, list[Element]]:
        found: dict[Pointer, list[Element]] = defaultdict(list)
        for document in self.documents:
            for element in document.elements:
                for answered in element.answers if element.kind not in STRUCTURE else ():
                    found[Pointer(document=document.id, element=answered)].append(element)
        return found

    @cached_property
    def _links(self) -> dict[Pointer, list[Link]]:
        found: dict[Pointer, list[Link]] = defaultdict(list)
        for link in self.threads.links:
            if link.decision in FOR_GOOD:
                found[link.from_].append(link)
                found[link.to].append(link)
        return found
