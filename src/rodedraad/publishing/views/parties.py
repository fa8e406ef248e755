"""Whom the municipality does it with: every organisation and region that the documents name."""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from rodedraad.model.document import Reference
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.views.common import Link, Pages, Place, place_of, title_of

SORTS: Final = {"organisation": "partner", "region": "regio"}
ASKED: Final = frozenset({Kind.GOAL, Kind.ACTIVITY})


class PartyRow(Struct, frozen=True, kw_only=True):
    """An organisation or region: how often it is named, in which documents, and in which promises."""

    anchor: str
    name: str
    sort: str
    times: int
    places: tuple[tuple[str, Place], ...]
    threads: tuple[Link, ...]


def party_rows(pages: Pages) -> tuple[PartyRow, ...]:
    """Return every organisation and region by name; of each document the first place where it stands."""
    named = named_parties(pages.lookup)
    return tuple(_row(pages, named[name]) for name in sorted(named))


def named_parties(lookup: Lookup) -> Mapping[str, tuple[tuple[Pointer, Reference], ...]]:
    """Return where each organisation and region is named, by its name without regard to capitals."""
    return grouped(_named(lookup), lambda pair: pair[1].name.casefold())


def _named(lookup: Lookup) -> Iterator[tuple[Pointer, Reference]]:
    return ((at, ref) for at, element in lookup.elements.items() for ref in element.refs if ref.kind in SORTS)


def _row(pages: Pages, named: tuple[tuple[Pointer, Reference], ...]) -> PartyRow:
    lookup = pages.lookup
    newest = named[-1][1]
    first = {at.document: (at, ref) for at, ref in reversed(named)}
    threads = {
        one.id: one for at, _ in named if lookup.elements[at].kind in ASKED for one in lookup.threads_of(at)
    }
    return PartyRow(
        anchor=addresses.anchor(newest.name.casefold()),
        name=newest.name,
        sort=say(SORTS[newest.kind]),
        times=len(named),
        places=tuple(
            (lookup.document(at.document).title, place_of(lookup, at.document, ref.evidence))
            for at, ref in reversed(first.values())
        ),
        threads=tuple(
            Link(text=title_of(lookup, one), href=addresses.thread(one.id)) for one in threads.values()
        ),
    )
