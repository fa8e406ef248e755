"""Which pairs have a rival that is nearly as probable: one end could as well go with another entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.odds import LEAST
from rodedraad.linking.sparse import Floats, Ints

MARGIN: Final = 0.5
"""A rival within so much log-odds makes a link doubtful, unless both are parts of the same whole."""

Rival = tuple[int, int, int]
"""The end that two pairs share, the other end of the one, and that of its rival."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """The near rivals of pairs, by the places of the pairs."""

    _starts: Sequence[int]
    _rows: Sequence[Rival]

    def of(self, place: int) -> Sequence[Rival]:
        """Return the near rivals of a pair."""
        return self._rows[self._starts[place] : self._starts[place + 1]]


def rivals(left: Ints, right: Ints, score: Floats, document: Ints) -> Rivals:
    """Return the rivals of pairs that are given best first; `document` is that of each entry.

    Rivals share one end, and have their other ends in one document.
    """
    documents = int(document.max(initial=0)) + 1
    sure = np.clip(score, LEAST, 1 - LEAST)
    odds = np.log(sure / (1 - sure))
    sides = ((left, right), (right, left))
    rows = [np.zeros((0, 4), dtype=np.int64)]
    for shared, far in sides:
        for one, other in _near(shared * documents + document[far], odds):
            rows += [np.column_stack([a, shared[a], far[a], far[b]]) for a, b in ((one, other), (other, one))]
    told = np.concatenate(rows)
    told = told[np.argsort(told[:, 0], kind="stable")]
    starts = np.searchsorted(told[:, 0], np.arange(left.size + 1))
    return Rivals(starts.tolist(), [(one[1], one[2], one[3]) for one in told.tolist()])


def _near(group: Ints, odds: Floats) -> Iterator[tuple[Ints, Ints]]:
    """Yield places of the same group with nearly the same odds; the places are in order of odds."""
    order = np.argsort(group, kind="stable")
    here = np.arange(order.size)
    step = 0
    while here.size:
        step += 1
        here = here[here + step < order.size]
        one, other = order[here], order[here + step]
        near = (group[one] == group[other]) & (np.abs(odds[one] - odds[other]) < MARGIN)
        here = here[near]
        yield one[near], other[near]
