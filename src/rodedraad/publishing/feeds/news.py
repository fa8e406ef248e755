"""What is new in a dossier: documents, statuses, shifts and findings, each on the day of its document."""

from collections.abc import Iterator

from rodedraad.model.document import Document
from rodedraad.model.findings import Finding
from rodedraad.model.threads import Pointer, Shift, Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import day, period
from rodedraad.publishing.feeds.atom import Entry
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.views.common import Pages, text_of, title_of
from rodedraad.publishing.words import word


def document_entry(one: Document) -> Entry:
    """Return the news that a document was adopted."""
    return Entry(
        key=("document", one.organisation.code, one.id),
        day=one.adopted,
        title=f"{word('feed', 'document')}: {one.title}",
        summary=f"{one.organisation.name}, {day(one.adopted)}",
        href=addresses.document(one.id),
    )


def thread_entries(pages: Pages, thread: Thread) -> Iterator[Entry]:
    """Yield the news of a thread: what each document says of it, its shifts, and the findings about it."""
    for document, members in grouped(thread.members, lambda one: one.document).items():
        yield _said(pages, thread, pages.lookup.document(document), members)
    for shift in pages.lookup.shifts.get(thread.id, ()):
        yield shift_entry(pages.lookup, thread, shift)
    for member in thread.members:
        yield from (finding_entry(pages.lookup, one) for one in pages.lookup.findings_of(member))


def status_entries(pages: Pages, thread: Thread) -> Iterator[Entry]:
    """Yield the news that a document gives the promise of a thread a status."""
    for document, members in grouped(thread.members, lambda one: one.document).items():
        if pages.fates.said_at(members):
            yield _said(pages, thread, pages.lookup.document(document), members)


def _said(pages: Pages, thread: Thread, document: Document, members: tuple[Pointer, ...]) -> Entry:
    fate = pages.fates.said_at(members)
    said = word("outcome", fate.outcome.value) if fate else word("feed", "mentioned")
    return Entry(
        key=("said", document.organisation.code, thread.id, document.id),
        day=document.adopted,
        title=f"{said[:1].upper()}{said[1:]}: {title_of(pages.lookup, thread)}",
        summary=f"{document.title}: {text_of(pages.lookup.elements[members[0]])}",
        href=addresses.thread(thread.id),
    )


def shift_entry(lookup: Lookup, thread: Thread, one: Shift) -> Entry:
    """Return the news that a deadline moved."""
    was, now = (period(side.start, side.end) for side in (one.planned, one.now))
    document = lookup.document(one.now.document)
    return Entry(
        key=("shift", document.organisation.code, thread.id, *_places(one)),
        day=document.adopted,
        title=f"{word('feed', 'shift')}: {title_of(lookup, thread)}",
        summary=f"{document.title}: {was} → {now}",
        href=addresses.thread(thread.id),
    )


def _places(one: Shift) -> Iterator[str]:
    for side in (one.planned, one.now):
        yield from (side.document, side.element, side.start.isoformat(), side.end.isoformat())


def finding_entry(lookup: Lookup, one: Finding) -> Entry:
    """Return the news of a finding."""
    document = lookup.document(one.subject.document)
    return Entry(
        key=("finding", document.organisation.code, one.id),
        day=document.adopted,
        title=f"{word('feed', 'finding')}: {one.message}",
        summary=f"{document.title}: {one.remedy}",
        href=addresses.finding(one.id),
    )
