"""What part of the organisation a document or an element speaks of, so that like is asked of like."""

import re
from typing import Final

from rodedraad.linking.shelf import Entry
from rodedraad.model.document import Document
from rodedraad.model.terms import Kind

_PREFIX: Final = re.compile(
    r"^(?:programma|thema|hoofdstuk|deelprogramma)\s*(?:\d+[.:]?\s*)?|^\d+[.:]?\s*", re.IGNORECASE
)

Path = tuple[str, ...]


def paths(document: Document) -> tuple[Path, ...]:
    """Return what a document covers, each as the plain names from programme to theme."""
    return tuple(tuple(plain(part) for part in cover.split(" / ")) for cover in document.covers)


def plain(name: str) -> str:
    """Return a name of a programme or theme without number, prefix, case and white space."""
    tidy = " ".join(name.split()).strip(" .:")
    return (_PREFIX.sub("", tidy) or tidy).lower()


def covers(later: Document, entry: Entry, document: Document) -> bool:
    """Tell whether a later document covers what an entry of a document speaks of.

    A broader cover includes a narrower one.  A document that does not say what it covers compares only with
    another that does not.
    """
    if not later.covers or not document.covers:
        return not later.covers and not document.covers
    named = frozenset(plain(above.text) for above in entry.path if above.kind in (Kind.PROGRAMME, Kind.THEME))
    return any(_includes(cover, own, named) for cover in paths(later) for own in paths(document))


def _includes(cover: Path, own: Path, named: frozenset[str]) -> bool:
    """Tell whether a cover includes what lies under `own`, given the names that an entry stands under."""
    shared = min(len(cover), len(own))
    return cover[:shared] == own[:shared] and all(name in named for name in cover[shared:])
