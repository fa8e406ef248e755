"""What came of a promise, as far as the documents tell."""

from collections.abc import Sequence
from enum import StrEnum

from rodedraad.linking.due import ANSWERED_FOR, ANSWERING, ASKED_FOR, SAID_FROM, last_year, reports_fully
from rodedraad.linking.ledger import Ledger
from rodedraad.linking.scope import covers, place
from rodedraad.linking.shelf import Entry, is_promise
from rodedraad.linking.timeline import REPORTS
from rodedraad.model.document import Document
from rodedraad.model.terms import Phase, Status
from rodedraad.model.threads import Pointer, Thread


class Outcome(StrEnum):
    """What came of a promise: the status a report gives it, or why there is none."""

    DONE = "done"
    PARTLY = "partly"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    DELAYED = "delayed"
    NOT_STARTED = "not-started"
    MISSED = "missed"
    STOPPED = "stopped"
    MOVED = "moved"
    CHANGED = "changed"
    EXTRA = "extra"
    UNCLEAR = "unclear"
    NO_ANSWER = "no-answer"
    """A report quotes the promise and says nothing of it."""
    NOT_FOUND = "not-found"
    """A report of the same scope, in full and due, does not hold the promise."""
    UNDECIDED = "undecided"
    """The same, but a candidate is too good to say so: a person is to decide."""
    NOT_DUE = "not-due"
    """There is a report of the same scope, but the promise need not be done by then."""
    NOT_REPORTED = "not-reported-yet"
    """There is no report of the same scope, or it tells only what deviates."""


def outcome(thread: Thread, promise: Pointer, book: Ledger) -> Outcome:
    """Return what came of a promise of a thread, by the newest report that says something of it.

    A report of an earlier year speaks of an earlier promise on the thread, so it does not count.
    """
    year = book.by_id[promise.document].year
    members = [book.entries[one] for one in thread.members if one in book.entries]
    reported = [entry for entry in members if _is_report(book.by_id[entry.pointer.document], year)]
    said = [one for one in map(_status, reversed(_by_report(reported, book))) if one is not None]
    if said:
        return said[0]
    return Outcome.NO_ANSWER if reported else _unanswered(promise, book)


def _is_report(document: Document, year: int) -> bool:
    return document.kind in REPORTS and document.year >= year


def _by_report(reported: Sequence[Entry], book: Ledger) -> list[list[Entry]]:
    """Return the members by report, in order of adoption."""
    by_document: dict[str, list[Entry]] = {}
    for entry in reported:
        by_document.setdefault(entry.pointer.document, []).append(entry)
    return [
        by_document[one] for one in sorted(by_document, key=lambda name: (book.by_id[name].adopted, name))
    ]


def _status(members: Sequence[Entry]) -> Outcome | None:
    """Return the status that one report gives: on the promise, or else on its result."""
    judged = sorted(
        (entry for entry in members if entry.element.status is not None),
        key=lambda one: not is_promise(one.element),
    )
    if judged and judged[0].element.status is not None:
        return Outcome(judged[0].element.status.value.value)
    answered = any(entry.element.phase is Phase.ACTUAL for entry in members)
    return Outcome(Status.UNCLEAR.value) if answered else None


def _unanswered(promise: Pointer, book: Ledger) -> Outcome:
    if promise in book.dropped:
        return Outcome.NOT_FOUND
    entry, document = book.entries[promise], book.by_id[promise.document]
    reports = [
        one
        for one in book.documents
        if one.kind in ANSWERING
        and one.organisation.code == document.organisation.code
        and one.adopted > document.adopted
        and one.year >= document.year
        and covers(one, entry, document)
    ]
    full = [one for one in reports if reports_fully(one)]
    if not full or any(place(entry) in book.missing[document.id, one.id] for one in full):
        return Outcome.NOT_REPORTED
    due = [one for one in full if one.year >= last_year(entry.element, document)]
    if not due:
        return Outcome.NOT_DUE
    return Outcome.UNDECIDED if _undecided(entry, due, book) else Outcome.NOT_FOUND


def _undecided(entry: Entry, due: Sequence[Document], book: Ledger) -> bool:
    """Tell whether a candidate is too good to say that a promise is not found.

    Of what is counted as a promise linking has said so where it is; the rest it leaves to its offers.
    """
    if entry.element.kind in ASKED_FOR and book.by_id[entry.pointer.document].kind in ANSWERED_FOR:
        return True
    return any(1 - book.best.get((entry.pointer, one.id), 0.0) < SAID_FROM for one in due)
