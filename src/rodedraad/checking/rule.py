"""What a rule is."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from msgspec import Struct

from rodedraad.checking.case import Case
from rodedraad.model.document import Document, Element, Span
from rodedraad.model.findings import Quote, Subject
from rodedraad.model.terms import Severity
from rodedraad.model.threads import Pointer


class Remark(Struct, frozen=True, kw_only=True):
    """What a rule says of one subject; what it rests on and how to mend it are the rule's own."""

    subject: Subject
    message: str
    evidence: tuple[Quote, ...] = ()
    others: tuple[Pointer, ...] = ()
    key: str = ""


class Rule(ABC):
    """One check.  `explanation` and `remedy` are for the reader of a finding, in plain Dutch.

    A rule never accuses: it says what was not found where, or asks.
    """

    code: ClassVar[str]
    title: ClassVar[str]
    severity: ClassVar[Severity]
    basis: ClassVar[str]
    explanation: ClassVar[str]
    remedy: ClassVar[str]

    @abstractmethod
    def check(self, case: Case) -> Iterator[Remark]:
        """Yield what there is to say, in order of document and of reading."""


def about(document: Document, element: Element | None = None) -> Subject:
    """Return an element of a document, or the document, as the subject of a remark."""
    return Subject(document=document.id, element=element.id if element else None)


def together(document: Document, elements: Sequence[Element], message: str) -> Remark:
    """Return one remark about elements that share a lack: the first is its subject."""
    return Remark(
        subject=about(document, elements[0]),
        others=pointers(document, elements[1:]),
        message=message,
        evidence=quotes(document, tuple(span for element in elements for span in element.spans)),
    )


def pointers(document: Document, elements: Iterable[Element]) -> tuple[Pointer, ...]:
    """Return elements of a document as what a remark points at besides its subject."""
    return tuple(Pointer(document=document.id, element=element.id) for element in elements)


def quotes(document: Document, spans: tuple[Span, ...]) -> tuple[Quote, ...]:
    """Return spans of a document as the words that a remark rests on."""
    return tuple(Quote(document=document.id, span=span) for span in spans)
