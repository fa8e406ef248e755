"""The tables of the open data: promises, elements, links, threads, shifts, changes and findings."""

from collections.abc import Iterator
from typing import Any

from rodedraad.model.document import Element
from rodedraad.model.findings import Finding
from rodedraad.model.threads import Change, Dated, Link, Pointer, Shift, Worded
from rodedraad.publishing.lookup import Lookup, is_promise
from rodedraad.publishing.opendata.table import Table, fields
from rodedraad.publishing.views.common import Pages, title_of

Row = tuple[Any, ...]


def tables(pages: Pages) -> tuple[Table, ...]:
    """Return all tables, each in a fixed order."""
    lookup = pages.lookup
    return (
        promises(pages),
        elements(lookup),
        links(lookup),
        threads(pages),
        shifts(lookup),
        changes(lookup),
        findings(lookup),
    )


def promises(pages: Pages) -> Table:
    """Return a row a promise, with what came of it."""
    rows = (_promise(pages, at, one) for at, one in pages.lookup.elements.items() if is_promise(one))
    return Table(
        name="promises",
        title="Promises and what came of them",
        key=("document", "element"),
        fields=fields(
            "document: id of the document",
            "element: id of the element in its document",
            "organisation: CBS code of the municipality or region",
            "year/integer: year of the document",
            "kind: goal, activity, planning, indicator, cost or risk",
            "number: number as printed",
            "text: the promise in the words of the document",
            "threads: ids of the threads it stands in, separated by spaces",
            "counted/boolean: whether the balance counts it",
            "outcome: status, or no-answer, not-found, undecided, not-due or not-reported-yet",
            "outcome_by: what the status rests on: text, symbol or person",
            "outcome_document: id of the document that says so",
        ),
        rows=tuple(rows),
    )


def _promise(pages: Pages, at: Pointer, one: Element) -> Row:
    lookup = pages.lookup
    document = lookup.document(at.document)
    fate = pages.fates.of(at)
    return (
        at.document,
        at.element,
        document.organisation.code,
        document.year,
        one.kind.value,
        one.number,
        one.text,
        " ".join(thread.id for thread in lookup.threads_of(at)),
        at in pages.tallies.counted,
        fate.outcome.value,
        fate.judgement.by.value if fate.judgement else None,
        fate.at.document if fate.at else None,
    )


def elements(lookup: Lookup) -> Table:
    """Return a row an element, in reading order."""
    return Table(
        name="elements",
        title="Every element of every document",
        key=("document", "element"),
        fields=fields(
            "document: id of the document",
            "element: id of the element in its document",
            "parent: id of the element it stands under",
            "kind: kind of the element",
            "phase: plan, actual or empty",
            "number: number as printed",
            "label: label as printed",
            "text: the text of the element",
            "answers: ids of the promises it answers, separated by spaces",
            "status: status as judged",
            "source/integer: number of the source, from 0",
            "start/integer: first code point in the text of the source",
            "end/integer: code point after the last",
        ),
        rows=tuple(_element(at, one) for at, one in lookup.elements.items()),
    )


def _element(at: Pointer, one: Element) -> Row:
    span = one.spans[0] if one.spans else None
    return (
        at.document,
        at.element,
        one.parent,
        one.kind.value,
        one.phase.value if one.phase else None,
        one.number,
        one.label,
        one.text,
        " ".join(one.answers),
        one.status.value.value if one.status else None,
        span.source if span else None,
        span.start if span else None,
        one.spans[-1].end if span else None,
    )


def links(lookup: Lookup) -> Table:
    """Return a row a link, proposed ones included."""
    return Table(
        name="links",
        title="Links between elements of two documents",
        fields=fields(
            "from_document: id of the older document",
            "from_element: id of the element",
            "to_document: id of the newer document",
            "to_element: id of the element",
            "relation: same-text, restated, continues, reports, splits, merges or replaces",
            "score/number: calibrated score from 0 to 1",
            "decision: auto, proposed, confirmed or rejected",
            "role: role of the person who decided",
            "evidence: reasons in words",
        ),
        rows=tuple(_link(one) for one in lookup.build.threads.links),
    )


