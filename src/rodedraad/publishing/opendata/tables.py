"""The tables of the open data, and those of promises, elements, threads and what follows from them."""

from collections.abc import Iterator
from typing import Any

from rodedraad.model.document import Element
from rodedraad.model.findings import Finding
from rodedraad.model.threads import Change, Dated, Link, Pointer, Shift, Worded
from rodedraad.publishing.lookup import Lookup, is_promise
from rodedraad.publishing.opendata.described import described
from rodedraad.publishing.opendata.facts import amounts, deadlines, documents, values
from rodedraad.publishing.opendata.observed import observed_tables
from rodedraad.publishing.opendata.table import Table
from rodedraad.publishing.views.common import Pages, title_of

Row = tuple[Any, ...]


def tables(pages: Pages) -> tuple[Table, ...]:
    """Return all tables, each in a fixed order."""
    lookup = pages.lookup
    return (
        documents(lookup),
        promises(pages),
        elements(lookup),
        deadlines(lookup),
        amounts(lookup),
        values(lookup),
        links(lookup),
        threads(pages),
        shifts(lookup),
        changes(lookup),
        findings(lookup),
        *observed_tables(lookup),
    )


def promises(pages: Pages) -> Table:
    """Return a row a promise, with what came of it."""
    rows = (_promise(pages, at, one) for at, one in pages.lookup.elements.items() if is_promise(one))
    return described("promises", rows)


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
    return described("elements", (_element(at, one) for at, one in lookup.elements.items()))


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
    return described("links", map(_link, lookup.build.threads.links))


def _link(one: Link) -> Row:
    ends = (one.from_.document, one.from_.element, one.to.document, one.to.element)
    reasons = "; ".join(reason.text for reason in one.evidence)
    return (*ends, one.relation.value, one.score, one.decision.value, one.role, reasons)


def threads(pages: Pages) -> Table:
    """Return a row a member of a thread."""
    return described("threads", _members(pages))


def _members(pages: Pages) -> Iterator[Row]:
    for thread in pages.lookup.build.threads.threads:
        outcome = pages.fates.of_thread(thread).outcome.value
        title = title_of(pages.lookup, thread)
        for position, member in enumerate(thread.members, start=1):
            yield thread.id, title, outcome, position, member.document, member.element


def shifts(lookup: Lookup) -> Table:
    """Return a row a deadline that moved."""
    return described("shifts", map(_shift, lookup.build.threads.shifts))


def _shift(one: Shift) -> Row:
    return (one.thread, *_dated(one.planned), *_dated(one.now), one.days, one.cause)


def _dated(one: Dated) -> Row:
    return one.document, one.element, one.start, one.end, one.text


def changes(lookup: Lookup) -> Table:
    """Return a row for each thing that a promise says weaker or stronger than before."""
    return described("changes", map(_change, lookup.build.threads.changes))


def _change(one: Change) -> Row:
    return (one.thread, one.what.value, one.effect.value, *_worded(one.was), *_worded(one.now))


def _worded(side: Worded) -> Row:
    return side.document, side.element, side.words, side.sentence


def findings(lookup: Lookup) -> Table:
    """Return a row a finding."""
    return described("findings", (_finding(lookup, one) for one in lookup.build.findings.findings))


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
        one.reply_role or None,
    )
