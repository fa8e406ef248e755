"""The candidate pairs of all documents together, best first; kept in arrays, since they are many."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np

from rodedraad.linking.repeats import Repeats
from rodedraad.linking.scoring import PARTS, Scored, Weights
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Floats, Ints, Marks

CERTAIN: Final = 0.88
"""From this probability on a link may be made without a person."""
OFFERED: Final = 0.003
"""Below this probability nobody is asked to look."""
REACH: Final = timedelta(days=4 * 366)
"""Links are offered between documents no further apart than a council term; for good they reach further."""
FEW_STEPS: Final = 12
"""However far apart, where one document is no more than so many after the other: a term has three a year."""

Pair = tuple[int, int]
Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Offers:
    """The pairs that may be linked or offered, best first, in arrays: there are many."""

    left: Ints
    right: Ints
    score: Floats
    firm: Marks
    """Whether they may be linked without a person."""
    row: Ints
    """The place of each among all candidates, document by document."""

    def chosen(self, marks: Marks | Ints) -> "Offers":
        """Return those that are marked, or those with these numbers in this order."""
        return Offers(
            self.left[marks], self.right[marks], self.score[marks], self.firm[marks], self.row[marks]
        )

    def pairs(self) -> Ints:
        """Return the entries, a row a pair."""
        return np.column_stack([self.left, self.right])

    def among(self, pairs: Iterable[Pair], count: int) -> Marks:
        """Tell which of them are among these pairs; `count` is how many entries there are."""
        asked = np.array([left * count + right for left, right in pairs], dtype=np.int64)
        return np.asarray(np.isin(self.left * count + self.right, asked))


def offers(shelf: Shelf, scored: Mapping[Ends, Scored], used: Weights) -> Offers:
    """Return the pairs that may be linked or offered, best first; `scored` is by the numbers of documents.

    `used` are the weights of the scores.
    """
    said = Repeats.of(shelf)
    starts = _starts(scored.values())
    near = within_reach(shelf)
    found = [
        _worth(one, _firm(one, said, used), start, near=bool(near[ends]))
        for (ends, one), start in zip(scored.items(), starts, strict=False)
    ]
    joined = Offers(
        left=_joined([one.left for one in found]),
        right=_joined([one.right for one in found]),
        score=np.concatenate([np.zeros(0), *(one.score for one in found)]),
        firm=np.concatenate([np.zeros(0, dtype=np.bool_), *(one.firm for one in found)]),
        row=_joined([one.row for one in found]),
    )
    pair = joined.left * len(shelf.entries) + joined.right
    return joined.chosen(np.lexsort((pair, -joined.score)))


def within_reach(shelf: Shelf) -> Marks:
    """Tell of each document (rows) with each later one (columns) whether links between them are offered."""
    days = np.array([one.adopted.toordinal() for one in shelf.documents], dtype=np.int64)
    steps = np.arange(days.size)
    return np.asarray(
        (days - days[:, None] <= REACH.days) | (steps - steps[:, None] <= FEW_STEPS), dtype=np.bool_
    )


def _firm(scored: Scored, said: Repeats, used: Weights) -> Marks:
    """Tell which candidates may be linked without a person.

    What a document repeats may be only where what it stands under belongs together as well.
    """
    apart = said.elsewhere(scored.left, scored.right) & (scored.above(used) < CERTAIN)
    return np.asarray((scored.firm() >= CERTAIN) & ~apart)


def _worth(scored: Scored, firm: Marks, start: int, *, near: bool) -> Offers:
    """Return the candidates of two documents that are worth a look; far apart only what is certain."""
    worth = np.flatnonzero(scored.score >= OFFERED if near else firm)
    return Offers(scored.left[worth], scored.right[worth], scored.score[worth], firm[worth], start + worth)


@dataclass(frozen=True, slots=True)
class Found:
    """What was scored of chosen pairs; a place in every array is a pair."""

    score: Floats
    parts: Floats
    start: Floats
    cover: Floats
    """The share that one of the two repeats of the other."""

    def chosen(self, order: Ints) -> "Found":
        """Return what was scored of the pairs with these numbers, in this order."""
        return Found(self.score[order], self.parts[order], self.start[order], self.cover[order])


def found(scored: Sequence[Scored], rows: Ints) -> Found:
    """Return what was scored of candidates, by their places among all of them."""
    starts = _starts(scored)
    owners = np.searchsorted(starts, rows, side="right") - 1
    width = scored[0].parts.shape[1] if scored else len(PARTS)
    made = Found(
        score=np.zeros(rows.size),
        parts=np.zeros((rows.size, width)),
        start=np.zeros(rows.size),
        cover=np.zeros(rows.size),
    )
    order = np.argsort(owners, kind="stable")
    owned, firsts = np.unique(owners[order], return_index=True)
    for number, mine in zip(owned.tolist(), np.split(order, firsts[1:]), strict=False):
        one, at = scored[number], rows[mine] - starts[number]
        made.score[mine], made.parts[mine], made.start[mine] = one.score[at], one.parts[at], one.start
        made.cover[mine] = np.maximum(one.cover_left[at], one.cover_right[at])
    return made


def rows_of(shelf: Shelf, scored: Mapping[Ends, Scored], pairs: Iterable[Pair]) -> Ints:
    """Return the places among all candidates of pairs that are among them."""
    starts = dict(zip(scored, _starts(scored.values()).tolist(), strict=False))
    found = []
    for left, right in pairs:
        ends = shelf.entries[left].document, shelf.entries[right].document
        one = scored[ends]
        found.append(starts[ends] + int(np.argmax((one.left == left) & (one.right == right))))
    return np.array(found, dtype=np.int64)


def _starts(scored: Iterable[Scored]) -> Ints:
    """Return where the candidates of every two documents start among all of them, and where all end."""
    return np.cumsum([0, *(one.left.size for one in scored)], dtype=np.int64)


def _joined(arrays: Sequence[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, dtype=np.int64), *arrays])