def _link(one: Link) -> Row:
    ends = (one.from_.document, one.from_.element, one.to.document, one.to.element)
    reasons = "; ".join(reason.text for reason in one.evidence)
    return (*ends, one.relation.value, one.score, one.decision.value, one.role, reasons)


def threads(pages: Pages) -> Table:
    """Return a row a member of a thread."""
    return Table(
        name="threads",
        title="Threads: the same promise over documents and years",
        key=("thread", "document", "element"),
        fields=fields(
            "thread: id of the thread",
            "title: title in the words of the municipality",
            "outcome: newest outcome along the thread",
            "position/integer: place of the member in the thread, from 1",
            "document: id of the document",
            "element: id of the element",
        ),
        rows=tuple(_members(pages)),
    )


def _members(pages: Pages) -> Iterator[Row]:
    for thread in pages.lookup.build.threads.threads:
        outcome = pages.fates.of_thread(thread).outcome.value
        title = title_of(pages.lookup, thread)
        for position, member in enumerate(thread.members, start=1):
            yield thread.id, title, outcome, position, member.document, member.element


def shifts(lookup: Lookup) -> Table:
    """Return a row a deadline that moved."""
    return Table(
        name="shifts",
        title="Deadlines that moved along a thread",
        fields=fields(
            "thread: id of the thread",
            *_dated_fields("planned"),
            *_dated_fields("now"),
            "days/integer: days from end to end; later is positive",
            "cause: cause as given",
        ),
        rows=tuple(_shift(one) for one in lookup.build.threads.shifts),
    )


def _dated_fields(side: str) -> tuple[str, ...]:
    return (
        f"{side}_document: id of the document",
        f"{side}_element: id of the element",
        f"{side}_start/date: first day",
        f"{side}_end/date: last day",
        f"{side}_text: the deadline in the words of the document",
    )


def _shift(one: Shift) -> Row:
    return (one.thread, *_dated(one.planned), *_dated(one.now), one.days, one.cause)


def _dated(one: Dated) -> Row:
    return one.document, one.element, one.start.isoformat(), one.end.isoformat(), one.text


def changes(lookup: Lookup) -> Table:
    """Return a row for each thing that a promise says weaker or stronger than before."""
    return Table(
        name="changes",
        title="Wording that became weaker or stronger along a thread",
        fields=fields(
            "thread: id of the thread",
            "what: commitment, scope, number, date, group or hedge",
            "effect: weaker or stronger",
            *_worded_fields("was"),
            *_worded_fields("now"),
        ),
        rows=tuple(_change(one) for one in lookup.build.threads.changes),
    )


def _worded_fields(side: str) -> tuple[str, ...]:
    return (
        f"{side}_document: id of the document",
        f"{side}_element: id of the element",
        f"{side}_words: the words it rests on; empty where there are none",
        f"{side}_sentence: the sentence they stand in",
    )


def _change(one: Change) -> Row:
    return (one.thread, one.what.value, one.effect.value, *_worded(one.was), *_worded(one.now))


def _worded(side: Worded) -> Row:
    return side.document, side.element, side.words, side.sentence


def findings(lookup: Lookup) -> Table:
    """Return a row a finding."""
    return Table(
        name="findings",
        title="What the checks say",
        key=("id",),
        fields=fields(
            "id: id of the finding",
            "rule: code of the rule",
            "severity: error, warning, question or note",
            "document: id of the document",
            "element: id of the element, empty for the document as a whole",
            "message: what the check says",
            "quote: the words it rests on",
            "basis: law or other ground",
            "remedy: how to mend it",
            "reply: what the municipality replied",
        ),
        rows=tuple(_finding(lookup, one) for one in lookup.build.findings.findings),
    )


def _finding(lookup: Lookup, one: Finding) -> Row:
    quotes = " … ".join(lookup.words(quote.document, quote.span) for quote in one.evidence)
    subject = (one.subject.document, one.subject.element)
    return (
        one.id,
        one.rule,
        one.severity.value,
        *subject,
        one.message,
        quotes,
        one.basis,
        one.remedy,
        one.reply,
    )
