"""The stretches of a document that are found as a whole: its parts, and what is explained under a heading."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.search.scope import PROGRAMMES
from rodedraad.publishing.search.texts import is_told, joined, texts_of
from rodedraad.publishing.views.common import document_words
from rodedraad.publishing.views.outline import HEADED, heading_of


class Stretch(Struct, frozen=True, kw_only=True):
    """A document, or the heading of a part of it, with what is explained there."""

    document: Document
    heading: Element | None
    text: str

    @property
    def title(self) -> str:
        """The words of the heading, else the title of the document."""
        return heading_of(self.heading) if self.heading else self.document.title

    @property
    def kind(self) -> Kind:
        """What a reader finds: a programme, a theme, a document, or else explanation."""
        if self.heading is None:
            return Kind.DOCUMENT
        return self.heading.kind if self.heading.kind in PROGRAMMES else Kind.NARRATIVE

    @property
    def address(self) -> str:
        """Its own page where it has one, else its place on the page of the document."""
        if self.heading is None:
            return addresses.document(self.document.id)
        address = addresses.part if self.heading.kind in PROGRAMMES else addresses.line
        return address(self.document.id, self.heading.id)


def stretches(lookup: Lookup) -> Iterator[Stretch]:
    """Yield each document, and each part of it that has a page of its own or explanation under it."""
    for document in lookup.build.documents:
        told = _explained(lookup, document)
        yield _stretch(document, None, told.get(None, []))
        for element in document.elements:
            if element.kind in PROGRAMMES or element.id in told:
                yield _stretch(document, element, told.get(element.id, []))


def _stretch(document: Document, heading: Element | None, texts: Sequence[str]) -> Stretch:
    return Stretch(document=document, heading=heading, text=joined(texts) or document_words(document))


def _explained(lookup: Lookup, document: Document) -> dict[str | None, list[str]]:
    """Return the explanation in a document by the id of the heading it stands under, if any."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for element in document.elements:
        pointer = Pointer(document=document.id, element=element.id)
        if element.kind is Kind.NARRATIVE and not is_told(lookup, pointer):
            above = (one.id for one in reversed(lookup.above(pointer)) if one.kind in HEADED)
            found[next(above, None)].extend(texts_of(lookup, pointer))
    return found
