"""What a record is filtered by: the years, documents and programmes that it is of."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.model.document import Document
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.outline import heading_of

PROGRAMMES: Final = frozenset({Kind.PROGRAMME, Kind.THEME})


class Scope(Struct, frozen=True, kw_only=True):
    """Years, titles of documents and names of programmes, each once and in order of time."""

    years: tuple[str, ...]
    documents: tuple[str, ...]
    programmes: tuple[str, ...] = ()


def scope_of(lookup: Lookup, members: Sequence[Pointer]) -> Scope:
    """Return what elements are of; a programme is the highest programme or theme that one stands under."""
    documents = [lookup.document(one.document) for one in members]
    programmes = filter(None, (_programme(lookup, one) for one in members))
    return Scope(
        years=_once(str(one.year) for one in documents),
        documents=_once(titled(lookup, one) for one in documents),
        programmes=_once(programmes),
    )


def scope_within(lookup: Lookup, document: Document, element: str | None) -> Scope:
    """Return what an element of a document is of, or else the document as a whole."""
    if element is not None:
        return scope_of(lookup, (Pointer(document=document.id, element=element),))
    return Scope(years=(str(document.year),), documents=(titled(lookup, document),))


def titled(lookup: Lookup, document: Document) -> str:
    """Return the title of a document, with its organisation where the site is of several."""
    several = len({one.organisation.code for one in lookup.build.documents}) > 1
    return f"{document.title}, {document.organisation.name}" if several else document.title


def _programme(lookup: Lookup, pointer: Pointer) -> str:
    chain = (*lookup.above(pointer), lookup.elements[pointer])
    return next((heading_of(one) for one in chain if one.kind in PROGRAMMES), "")


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
