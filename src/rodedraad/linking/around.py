"""What the other pairs of two documents say of a pair."""

from dataclasses import dataclass

import numpy as np

from rodedraad.linking.sparse import Floats, Ints

Heads = tuple[Ints, Ints]
"""For each element of the older and of the newer document the row of its head in its own document, or -1."""


@dataclass(frozen=True, slots=True)
class Around:
    """For every element of the older document (rows) and of the newer one (columns)."""

    answers: Floats
    """How probable the promise that one answers belongs to the other, or to what the other answers."""
    goal: Floats
    """The same of what they stand under."""
    neighbours: Floats
    """How probable the pair just before or just after is."""


def around(table: Floats, promises: Heads, aims: Heads) -> Around:
    """Return what is said of each pair, from how probable each is so far."""
    return Around(
        answers=family(table, *promises),
        goal=family(table, *aims),
        neighbours=neighbours(table),
    )


def neighbours(table: Floats) -> Floats:
    """Return for each cell the higher of the values one step up its diagonal and one step down."""
    found = np.zeros_like(table)
    found[1:, 1:] = table[:-1, :-1]
    found[:-1, :-1] = np.maximum(found[:-1, :-1], table[1:, 1:])
    return found


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
