"""Deadlines that moved along a thread."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rodedraad.linking.causes import cause
from rodedraad.linking.clauses import clause, kinship, recurs
from rodedraad.linking.shelf import Entry, Shelf
from rodedraad.model.document import Deadline
from rodedraad.model.terms import Phase, Status
from rodedraad.model.threads import Dated, Pointer, Shift, Thread

LONGEST_NEW: Final = 186
"""The most days a new date may span: a half year; a bare year is too vague to say that something moved."""
LONGEST_PLANNED: Final = 366


Years = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """A time in an entry."""

    entry: Entry
    deadline: Deadline

    @property
    def days(self) -> int:
        """How many days the time spans."""
        return (self.deadline.end - self.deadline.start).days + 1

    def dated(self) -> Dated:
        """Return it as a shift quotes it."""
        return Dated(
            document=self.entry.pointer.document,
            element=self.entry.pointer.element,
            start=self.deadline.start,
            end=self.deadline.end,
            text=self.deadline.text,
        )


def shifts(shelves: Sequence[Shelf], threads: Sequence[Thread]) -> tuple[Shift, ...]:
    """Return the deadlines that moved to a later time, one for a planned and a new date of a thread.

    A new date counts when it is no wider than a half year, lies wholly after the planned one, and its clause
    speaks of the same deed.
    """
    on_shelf = {entry.pointer: entry for shelf in shelves for entry in shelf.entries}
    years = {document.id: document.year for shelf in shelves for document in shelf.documents}
    asked = _also_asked(on_shelf)
    found: list[Shift] = []
    for thread in threads:
        members = [on_shelf[one] for one in thread.members if one in on_shelf]
        later = [*members, *_answers_to_field(members, asked)]
        found.extend(_shifts(thread.id, members, later, years))
    return tuple(found)


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


def _answers_to_field(members: Iterable[Entry], asked: Mapping[Pointer, list[Entry]]) -> list[Entry]:
    return [result for member in members for result in asked.get(member.pointer, ())]


def _shifts(thread: str, members: Sequence[Entry], later: Sequence[Entry], years: Years) -> Iterator[Shift]:
    seen: list[tuple[Deadline, Deadline]] = []
    for planned in _planned(members, years):
        for now in later:
            if not _follows(planned[0].entry, now, members):
                continue
            pair = _moved(planned, now, years)
            if pair is None or any(_same_move(pair, known) for known in seen):
                continue
            seen.append((pair[0].deadline, pair[1].deadline))
            yield _shift(thread, *pair, _tellers(pair[1], later))


def _planned(members: Iterable[Entry], years: Years) -> Iterator[list[Statement]]:
    """Return the times of each member that say when something is to be done; what recurs has no one time."""
    for entry in members:
        year = years[entry.pointer.document]
        chosen = [
            Statement(entry, deadline)
            for deadline in entry.element.deadlines
            if (entry.element.phase is not Phase.ACTUAL or deadline.end.year > year)
            and Statement(entry, deadline).days <= LONGEST_PLANNED
        ]
        if chosen and not recurs(entry.element.text):
            yield chosen


def _follows(first: Entry, now: Entry, members: Iterable[Entry]) -> bool:
    """Tell whether an entry is later, and no new promise made after the first one was reported done."""
    if first.moment >= now.moment or recurs(now.element.text):
        return False
    if now.element.phase is Phase.ACTUAL:
        return True
    status = (
        one.element.status
        for one in members
        if one.document < now.document and one.document != first.document
    )
    own = first.element.status
    return not any(one is not None and one.value is Status.DONE for one in (*status, own))


def _moved(planned: Sequence[Statement], now: Entry, years: Years) -> tuple[Statement, Statement] | None:
    """Return the planned and the new time that speak most of the same deed, if one lies after the other."""
    pairs = [
        (kinship(clause(one.entry.element, one.deadline), clause(now.element, new.deadline)), one, new)
        for one in planned
        for new in (Statement(now, deadline) for deadline in now.element.deadlines)
        if _later(one, new, years)
    ]
    alike = [row for row in pairs if row[0] > 0]
    if not alike:
        return None
    _, one, new = max(alike, key=lambda row: (row[0], row[2].deadline.end, row[1].deadline.end))
    return one, new


def _later(planned: Statement, new: Statement, years: Years) -> bool:
    """Tell whether a time lies wholly after a planned one, and is narrow enough to say so.

    "In 2020" in the budget of 2020 says no more than "this year"; the next budget does not move it.
    """
    this_year = (
        planned.days > LONGEST_NEW and planned.deadline.start.year == years[planned.entry.pointer.document]
    )
    if this_year and new.entry.element.phase is not Phase.ACTUAL:
        return False
    return new.days <= LONGEST_NEW and new.deadline.start > planned.deadline.end


def _same_move(pair: tuple[Statement, Statement], known: tuple[Deadline, Deadline]) -> bool:
    """Tell whether a shift was seen before: "3e kwartaal 2023" and "28 september 2023" are one date."""
    return all(_meet(one.deadline, other) for one, other in zip(pair, known, strict=True))


def _meet(one: Deadline, other: Deadline) -> bool:
    return one.start <= other.end and other.start <= one.end


def _tellers(new: Statement, later: Iterable[Entry]) -> list[Entry]:
    """Return the entries that may say why: that of the new date, and results beside it or with that date."""
    end, document = new.deadline.end, new.entry.document
    return [
        new.entry,
        *(
            one
            for one in later
            if one.element.phase is Phase.ACTUAL
            and (one.document == document or any(deadline.end == end for deadline in one.element.deadlines))
        ),
    ]


def _shift(thread: str, planned: Statement, now: Statement, sources: Sequence[Entry]) -> Shift:
    return Shift(
        thread=thread,
        planned=planned.dated(),
        now=now.dated(),
        days=(now.deadline.end - planned.deadline.end).days,
        cause=cause(entry.element.text for entry in sources),
    )
