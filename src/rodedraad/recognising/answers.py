"""Which promise a result answers, within one document."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log
from typing import Final

import snowballstemmer

from rodedraad.recognising.language import sentences, words

POSITION: Final = 0.12
NAMED: Final = 0.12
SHORTEST_PART: Final = 6
CLEARLY: Final = 0.3
UNKNOWN: Final = 0.7
_STEMMER: Final = snowballstemmer.stemmer("dutch")
_STOP: Final = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "van",
        "in",
        "is",
        "zijn",
        "op",
        "te",
        "voor",
        "met",
        "aan",
        "dat",
        "die",
        "dit",
        "er",
        "om",
        "door",
        "bij",
        "naar",
        "als",
        "ook",
        "uit",
        "of",
        "we",
        "wij",
        "ons",
        "onze",
        "wordt",
        "worden",
        "heeft",
        "hebben",
        "zal",
        "niet",
        "nog",
        "meer",
        "over",
        "tot",
        "hun",
        "hier",
        "dan",
        "deze",
        "zo",
        "wat",
        "welke",
        "o.a",
        "kan",
        "kunnen",
    ]
)


@cache
def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset(
        _STEMMER.stemWords([word for word in words(text) if word not in _STOP and len(word) > 1])
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
    scores = _scores(promises, text, _weights([stems(promise) for promise in promises]), None)
    best = max(scores, default=0.0)
    return scores.index(best) if best >= CLEARLY and scores.count(best) == 1 else None


def _weights(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(stem for text in texts for stem in text)
    return {stem: log(1 + len(texts) / count) for stem, count in counts.items()}


def _scores(
    promises: Sequence[str], result: str, weights: dict[str, float], beside: int | None
) -> list[float]:
    named = stems(result)
    scores = []
    for index, promise in enumerate(promises):
        own = stems(promise)
        shared = sum(weights[stem] for stem in own if _is_named(stem, named))
        total = (
            min(sum(weights[stem] for stem in own), sum(weights.get(stem, UNKNOWN) for stem in named)) or 1.0
        )
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
    if len(promises) < 2 or len(spans) < 2:
        return []
    named = []
    for start, end in spans:
        scores = _scores(promises, result[start:end], weights, None)
        best = max(scores)
        if best >= CLEARLY and scores.count(best) == 1:
            named.append(scores.index(best))
    return named
