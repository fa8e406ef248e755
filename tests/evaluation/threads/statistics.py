"""Figures with their uncertainty: bootstrap intervals, area under the curve, calibration."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np

SEED: Final = 20_221_109
SAMPLES: Final = 2_000
TAIL: Final = 2.5
"""Per cent left out on either side: a 95 % interval."""
BINS: Final = 10


class Interval(NamedTuple):
    """A figure with the 95 % interval that resampling gives."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


class Bin(NamedTuple):
    """Candidates of about the same probability: how many, what was told, and how many were right."""

    count: int
    told: float
    right: float


def bootstrap(count: int, figure: Callable[[np.ndarray], float]) -> Interval:
    """Return a figure of `count` cases with its interval; `figure` takes the numbers of the cases drawn."""
    if count == 0:
        return Interval(0.0, 0.0, 0.0)
    draws = np.random.default_rng(SEED).integers(0, count, size=(SAMPLES, count))
    drawn = np.array([figure(draw) for draw in draws])
    low, high = np.nanpercentile(drawn, [TAIL, 100 - TAIL])
    return Interval(figure(np.arange(count)), float(low), float(high))


def mean(values: Sequence[float]) -> Interval:
    """Return the mean of values with its interval."""
    known = np.asarray(values, dtype=np.float64)
    return bootstrap(known.size, lambda drawn: float(known[drawn].mean()))


def area(positive: Sequence[float], negative: Sequence[float]) -> Interval:
    """Return how often a positive case stands above a negative one (ties count half): the AUC."""
    values = np.array([*positive, *negative])
    wanted = np.array([True] * len(positive) + [False] * len(negative))
    return bootstrap(values.size, lambda drawn: _area(values[drawn], wanted[drawn]))


def _area(values: np.ndarray, wanted: np.ndarray) -> float:
    good, bad = values[wanted], np.sort(values[~wanted])
    if not good.size or not bad.size:
        return float("nan")
    below, until = np.searchsorted(bad, good, "left"), np.searchsorted(bad, good, "right")
    return float((below + until).sum() / 2 / good.size / bad.size)


def reliability(told: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """Return ten bins of equal width over all candidates."""
    scores, truth = np.asarray(told), np.asarray(right, dtype=np.float64)
    numbers = np.minimum((scores * BINS).astype(int), BINS - 1)
    return [_bin(scores[numbers == one], truth[numbers == one]) for one in range(BINS)]


def _bin(scores: np.ndarray, truth: np.ndarray) -> Bin:
    if not scores.size:
        return Bin(0, 0.0, 0.0)
    return Bin(int(scores.size), float(scores.mean()), float(truth.mean()))


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: how far what is told lies from what is right, by candidate."""
    total = sum(one.count for one in bins)
    return sum(one.count * abs(one.told - one.right) for one in bins) / total if total else 0.0
