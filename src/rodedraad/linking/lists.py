"""Where elements stand in the lists of their themes: a report answers a list in the order of the list."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.sparse import Floats, Ints, Marks
from rodedraad.linking.views import View

MOST_LIFT: Final = 1.5
"""However much more than by chance two themes have in common, no more than so much counts for their lists."""
FEW_PAIRS: Final = 3.0
"""So many pairs tell little of whether two documents keep the order of their lists."""
LEAST_ROOM: Final = 1e-6
"""Where all lists are of one element, all stand at the same place, by chance too."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of an older and a newer document; a list is all elements of one kind under one theme."""

    near: Floats
    """1 where two elements stand as far down their lists, 0 from half a list apart on or of two kinds."""
    kinds: tuple[Ints, Ints]
    themes: Ints
    """For each element of the older document the number of its theme."""

    def same(self, rows: Ints, columns: Ints) -> Marks:
        """Tell which of these pairs of elements are of one kind."""
        return np.asarray(self.kinds[0][rows] == self.kinds[1][columns])

    def together(self, weight: Floats) -> float:
        """Return the sum over pairs of one kind of weights, a row an older theme and a column an element."""
        count = int(max(one.max(initial=0) for one in self.kinds)) + 1
        newer = weight @ np.eye(count, dtype=np.float32)[self.kinds[1]]
        older = np.bincount(self.themes * count + self.kinds[0], minlength=newer.size)
        return float((older.reshape(newer.shape) * newer).sum())


def lists(older: View, newer: View) -> Lists:
    """Return the lists of two documents."""
    near = np.abs(older.ranks[:, None] - newer.ranks)
    near *= -2
    near += 1
    np.maximum(near, np.float32(0), out=near)
    near[older.kinds[:, None] != newer.kinds] = 0
    return Lists(near, (older.kinds, newer.kinds), older.themes)


def rank(rows: Ints, columns: Ints, chance: Floats, lift: Floats | None, told: Lists) -> Floats | None:
    """Return how near each two stand in their lists, times how far likely pairs keep their places.

    `rows` and `columns` are the likely pairs, with how probable each is; `lift` is how much more of an older
    theme and of the theme of a newer element belongs together than by chance: lists of other themes say
    nothing.  None where likely pairs stand in their lists as if these were shuffled.
    """
    if lift is None:
        return None
    weight = np.clip(lift, np.float32(0), np.float32(MOST_LIFT))
    near = told.near * weight[told.themes]
    of_one_kind = told.same(rows, columns)
    rows, columns = rows[of_one_kind], columns[of_one_kind]
    sure = weight[told.themes[rows], columns] * chance[of_one_kind]
    expected = float(near.sum(dtype=np.float64)) / max(told.together(weight), LEAST_ROOM)
    observed = (float((told.near[rows, columns] * sure).sum()) + FEW_PAIRS * expected) / (
        float(sure.sum()) + FEW_PAIRS
    )
    keeping = max(observed - expected, 0.0) / max(1 - expected, LEAST_ROOM)
    near *= np.float32(keeping)
    return near if keeping else None
