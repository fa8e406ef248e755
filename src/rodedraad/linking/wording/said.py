"""A text as one side of a comparison, in sentences, and what is said of two of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from rodedraad.linking.tokens import words
from rodedraad.model.stems import stem
from rodedraad.model.terms import ChangeKind, Effect

LEAST_SHARED: Final = 0.4
"""Two sentences say the same thing if they share this much of their content words (Dice)."""
FEWEST_SHARED: Final = 2
"""And so many of them at least, unless there is no other sentence to choose."""
ANCHOR: Final = 10
"""A word of so many letters names its thing well enough to say that two sentences speak of it."""
_END: Final = re.compile(r"(?<=[.!?])(?<!\.\w\.)\s+(?=[^\sa-zà-ÿ])|(?<=;)\s+|\s*\n+\s*")


class Moment(NamedTuple):
    """A time in a text: where it stands, and its first and last day."""

    start: int
    end: int
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Said:
    """A text with its times; `also` are the times named beside the text.

    A time before `since` is no promise but something that was.
    """

    text: str
    moments: tuple[Moment, ...] = ()
    since: date = date.min
    also: tuple[Moment, ...] = ()

    @cached_property
    def sentences(self) -> tuple["Sentence", ...]:
        """The sentences, in order."""
        cuts = [0, *(match.end() for match in _END.finditer(self.text)), len(self.text)]
        return tuple(
            Sentence(self, start, self.text[start:end])
            for start, end in pairwise(cuts)
            if self.text[start:end].strip()
        )


@dataclass(frozen=True)
class Sentence:
    """A sentence where it stands in a text."""

    said: Said
    start: int
    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return frozenset(map(stem, words(self.text)))

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Its times, with places in the sentence."""
        return tuple(
            one._replace(start=one.start - self.start, end=one.end - self.start)
            for one in self.said.moments
            if self.start <= one.start < self.start + len(self.text)
        )

    @cached_property
    def timeless(self) -> str:
        """The sentence with blanks for its times."""
        text = self.text
        for one in self.moments:
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
        return text


class Pair(NamedTuple):
    """Two sentences that say the same thing, or speak of it where they are not `close`."""

    was: Sentence
    now: Sentence
    shared: float

    @property
    def close(self) -> bool:
        """Whether they share enough words to compare more than what is done."""
        return self.shared >= LEAST_SHARED

    @property
    def turned(self) -> "Pair":
        """The same, read from the newer text to the older."""
        return Pair(self.now, self.was, self.shared)


class Judgement(NamedTuple):
    """That something became weaker or stronger, with the words on both sides; empty where there are none."""

    what: ChangeKind
    effect: Effect
    was: str
    now: str
    pair: Pair

    def turned(self) -> "Judgement":
        """Return the same, read from the newer text to the older."""
        effect = Effect.STRONGER if self.effect is Effect.WEAKER else Effect.WEAKER
        return Judgement(self.what, effect, self.now, self.was, self.pair.turned)


def pairs(was: Said, now: Said) -> tuple[Pair, ...]:
    """Return the sentences that say the same thing in two texts, each once, in order of the newer text.

    Sentences that share only the name of a thing come after those that share more.
    """
    best_first = sorted(_alike(was.sentences, now.sentences), key=lambda pair: -pair.shared)
    left, right, found = set[int](), set[int](), []
    for pair in best_first:
        if pair.was.start not in left and pair.now.start not in right:
            left.add(pair.was.start)
            right.add(pair.now.start)
            found.append(pair)
    return tuple(sorted(found, key=lambda pair: pair.now.start))


def _alike(one: Sequence[Sentence], other: Sequence[Sentence]) -> Iterator[Pair]:
    fewest = 1 if len(one) == len(other) == 1 else FEWEST_SHARED
    for old in one:
        for new in other:
            common = old.stems & new.stems
            shared = 2 * len(common) / max(len(old.stems) + len(new.stems), 1)
            close = len(common) >= fewest and shared >= LEAST_SHARED
            if close or any(len(word) >= ANCHOR for word in common):
                yield Pair(old, new, shared if close else min(shared, LEAST_SHARED / 2))
