"""Which promise a result answers, within one document."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log
from typing import Final

import snowballstemmer

from rodedraad.recognising.language import sentences, words
from rodedraad.recognising.vocabulary import words_of

POSITION: Final = 0.12
"""What standing side by side in lists of equal length adds: less than a telling word."""
NAMED: Final = 0.12
"""From this share of a promise's words, a result speaks of it; below it, its place in the field decides."""
CLEARLY: Final = 0.3
"""From this share on, a sentence may name a promise beside the one that the whole result answers."""
SHORTEST_PART: Final = 6
"""Shorter stems stand inside many unrelated words."""
UNKNOWN: Final = 0.7
"""The weight of a word that no promise has: about that of one which all promises have."""
_STEMMER: Final = snowballstemmer.stemmer("dutch")


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(words_of("words", "stop"))


@cache
def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset(
        _STEMMER.stemWords([word for word in words(text) if word not in _stop_words() and len(word) > 1])
    )


def similarity(one: str, other: str) -> float:
    """Return the share of the shorter text's stems that the other has too, between 0 and 1."""
    left, right = stems(one), stems(other)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def align(promises: Sequence[str], results: Sequence[str], *, field: bool) -> tuple[tuple[int, ...], ...]:
    """Return, for each result, the places of the promises that it answers, the best first.

    Words that few promises share tell most.  Two lists of equal length go side by side unless the words
    say otherwise.  A result may answer another promise in each of its sentences.  One that names none of
    the promises answers the `field` as a whole: its first promise; outside a field it answers nothing.
    """
    if not promises:
        return tuple(() for _ in results)
    weights = _weights([stems(text) for text in promises])
    aligned = []
    for place, result in enumerate(results):
        beside = place if len(promises) == len(results) else None
        scores = _scores(promises, result, weights, beside)
        best = max(range(len(scores)), key=lambda index: scores[index])
        first = (best,) if scores[best] >= NAMED else ((0,) if field else ())
        aligned.append(tuple(dict.fromkeys((*first, *_by_sentence(promises, result, weights)))))
    return tuple(aligned)


def clearly_named(promises: Sequence[str], text: str) -> int | None:
    """Return the place of the one promise that a text clearly speaks of, or None."""
    return _clearest(_scores(promises, text, _weights([stems(promise) for promise in promises]), None))


def _weights(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(stem for text in texts for stem in text)
    return {stem: log(1 + len(texts) / count) for stem, count in counts.items()}


def _scores(
    promises: Sequence[str], result: str, weights: dict[str, float], beside: int | None
) -> list[float]:
    named = stems(result)
    told = sum(weights.get(stem, UNKNOWN) for stem in named)
    scores = []
    for index, promise in enumerate(promises):
        own = stems(promise)
        shared = sum(weights[stem] for stem in own if _is_named(stem, named))
        total = min(sum(weights[stem] for stem in own), told) or 1.0
        scores.append(shared / total + (POSITION if index == beside else 0.0))
    return scores


def _is_named(stem: str, named: frozenset[str]) -> bool:
    """Whether a stem is among the named ones, or a part of one: `ondersteun` in `ondersteuningsaanbod`."""
    if stem in named:
        return True
    return len(stem) >= SHORTEST_PART and any(
        other.startswith(stem) or other.endswith(stem) for other in named
    )


def _by_sentence(promises: Sequence[str], result: str, weights: dict[str, float]) -> list[int]:
    """Return the promises that single sentences of a result name clearly."""
    spans = sentences(result)
    if len(promises) <= 1 or len(spans) <= 1:
        return []
    named = (_clearest(_scores(promises, result[start:end], weights, None)) for start, end in spans)
    return [place for place in named if place is not None]


def _clearest(scores: Sequence[float]) -> int | None:
    best = max(scores, default=0.0)
    return scores.index(best) if best >= CLEARLY and scores.count(best) == 1 else None
