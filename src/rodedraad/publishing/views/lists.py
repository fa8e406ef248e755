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
    """The promises of a document with one outcome."""

    title: str
    organisation: str
    document: Link
    status: StatusView
    promises: tuple[PromiseLine, ...]
    balance: BalanceView
    key: str


class DocumentTally(Struct, frozen=True, kw_only=True):
    """A row of the table of all promises: a document and its counts."""

    document: Link
    organisation: str
    year: int
    balance: BalanceView


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
    document = pages.lookup.document(tally.document)
    promises = dict(tally.promises)[key]
    return OutcomeList(
        title=document.title,
        organisation=document.organisation.name,
        document=Link(text=document.title, href=addresses.document(document.id)),
        status=StatusView(key=key, word=word("outcome", key)),
        promises=tuple(promise_line(pages, pointer, fate) for pointer, fate in promises),
        balance=balance_view(pages, document),
        key=key,
    )


def document_tallies(pages: Pages) -> tuple[DocumentTally, ...]:
    """Return the counts of every document, newest first."""
    return tuple(
        DocumentTally(
            document=Link(text=one.title, href=addresses.document(one.id)),
            organisation=one.organisation.name,
            year=one.year,
            balance=balance_view(pages, one),
        )
        for one in reversed(pages.lookup.build.documents)
    )


def shift_rows(lookup: Lookup) -> tuple[ShiftRow, ...]:
    """Return all shifts, the largest first."""
    largest_first = sorted(lookup.build.threads.shifts, key=lambda one: (-one.days, one.thread, one.now.end))
    return tuple(_shift_row(lookup, one) for one in largest_first)


def _shift_row(lookup: Lookup, shift: Shift) -> ShiftRow:
    thread = lookup.threads[shift.thread]
    return ShiftRow(
        promise=Link(text=title_of(thread), href=addresses.thread(thread.id)),
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
