"""What part of the organisation a document or an element speaks of, so that like is asked of like."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from rodedraad.linking.due import ANSWERING
from rodedraad.linking.shelf import PLACES, Entry
from rodedraad.model.document import Document, Element

_PREFIX: Final = re.compile(
    r"^(?:programma|thema|hoofdstuk|deelprogramma)\s*(?:\d+[.:]?\s*)?|^\d+[.:]?\s*", re.IGNORECASE
)

REMEMBERED: Final = 1 << 12
"""So many names are remembered: few themes hold many promises."""
Path = tuple[str, ...]
Missing = Mapping[tuple[str, str], frozenset[str]]
"""Names of missing themes by the ids of a document and of a later report."""


def paths(document: Document) -> tuple[Path, ...]:
    """Return what a document covers, each as the plain names from programme to theme."""
    return tuple(tuple(plain(part) for part in cover.split(" / ")) for cover in document.covers)


@lru_cache(maxsize=REMEMBERED)
def plain(name: str) -> str:
    """Return a name of a programme or theme without number, prefix, case and white space."""
    tidy = " ".join(name.split()).strip(" .:")
    return (_PREFIX.sub("", tidy) or tidy).lower()


FEWEST_SHARED: Final = 2
"""A report that names fewer of the same themes is laid out in another way: nothing can be missed in it."""


def themes(document: Document) -> dict[str, Element]:
    """Return the programmes and themes of a document by plain name, each with where it is first named."""
    named: dict[str, Element] = {}
    for element in document.elements:
        if element.kind in PLACES:
            named.setdefault(plain(element.text), element)
    return named


def missing_themes(report: Document, document: Document) -> dict[str, Element]:
    """Return the themes of a document that a later one does not name, though it names others."""
    told, own = themes(report), themes(document)
    if len(own.keys() & told.keys()) < FEWEST_SHARED:
        return {}
    return {name: element for name, element in own.items() if name not in told}


def missing_pages(documents: Sequence[Document], threads: Iterable[Sequence[Entry]]) -> Missing:
    """Return the names of themes whose page a later report of the organisation lacks.

    A theme that has a promise on a thread with the report is there, under whatever name.
    """
    met = _met(threads)
    return {
        (document.id, report.id): frozenset(
            name for name in missing_themes(report, document) if (document.id, name, report.id) not in met
        )
        for report in documents
        if report.kind in ANSWERING
        for document in documents
        if document.organisation.code == report.organisation.code and document.adopted < report.adopted
    }


def _met(threads: Iterable[Sequence[Entry]]) -> set[tuple[str, str, str]]:
    """Return the document and theme of every entry on a thread, with every other document of that thread."""
    found: set[tuple[str, str, str]] = set()
    for thread in threads:
        documents = {one.pointer.document for one in thread}
        named = {(entry.pointer.document, place(entry)) for entry in thread}
        found |= {
            (document, name, other)
            for document, name in named
            for other in documents
            if name is not None and other != document
        }
    return found


def place(entry: Entry) -> str | None:
    """Return the plain name of the programme or theme that an entry stands under."""
    return plain(entry.theme.text) if entry.theme else None


def covers(later: Document, entry: Entry, document: Document) -> bool:
    """Tell whether a later document covers what an entry of a document speaks of.

    A broader cover includes a narrower one.  A document that does not say what it covers compares only with
    another that does not.
    """
    if not later.covers or not document.covers:
        return not later.covers and not document.covers
    named = frozenset(plain(above.text) for above in entry.path if above.kind in PLACES)
    return any(_includes(cover, own, named) for cover in paths(later) for own in paths(document))


def _includes(cover: Path, own: Path, named: frozenset[str]) -> bool:
    """Tell whether a cover includes what lies under `own`, given the names that an entry stands under."""
    shared = min(len(cover), len(own))
    return cover[:shared] == own[:shared] and all(name in named for name in cover[shared:])
