"""The probability that two elements belong to the same promise, and what it is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np

from rodedraad.linking.candidates import best_cells
from rodedraad.linking.features import Tables, View, compare
from rodedraad.linking.sparse import Floats, Ints
from rodedraad.linking.weights import CROWD, FAMILY, FEATURES, NEIGHBOURS, START, weights

PARTS: Final = (*FEATURES, NEIGHBOURS, FAMILY)
WORTH_A_LOOK: Final = -7.0
"""The log-odds below which a pair is no candidate: less than one in a thousand."""


@dataclass(frozen=True, slots=True)
class Scored:
    """The candidates of two documents; one place in every array is one pair of entries, best first."""

    left: Ints
    """Numbers of the entries of the older document."""
    right: Ints
    score: Floats
    parts: Floats
    """A row a candidate, a column a name of PARTS: what each likeness added to the log-odds."""
    start: float
    """Where the sum of the parts starts: how rarely two elements of such documents belong together."""
    cover_left: Floats
    """The share of the older element that the newer one repeats."""
    cover_right: Floats


def score(older: View, newer: View, always: Iterable[tuple[int, int]] = ()) -> Scored:
    """Return the candidates of two documents, and the pairs in `always` that lie between them."""
    tables = compare(older, newer)
    alone = _alone(tables)
    others = _others(tables, probability(alone))
    sums = sum(others.values(), alone)
    asked = [(left - older.first, right - newer.first) for left, right in always]
    rows, columns = best_cells(sums, asked, least=WORTH_A_LOOK)
    order = np.argsort(-sums[rows, columns], kind="stable")
    rows, columns = rows[order], columns[order]
    return Scored(
        left=rows + older.first,
        right=columns + newer.first,
        score=probability(sums[rows, columns]),
        parts=_parts(tables, others, rows, columns),
        start=start(*sums.shape),
        cover_left=tables.cover_old[rows, columns],
        cover_right=tables.cover_new[rows, columns],
    )


def probability(sums: Floats) -> Floats:
    """Return the probability that belongs to log-odds."""
    return np.asarray(1 / (1 + np.exp(-sums)))


def _others(tables: Tables, alone: Floats) -> dict[str, Floats]:
    """Return what the other pairs of the two documents add, from how probable each is by itself."""
    return {
        NEIGHBOURS: weights()[NEIGHBOURS] * neighbours(alone),
        FAMILY: weights()[FAMILY] * family(alone, tables.heads_old, tables.heads_new),
    }


def _alone(tables: Tables) -> Floats:
    return sum(
        (weights()[name] * getattr(tables, name) for name in FEATURES),
        np.full_like(tables.words, start(*tables.words.shape)),
    )


def start(rows: int, columns: int) -> float:
    """Return the log-odds of two elements of which nothing is known, by how many there are to choose from."""
    return weights()[START] + weights()[CROWD] * log(rows * columns) / 2


def neighbours(table: Floats) -> Floats:
    """Return for each cell the higher of the values one step up its diagonal and one step down."""
    around = np.zeros_like(table)
    around[1:, 1:] = table[:-1, :-1]
    around[:-1, :-1] = np.maximum(around[:-1, :-1], table[1:, 1:])
    return around


def family(table: Floats, heads_old: Ints, heads_new: Ints) -> Floats:
    """Return for each cell the highest value of its head with the other, and of the two heads."""
    padded = np.pad(table, ((0, 1), (0, 1)))  # a head of -1 finds the zeros at the end
    older = padded[heads_old, :-1]
    newer = padded[:-1, heads_new]
    both = padded[np.ix_(heads_old, heads_new)]
    return np.asarray(np.maximum(np.maximum(older, newer), both))


def _parts(tables: Tables, others: dict[str, Floats], rows: Ints, columns: Ints) -> Floats:
    own = [weights()[name] * getattr(tables, name)[rows, columns] for name in FEATURES]
    return np.stack([*own, *(table[rows, columns] for table in others.values())], axis=1)
