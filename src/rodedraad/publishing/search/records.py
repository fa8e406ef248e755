"""What can be found: a record for each thread, loose element, stretch of a document, finding, overview."""

from collections.abc import Iterator
from operator import attrgetter

from rodedraad.model.terms import STRUCTURE, Kind
from rodedraad.model.threads import Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.search.overviews import overviews
from rodedraad.publishing.search.record import Record
from rodedraad.publishing.search.scope import scope_of, scope_within
from rodedraad.publishing.search.stretches import Stretch, stretches
from rodedraad.publishing.search.texts import is_told, joined, row, texts_of
from rodedraad.publishing.tally import is_asked_after
from rodedraad.publishing.views.common import Pages, home_of, title_of
from rodedraad.publishing.views.findings import finding_view
from rodedraad.publishing.words import word


def records(pages: Pages) -> tuple[Record, ...]:
    """Return all that can be found, in the order of their addresses, whatever the order of the threads."""
    lookup = pages.lookup
    parts = (_stretch(lookup, one) for one in stretches(lookup))
    made = (*_threads(pages), *_loose(lookup), *parts, *_findings(lookup), *overviews(pages))
    return tuple(sorted(made, key=attrgetter("address", "title")))


def _threads(pages: Pages) -> Iterator[Record]:
    return (_thread(pages, one) for one in pages.lookup.threads.values())


def _thread(pages: Pages, thread: Thread) -> Record:
    lookup = pages.lookup
    fate = pages.fates.of_thread(thread)
    told = is_asked_after(lookup, thread) or fate.judgement is not None
    return Record(
        address=addresses.thread(thread.id),
        title=title_of(lookup, thread),
        text=joined(text for one in reversed(thread.members) for text in texts_of(lookup, one)),
        kind=word("kind", lookup.elements[thread.members[-1]].kind.value),
        scope=scope_of(lookup, thread.members),
        status=word("outcome", fate.outcome.value) if told else "",
        is_thread=True,
    )


def _loose(lookup: Lookup) -> Iterator[Record]:
    """Yield the elements that no other record tells: each has its own line to lead to."""
    for pointer, element in lookup.elements.items():
        if element.kind in STRUCTURE or element.kind is Kind.NARRATIVE or is_told(lookup, pointer):
            continue
        yield Record(
            address=home_of(lookup, pointer),
            title=row(element),
            text=joined(texts_of(lookup, pointer)),
            kind=word("kind", element.kind.value),
            scope=scope_of(lookup, (pointer,)),
        )


def _stretch(lookup: Lookup, stretch: Stretch) -> Record:
    heading = stretch.heading.id if stretch.heading else None
    return Record(
        address=stretch.address,
        title=stretch.title,
        text=stretch.text,
        kind=word("kind", stretch.kind.value),
        scope=scope_within(lookup, stretch.document, heading),
    )


def _findings(lookup: Lookup) -> Iterator[Record]:
    for finding in lookup.build.findings.findings:
        view = finding_view(lookup, finding)
        document = lookup.document(finding.subject.document)
        yield Record(
            address=addresses.finding(finding.id),
            title=view.title or view.message,
            text=joined((view.message, view.subject.text)),
            kind=word("found", "finding"),
            scope=scope_within(lookup, document, finding.subject.element),
            is_ours=True,
        )
