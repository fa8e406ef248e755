"""The lists: promises by outcome, shifts, deadlines; each a table that is also a CSV file."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from rodedraad.model.document import Deadline
from rodedraad.model.identities import fingerprint
from rodedraad.model.threads import Pointer, Shift
from rodedraad.publishing import addresses
from rodedraad.publishing.calendar import Event
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup, grouped, is_promise
from rodedraad.publishing.metadata import canonical
from rodedraad.publishing.shown import day, later, period, quarter_of
from rodedraad.publishing.tally import Tally, has_outcome
from rodedraad.publishing.views.balance import BalanceView, balance_view
from rodedraad.publishing.views.common import (
    Link,
    Pages,
    Place,
    PromiseLine,
    StatusView,
    home_of,
    place_of,
    promise_line,
    status_of,
    text_of,
    title_of,
)
from rodedraad.publishing.views.deadlines import place_of_dated
from rodedraad.publishing.views.events import EventView, event_views
from rodedraad.publishing.words import word


class OutcomeList(Struct, frozen=True, kw_only=True):
    """The promises of a document or a year with one outcome."""

    title: str
    organisation: str
    documents: tuple[Link, ...]
    status: StatusView
    promises: tuple[PromiseLine, ...]
    balance: BalanceView
    key: str


class DocumentTally(Struct, frozen=True, kw_only=True):
    """A document and its balance."""

    document: Link
    balance: BalanceView


class YearTally(Struct, frozen=True, kw_only=True):
    """A year of an organisation, its balance, and those of its documents."""

    title: str
    organisation: str
    balance: BalanceView
    documents: tuple[DocumentTally, ...]


class ShiftRow(Struct, frozen=True, kw_only=True):
    """A deadline that moved; `confirmed` where a person confirmed that it is one promise."""

    promise: Link
    was: str
    was_document: str
    was_place: Place | None
    now: str
    now_document: str
    now_place: Place | None
    days: int
    moved: str
    cause: str
    confirmed: bool


class DeadlineRow(Struct, frozen=True, kw_only=True):
    """A deadline of a promise, with the documents that name it."""

    end: date
    when: str
    words: str
    promise: Link
    documents: tuple[str, ...]
    places: tuple[Place, ...]
    status: StatusView


class Quarter(Struct, frozen=True, kw_only=True):
    """The deadlines that end in one quarter of a year."""

    anchor: str
    title: str
    rows: tuple[DeadlineRow, ...]


class DeadlineGroup(Struct, frozen=True, kw_only=True):
    """The deadlines of one year, or those that are still to come."""

    anchor: str
    title: str
    rows: tuple[DeadlineRow, ...]

    @property
    def dated(self) -> tuple[tuple[str, DeadlineRow], ...]:
        """The rows, each with the anchor of its quarter where it is the first in it."""
        firsts = {one.rows[0]: one.anchor for one in self.quarters}
        return tuple((firsts.get(row, ""), row) for row in self.rows)

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The deadlines by the quarter in which they end, in the order of the rows."""
        found = grouped(self.rows, lambda row: (row.end.year, quarter_of(row.end)))
        return tuple(
            Quarter(anchor=f"{self.anchor}-{year}-{name[0]}", title=name, rows=rows)
            for (year, name), rows in found.items()
        )


class DeadlinePage(Struct, frozen=True, kw_only=True):
    """The deadlines by year, and the events that moved more than one of them."""

    events: tuple[EventView, ...]
    groups: tuple[DeadlineGroup, ...]


def outcome_list(pages: Pages, tally: Tally, key: str) -> OutcomeList:
    """Return the list behind one part of a balance."""
    entries = next(group for outcome, group in tally.groups if outcome.value == key)
    return OutcomeList(
        title=tally.title,
        organisation=tally.organisation,
        documents=_documents(pages.lookup, tally),
        status=StatusView(key=key, word=word("outcome", key)),
        promises=tuple(promise_line(pages, one.promise, one.fate) for one in entries),
        balance=balance_view(tally),
        key=key,
    )


def _documents(lookup: Lookup, tally: Tally) -> tuple[Link, ...]:
    return tuple(
        Link(text=lookup.document(one).title, href=addresses.document(one)) for one in tally.documents
    )


def year_tallies(pages: Pages) -> tuple[YearTally, ...]:
    """Return the counts of every year, the newest first, with those of each document in it."""
    newest_first = sorted(pages.tallies.years.values(), key=lambda one: one.year, reverse=True)
    return tuple(_year(pages, one) for one in newest_first)


