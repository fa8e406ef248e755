"""The probability that two elements belong to the same promise, and what it is made of.

Two documents are compared by themselves: every pair of elements by what the two have in common, then
by what the pairs around it say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np

from rodedraad.linking.around import FAINT, Around, Likely, around
from rodedraad.linking.candidates import best_cells, cells_from
from rodedraad.linking.features import GROWING, Cells, Pair, logarithm
from rodedraad.linking.kinds import kind_fit
from rodedraad.linking.odds import log_odds
from rodedraad.linking.products import COSINE, Products
from rodedraad.linking.sparse import Floats, Ints
from rodedraad.linking.weights import AROUND, CROWD, FEATURES, GOAL, RANK, SENSE, SETTLED, START, THEME, VIA

PARTS: Final = (*FEATURES, *AROUND, VIA)
SENSED: Final = (*PARTS, SENSE)
"""The parts where a model tells what texts mean."""
HINTS: Final = (THEME, RANK)
"""The parts that help to find what is offered, and are no reason to link without a person."""
MOST_OF_HINTS: Final = 0.5
"""So much log-odds they may add all the same where it is decided to link without a person."""
WORTH_A_LOOK: Final = -7.0
"""The log-odds below which a pair is no candidate: less than one in a thousand."""
LEAST_FAINT: Final = log_odds(FAINT)
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
        """Return the probabilities if hints spoke hardly in favour: they are no reason to link for good."""
        favour = np.maximum(self.parts[:, [PARTS.index(name) for name in HINTS]], 0.0).sum(axis=1)
        return chance(self.start, self.parts, np.maximum(favour - MOST_OF_HINTS, 0.0))

    def above(self, used: Weights) -> Floats:
        """Return how probable it is that what the two stand under belongs together."""
        return np.asarray(self.parts[:, PARTS.index(GOAL)] / (used[GOAL] or 1.0))


def score(pair: Pair, used: Weights, words: Floats, always: Iterable[tuple[int, int]] = ()) -> Scored:
    """Return the candidates of two documents, and the pairs in `always` that lie between them.

    `used` are the weights; they have one of what texts mean where the views have vectors of it.
    `words` is what the texts themselves add up to, a row a text and a column a newer element.
    """
    alone = _alone(pair, used, words)
    others = surroundings(pair, alone)
    others = surroundings(pair, _settled(alone, others, used))
    sums = _settled(alone, others, used)
    asked = [(left - pair.older.first, right - pair.newer.first) for left, right in always]
    cells = best_cells(sums, asked, least=WORTH_A_LOOK)
    parts = _parts(pair, others, used, cells)
    cover_left, cover_right = pair.covers(cells)
    base = start(used, *pair.shape) + used[SETTLED]
    return Scored(
        left=cells[0] + pair.older.first,
        right=cells[1] + pair.newer.first,
        score=chance(base, parts),
        parts=parts,
        start=base,
        cover_left=cover_left,
        cover_right=cover_right,
    )


def of_words(told: Products, used: Weights) -> Floats:
    """Return what texts add up to by themselves, a row an older text and a column a newer element."""
    sums = np.zeros((told.texts.size, told.mass_new.size), dtype=np.float32)
    if COSINE in told.tables:
        sums += np.float32(used["cosine"]) * told.tables[COSINE]
    for name, of in GROWING.items():
        if of in told.tables:
            sums += np.float32(used[name]) * logarithm(told.tables[of])
    return sums


def probability(sums: Floats) -> Floats:
    """Return the probability that belongs to log-odds."""
    return np.asarray(1 / (1 + np.exp(-sums)))


def chance(start: float, parts: Floats, less: Floats | float = 0.0) -> Floats:
    """Return the probabilities by where the sums start and their parts, less what does not count."""
    return probability(start + parts.sum(axis=1, dtype=np.float64) - less)


def start(used: Weights, rows: int, columns: int) -> float:
    """Return the log-odds of two elements of which nothing is known, by how many there are to choose from.

    A choice from few is no better founded than one from `FEWEST`.
    """
    crowd = log(max(rows, FEWEST) * max(columns, FEWEST)) / 2
    return used[START] + used[CROWD] * crowd


def _alone(pair: Pair, used: Weights, words: Floats) -> Floats:
    """Return the log-odds by what two elements have in common by themselves."""
    kinds = np.float32(used["kind"]) * kind_fit()[:, pair.newer.kinds] + start(used, *pair.shape)
    sums = kinds.astype(np.float32)[pair.older.kinds]
    sums += words[pair.texts]
    older, newer = pair.progress()
    sums += np.float32(used["order"]) * np.abs(older[:, None] - newer)
    if pair.places is not None:
        sums += (np.float32(used["place"]) * pair.places)[pair.place]
    if (same := pair.same_numbers()) is not None:
        sums += np.float32(used["number"]) * same
    for name, known in pair.deviations.items():
        told = known.whole(pair.texts)
        told *= np.float32(used[name])
        sums += told
    return sums


def surroundings(pair: Pair, sums: Floats) -> Around:
    """Return what the pairs around each pair say of it, from the log-odds so far."""
    rows, columns = cells_from(sums, LEAST_FAINT)
    likely = Likely(rows, columns, probability(sums[rows, columns]))
    older, newer = pair.older, pair.newer
    return around(
        likely,
        pair.lists,
        (older.answers, newer.answers),
        (older.under, newer.under),
        (older.themes, newer.themes),
    )


def _settled(alone: Floats, others: Around, used: Weights) -> Floats:
    sums = alone + np.float32(used[SETTLED])
    for name in AROUND:
        if (table := others.whole(name)) is not None:
            sums += np.float32(used[name]) * table
    return np.asarray(sums)


def _parts(pair: Pair, others: Around, used: Weights, cells: Cells) -> Floats:
    own = [used[name] * pair.at(name, cells) for name in FEATURES]
    near = [used[name] * others.at(name, *cells) for name in AROUND]
    via = np.zeros(cells[0].size, dtype=np.float32)
    sense = [used[SENSE] * pair.at(SENSE, cells)] if SENSE in used else []
    return np.stack([*own, *near, via, *sense], axis=1, dtype=np.float32)
