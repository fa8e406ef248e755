"""What changed since the first plan of a year: deadlines that moved, promises reworded, promises new."""

from collections.abc import Iterator

from msgspec import Struct

from rodedraad.linking.wording import Stretch, alike, compare
from rodedraad.model.terms import FOR_GOOD, Relation
from rodedraad.model.threads import Link as ThreadLink
from rodedraad.model.threads import Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup, is_promise
from rodedraad.publishing.tally import Tally, is_asked_after
from rodedraad.publishing.views.common import (
    Link,
    Pages,
    Place,
    PromiseLine,
    place_of_element,
    promise_line,
    text_of,
    title_of,
)
from rodedraad.publishing.views.lists import ShiftRow, shift_row


class Reworded(Struct, frozen=True, kw_only=True):
    """A promise that came back in other words; `confirmed` where a person confirmed that it is the same."""

    promise: Link
    before: str
    now: str
    stretches: tuple[Stretch, ...]
    was_document: str
    was_place: Place | None
    now_document: str
    now_place: Place | None
    confirmed: bool


class ChangesPage(Struct, frozen=True, kw_only=True):
    """What the documents after one document changed."""

    address: str
    organisation: str
    since: Link
    shifts: tuple[ShiftRow, ...]
    reworded: tuple[Reworded, ...]
    new: tuple[PromiseLine, ...]


def changes_page(pages: Pages, basis: Tally) -> ChangesPage | None:
    """Return what came after the first plan of a year; nothing without later documents."""
    lookup = pages.lookup
    since = lookup.document(min(basis.documents, key=lambda one: lookup.position[one]))
    after = {
        one.id
        for one in lookup.build.documents
        if one.organisation == since.organisation and lookup.position[one.id] > lookup.position[since.id]
    }
    if not after:
        return None
    threads = [one for one in lookup.threads.values() if is_asked_after(lookup, one)]
    shifts = sorted(
        (one for one in lookup.build.threads.shifts if one.now.document in after),
        key=lambda one: (-one.days, one.thread, one.now.end),
    )
    return ChangesPage(
        address=addresses.changes(since.organisation.code),
        organisation=since.organisation.name,
        since=Link(text=since.title, href=addresses.document(since.id)),
        shifts=tuple(shift_row(pages, one) for one in shifts),
        reworded=tuple(row for one in threads for row in _reworded(pages, one, after)),
        new=tuple(promise_line(pages, one.members[0]) for one in threads if one.members[0].document in after),
    )


def _reworded(pages: Pages, thread: Thread, after: set[str]) -> Iterator[Reworded]:
    """Yield the last time that a promise of a thread came back in other words in one of these documents."""
    lookup, members = pages.lookup, set(thread.members)
    links = {
        (link.from_, link.to): link
        for member in thread.members
        for link in lookup.links.get(member, ())
        if _is_rewording(lookup, link) and link.to.document in after and {link.from_, link.to} <= members
    }
    order = lookup.position
    latest = sorted(links.values(), key=lambda one: (order[one.to.document], order[one.from_.document]))
    for link in latest[-1:]:
        yield _rewording(pages, thread, link)


def _is_rewording(lookup: Lookup, link: ThreadLink) -> bool:
    """Return whether a link says a promise in other words; what is said of it later is no rewording."""
    promises = all(is_promise(lookup.elements[one]) for one in (link.from_, link.to))
    return promises and link.relation is Relation.RESTATED and link.decision in FOR_GOOD


def _rewording(pages: Pages, thread: Thread, link: ThreadLink) -> Reworded:
    lookup = pages.lookup
    before, now = (text_of(lookup.elements[one]) for one in (link.from_, link.to))
    return Reworded(
        promise=Link(text=title_of(lookup, thread), href=addresses.thread(thread.id)),
        before=before,
        now=now,
        stretches=compare(before, now) if alike(before, now) else (),
        was_document=lookup.document(link.from_.document).title,
        was_place=place_of_element(lookup, link.from_),
        now_document=lookup.document(link.to.document).title,
        now_place=place_of_element(lookup, link.to),
        confirmed=pages.fates.is_confirmed(thread),
    )
