"""Deadlines that moved along a thread."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rodedraad.linking.causes import cause
from rodedraad.linking.clauses import recurs
from rodedraad.linking.companions import Companions, companions
from rodedraad.linking.shelf import Entry, Shelf
from rodedraad.linking.statements import LONGEST_NEW, Statement, Told, is_later, meet, planned, same_deed
from rodedraad.model.document import Deadline, Document
from rodedraad.model.terms import Phase, Status
from rodedraad.model.threads import Pointer, Shift, Thread


def shifts(shelves: Sequence[Shelf], threads: Sequence[Thread]) -> tuple[Shift, ...]:
    """Return the deadlines that moved to a later time, one for a planned and a new date of a thread.

    A new date is laid beside the date of the promise that its report answers, and beside the last date told
    before it.  It counts when it is no wider than a half year, lies wholly after the older one, and speaks of
    the same deed.  Where a promise has its date in planning of its own, the shift is told of the promise.
    """
    on_shelf = {entry.pointer: entry for shelf in shelves for entry in shelf.entries}
    documents = {document.id: document for shelf in shelves for document in shelf.documents}
    teller = _Teller(on_shelf, documents, companions(on_shelf), _also_asked(on_shelf))
    return tuple(one for thread in threads for one in teller.shifts(thread))


def _also_asked(on_shelf: Mapping[Pointer, Entry]) -> dict[Pointer, list[Entry]]:
    """Return, for each promise that nothing answers, the results that answer another promise of its field.

    One result often answers a whole field: all plan elements of one kind under one parent.
    """
    fields: dict[tuple[str, str | None, str], list[Entry]] = defaultdict(list)
    answered: dict[Pointer, list[Entry]] = defaultdict(list)
    for pointer, entry in on_shelf.items():
        if entry.element.phase is Phase.PLAN:
            fields[pointer.document, entry.element.parent, entry.element.kind].append(entry)
        for promise in entry.element.answers:
            answered[Pointer(document=pointer.document, element=promise)].append(entry)
    return {
        entry.pointer: [result for other in field for result in answered.get(other.pointer, ())]
        for field in fields.values()
        for entry in field
        if entry.pointer not in answered and entry.element.parent is not None
    }


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the shifts of a thread."""

    on_shelf: Mapping[Pointer, Entry]
    documents: Mapping[str, Document]
    beside: Companions
    also_asked: Mapping[Pointer, Sequence[Entry]]

    def shifts(self, thread: Thread) -> Iterator[Shift]:
        """Return the shifts of a thread, in order of the new dates."""
        seen: list[tuple[Deadline, Deadline]] = []
        told = self._told(thread)
        around = _Around(told)
        for now in told:
            for older in _bases(now, around) if now.entry.element.deadlines else ():
                pair = _moved(older, now)
                if pair is None or any(_same_move(pair, known) for known in seen):
                    continue
                seen.append((pair[0].deadline, pair[1].deadline))
                yield _shift(thread.id, *pair, _tellers(pair[1], told))

    def _told(self, thread: Thread) -> list[Told]:
        """Return who names times of the promise: members, their planning, and who answers for their field.

        Planning that belongs to a promise is left to the thread of that promise.
        """
        members = [self.on_shelf[one] for one in thread.members if one in self.on_shelf]
        own = [self._tells(one) for one in members if one.pointer not in self.beside.host]
        planning = [
            self._tells(other, host=one.entry)
            for one in own
            for other in self.beside.by_host.get(one.entry.pointer, ())
        ]
        told = {one.entry.pointer: one for one in (*planning, *own)}
        for pointer in [*told]:
            for result in self.also_asked.get(pointer, ()):
                told.setdefault(result.pointer, self._tells(result, aside=True))
        return sorted(told.values(), key=_turn)

    def _tells(self, entry: Entry, *, host: Entry | None = None, aside: bool = False) -> Told:
        return Told(entry, self.documents[entry.pointer.document], host, aside)


def _turn(told: Told) -> tuple[date, int, bool, int]:
    """Return what orders those who tell: time, then the promise itself before its planning."""
    said, document, place = told.entry.moment
    return said, document, told.host is not None, place


