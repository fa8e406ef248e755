"""What the other pairs of two documents say of a pair."""

from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

import numpy as np

from rodedraad.linking.below import Below
from rodedraad.linking.lists import Lists, rank
from rodedraad.linking.sparse import Floats, Ints
from rodedraad.linking.weights import THEME

Heads = tuple[Below, Below]
"""What stands below the elements of the older and of the newer document."""
Themes = tuple[Ints, Ints]
"""For each element of the older and of the newer document the number of its theme in its own document."""
Shape = tuple[int, int]

STEPS: Final = 2
"""A neighbour may stand so many elements away: a report puts results between the promises it repeats."""
FADING: Final = 0.7
"""What a neighbour says counts so much for each element in between."""
FAINT: Final = 0.01
"""Below this probability a pair says nothing of what stands around it: nearly all pairs are so improbable."""
WORTH_FOLLOWING: Final = 0.1
"""Below this probability a pair says nothing of pairs further off: there are very many."""
BY_CHANCE: Final = 1.0
"""Two themes count for so many pairs more than are found, and than are expected: few say little."""


class Likely(NamedTuple):
    """The pairs of elements that say something of others, and how probable each is."""

    rows: Ints
    columns: Ints
    chance: Floats

    def from_(self, least: float) -> "Likely":
        """Return those that are at least so probable."""
        chosen = self.chance >= least
        return Likely(self.rows[chosen], self.columns[chosen], self.chance[chosen])


@dataclass(frozen=True, slots=True)
class Around:
    """What is said of each element of the older document (rows) with each of the newer one (columns).

    Each is None where nothing is said.
    """

    answers: Floats | None
    """How probable the promise that one answers belongs to the other, or to what the other answers."""
    goal: Floats | None
    """The same of what they stand under."""
    neighbours: Floats | None
    """How probable pairs just before and just after are, half for either side."""
    rank: Floats | None
    """How near they stand in the lists of their themes, as far as these documents keep the order of lists."""
    theme: Floats | None
    """How much more of the two themes belongs together than by chance, as a logarithm, a row a theme."""
    themes: Ints
    """For each element of the older document the row of its theme."""

    def whole(self, name: str) -> Floats | None:
        """Return one of these for all elements."""
        table: Floats | None = getattr(self, name)
        return table[self.themes] if name == THEME and table is not None else table

    def at(self, name: str, rows: Ints, columns: Ints) -> Floats:
        """Return one of these for a pair of elements each."""
        table: Floats | None = getattr(self, name)
        if table is None:
            return np.zeros(rows.size, dtype=np.float32)
        return np.asarray(table[self.themes[rows] if name == THEME else rows, columns])


def around(likely: Likely, told: Lists, promises: Heads, aims: Heads, themes: Themes) -> Around:
    """Return what is said of each pair, from how probable the likely ones are so far."""
    shape = told.near.shape
    lift = theme(likely, *themes)
    return Around(
        answers=family(likely, shape, *promises),
        goal=family(likely, shape, *aims),
        neighbours=neighbours(likely, shape),
        rank=rank(*likely.from_(WORTH_FOLLOWING), lift, told),
        theme=lift,
        themes=themes[0],
    )


def neighbours(likely: Likely, shape: Shape) -> Floats | None:
    """Return for each cell the highest value shortly before it in both documents, and shortly after it."""
    if not likely.rows.size:
        return None
    found = _beside(likely, shape, 1)
    found += _beside(likely, shape, -1)
    return found


def _beside(likely: Likely, shape: Shape, way: int) -> Floats:
    """Return half the highest value up to `STEPS` before each cell, or after it, fading with each step."""
    width = shape[1] + 2 * STEPS
    found = np.zeros(
        (shape[0] + 2 * STEPS) * width, dtype=np.float32
    )  # with a margin, so that no step falls off
    cells = (likely.rows + STEPS) * width + likely.columns + STEPS
    for down, right in product(range(1, STEPS + 1), repeat=2):
        faded = likely.chance * np.float32(FADING ** (down + right - 2) / 2)
        _raise(found, cells + way * (down * width + right), faded)
    return found.reshape(-1, width)[STEPS:-STEPS, STEPS:-STEPS]


def _raise(found: Floats, cells: Ints, values: Floats) -> None:
    """Raise cells, each named once, to these values where they are lower."""
    found[cells] = np.maximum(found[cells], values)


def theme(likely: Likely, older: Ints, newer: Ints) -> Floats | None:
    """Return for each older theme and newer element how much more belongs together than by chance."""
    count, other = int(older.max()) + 1, int(newer.max()) + 1
    followed = likely.from_(WORTH_FOLLOWING)
    if count * other == 1 or not followed.rows.size:
        return None
    cells = older[followed.rows] * other + newer[followed.columns]
    together = np.bincount(cells, followed.chance, count * other).reshape(count, other)
    expected = together.sum(axis=1, keepdims=True) * together.sum(axis=0) / together.sum()
    lift = np.log((together + BY_CHANCE) / (expected + BY_CHANCE)).astype(np.float32)
    return np.asarray(lift[:, newer])


def family(likely: Likely, shape: Shape, older: Below, newer: Below) -> Floats | None:
    """Return for each cell the highest value of its head with the other, and of the two heads."""
    rows, of_row = older.of(likely.rows)
    columns, of_column = newer.of(likely.columns)
    if not rows.size and not columns.size:
        return None
    found = np.zeros(shape[0] * shape[1], dtype=np.float32)
    _raise(found, rows * shape[1] + likely.columns[of_row], likely.chance[of_row])
    _raise(found, likely.rows[of_column] * shape[1] + columns, likely.chance[of_column])
    both, of_both = newer.of(likely.columns[of_row])
    _raise(found, rows[of_both] * shape[1] + both, likely.chance[of_row[of_both]])
    return found.reshape(shape)
