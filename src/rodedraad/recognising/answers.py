"""Which promise a result answers, within one document."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain
from math import fsum, log, sqrt
from typing import Final

from rodedraad.model.stems import stem
from rodedraad.recognising.kept import LINES, WORDS
from rodedraad.recognising.language import sentences, words
from rodedraad.recognising.vocabulary import words_of

POSITION: Final = 0.1
"""What standing side by side in lists of equal length adds: less than a telling word."""
NAMED: Final = 0.07
"""From this likeness on, a result speaks of a promise; below it, its place in the field decides."""
CLEARLY: Final = 0.25
"""From this likeness on, a sentence may name a promise beside the one that the whole result answers."""
SHORTEST_PART: Final = 6
"""Shorter stems stand inside many unrelated words."""
LISTS: Final = 64
"""So many lists of promises are kept with the weights of their words: one is asked about line by line."""
RESULTS: Final = 500
"""So many results are kept with the parts of their words: one is laid beside each promise of its row."""


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(words_of("words", "stop"))


@lru_cache(maxsize=LINES)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    told = set(words(text)) - _stop_words()
    return frozenset([stem(word) for word in told if len(word) > 1])


def similarity(one: str, other: str) -> float:
    """Return the share of the shorter text's stems that the other has too, between 0 and 1."""
    left, right = stems(one), stems(other)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


class Rarity:
    """How much a word tells in a document: the rarer, the more."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Tell by the texts of a document; they are counted once a weight is asked for."""
        self._texts = list(texts)
        self._sums: dict[str, float] = {}

    @cached_property
    def _weights(self) -> "_Weights":
        return _Weights(self._texts)

    def _sum(self, text: str) -> float:
        if text not in self._sums:
            self._sums[text] = fsum(map(self._weights.__getitem__, stems(text)))
        return self._sums[text]

    def likeness(self, promise: str, result: str) -> float:
        """Return how much of what both texts tell is the same, between 0 and 1."""
        shared = stems(promise) & _named(result)
        size = self._sum(promise) * self._sum(result) if shared else 0.0
        return min(1.0, fsum(map(self._weights.__getitem__, shared)) / sqrt(size)) if size else 0.0


class _Weights(dict[str, float]):
    """The weight of each stem that is asked for, by how many of the texts it stands in."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._counts = Counter(chain.from_iterable(map(stems, texts)))
        self._size = len(texts)

    def __missing__(self, stem: str) -> float:
        weight = self[stem] = log(1 + self._size / (self._counts[stem] or 1))
        return weight


@lru_cache(maxsize=RESULTS)
def _named(text: str) -> frozenset[str]:
    """Return the stems of a text and what they begin and end with: `ondersteun` of `ondersteuningsaanbod`."""
    own = stems(text)
    return own.union(chain.from_iterable(map(_parts_of_word, own)))


@lru_cache(maxsize=WORDS)
def _parts_of_word(stem: str) -> tuple[str, ...]:
    cuts = range(SHORTEST_PART, len(stem))
    return (*[stem[:cut] for cut in cuts], *[stem[len(stem) - cut :] for cut in cuts])


def align(
    promises: Sequence[str], results: Sequence[str], rarity: Rarity | None = None, *, field: bool
) -> tuple[tuple[int, ...], ...]:
    """Return, for each result, the places of the promises that it answers, the best first.

    Words that are rare in the document (`rarity`; else among these texts) tell most.  Two lists of equal
    length go side by side unless the words say otherwise.  A sentence may answer another promise, where
    that has no result of its own.  A result that names none answers the `field` as a whole: its first
    promise; outside a field, nothing.
    """
    if not promises:
        return tuple(() for _ in results)
    weights = rarity or Rarity([*promises, *results])
    first = [_best(promises, results, place, weights, field=field) for place in range(len(results))]
    taken = {named for named in first if named is not None}
    left = [place for place in range(len(promises)) if place not in taken]
    return tuple(
        tuple(
            dict.fromkeys(
                named for named in (best, *_by_sentence(promises, left, result, weights)) if named is not None
            )
        )
        for best, result in zip(first, results, strict=True)
    )


def _best(
    promises: Sequence[str], results: Sequence[str], place: int, rarity: Rarity, *, field: bool
) -> int | None:
    side_by_side = len(promises) == len(results)
    scores = [
        rarity.likeness(promise, results[place]) + (POSITION if side_by_side and index == place else 0.0)
        for index, promise in enumerate(promises)
    ]
    best = max(scores)
    if best >= NAMED:
        return scores.index(best)
    return 0 if field else None


def _by_sentence(promises: Sequence[str], left: Sequence[int], result: str, rarity: Rarity) -> list[int]:
    """Return the unanswered promises that single sentences of a result name clearly."""
    spans = sentences(result)
    if not left or len(spans) <= 1:
        return []
    texts = [promises[place] for place in left]
    named = (clearly_named(texts, result[start:end], rarity) for start, end in spans)
    return [left[place] for place in named if place is not None]


def clearly_named(promises: Sequence[str], text: str, rarity: Rarity | None = None) -> int | None:
    """Return the place of the one promise that a text clearly speaks of, or None."""
    weights = rarity or _among(tuple(promises))
    scores = [weights.likeness(promise, text) for promise in promises]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= CLEARLY and scores.count(best) == 1 else None


@lru_cache(maxsize=LISTS)
def _among(promises: tuple[str, ...]) -> Rarity:
    return Rarity(promises)