def _year(pages: Pages, tally: Tally) -> YearTally:
    links = _documents(pages.lookup, tally)
    own = [pages.tallies.documents[one] for one in tally.documents]
    return YearTally(
        title=tally.title,
        organisation=tally.organisation,
        balance=balance_view(tally),
        documents=tuple(
            DocumentTally(document=link, balance=balance_view(one))
            for link, one in zip(links, own, strict=True)
        ),
    )


def shift_rows(pages: Pages) -> tuple[ShiftRow, ...]:
    """Return all shifts, the largest first."""
    shifts = pages.lookup.build.threads.shifts
    largest_first = sorted(shifts, key=lambda one: (-one.days, one.thread, one.now.end))
    return tuple(shift_row(pages, one) for one in largest_first)


def shift_row(pages: Pages, shift: Shift) -> ShiftRow:
    """Return a deadline that moved, with both places."""
    lookup = pages.lookup
    thread = lookup.threads[shift.thread]
    return ShiftRow(
        promise=Link(text=title_of(lookup, thread), href=addresses.thread(thread.id)),
        was=period(shift.planned.start, shift.planned.end),
        was_document=lookup.document(shift.planned.document).title,
        was_place=place_of_dated(lookup, shift.planned),
        now=period(shift.now.start, shift.now.end),
        now_document=lookup.document(shift.now.document).title,
        now_place=place_of_dated(lookup, shift.now),
        days=shift.days,
        moved=later(shift.days),
        cause=shift.cause or "",
        confirmed=pages.fates.is_confirmed(thread),
    )


def deadline_page(pages: Pages) -> DeadlinePage:
    """Return what the page of deadlines shows."""
    return DeadlinePage(events=event_views(pages), groups=deadline_groups(pages))


def deadline_events(page: DeadlinePage, address: str) -> Iterator[Event]:
    """Yield the deadlines as days in a calendar, the first day first."""
    rows = (row for group in page.groups for row in group.rows)
    for row in sorted(rows, key=lambda one: (one.end, one.promise.href)):
        named = ", ".join(dict.fromkeys(row.documents))
        yield Event(
            uid=f"{fingerprint(row.promise.href, row.end.isoformat())}@rodedraad",
            day=row.end,
            summary=f"Termijn: {row.promise.text}",
            description=f"{row.when}: {row.status.word}. Genoemd in {named}.",
            url=canonical(address, row.promise.href),
        )


def deadline_groups(pages: Pages) -> tuple[DeadlineGroup, ...]:
    """Return the deadlines of all promises: first what is to come after the newest document, then by year."""
    documents = pages.lookup.build.documents
    today = max((one.adopted for one in documents), default=date.min)
    rows = _deadline_rows(pages)
    coming = tuple(sorted((one for one in rows if one.end > today), key=lambda row: row.end))
    past = grouped((one for one in rows if one.end <= today), lambda row: row.end.year)
    first = DeadlineGroup(anchor="komt", title=say("Na {day}: nog te komen", day=day(today)), rows=coming)
    years = (DeadlineGroup(anchor=f"jaar-{year}", title=f"{year}", rows=past[year]) for year in past)
    return tuple(group for group in (first, *years) if group.rows)


def _deadline_rows(pages: Pages) -> tuple[DeadlineRow, ...]:
    """Return each deadline of a promise once, the newest first, however many documents name it."""
    named = grouped(
        (entry for pointer in pages.lookup.elements for entry in _deadlines_of(pages.lookup, pointer)),
        lambda entry: (home_of(pages.lookup, entry[0]), entry[1].end),
    )
    rows = (_deadline_row(pages, group) for group in named.values())
    return tuple(sorted(rows, key=lambda row: row.end, reverse=True))


def _deadlines_of(lookup: Lookup, pointer: Pointer) -> Iterable[tuple[Pointer, Deadline]]:
    element = lookup.elements[pointer]
    asked = is_promise(element) and has_outcome(lookup, pointer)
    return ((pointer, deadline) for deadline in element.deadlines if asked)


def _deadline_row(pages: Pages, group: tuple[tuple[Pointer, Deadline], ...]) -> DeadlineRow:
    lookup = pages.lookup
    pointer, deadline = group[-1]
    return DeadlineRow(
        end=deadline.end,
        when=period(deadline.start, deadline.end),
        words=deadline.text,
        promise=Link(text=text_of(lookup.elements[pointer]), href=home_of(lookup, pointer)),
        documents=tuple(lookup.document(at.document).title for at, _ in group),
        places=tuple(place_of(lookup, at.document, one.evidence) for at, one in group),
        status=status_of(lookup, pages.fates.of(pointer)),
    )
