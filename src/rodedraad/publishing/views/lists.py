"""The lists: promises by outcome, shifts, deadlines; each a table that is also a CSV file."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from rodedraad.model.threads import Pointer, Shift
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import later, period
from rodedraad.publishing.lookup import Lookup, is_promise
from rodedraad.publishing.tally import Tally
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
from rodedraad.publishing.views.figures import IndicatorRow, indicator_rows
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
    """A deadline that moved."""

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


class DeadlineRow(Struct, frozen=True, kw_only=True):
    """A deadline of a promise."""

    end: date
    when: str
    words: str
    promise: Link
    document: str
    status: StatusView
    place: Place


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


def shift_rows(lookup: Lookup) -> tuple[ShiftRow, ...]:
    """Return all shifts, the largest first."""
    largest_first = sorted(lookup.build.threads.shifts, key=lambda one: (-one.days, one.thread, one.now.end))
    return tuple(_shift_row(lookup, one) for one in largest_first)


def _shift_row(lookup: Lookup, shift: Shift) -> ShiftRow:
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
    )


def deadline_rows(pages: Pages) -> tuple[DeadlineRow, ...]:
    """Return the deadlines of all promises by date, the newest first."""
    rows = (row for pointer in pages.lookup.elements for row in _deadlines_of(pages, pointer))
    return tuple(sorted(rows, key=lambda row: row.end, reverse=True))


def _deadlines_of(pages: Pages, pointer: Pointer) -> Iterable[DeadlineRow]:
    lookup = pages.lookup
    element = lookup.elements[pointer]
    for deadline in element.deadlines if is_promise(element) else ():
        yield DeadlineRow(
            end=deadline.end,
            when=period(deadline.start, deadline.end),
            words=deadline.text,
            promise=Link(text=text_of(element), href=home_of(lookup, pointer)),
            document=lookup.document(pointer.document).title,
            status=status_of(lookup, pages.fates.of(pointer)),
            place=place_of(lookup, pointer.document, deadline.evidence),
        )


def all_indicators(lookup: Lookup) -> tuple[IndicatorRow, ...]:
    """Return the indicators of all documents, newest first."""
    return tuple(row for one in reversed(lookup.build.documents) for row in indicator_rows(lookup, one))
