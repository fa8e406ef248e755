"""What the other pairs of two documents say of a pair."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.sparse import Floats, Ints

Heads = tuple[Ints, Ints]
"""For each element of the older and of the newer document the row of its head in its own document, or -1."""
Themes = tuple[Ints, Ints]
"""For each element of the older and of the newer document the number of its theme in its own document."""

STEPS: Final = 2
"""A neighbour may stand so many elements away: a report puts results between the promises it repeats."""
FADING: Final = 0.7
"""What a neighbour says counts so much for each element in between."""
WORTH_FOLLOWING: Final = 0.1
"""Below this probability a pair says nothing of other pairs: there are very many."""
BY_CHANCE: Final = 1.0
"""Two themes count for so many pairs more than are found, and than are expected: few say little."""


@dataclass(frozen=True, slots=True)
class Around:
    """For every element of the older document (rows) and of the newer one (columns)."""

    answers: Floats
    """How probable the promise that one answers belongs to the other, or to what the other answers."""
    goal: Floats
    """The same of what they stand under."""
    neighbours: Floats
    """How probable pairs just before and just after are, half for either side."""
    theme: Floats
    """How much more of the two themes belongs together than by chance, as a logarithm; 0 says nothing."""


def around(table: Floats, promises: Heads, aims: Heads, themes: Themes) -> Around:
    """Return what is said of each pair, from how probable each is so far."""
    return Around(
        answers=family(table, *promises),
        goal=family(table, *aims),
        neighbours=neighbours(table),
        theme=theme(table, *themes),
    )


def neighbours(table: Floats) -> Floats:
    """Return for each cell the highest value shortly before it in both documents, and shortly after it."""
    before = _before(_before(table, 0), 1)
    after = _before(_before(table[::-1, ::-1], 0), 1)[::-1, ::-1]
    before += after
    before *= np.float32(0.5)
    return before


def _before(table: Floats, axis: int) -> Floats:
    """Return for each cell the highest value up to `STEPS` before it along an axis, fading with each step."""
    found = np.zeros_like(table)
    older, newer = np.moveaxis(table, axis, 0), np.moveaxis(found, axis, 0)
    for step in range(1, STEPS + 1):
        faded = older[:-step] * np.float32(FADING ** (step - 1))
        np.maximum(newer[step:], faded, out=newer[step:])
    return found


def theme(table: Floats, older: Ints, newer: Ints) -> Floats:
    """Return for each cell how much more of its two themes belongs together than if themes did not matter."""
    if not table.size:
        return np.zeros_like(table)
    likely = np.where(table >= WORTH_FOLLOWING, table, np.float32(0))
    together = _members(older).T @ likely @ _members(newer)
    expected = together.sum(axis=1, keepdims=True) * together.sum(axis=0) / max(together.sum(), 1e-9)
    lift = np.log((together + BY_CHANCE) / (expected + BY_CHANCE)).astype(np.float32)
    return np.asarray(lift[:, newer].take(older, axis=0))


def _members(themes: Ints) -> Floats:
    """Return a row an element and a column a theme, with 1 where the element stands under the theme."""
    return np.eye(int(themes.max()) + 1, dtype=np.float32)[themes]


def family(table: Floats, heads_old: Ints, heads_new: Ints) -> Floats:
    """Return for each cell the highest value of its head with the other, and of the two heads."""
    if not ((heads_old >= 0).any() or (heads_new >= 0).any()):
        return np.zeros_like(table)
    padded = np.pad(table.T, ((0, 1), (0, 1)))  # a head of -1 finds the zeros at the end
    older = padded[:-1].take(heads_old, axis=1)
    newer = padded.take(heads_new, axis=0)
    both = newer.take(heads_old, axis=1)
    np.maximum(older, newer[:, :-1], out=older)
    return np.asarray(np.maximum(older, both, out=older).T)
