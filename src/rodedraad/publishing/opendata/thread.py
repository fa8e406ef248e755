"""One thread as JSON: the records behind its page."""

from typing import Any

import msgspec

from rodedraad.model.codec import to_json
from rodedraad.model.threads import Thread
from rodedraad.publishing.lookup import Lookup


def thread_json(lookup: Lookup, thread: Thread) -> bytes:
    """Return a thread with its members, links, shifts, changes of wording, and what was not found again."""
    found = {id(link): link for member in thread.members for link in lookup.links.get(member, ())}
    record: dict[str, Any] = {
        "format": "rodedraad-thread/1",
        "thread": thread,
        "elements": [
            {
                "document": member.document,
                "element": lookup.elements[member],
                "answers": lookup.answers(member),
            }
            for member in thread.members
        ],
        "links": list(found.values()),
        "shifts": lookup.shifts.get(thread.id, ()),
        "changes": lookup.changes.get(thread.id, ()),
        "dropped": [lookup.dropped[member] for member in thread.members if member in lookup.dropped],
    }
    return to_json(msgspec.to_builtins(record))
