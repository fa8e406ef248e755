"""Questions that a council member may ask, chosen from the findings.

Chosen are at most five.  The order is that of `questions.tsv`: first what was promised and not found again,
then what got no answer, what is late without a cause, a figure that is missing, figures beside words, and
wording; a newer document goes before an older one.  The kinds take turns, so that the questions are spread
over them, and no two are about one thread.  What the municipality replied to is asked last.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, zip_longest
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from rodedraad.model.findings import Finding
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.words import rows

MOST: Final = 5
SHIFTED: Final = "deadline-shifted"


class Asking(Struct, frozen=True, kw_only=True):
    """How a finding of one rule is asked about: what kind of question, its rank, its words, and why."""

    kind: str
    rank: int
    question: str
    reason: str


class Question(Struct, frozen=True, kw_only=True):
    """A question to ask, and the finding that it rests on."""

    finding: Finding
    asking: Asking


@cache
def askings() -> Mapping[str, Asking]:
    """Return how the findings of each rule are asked about; of other rules nothing is asked."""
    return MappingProxyType(
        {
            row["rule"]: Asking(
                kind=row["kind"], rank=int(row["rank"]), question=row["question"], reason=row["reason"]
            )
            for row in rows("questions.tsv")
        }
    )


class Questions:
    """Chooses what to ask from the findings of a build."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def about(self, elements: Collection[Pointer]) -> tuple[Question, ...]:
        """Return the questions about some elements, at most five, the most pressing first."""
        own = [one for at, one in self._askable if at in elements]
        unanswered = [one for one in own if not one.finding.reply]
        answered = [one for one in own if one.finding.reply]
        turns = chain(self._in_turns(unanswered), self._in_turns(answered))
        return tuple(self._once(turns))[:MOST]

    @cached_property
    def _askable(self) -> tuple[tuple[Pointer, Question], ...]:
        """The findings that can be asked about, the most pressing first, each with what it is about."""
        found = [
            (Pointer(document=one.subject.document, element=one.subject.element), one)
            for one in self._lookup.build.findings.findings
            if one.subject.element is not None and one.rule in askings() and not self._has_cause(one)
        ]
        asked = [(at, Question(finding=one, asking=askings()[one.rule])) for at, one in found]
        return tuple(sorted(asked, key=lambda pair: self._weight(*pair)))

    def _weight(self, pointer: Pointer, question: Question) -> tuple[int, int, str]:
        return question.asking.rank, -self._lookup.position[pointer.document], question.finding.id

    def _has_cause(self, finding: Finding) -> bool:
        """Return whether a deadline moved for a reason that the text gives."""
        if finding.rule != SHIFTED:
            return False
        named = {(finding.subject.document, finding.subject.element)}
        named |= {(one.document, one.element) for one in finding.others}
        moved = [
            one
            for shifts in self._lookup.shifts.values()
            for one in shifts
            if {(one.now.document, one.now.element), (one.planned.document, one.planned.element)} & named
        ]
        return bool(moved) and all(one.cause for one in moved)

    def _in_turns(self, questions: Sequence[Question]) -> Iterator[Question]:
        """Yield the first of every kind, then the second of every kind, and so on."""
        kinds = grouped(questions, lambda one: one.asking.kind).values()
        return (one for turn in zip_longest(*kinds) for one in turn if one is not None)

    def _once(self, questions: Iterator[Question]) -> Iterator[Question]:
        """Yield the questions without those about a thread that was asked about before."""
        asked: set[str] = set()
        for one in questions:
            told = self._threads(one.finding)
            if not told & asked:
                asked |= told
                yield one

    def _threads(self, finding: Finding) -> set[str]:
        """Return the threads that a finding is about; the finding itself where it is about none."""
        at = Pointer(document=finding.subject.document, element=finding.subject.element or "")
        ends = (at, *finding.others)
        return {thread.id for end in ends for thread in self._lookup.threads_of(end)} or {finding.id}
