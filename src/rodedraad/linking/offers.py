"""The candidate pairs of all documents together, best first; kept in arrays, since they are many."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Final, NamedTuple

import numpy as np

from rodedraad.linking.scoring import Scored
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Floats, Ints

CERTAIN: Final = 0.9
"""From this probability on a link may be made without a person."""
OFFERED: Final = 0.003
"""Below this probability nobody is asked to look."""
REACH: Final = timedelta(days=4 * 366)
"""Links are offered between documents no further apart than a council term; for good they reach further."""

Pair = tuple[int, int]
Ends = tuple[int, int]
Place = tuple[Scored, int]


class Offer(NamedTuple):
    """A candidate pair of entries, the older document's first."""

    left: int
    right: int
    score: float


def offers(shelf: Shelf, scored: Mapping[Ends, Scored]) -> list[Offer]:
    """Return the pairs that may be linked or offered, best first; `scored` is by the numbers of documents."""
    worth = [(one, _worth(shelf, ends, one.score)) for ends, one in scored.items()]
    left = _joined([one.left[chosen] for one, chosen in worth])
    right = _joined([one.right[chosen] for one, chosen in worth])
    score = np.concatenate([np.zeros(0), *(one.score[chosen] for one, chosen in worth)])
    order = np.lexsort((right, left, -score))
    columns = (left[order].tolist(), right[order].tolist(), score[order].tolist())
    return [Offer(*row) for row in zip(*columns, strict=True)]


def _worth(shelf: Shelf, ends: Ends, score: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    older, newer = (shelf.documents[one].adopted for one in ends)
    return np.asarray(score >= (OFFERED if newer - older <= REACH else CERTAIN))


def places(scored: Sequence[Scored], wanted: Iterable[Pair], count: int) -> dict[Pair, Place]:
    """Return where each of the wanted pairs was scored; `count` is how many entries there are."""
    asked = np.array([left * count + right for left, right in wanted], dtype=np.int64)
    keys = _joined([one.left * count + one.right for one in scored])
    starts = np.cumsum([0, *(one.left.size for one in scored)])
    found = np.flatnonzero(np.isin(keys, asked))
    owner = np.searchsorted(starts, found, side="right") - 1
    return {
        divmod(key, count): (scored[number], row)
        for key, number, row in zip(
            keys[found].tolist(), owner.tolist(), (found - starts[owner]).tolist(), strict=True
        )
    }


def _joined(arrays: Sequence[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, dtype=np.int64), *arrays])
