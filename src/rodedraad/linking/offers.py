"""The candidate pairs of all documents together, best first; kept in arrays, since they are many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, NamedTuple

import numpy as np

from rodedraad.linking.scoring import PARTS, Scored
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Floats, Ints, Marks

CERTAIN: Final = 0.9
"""From this probability on a link may be made without a person."""
OFFERED: Final = 0.003
"""Below this probability nobody is asked to look."""
REACH: Final = timedelta(days=4 * 366)
"""Links are offered between documents no further apart than a council term; for good they reach further."""

Pair = tuple[int, int]
Ends = tuple[int, int]


class Offer(NamedTuple):
    """A candidate pair of entries, the older document's first."""

    left: int
    right: int
    score: float


@dataclass(frozen=True, slots=True)
class Offers:
    """The pairs that may be linked or offered, best first, in arrays: there are many."""

    left: Ints
    right: Ints
    score: Floats
    firm: Marks
    """Whether they may be linked without a person."""

    def certain(self) -> list[Offer]:
        """Return those that may be linked without a person."""
        return [Offer(*row) for row in self.chosen(self.firm).rows()]

    def chosen(self, marks: Marks | Ints) -> "Offers":
        """Return those that are marked, or those with these numbers in this order."""
        return Offers(self.left[marks], self.right[marks], self.score[marks], self.firm[marks])

    def rows(self) -> Iterator[tuple[int, int, float]]:
        """Return older end, newer end and probability of each."""
        return zip(self.left.tolist(), self.right.tolist(), self.score.tolist(), strict=True)


def offers(shelf: Shelf, scored: Mapping[Ends, Scored]) -> Offers:
    """Return the pairs that may be linked or offered, best first; `scored` is by the numbers of documents."""
    found = [_worth(shelf, ends, one) for ends, one in scored.items()]
    left, right = _joined([one.left for one in found]), _joined([one.right for one in found])
    score = np.concatenate([np.zeros(0), *(one.score for one in found)])
    firm = np.concatenate([np.zeros(0, dtype=np.bool_), *(one.firm for one in found)])
    order = np.lexsort((right, left, -score))
    return Offers(left, right, score, firm).chosen(order)


def _worth(shelf: Shelf, ends: Ends, scored: Scored) -> Offers:
    """Return the candidates of two documents that are worth a look; far apart only what is certain."""
    older, newer = (shelf.documents[one].adopted for one in ends)
    firm = np.asarray(scored.firm() >= CERTAIN)
    near = newer - older <= REACH
    found = Offers(scored.left, scored.right, scored.score, firm)
    return found.chosen(scored.score >= OFFERED if near else firm)


@dataclass(frozen=True, slots=True)
class Found:
    """What was scored of chosen pairs; a place in every array is a pair."""

    score: Floats
    parts: Floats
    start: Floats
    cover: Floats
    """The share that one of the two repeats of the other."""


def found(scored: Sequence[Scored], wanted: Iterable[Pair], count: int) -> Found:
    """Return what was scored of the wanted pairs, in their order; `count` is how many entries there are."""
    asked = np.array([left * count + right for left, right in wanted], dtype=np.int64)
    keys = _joined([one.left * count + one.right for one in scored])
    order = np.argsort(keys, kind="stable")
    rows = order[np.searchsorted(keys, asked, sorter=order)] if asked.size else asked
    starts = np.cumsum([0, *(one.left.size for one in scored)])
    owners = np.searchsorted(starts, rows, side="right") - 1
    width = scored[0].parts.shape[1] if scored else len(PARTS)
    made = Found(
        score=np.zeros(asked.size),
        parts=np.zeros((asked.size, width)),
        start=np.zeros(asked.size),
        cover=np.zeros(asked.size),
    )
    for number in np.unique(owners).tolist():
        mine = np.flatnonzero(owners == number)
        one, at = scored[number], rows[mine] - starts[number]
        made.score[mine], made.parts[mine], made.start[mine] = one.score[at], one.parts[at], one.start
        made.cover[mine] = np.maximum(one.cover_left[at], one.cover_right[at])
    return made


def _joined(arrays: Sequence[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, dtype=np.int64), *arrays])
