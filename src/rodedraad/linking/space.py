"""Every text of a shelf as sparse vectors, so that whole documents are compared in one product."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final

import scipy.sparse as sp

from rodedraad.linking.meanings import meanings
from rodedraad.linking.shelf import Entry
from rodedraad.linking.sparse import (
    Floats,
    Matrix,
    fill,
    presence,
    rarity,
    row_sums,
    sublinear,
    telling,
    times,
    unit,
    weigh,
)
from rodedraad.linking.tokens import Compounds, grams, spelled, stem, words

PART_OF_COMPOUND: Final = 0.5
COMMON_GRAM: Final = 0.2
RUN: Final = 3


@dataclass(frozen=True, slots=True)
class Space:
    """A row an entry in every matrix."""

    present: Matrix
    """Presence of stems and of the parts of compounds."""
    rare: Matrix
    """The same, weighed by rarity."""
    grams: Matrix
    """TF-IDF vectors of character 3- to 5-grams, of length one before the least telling were left out."""
    runs: Matrix
    """Presence of runs of three content words."""
    meanings: Matrix
    """Unit vectors of what the words mean in this field, weighed by rarity."""
    marks: Matrix
    """Presence of names, laws, numbers and years, weighed by rarity."""
    places: Matrix
    """Unit TF-IDF vectors of what an entry stands under."""
    mass: Floats
    """The rarity of all stems of an entry together."""

    def part(self, bounds: slice) -> "Space":
        """Return the rows of a stretch of entries."""
        return self._each(lambda matrix: sp.csr_array(matrix[bounds]), self.mass[bounds])

    def turned(self) -> "Space":
        """Return the matrices with a column an entry."""
        return self._each(lambda matrix: sp.csr_array(matrix.T.tocsr()), self.mass)

    def _each(self, change: Callable[[Matrix], Matrix], mass: Floats) -> "Space":
        matrices = {one.name: change(getattr(self, one.name)) for one in fields(self) if one.name != "mass"}
        return Space(**matrices, mass=mass)


def embed(entries: Sequence[Entry]) -> Space:
    """Return the vectors of the entries; the weights rest on these entries alone."""
    texts = [entry.words for entry in entries]
    above = [words(" ".join(one.text for one in entry.path)) for entry in entries]
    compounds = Compounds(word for text in texts for word in text)
    counts = fill([_bag(text, compounds) for text in texts])
    rare = weigh(presence(counts), rarity(counts))
    marks = _presence([map(str.lower, entry.named) for entry in entries])
    means = _presence([meanings(entry.wording) for entry in entries])
    return Space(
        present=presence(counts),
        rare=rare,
        grams=telling(_weighed(_grams([spelled(entry.wording) for entry in entries])), COMMON_GRAM),
        runs=presence(fill([_runs(text) for text in texts])),
        meanings=unit(weigh(means, rarity(means))),
        marks=weigh(marks, rarity(marks)),
        places=_weighed(fill([_bag(text, compounds) for text in above])),
        mass=row_sums(rare),
    )


def _presence(bags: Iterable[Iterable[str]]) -> Matrix:
    return fill([dict.fromkeys(sorted(set(bag)), 1.0) for bag in bags])


def _grams(bags: Sequence[Mapping[str, float]]) -> Matrix:
    """Return the counts of n-grams: those of each word once, times the words of each bag."""
    vocabulary = dict.fromkeys(word for bag in bags for word in bag)
    return times(fill(bags), fill([grams(word) for word in vocabulary]))


def _weighed(counts: Matrix) -> Matrix:
    return unit(weigh(sublinear(counts), rarity(counts)))


def _bag(text: Iterable[str], compounds: Compounds) -> Mapping[str, float]:
    bag: dict[str, float] = {}
    for word, count in Counter(text).items():
        bag[stem(word)] = bag.get(stem(word), 0.0) + count
        for part in compounds.parts(word):
            bag[part] = bag.get(part, 0.0) + PART_OF_COMPOUND * count
    return bag


def _runs(text: Sequence[str]) -> Mapping[str, float]:
    stems = [stem(word) for word in text]
    return {" ".join(stems[start : start + RUN]): 1.0 for start in range(len(stems) - RUN + 1)}
