"""Deadlines at a stop of a thread, and those that moved."""

from collections.abc import Sequence

from msgspec import Struct

from rodedraad.model.document import Deadline
from rodedraad.model.threads import Dated, Pointer, Shift, Thread
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.shown import later, period
from rodedraad.publishing.views.common import Place, place_of, place_of_element


class DeadlineView(Struct, frozen=True, kw_only=True):
    """A deadline, and what it was before it moved."""

    now: str
    words: str
    was: str
    moved: str
    cause: str
    place: Place | None


def deadlines_at(lookup: Lookup, thread: Thread, members: Sequence[Pointer]) -> tuple[DeadlineView, ...]:
    """Return the deadlines that these members name: first those that moved here."""
    here = {(one.document, one.element) for one in members}
    moved = [one for one in lookup.shifts.get(thread.id, ()) if (one.now.document, one.now.element) in here]
    told = {(one.now.element, one.now.end) for one in moved}
    unmoved = [
        _unmoved(lookup, member, deadline)
        for member in members
        for deadline in lookup.elements[member].deadlines
        if (member.element, deadline.end) not in told
    ]
    return (*(shifted(lookup, one) for one in moved), *unmoved)


def shifted(lookup: Lookup, shift: Shift) -> DeadlineView:
    """Return a deadline that moved."""
    return DeadlineView(
        now=period(shift.now.start, shift.now.end),
        words=shift.now.text,
        was=period(shift.planned.start, shift.planned.end),
        moved=later(shift.days),
        cause=shift.cause or "",
        place=place_of_dated(lookup, shift.now),
    )


def place_of_dated(lookup: Lookup, dated: Dated) -> Place | None:
    """Return where a deadline stands in its source."""
    pointer = Pointer(document=dated.document, element=dated.element)
    for deadline in lookup.elements[pointer].deadlines:
        if deadline.end == dated.end:
            return place_of(lookup, dated.document, deadline.evidence)
    return place_of_element(lookup, pointer)


def _unmoved(lookup: Lookup, member: Pointer, deadline: Deadline) -> DeadlineView:
    return DeadlineView(
        now=period(deadline.start, deadline.end),
        words=deadline.text,
        was="",
        moved="",
        cause="",
        place=place_of(lookup, member.document, deadline.evidence),
    )
