"""One thread as JSON: the records behind its page."""

from typing import Final

from msgspec import Struct

from rodedraad.model.codec import to_json
from rodedraad.model.document import Element
from rodedraad.model.schemas import schema_of
from rodedraad.model.threads import Change, Dropped, Link, Shift, Thread
from rodedraad.publishing.lookup import Lookup

THREAD_FORMAT: Final = "rodedraad-thread/1"


class Member(Struct, frozen=True, kw_only=True):
    """An element of a thread, and the results that answer it in its own document."""

    document: str
    element: Element
    answers: tuple[Element, ...]


class ThreadRecord(Struct, frozen=True, kw_only=True):
    """A thread with its members, links, shifts, changes of wording, and what was not found again."""

    format: str = THREAD_FORMAT
    thread: Thread
    elements: tuple[Member, ...]
    links: tuple[Link, ...]
    shifts: tuple[Shift, ...]
    changes: tuple[Change, ...]
    dropped: tuple[Dropped, ...]


THREAD_SCHEMA: Final = {THREAD_FORMAT: schema_of(ThreadRecord, THREAD_FORMAT)}


def thread_json(lookup: Lookup, thread: Thread) -> bytes:
    """Return a thread as canonical JSON."""
    found = {id(link): link for member in thread.members for link in lookup.links.get(member, ())}
    record = ThreadRecord(
        thread=thread,
        elements=tuple(
            Member(document=one.document, element=lookup.elements[one], answers=lookup.answers(one))
            for one in thread.members
        ),
        links=tuple(found.values()),
        shifts=lookup.shifts.get(thread.id, ()),
        changes=lookup.changes.get(thread.id, ()),
        dropped=tuple(lookup.dropped[one] for one in thread.members if one in lookup.dropped),
    )
    return to_json(record)
