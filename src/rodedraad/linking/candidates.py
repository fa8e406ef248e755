"""Which pairs of two documents are worth a closer look: the best few of every element, from both sides."""

from collections.abc import Iterable
from math import inf
from typing import Final

import numpy as np

from rodedraad.linking.sparse import Floats, Ints, Marks

BEST_A_SIDE: Final = 8


def best_cells(
    scores: Floats,
    always: Iterable[tuple[int, int]] = (),
    count: int = BEST_A_SIDE,
    least: float = -inf,
) -> tuple[Ints, Ints]:
    """Return the cells from `least` on that are among the best `count` of their row or column.

    Those in `always` are among them, whatever their score.
    """
    chosen = (_best_in_rows(scores, count) | _best_in_rows(scores.T, count).T) & (scores >= least)
    for row, column in always:
        chosen[row, column] = True
    return _cells(chosen)


def cells_from(table: Floats, least: float) -> tuple[Ints, Ints]:
    """Return the rows and columns of the cells that hold no less."""
    return _cells(table >= least)


def _cells(chosen: Marks) -> tuple[Ints, Ints]:
    rows, columns = np.divmod(np.flatnonzero(chosen), max(chosen.shape[1], 1))
    return rows, columns


def _best_in_rows(scores: Floats, count: int) -> Marks:
    """Return the best of each row; of those that are as good as each other the first."""
    if not scores.size:
        return np.zeros(scores.shape, dtype=np.bool_)
    kept = min(count, scores.shape[1])
    least = np.partition(scores, scores.shape[1] - kept, axis=1)[:, -kept, None]
    chosen = scores >= least
    tied = np.flatnonzero(np.count_nonzero(chosen, axis=1) > kept)
    first = np.argsort(-scores[tied], axis=1, kind="stable")[:, :kept]
    chosen[tied] = False
    chosen[tied[:, None], first] = True
    return np.asarray(chosen)
