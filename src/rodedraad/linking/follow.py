"""The one entrance of linking: documents in, threads out."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from rodedraad.linking.dropped import dropped
from rodedraad.linking.keeping import FORGETFUL, Kept
from rodedraad.linking.linker import Linked, link_organisation
from rodedraad.linking.semantics import UNTOLD, Semantics
from rodedraad.linking.shifts import shifts
from rodedraad.linking.thread_ids import name_threads
from rodedraad.linking.timeline import in_order
from rodedraad.linking.titles import title
from rodedraad.linking.uncollected import uncollected
from rodedraad.linking.wording.along import changes
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document
from rodedraad.model.identities import Identities
from rodedraad.model.threads import Thread, Threads

UNDECIDED: Final = Decisions()
UNFROZEN: Final = Identities()


@uncollected()
def link(  # noqa: PLR0913 - all but the documents may be left out, and the last two change no outcome
    documents: Sequence[Document],
    decisions: Decisions = UNDECIDED,
    identities: Identities = UNFROZEN,
    semantics: Semantics = UNTOLD,
    *,
    workers: int = 1,
    kept: Kept = FORGETFUL,
) -> Threads:
    """Follow every promise through the documents; the order in which they are given does not matter.

    Links join content elements of two documents of one organisation.  What a person decided stands; what is
    nearly certain is linked; the rest is offered, at most five for an element and another document.  No link
    passes over many documents of its own thread.
    `semantics` tells what texts mean; without it links rest on words, places and each other alone.
    So many `workers` go through the documents side by side; what they find is the same for any number.  What
    was `kept` of documents that are the same, and of all before them, is not found again; nor does that
    change what is found.
    """
    ordered = in_order(documents)
    linked = [
        link_organisation(tuple(own), decisions, semantics, workers=workers, kept=kept)
        for _, own in groupby(ordered, key=lambda one: one.organisation.code)
    ]
    threads = _threads(linked, identities)
    links = tuple(one for part in linked for one in part.links)
    shelves = [part.shelf for part in linked]
    return Threads(
        links=links,
        threads=threads,
        shifts=shifts(shelves, threads),
        changes=changes(shelves, threads, links),
        dropped=tuple(one for part in linked for one in dropped(part)),
    )


def _threads(linked: Sequence[Linked], identities: Identities) -> tuple[Thread, ...]:
    entries = [[part.shelf.entries[one] for one in members] for part in linked for members in part.members]
    pointers = [tuple(entry.pointer for entry in thread) for thread in entries]
    texts = {entry.pointer: entry.wording for thread in entries for entry in thread}
    named = name_threads(pointers, texts, identities)
    return tuple(
        Thread(
            id=identity, title=title([entry.element for entry in thread]), members=members, aliases=aliases
        )
        for thread, members, (identity, aliases) in zip(entries, pointers, named, strict=True)
    )
