"""The promise balance: how many promises, and what came of them, with the lists behind every number."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.linking.joined import Joined
from rodedraad.linking.ledger import Ledger
from rodedraad.linking.outcome import Outcome, outcome
from rodedraad.linking.shelf import Entry, is_promise
from rodedraad.model.document import Document
from rodedraad.model.terms import By, Decision, Kind, Phase
from rodedraad.model.threads import Link, Pointer, Thread


class Counted(Struct, frozen=True, kw_only=True):
    """A promise that was counted, its thread, and whether a person confirmed what is said of it."""

    promise: Pointer
    thread: str
    confirmed: bool = False


class Tally(Struct, frozen=True, kw_only=True):
    """The promises with one outcome."""

    outcome: Outcome
    promises: tuple[Counted, ...]

    @property
    def count(self) -> int:
        """How many promises these are."""
        return len(self.promises)

    @property
    def confirmed(self) -> int:
        """How many of them a person confirmed."""
        return sum(one.confirmed for one in self.promises)


class LeftOut(Struct, frozen=True, kw_only=True):
    """What the count leaves out, and why."""

    why: str
    elements: tuple[Pointer, ...]


class Balance(Struct, frozen=True, kw_only=True):
    """What became of the promises in `documents`; no tally is empty, and they are in the order of Outcome."""

    documents: tuple[str, ...]
    tallies: tuple[Tally, ...] = ()
    indicators: tuple[Tally, ...] = ()
    planning: tuple[Tally, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def promised(self) -> int:
        """How many promises there are: the sum of the tallies."""
        return sum(one.count for one in self.tallies)

    @property
    def confirmed(self) -> int:
        """Of how many a person confirmed what is said."""
        return sum(one.confirmed for one in self.tallies)


GOAL_WITH_ACTIVITIES: Final = "doel met eigen activiteiten: die zijn geteld"
MONEY_AND_RISK: Final = "geld en risico's zijn geen beloften die worden geteld"
WITHOUT_PROMISE: Final = "resultaat zonder belofte"


def balance(document: Document, book: Ledger) -> Balance:
    """Return the balance of the promises in one document, by all documents of the ledger."""
    return _balance([document], book)


def balance_of_year(organisation: str, year: int, book: Ledger) -> Balance:
    """Return the balance of a year of an organisation: a promise that a report repeats is counted once."""
    return _balance(
        [one for one in book.documents if one.organisation.code == organisation and one.year == year], book
    )


def balance_as_of(document: Document, last: Document, book: Ledger) -> Balance:
    """Return the balance of the promises in one document as it stood when another was adopted."""
    return _balance([document], book.until(last))


def balance_within(group: Collection[Pointer], book: Ledger) -> Balance:
    """Return the balance of a group of elements, such as those of one programme in one year."""
    entries = [book.entries[one] for one in group if one in book.entries]
    return _balanced(entries, {one.document for one in group}, book)


def _balance(chosen: Sequence[Document], book: Ledger) -> Balance:
    names = {one.id for one in chosen}
    mine = [entry for one in book.documents if one.id in names for entry in book.within.get(one.id, ())]
    return _balanced(mine, names, book)


def _balanced(mine: Sequence[Entry], names: Collection[str], book: Ledger) -> Balance:
    with_activities = _goals_with_activities(mine)
    kinds = {
        "tallies": [one for one in mine if _counts(one, with_activities)],
        "indicators": [one for one in mine if is_promise(one.element) and one.element.kind is Kind.INDICATOR],
        "planning": [one for one in mine if is_promise(one.element) and one.element.kind is Kind.PLANNING],
    }
    return Balance(
        documents=tuple(one.id for one in book.documents if one.id in names),
        left_out=tuple(_left_out(mine, with_activities)),
        **{field: _tallies(entries, book) for field, entries in kinds.items()},
    )


def _goals_with_activities(entries: Iterable[Entry]) -> frozenset[Pointer]:
    """Return the goals that an activity stands under, however deep."""
    return frozenset(
        Pointer(document=entry.pointer.document, element=above.id)
        for entry in entries
        if is_promise(entry.element) and entry.element.kind is Kind.ACTIVITY
        for above in entry.path
        if above.kind is Kind.GOAL
    )


def _counts(entry: Entry, with_activities: frozenset[Pointer]) -> bool:
    if not is_promise(entry.element):
        return False
    goal = entry.element.kind is Kind.GOAL and entry.pointer not in with_activities
    return goal or entry.element.kind is Kind.ACTIVITY


def _left_out(mine: Sequence[Entry], with_activities: frozenset[Pointer]) -> Iterator[LeftOut]:
    groups = {
        GOAL_WITH_ACTIVITIES: [one.pointer for one in mine if one.pointer in with_activities],
        MONEY_AND_RISK: [
            one.pointer
            for one in mine
            if is_promise(one.element) and one.element.kind in (Kind.COST, Kind.RISK)
        ],
        WITHOUT_PROMISE: [
            one.pointer for one in mine if one.element.phase is Phase.ACTUAL and not one.element.answers
        ],
    }
    return (LeftOut(why=why, elements=tuple(elements)) for why, elements in groups.items() if elements)


def _tallies(entries: Sequence[Entry], book: Ledger) -> tuple[Tally, ...]:
    found: dict[Outcome, list[Counted]] = defaultdict(list)
    for thread, promise in _promises(entries, book):
        confirmed = is_confirmed(thread, book)
        found[outcome(thread, promise, book)].append(
            Counted(promise=promise, thread=thread.id, confirmed=confirmed)
        )
    return tuple(Tally(outcome=one, promises=tuple(_once(found[one]))) for one in Outcome if one in found)


def _promises(entries: Sequence[Entry], book: Ledger) -> Iterator[tuple[Thread, Pointer]]:
    """Return each thread of the entries once, with its first promise among them."""
    first: dict[str, Pointer] = {}
    for entry in sorted(entries, key=lambda one: (one.pointer.document, one.place)):
        for thread in book.standing.get(entry.pointer, ()):
            first.setdefault(thread, entry.pointer)
    return ((book.threads[thread], promise) for thread, promise in first.items())


def _once(counted: Iterable[Counted]) -> list[Counted]:
    """Return each promise once: the parts of a split with one outcome are one."""
    seen: dict[Pointer, Counted] = {}
    for one in counted:
        seen.setdefault(one.promise, one)
    return list(seen.values())


def is_confirmed(thread: Thread, book: Ledger) -> bool:
    """Tell whether a person set the status of a thread, or confirmed the links that hold it together.

    What a person confirmed with the same thing needs no word of its own, nor does a result with the promise
    that it answers in its own document.
    """
    members = [one for one in thread.members if one in book.entries]
    if any(_by_a_person(book.entries[one]) for one in members):
        return True
    if book.confirmed.isdisjoint(members):
        return False
    links = [link for link in _links_within(members, book) if link.decision is Decision.CONFIRMED]
    held = Joined((link.from_, link.to) for link in links)
    for one in members:
        for answered in book.entries[one].element.answers:
            held.join(one, Pointer(document=one.document, element=answered))
    return bool(links) and all(held.together(members[0], one) for one in members)


def _by_a_person(entry: Entry) -> bool:
    status = entry.element.status
    return status is not None and status.by is By.PERSON


def _links_within(members: Sequence[Pointer], book: Ledger) -> Iterator[Link]:
    pairs = (frozenset((one, other)) for place, one in enumerate(members) for other in members[place + 1 :])
    return (link for pair in pairs if (link := book.links.get(pair)) is not None)