class _Around:
    """Those who tell of one thread, with what is asked of them again and again."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.told = told
        self.dated = [one for one in told if planned(one) and not recurs(one.entry.element.text)]
        """Who names when something is to be done, once."""
        self.quoted: dict[int, set[date]] = defaultdict(set)
        """When the promises were said that each document holds."""
        for one in told:
            if one.promised:
                self.quoted[one.entry.document].add(one.entry.said)

    def answers(self, now: Told, one: Told) -> bool:
        """Tell whether a result stands in a report that quotes a promise, or its budget's own words."""
        return now.reported and one.promised and one.entry.said in self.quoted[now.entry.document]


def _bases(now: Told, around: _Around) -> Iterator[Told]:
    """Return what a new date is laid beside: the promises it answers, then the last date told before it.

    Beside a promise that it answers only a newer promise counts.
    """
    if recurs(now.entry.element.text):
        return
    turn = now.entry.moment
    earlier = [one for one in around.dated if one.entry.moment < turn]
    own = [one for one in earlier if around.answers(now, one)]
    yield from own
    rest = [
        one for one in earlier if not around.answers(now, one) and one.entry.document != now.entry.document
    ]
    last = next((one for one in reversed(rest) if _speaks_of_same(one, now)), None)
    if last is None or _done(promise := _as_promised(last, rest), now, around.told):
        return
    if not own or (promise.promised and promise.entry.said > own[-1].entry.said):
        yield promise


def _speaks_of_same(one: Told, now: Told) -> bool:
    return any(same_deed(old, new) for old in planned(one) for new in now.statements())


def _as_promised(last: Told, earlier: Iterable[Told]) -> Told:
    """Return the newest promise with the date that was told last, where it was first made, or else `last`."""
    dates = [one.deadline for one in planned(last)]
    promises = [
        one
        for one in earlier
        if one.promised and any(meet(old.deadline, date) for old in planned(one) for date in dates)
    ]
    newest = max((one.entry.said for one in promises), default=None)
    return next((one for one in promises if one.entry.said == newest), last)


def _done(promise: Told, now: Told, told: Iterable[Told]) -> bool:
    """Tell whether a new promise is made of what was reported done."""
    if now.reported:
        return False
    return any(
        one.entry.element.status is not None
        and one.entry.element.status.value is Status.DONE
        and one.entry.said < now.entry.said
        and one.document.year >= promise.document.year
        for one in told
    )


def _moved(older: Told, now: Told) -> tuple[Statement, Statement] | None:
    """Return the planned and the new time that speak most of the same deed, if one lies after the other.

    A time that the older text names as well is not new.
    """
    pairs = [
        (same_deed(one, new, answers=now.reported), one, new)
        for new in now.statements()
        if not _named(new, older)
        for one in planned(older)
        if is_later(one, new)
    ]
    alike = [row for row in pairs if row[0] > 0]
    if not alike:
        return None
    _, one, new = max(alike, key=lambda row: (row[0], row[2].deadline.end, row[1].deadline.end))
    return one, new


def _named(new: Statement, older: Told) -> bool:
    return any(one.days <= LONGEST_NEW and meet(one.deadline, new.deadline) for one in older.statements())


def _same_move(pair: tuple[Statement, Statement], known: tuple[Deadline, Deadline]) -> bool:
    return all(meet(one.deadline, other) for one, other in zip(pair, known, strict=True))


def _tellers(new: Statement, told: Iterable[Told]) -> list[Entry]:
    """Return the entries that may say why: that of the new date, and results beside it or with that date."""
    end, entry = new.deadline.end, new.told.entry
    return [
        entry,
        *(
            one.entry
            for one in told
            if one.entry.element.phase is Phase.ACTUAL
            and (
                one.entry.document == entry.document
                or any(deadline.end == end for deadline in one.entry.element.deadlines)
            )
        ),
    ]


def _shift(thread: str, older: Statement, now: Statement, sources: Sequence[Entry]) -> Shift:
    return Shift(
        thread=thread,
        planned=older.dated(),
        now=now.dated(),
        days=(now.deadline.end - older.deadline.end).days,
        cause=cause(entry.element.text for entry in sources),
    )
