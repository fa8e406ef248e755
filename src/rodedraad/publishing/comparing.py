"""Two documents side by side: what of the older one's promises the newer one still says, and what is new.

Each promise that the balance of the older document counts stands in one group, so that the groups add up;
what is new is what the newer one counts and the older one does not say.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from rodedraad.linking.scope import plain, themes
from rodedraad.linking.shelf import PLACES
from rodedraad.linking.timeline import REPORTS
from rodedraad.linking.wording import changed, compare
from rodedraad.model.document import Document
from rodedraad.model.terms import DocumentKind
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup, grouped, is_promise
from rodedraad.publishing.outcome import Fate
from rodedraad.publishing.tally import Entry, Tallies


class Group(StrEnum):
    """What became of a promise between two documents, in the order in which a reader meets them."""

    GONE = "gone"
    MOVED = "moved"
    REWORDED = "reworded"
    ANSWERED = "answered"
    KEPT = "kept"
    NEW = "new"


class Pair(Struct, frozen=True, kw_only=True):
    """Two documents of one organisation, the older one first."""

    older: Document
    newer: Document


class Compared(Struct, frozen=True, kw_only=True):
    """A promise of the older document with what the newer one says of it; of a new one `was` is none."""

    group: Group
    was: Pointer | None
    now: tuple[Pointer, ...]
    fate: Fate


def pairs(documents: Iterable[Document]) -> tuple[Pair, ...]:
    """Return what is worth laying side by side, the newest first.

    That is each kind of document with the one before it, and within a year a budget with its kadernota
    and each of its reports.
    """
    ordered = sorted(documents, key=lambda one: (one.adopted, one.id))
    chains = grouped(ordered, lambda one: (one.organisation.code, one.kind)).values()
    years = grouped(ordered, lambda one: (one.organisation.code, one.year)).values()
    found = [pair for chain in chains for pair in pairwise(chain)]
    found += [pair for year in years for pair in _within(year)]
    newest_first = sorted(found, key=lambda two: (two[1].adopted, two[0].adopted, two[0].id), reverse=True)
    return tuple(Pair(older=older, newer=newer) for older, newer in newest_first)


def _within(year: tuple[Document, ...]) -> Iterator[tuple[Document, Document]]:
    for budget in (one for one in year if one.kind is DocumentKind.BEGROTING):
        for other in year:
            if other.kind is DocumentKind.KADERNOTA and other.adopted <= budget.adopted:
                yield other, budget
            if other.kind in REPORTS and other.adopted > budget.adopted:
                yield budget, other


class Comparing:
    """Lays the promises of two documents side by side, along their threads."""

    def __init__(self, lookup: Lookup, tallies: Tallies) -> None:
        self._lookup, self._tallies = lookup, tallies

    def compared(self, pair: Pair) -> tuple[Compared, ...]:
        """Return every promise of either document once, group by group, in reading order."""
        places = frozenset(themes(pair.newer))
        told = [self._old(entry, pair.newer, places) for entry in self._counted(pair.older)]
        new = [
            Compared(group=Group.NEW, was=None, now=(entry.promise,), fate=entry.fate)
            for entry in self._counted(pair.newer)
            if not self._said(entry.promise, pair.older)
        ]
        order = list(Group)
        return tuple(sorted((*told, *new), key=lambda one: order.index(one.group)))

    def _counted(self, document: Document) -> list[Entry]:
        order = {one.id: number for number, one in enumerate(document.elements)}
        found = (entry for _, group in self._tallies.documents[document.id].groups for entry in group)
        return sorted(found, key=lambda entry: order[entry.promise.element])

    def _said(self, pointer: Pointer, document: Document) -> tuple[Pointer, ...]:
        """Return where a document says the same, by the threads of a promise."""
        threads = self._lookup.threads_of(pointer)
        return tuple(dict.fromkeys(at for one in threads for at in one.members if at.document == document.id))

    def _old(self, entry: Entry, newer: Document, places: frozenset[str]) -> Compared:
        said = self._said(entry.promise, newer)
        promises = tuple(at for at in said if is_promise(self._lookup.elements[at]))
        group = self._group(entry.promise, promises, places) if promises else Group.ANSWERED
        return Compared(
            group=group if said else Group.GONE, was=entry.promise, now=promises or said, fate=entry.fate
        )

    def _group(self, was: Pointer, now: tuple[Pointer, ...], places: frozenset[str]) -> Group:
        if self._has_moved(was, now, places):
            return Group.MOVED
        words = [self._lookup.elements[at].text for at in (was, *now)]
        same = len(now) == 1 and not changed(compare(words[0], words[1]))
        return Group.KEPT if same else Group.REWORDED

    def _has_moved(self, was: Pointer, now: tuple[Pointer, ...], places: frozenset[str]) -> bool:
        """Tell whether a promise stands elsewhere, though the newer document still has its old place.

        A place within the old one, or around it, is not elsewhere: one document tells it more closely.
        """
        old = self._path(was)
        return bool(old) and old[-1] in places and all(_apart(old, self._path(at)) for at in now)

    def _path(self, pointer: Pointer) -> tuple[str, ...]:
        return tuple(plain(one.text) for one in self._lookup.above(pointer) if one.kind in PLACES)

    def place(self, pointer: Pointer) -> str:
        """Return the title of the programme or theme that an element stands under."""
        above = [one.text for one in self._lookup.above(pointer) if one.kind in PLACES]
        return " ".join(above[-1].split()) if above else ""


def _apart(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    return bool(new) and old[-1] not in new and new[-1] not in old
