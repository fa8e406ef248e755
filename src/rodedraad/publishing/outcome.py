"""What came of a promise, in one code: a status of the model, or why there is none."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct

from rodedraad.model.document import Element, StatusJudgement
from rodedraad.model.terms import Phase, Reporting, Status
from rodedraad.model.threads import Pointer, Thread
from rodedraad.publishing.lookup import Lookup


class Gap(StrEnum):
    """Why a promise has no status."""

    NO_ANSWER = "no-answer"
    DROPPED = "dropped"
    NOT_YET = "not-yet"


LATE: Final = frozenset({Status.DELAYED.value, Status.MISSED.value})
UNANSWERED: Final = frozenset({Gap.NO_ANSWER.value, Gap.DROPPED.value})


class Fate(Struct, frozen=True, kw_only=True):
    """What came of a promise: the outcome, and the element whose status or silence says so."""

    outcome: str
    at: Pointer | None = None
    judgement: StatusJudgement | None = None
    searched: tuple[str, ...] = ()


NOT_YET: Final = Fate(outcome=Gap.NOT_YET.value)


class Fates:
    """The fate of every promise: from its own document, else from later ones along its thread."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def of_thread(self, thread: Thread) -> Fate:
        """Return the newest fate along a thread."""
        newest_first = sorted(thread.members, key=lambda one: -self._lookup.position[one.document])
        return self._first(newest_first)

    def of(self, pointer: Pointer) -> Fate:
        """Return what came of one promise: as its own year's documents say, else as later ones do."""
        lookup = self._lookup
        year = lookup.document(pointer.document).year
        family = {pointer, *(one for thread in lookup.threads_of(pointer) for one in thread.members)}
        later = [one for one in family if lookup.document(one.document).year >= year]
        return self._first(
            sorted(later, key=lambda one: (lookup.document(one.document).year, -lookup.position[one.document], one.element))
        )

    def _first(self, members: Iterable[Pointer]) -> Fate:
        fates = (self.said_at(member) for member in members)
        return next((fate for fate in fates if fate is not None), NOT_YET)

    def said_at(self, pointer: Pointer) -> Fate | None:
        """Return what one element says came of its promise, if it says or should have said anything."""
        element = self._lookup.elements[pointer]
        dropped = self._lookup.dropped.get(pointer)
        if element.status:
            return Fate(outcome=element.status.value.value, at=pointer, judgement=element.status)
        if dropped:
            return Fate(outcome=Gap.DROPPED.value, at=pointer, searched=dropped.searched)
        return self._silence(pointer, element)

    def _silence(self, pointer: Pointer, element: Element) -> Fate | None:
        document = self._lookup.document(pointer.document)
        if document.reporting is not Reporting.FULL or element.phase is not Phase.PLAN:
            return None
        answered = bool(self._lookup.answers(pointer))
        return Fate(outcome=Status.UNCLEAR.value if answered else Gap.NO_ANSWER.value, at=pointer)
