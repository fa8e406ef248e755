"""The probability that two elements belong to the same promise, and what it is made of.

Two documents are compared by themselves: every pair of elements by what the two have in common, then
by what the pairs around it say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np

from rodedraad.linking.around import Around, around
from rodedraad.linking.candidates import best_cells
from rodedraad.linking.features import Tables, View, compare
from rodedraad.linking.products import Beside
from rodedraad.linking.sparse import Floats, Ints, at
from rodedraad.linking.weights import AROUND, CROWD, FEATURES, SENSE, SETTLED, START, THEME, VIA

PARTS: Final = (*FEATURES, *AROUND, VIA)
SENSED: Final = (*PARTS, SENSE)
"""The parts where a model tells what texts mean."""
WORTH_A_LOOK: Final = -7.0
"""The log-odds below which a pair is no candidate: less than one in a thousand."""
FEWEST: Final = 10
"""A document of fewer elements counts as one of so many."""

Ends = tuple[int, int]
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scored:
    """The candidates of two documents; one place in every array is one pair of entries."""

    left: Ints
    """Numbers of the entries of the older document."""
    right: Ints
    score: Floats
    parts: Floats
    """A row a candidate, a column a name of PARTS or SENSED: what each likeness added to the log-odds."""
    start: float
    """Where the sum of the parts starts: how rarely two elements of such documents belong together."""
    cover_left: Floats
    """The share of the older element that the newer one repeats."""
    cover_right: Floats

    def firm(self) -> Floats:
        """Return the probabilities if themes said nothing in favour: that is no reason to link for good."""
        favour = np.maximum(self.parts[:, PARTS.index(THEME)], 0.0)
        return probability(self.start + self.parts.sum(axis=1) - favour)


def score(
    older: View,
    newer: View,
    used: Weights,
    always: Iterable[tuple[int, int]] = (),
    told: Beside | None = None,
) -> Scored:
    """Return the candidates of two documents, and the pairs in `always` that lie between them.

    `used` are the weights; they have one of what texts mean where the views have vectors of it.
    `told` are likenesses of the older document that were reckoned already.
    """
    tables = compare(older, newer, told)
    alone = _alone(tables, used)
    others = _around(older, newer, probability(alone))
    settled = probability(_settled(alone, others, used))
    others = _around(older, newer, settled)
    sums = _settled(alone, others, used)
    asked = [(left - older.first, right - newer.first) for left, right in always]
    rows, columns = best_cells(sums, asked, least=WORTH_A_LOOK)
    parts = _parts(tables, others, used, (rows, columns))
    cover_left, cover_right = tables.covers(rows, columns)
    base = start(used, *sums.shape) + used[SETTLED]
    return Scored(
        left=rows + older.first,
        right=columns + newer.first,
        score=probability(base + parts.sum(axis=1)),
        parts=parts,
        start=base,
        cover_left=cover_left,
        cover_right=cover_right,
    )


def probability(sums: Floats) -> Floats:
    """Return the probability that belongs to log-odds."""
    return np.asarray(1 / (1 + np.exp(-sums)))


def start(used: Weights, rows: int, columns: int) -> float:
    """Return the log-odds of two elements of which nothing is known, by how many there are to choose from.

    A choice from few is no better founded than one from `FEWEST`.
    """
    crowd = log(max(rows, FEWEST) * max(columns, FEWEST)) / 2
    return used[START] + used[CROWD] * crowd


def _alone(tables: Tables, used: Weights) -> Floats:
    sums = np.full_like(tables.grams, start(used, *tables.grams.shape))
    for name in FEATURES:
        sums += np.float32(used[name]) * getattr(tables, name)
    if tables.sense is not None:
        sums += np.float32(used[SENSE]) * tables.sense
    return sums


def _around(older: View, newer: View, table: Floats) -> Around:
    return around(
        table, (older.promises, newer.promises), (older.aims, newer.aims), (older.themes, newer.themes)
    )


def _settled(alone: Floats, others: Around, used: Weights) -> Floats:
    sums = alone + np.float32(used[SETTLED])
    for name in AROUND:
        sums += np.float32(used[name]) * getattr(others, name)
    return np.asarray(sums)


def _parts(tables: Tables, others: Around, used: Weights, cells: tuple[Ints, Ints]) -> Floats:
    own = [used[name] * at(getattr(tables, name), cells) for name in FEATURES]
    near = [used[name] * at(getattr(others, name), cells) for name in AROUND]
    via = np.zeros(cells[0].size)
    sense = [] if tables.sense is None else [used[SENSE] * at(tables.sense, cells)]
    return np.stack([*own, *near, via, *sense], axis=1, dtype=np.float64)
