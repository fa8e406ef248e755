"""The feeds of a site: one for the dossier, and one for each thread."""

from collections.abc import Iterable, Iterator
from typing import Final

from rodedraad.model.threads import Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.feeds.atom import Entry, Feed, atom_bytes
from rodedraad.publishing.feeds.news import (
    document_entry,
    finding_entry,
    shift_entry,
    status_entries,
    thread_entries,
)
from rodedraad.publishing.spread import File
from rodedraad.publishing.views.common import Pages, title_of

MOST: Final = 300
"""So many entries stand in the feed of a dossier, the newest; the site and the open data hold them all."""


def feed_files(pages: Pages, owner: str) -> Iterator[File]:
    """Yield the feeds; of a dossier without documents there is nothing to tell."""
    build = pages.lookup.build
    address = build.dossier.address
    if build.documents:
        yield addresses.FEED, atom_bytes(_of_dossier(pages, owner), address)
    for thread in build.threads.threads:
        yield addresses.thread_feed(thread.id), atom_bytes(_of_thread(pages, thread, owner), address)


def _of_dossier(pages: Pages, owner: str) -> Feed:
    lookup = pages.lookup
    codes = dict.fromkeys(one.organisation.code for one in lookup.build.documents)
    return Feed(
        key=("dossier", *codes),
        title=lookup.build.dossier.title,
        author=owner,
        page=addresses.FRONT,
        file=addresses.FEED,
        entries=_newest(_news(pages))[:MOST],
    )


def _news(pages: Pages) -> Iterator[Entry]:
    """Yield the news in order of weight: on one day documents stand first."""
    build, lookup = pages.lookup.build, pages.lookup
    yield from map(document_entry, build.documents)
    for thread in build.threads.threads:
        yield from (shift_entry(lookup, thread, one) for one in lookup.shifts.get(thread.id, ()))
    for thread in build.threads.threads:
        yield from status_entries(pages, thread)
    yield from (finding_entry(lookup, one) for one in build.findings.findings)


def _of_thread(pages: Pages, thread: Thread, owner: str) -> Feed:
    organisation = pages.lookup.document(thread.members[0].document).organisation
    return Feed(
        key=("thread", organisation.code, thread.id),
        title=title_of(pages.lookup, thread),
        author=owner,
        page=addresses.thread(thread.id),
        file=addresses.thread_feed(thread.id),
        entries=_newest(thread_entries(pages, thread)),
    )


def _newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries, each once, the newest day first and within a day as they came."""
    once = {one.key: one for one in entries}
    return tuple(sorted(once.values(), key=lambda one: one.day, reverse=True))
