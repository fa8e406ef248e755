"""What came of a promise, with the element that says so."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from msgspec import Struct

from rodedraad.linking.balance import is_confirmed
from rodedraad.linking.ledger import Ledger, ledger
from rodedraad.linking.outcome import Outcome, outcome
from rodedraad.linking.timeline import REPORTS
from rodedraad.model.document import Element, StatusJudgement
from rodedraad.model.terms import Phase
from rodedraad.model.threads import Pointer, Thread
from rodedraad.publishing.lookup import Lookup

LATE: Final = frozenset({Outcome.DELAYED, Outcome.MISSED})
UNANSWERED: Final = frozenset({Outcome.NO_ANSWER, Outcome.NOT_FOUND, Outcome.UNDECIDED})
LOOSE: Final = UNANSWERED | {Outcome.NOT_DUE, Outcome.NOT_REPORTED}


class Fate(Struct, frozen=True, kw_only=True):
    """What came of a promise: the outcome, and the element whose status or silence says so."""

    outcome: Outcome
    at: Pointer | None = None
    judgement: StatusJudgement | None = None
    searched: tuple[str, ...] = ()


class Fates:
    """The fate of every promise, as linking judges it."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    @cached_property
    def book(self) -> Ledger:
        """What linking said, ready to look up; made once."""
        return ledger(self._lookup.build.documents, self._lookup.build.threads)

    def is_confirmed(self, thread: Thread) -> bool:
        """Return whether a person confirmed what is said along a thread."""
        return thread.id in self._confirmed

    def is_confirmed_at(self, pointer: Pointer) -> bool:
        """Return whether a person confirmed what is said of a promise, along one of its threads."""
        return any(self.is_confirmed(one) for one in self._lookup.threads_of(pointer))

    @cached_property
    def _confirmed(self) -> frozenset[str]:
        threads = self._lookup.threads.values()
        return frozenset(one.id for one in threads if is_confirmed(one, self.book))

    def of_thread(self, thread: Thread) -> Fate:
        """Return what came of the newest promise of a thread."""
        plans = [one for one in thread.members if self._lookup.elements[one].phase is Phase.PLAN]
        return self.along(thread, (plans or thread.members)[-1])

    def of(self, pointer: Pointer) -> Fate:
        """Return what came of one promise, along the first thread it stands in."""
        alone = Thread(id=pointer.element, title="", members=(pointer,))
        return self.along(next(iter(self._lookup.threads_of(pointer)), alone), pointer)

    def all_of(self, pointer: Pointer) -> tuple[Fate, ...]:
        """Return what came of one promise along every thread it stands in, each outcome once."""
        found = [self.along(one, pointer) for one in self._lookup.threads_of(pointer)]
        return tuple({one.outcome: one for one in reversed(found)}.values())[::-1] or (self.of(pointer),)

    def latest(self, thread: Thread) -> Fate | None:
        """Return the newest status that a report gives along a thread, of whichever promise."""
        return next((fate for one in self._reports(thread) if (fate := self._judged(one))), None)

    def along(self, thread: Thread, promise: Pointer) -> Fate:
        """Return what came of a promise along a thread."""
        found = outcome(thread, promise, self.book)
        at = next((one for one in self._reports(thread) if self._says(one, found)), None)
        dropped = self._lookup.dropped.get(promise)
        return Fate(
            outcome=found,
            at=at or promise,
            judgement=self._lookup.elements[at].status if at else None,
            searched=dropped.searched if dropped and found is Outcome.NOT_FOUND else (),
        )

    def said_at(self, members: Iterable[Pointer]) -> Fate | None:
        """Return the status that members of one document give, on the promise or else on its result."""
        judged = [one for one in members if self._lookup.elements[one].status]
        first = sorted(judged, key=lambda one: self._lookup.elements[one].phase is Phase.ACTUAL)
        return next((self._judged(one) for one in first), None)

    def _judged(self, pointer: Pointer) -> Fate | None:
        judgement = self._lookup.elements[pointer].status
        return (
            Fate(outcome=Outcome(judgement.value.value), at=pointer, judgement=judgement)
            if judgement
            else None
        )

    def _reports(self, thread: Thread) -> Iterator[Pointer]:
        """Yield the members in reports, the newest report first, promises before results."""
        position, elements = self._lookup.position, self._lookup.elements
        members = [one for one in thread.members if self._lookup.document(one.document).kind in REPORTS]
        return iter(
            sorted(members, key=lambda one: (-position[one.document], elements[one].phase is Phase.ACTUAL))
        )

    def _says(self, pointer: Pointer, found: Outcome) -> bool:
        element: Element = self._lookup.elements[pointer]
        if element.status:
            return element.status.value.value == found.value
        return found is Outcome.NO_ANSWER
