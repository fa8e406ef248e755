"""What a person can answer to a question, as decisions."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from rodedraad.dossier.deciding import Ruling
from rodedraad.dossier.review.queue import Question
from rodedraad.model.decisions import LinkDecision
from rodedraad.model.terms import Decision, Relation
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup

FEWEST_PARTS = 2
_NOTED = 60


class Hand(Struct, frozen=True, kw_only=True):
    """Who decides and when, with the build to tell what about."""

    lookup: Lookup
    role: str | None
    now: datetime

    def rules(
        self, question: Question, to: Pointer, decision: Decision, relation: Relation | None = None
    ) -> Ruling:
        """Return the decision about the promise of a question and one element."""
        made = LinkDecision(
            from_=question.link.from_,
            to=to,
            decision=decision,
            relation=relation,
            role=self.role,
            decided_at=self.now,
        )
        return Ruling(decision=made, note=f"{self._words(made.from_)} → {self._words(to)}")

    def _words(self, pointer: Pointer) -> str:
        plain = " ".join(self.lookup.elements[pointer].text.split())
        return f"“{plain if len(plain) <= _NOTED else plain[:_NOTED].rstrip() + '…'}”"


def confirmed(question: Question, hand: Hand) -> tuple[Ruling, ...]:
    """Return that the two belong together."""
    return (hand.rules(question, question.link.to, Decision.CONFIRMED),)


def rejected(question: Question, hand: Hand) -> tuple[Ruling, ...]:
    """Return that the two do not belong together."""
    return (hand.rules(question, question.link.to, Decision.REJECTED),)


def replaced(question: Question, other: Pointer, hand: Hand) -> tuple[Ruling, ...]:
    """Return that the promise belongs with another element than the one that was offered."""
    return (*rejected(question, hand), hand.rules(question, other, Decision.CONFIRMED))


def parted(question: Question, parts: Sequence[Pointer], hand: Hand) -> tuple[Ruling, ...]:
    """Return that the promise became several; what was offered and is none of them is rejected."""
    first = () if question.link.to in parts else rejected(question, hand)
    return (*first, *(hand.rules(question, one, Decision.CONFIRMED, Relation.SPLITS) for one in parts))
