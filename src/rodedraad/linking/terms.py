"""What the terms of texts count for, by what is known with a document: later ones change nothing."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.space import Space
from rodedraad.linking.sparse import (
    Floats,
    Ints,
    Matrix,
    first_rows,
    frequency,
    light,
    presence,
    rarity,
    sublinear,
    times,
    weigh,
    with_data,
)

COMMON_GRAM: Final = 0.1
"""A gram of more than this share of many texts is passed over: it tells no two apart, and makes most work."""
FEW_ROWS: Final = 100
"""A gram of no more texts than this makes no work worth saving."""
LEAST_LENGTH: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of texts or places, a row each, and what a term counts for that two have in common."""

    rows: Matrix
    weights: Floats | None = None
    lengths: Floats | None = None
    """The length of each row, where only the direction of two rows tells what they have in common."""

    def likeness(self, older: Ints, newer: Ints) -> Floats | None:
        """Return how much older and newer rows have in common, or None if that is nothing at all."""
        common = self.rows[newer] if self.weights is None else weigh(self.rows[newer], self.weights)
        common.eliminate_zeros()
        found = self.rows[older] @ common.T.tocsr()
        if not found.nnz:
            return None
        table: Floats = found.toarray()
        if self.lengths is not None:
            table /= self.lengths[older, None]
            table /= self.lengths[newer]
        return table


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of texts and places by a document."""

    stems: Terms
    """Stems and parts of compounds, by rarity."""
    grams: Terms
    """Character 3- to 5-grams: the cosine of their TF-IDF vectors."""
    runs: Terms
    """Runs of three content words."""
    meanings: Terms
    """What the words mean in this field: the cosine of vectors weighed by rarity."""
    marks: Terms
    """Names, laws, numbers and years, by rarity."""
    places: Terms
    """Stems of what an entry stands under: the cosine of their TF-IDF vectors."""
    mass: Floats
    """The rarity of all stems of a text together."""


def known(space: Space, entries: int) -> Known:
    """Return what is known by so many entries."""
    often, often_above = np.bincount(space.text[:entries]), np.bincount(space.above[:entries])
    stems = space.stems.known(entries)
    present = light(presence(times(first_rows(space.words, often.size), stems)))
    rare = rarity(present, often)
    titles = sublinear(times(first_rows(space.titles, often_above.size), stems))
    return Known(
        stems=_rare(present, rare),
        grams=_cosine(first_rows(space.grams, often.size), often, most=COMMON_GRAM),
        runs=Terms(first_rows(space.runs, often.size)),
        meanings=_cosine(first_rows(space.meanings, often.size), often),
        marks=_rare(named := first_rows(space.named, often.size), rarity(named, often)),
        places=_cosine(light(titles), often_above),
        mass=(present @ rare).astype(np.float32),
    )


def _rare(rows: Matrix, rare: Floats) -> Terms:
    return Terms(rows, rare.astype(np.float32))


def _cosine(rows: Matrix, often: Ints, most: float = 1.0) -> Terms:
    """Return terms whose lengths rest on all; those of more than a share of many rows count no more."""
    weights = rarity(rows, often) ** 2
    lengths = np.sqrt(with_data(rows, rows.data**2) @ weights)
    common = frequency(rows, often) > max(most * often.sum(), FEW_ROWS)
    weights[common] = 0
    return Terms(rows, weights.astype(np.float32), np.maximum(lengths, LEAST_LENGTH).astype(np.float32))
