"""Documents and what linking said of them, ready to look up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from rodedraad.linking.scope import Missing, missing_pages
from rodedraad.linking.shelf import Entry, shelve
from rodedraad.linking.timeline import in_order
from rodedraad.model.document import Document
from rodedraad.model.terms import Decision
from rodedraad.model.threads import Dropped, Link, Pointer, Thread, Threads


@dataclass(frozen=True)
class Ledger:
    """Documents in order of time, their entries, and the threads, links and dropped promises.

    To make one costs a walk over everything; make it once and ask it often.
    """

    documents: tuple[Document, ...]
    entries: Mapping[Pointer, Entry]
    by_id: Mapping[str, Document]
    threads: Mapping[str, Thread]
    dropped: Mapping[Pointer, Dropped]
    told: "LinksTold"
    missing: Missing
    """Themes whose page a report lacks."""
    confirmed: frozenset[Pointer] = frozenset()
    """The ends of links that a person confirmed."""

    @property
    def links(self) -> Mapping[frozenset[Pointer], Link]:
        """The links by their ends."""
        return self.told.by_ends

    @property
    def best(self) -> Mapping[tuple[Pointer, str], float]:
        """The highest score of any link of an element to another document."""
        return self.told.best

    @cached_property
    def within(self) -> Mapping[str, Sequence[Entry]]:
        """The entries of each document, by its id."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            found[entry.pointer.document].append(entry)
        return found

    @cached_property
    def standing(self) -> Mapping[Pointer, Sequence[str]]:
        """The ids of the threads that each element stands on."""
        found: dict[Pointer, list[str]] = defaultdict(list)
        for thread in self.threads.values():
            for member in thread.members:
                found[member].append(thread.id)
        return found

    def until(self, last: Document) -> "Ledger":
        """Return the ledger as it stood when a document was adopted."""
        seen = tuple(one for one in self.documents if (one.adopted, one.id) <= (last.adopted, last.id))
        names = {one.id for one in seen}
        return replace(
            self,
            documents=seen,
            entries={pointer: entry for pointer, entry in self.entries.items() if pointer.document in names},
            by_id={one.id: one for one in seen},
            dropped={
                pointer: one for pointer, one in self.dropped.items() if names.intersection(one.searched)
            },
        )


@dataclass(frozen=True)
class LinksTold:
    """Links, looked up in ways that few ask for: they are many."""

    links: Sequence[Link]

    @cached_property
    def by_ends(self) -> Mapping[frozenset[Pointer], Link]:
        """The links by their ends."""
        return {frozenset((one.from_, one.to)): one for one in self.links}

    @cached_property
    def best(self) -> Mapping[tuple[Pointer, str], float]:
        """The highest score of any link of an element to another document."""
        return _best(self.links)


def ledger(documents: Sequence[Document], threads: Threads) -> Ledger:
    """Return the ledger of documents and their threads."""
    ordered = in_order(documents)
    shelves = [shelve(tuple(own)) for _, own in groupby(ordered, key=lambda one: one.organisation.code)]
    entries = {entry.pointer: entry for shelf in shelves for entry in shelf.entries}
    on_threads = ([entries[one] for one in thread.members if one in entries] for thread in threads.threads)
    return Ledger(
        documents=ordered,
        entries=entries,
        by_id={one.id: one for one in ordered},
        threads={one.id: one for one in threads.threads},
        dropped={Pointer(document=one.document, element=one.element): one for one in threads.dropped},
        told=LinksTold(threads.links),
        confirmed=frozenset(
            end for one in threads.links if one.decision is Decision.CONFIRMED for end in (one.from_, one.to)
        ),
        missing=missing_pages(ordered, on_threads),
    )


def _best(links: Iterable[Link]) -> dict[tuple[Pointer, str], float]:
    best: dict[tuple[Pointer, str], float] = {}
    for link in links:
        if link.decision is not Decision.REJECTED:
            for one, other in ((link.from_, link.to), (link.to, link.from_)):
                side = one, other.document
                best[side] = max(best.get(side, 0.0), link.score)
    return best
