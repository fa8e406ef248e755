"""A session of a person who decides on links: what is asked next, and what was answered."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from rodedraad.dossier.deciding import DecisionFile, Ruling, Written
from rodedraad.dossier.review.answers import Hand, confirmed, parted, rejected, replaced
from rodedraad.dossier.review.queue import Pair, Question, Settled, made, pair_of, proposed, question_about
from rodedraad.dossier.review.search import found
from rodedraad.dossier.review.wanted import Wanted, chosen, known
from rodedraad.model.build import Build
from rodedraad.model.decisions import Decisions
from rodedraad.model.terms import STRUCTURE, Decision
from rodedraad.model.threads import Link, Pointer
from rodedraad.publishing.lookup import Lookup


class Progress(Struct, frozen=True, kw_only=True):
    """How far a session is: questions answered and skipped, what they came to, and what is still open."""

    answered: int
    skipped: int
    confirmed: int
    rejected: int
    left: int


class _Step(Struct, frozen=True, kw_only=True):
    question: Question
    rulings: tuple[Ruling, ...] = ()
    written: Written | None = None


def clock() -> datetime:
    """Return the time now, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


class Session:
    """Asks about the links of a build that nobody decided on yet; every answer is on disk at once.

    Decisions that others write meanwhile are seen.  Methods that write raise DossierError where the file
    has mistakes or cannot be written: nothing changed then, and the question stays.
    """

    def __init__(
        self,
        file: DecisionFile,
        build: Build,
        wanted: Wanted,
        role: str | None = None,
        now: Callable[[], datetime] = clock,
    ) -> None:
        self.build, self.lookup = build, Lookup(build)
        self._file, self._role, self._now = file, role, now
        self._links = chosen(
            self.lookup, made(self.lookup) if wanted.made else proposed(self.lookup), known(build, wanted)
        )
        self._standing: tuple[Decisions | None, tuple[Link, ...]] = None, ()
        self._skipped: dict[Pair, None] = {}
        self._steps: list[_Step] = []

    def current(self) -> Question | None:
        """Return the best question that is open and was not skipped, or None when all is done."""
        links = self._open()
        first = next(iter(links), None)
        return question_about(first, self._candidates()) if first else None

    def question(self, one: Pointer, other: Pointer) -> Question | None:
        """Return the question about two elements if it is open, skipped or not."""
        links = self._candidates()
        asked = next((link for link in links if (link.from_, link.to) == (one, other)), None)
        return question_about(asked, links) if asked else None

    @property
    def progress(self) -> Progress:
        """How far the session is."""
        made = [ruling.decision.decision for step in self._steps for ruling in step.rulings]
        answered = [step for step in self._steps if step.written]
        return Progress(
            answered=len(answered),
            skipped=len(self._skipped),
            confirmed=made.count(Decision.CONFIRMED),
            rejected=made.count(Decision.REJECTED),
            left=len(self._open()),
        )

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._steps)

    def confirm(self, question: Question) -> None:
        """Write that the two belong together."""
        self._write(question, confirmed(question, self._hand()))

    def reject(self, question: Question) -> None:
        """Write that the two do not belong together."""
        self._write(question, rejected(question, self._hand()))

    def choose(self, question: Question, other: Pointer) -> None:
        """Write that the promise belongs with another element of the same document."""
        if other == question.link.to:
            self.confirm(question)
        else:
            self._write(question, replaced(question, other, self._hand()))

    def split(self, question: Question, parts: Sequence[Pointer]) -> None:
        """Write that the promise became several elements of the same document."""
        self._write(question, parted(question, tuple(dict.fromkeys(parts)), self._hand()))

    def skip(self, question: Question) -> None:
        """Leave a question for another session."""
        self._skipped[question.pair] = None
        self._steps.append(_Step(question=question))

    def undo(self) -> Question | None:
        """Take back the last answer of this session, and return its question; None when there is none."""
        if not self._steps:
            return None
        last = self._steps[-1]
        if last.written:
            self._file.take_back(last.written)
        self._steps.pop()
        self._skipped.pop(last.question.pair, None)
        return last.question

    def found(self, question: Question, query: str) -> tuple[Pointer, ...]:
        """Return elements of the later document that hold the words asked for."""
        return found(self.build, question.link.to.document, query)

    def linkable(self, question: Question, element: str) -> Pointer | None:
        """Return the element of the later document with this id, if something can be linked to it."""
        pointer = Pointer(document=question.link.to.document, element=element)
        there = self.lookup.elements.get(pointer)
        return pointer if there and there.kind not in STRUCTURE and there.text.strip() else None

    def _write(self, question: Question, rulings: tuple[Ruling, ...]) -> None:
        written = self._file.add(rulings)
        self._steps.append(_Step(question=question, rulings=rulings, written=written))

    def _hand(self) -> Hand:
        return Hand(lookup=self.lookup, role=self._role, now=self._now())

    def _candidates(self) -> tuple[Link, ...]:
        """Return what is open, best first, skipped or not; looked through again when decisions came."""
        decisions = self._file.read()
        if decisions is not self._standing[0]:
            settled = Settled(decisions)
            self._standing = decisions, tuple(link for link in self._links if settled.leaves(link))
        return self._standing[1]

    def _open(self) -> tuple[Link, ...]:
        skipped = self._skipped
        if not skipped:
            return self._candidates()
        return tuple(link for link in self._candidates() if pair_of(link.from_, link.to) not in skipped)


def session_of(root: Path, build: Build, wanted: Wanted, role: str | None) -> Session:
    """Return a session on the decisions of a dossier."""
    return Session(DecisionFile(root), build, wanted, role)
