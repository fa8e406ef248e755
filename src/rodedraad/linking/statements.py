"""Times in entries, and whether two of them speak of the same deed."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from rodedraad.linking.causes import tells_delay
from rodedraad.linking.clauses import clause, kinship, only_in_sentence, sentence_at, undated
from rodedraad.linking.shelf import Entry
from rodedraad.linking.tokens import words
from rodedraad.model.document import Deadline, Document
from rodedraad.model.terms import Phase
from rodedraad.model.threads import Dated

LONGEST_NEW: Final = 186
"""The most days a new date may span: a half year; a bare year is too vague to say that something moved."""
LONGEST_PLANNED: Final = 366
"""The most days a promised date may span."""
SENTENCE: Final = 0.75
"""What it counts for when not the clauses of two times but their sentences have a word in common."""
WHOLE: Final = 0.5
"""The same of their whole texts."""
DELAY: Final = 0.25
"""The same of a result that only says that what it answers is late."""


@dataclass(frozen=True, slots=True)
class Told:
    """An entry that names times of a promise.

    `host` is that promise where the entry only gives its date; `aside` says that it answers another promise.
    """

    entry: Entry
    document: Document
    host: Entry | None = None
    aside: bool = False

    @property
    def reported(self) -> bool:
        """Whether it tells what came of a promise."""
        return self.entry.element.phase is Phase.ACTUAL

    @property
    def promised(self) -> bool:
        """Whether it tells what is intended."""
        return self.entry.element.phase is Phase.PLAN

    @property
    def reckoned(self) -> date:
        """The last day it can look back on."""
        return min(self.document.adopted, date(self.document.year, 12, 31))

    @property
    def wording(self) -> str:
        """What the entry says, with the promise whose date it gives, without the times."""
        told = (self.entry, self.host) if self.host else (self.entry,)
        return " ".join(undated(one.element) for one in told)

    def statements(self) -> tuple["Statement", ...]:
        """Return all its times."""
        return tuple(Statement(self, deadline) for deadline in self.entry.element.deadlines)


@dataclass(frozen=True, slots=True)
class Statement:
    """A time in an entry."""

    told: Told
    deadline: Deadline

    @property
    def days(self) -> int:
        """How many days the time spans."""
        return (self.deadline.end - self.deadline.start).days + 1

    @property
    def alone(self) -> bool:
        """Whether the entry names no other time."""
        return len(self.told.entry.element.deadlines) == 1

    @property
    def clause(self) -> str:
        """The words the time belongs to; of a bare date, those of the promise beside it."""
        own = clause(self.told.entry.element, self.deadline)
        return own if words(own) else self.told.wording

    @property
    def sentence(self) -> str:
        """The whole sentence the time stands in; of a bare date, the promise beside it."""
        own = sentence_at(self.told.entry.element, self.deadline)
        return own if words(own) else self.told.wording

    @property
    def in_sentence_alone(self) -> bool:
        """Whether that sentence names no other time."""
        return only_in_sentence(self.told.entry.element, self.deadline)

    def dated(self) -> Dated:
        """Return it as a shift quotes it."""
        return Dated(
            document=self.told.entry.pointer.document,
            element=self.told.entry.pointer.element,
            start=self.deadline.start,
            end=self.deadline.end,
            text=self.deadline.text,
        )


def planned(told: Told) -> tuple[Statement, ...]:
    """Return the times that say when something is to be done."""
    return tuple(
        one
        for one in told.statements()
        if one.days <= (LONGEST_NEW if told.reported else LONGEST_PLANNED)
        and (not told.reported or one.deadline.end > told.reckoned)
    )


def same_deed(one: Statement, other: Statement, *, answers: bool = False) -> float:
    """Return how much two times speak of the same deed; 0 where nothing says so.

    Clauses are compared first; then sentences and whole texts, where these name no other time; of a result
    that `answers` the promise it is enough that it speaks of delay.
    """
    if alike := kinship(one.clause, other.clause):
        return float(alike)
    if one.told.aside or other.told.aside:
        return 0.0
    if one.in_sentence_alone and other.in_sentence_alone and kinship(one.sentence, other.sentence):
        return SENTENCE
    if one.alone and other.alone and kinship(one.told.wording, other.told.wording):
        return WHOLE
    late = answers and one.alone and other.in_sentence_alone and tells_delay(other.sentence)
    return DELAY if late else 0.0


def is_later(one: Statement, new: Statement) -> bool:
    """Tell whether a time lies after the month of a planned one, and is narrow enough to say so.

    "In 2020" in the budget of 2020 says no more than "this year"; the next budget does not move it.  Plans
    are made in months: "1 april" that became "2 april" did not move.
    """
    this_year = one.days > LONGEST_NEW and one.deadline.start.year == one.told.document.year
    if this_year and not new.told.reported:
        return False
    return new.days <= LONGEST_NEW and new.deadline.start > _end_of_month(one.deadline.end)


def meet(one: Deadline, other: Deadline) -> bool:
    """Tell whether two times share a day: "3e kwartaal 2023" and "28 september 2023" are one date."""
    return one.start <= other.end and other.start <= one.end


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
