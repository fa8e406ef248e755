"""Every text of a shelf as sparse vectors, so that whole documents are compared in one product."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.meanings import meanings
from rodedraad.linking.shelf import Entry, content_words, named_in
from rodedraad.linking.sparse import (
    Floats,
    Ints,
    Matrix,
    fill,
    light,
    presence,
    rarity,
    row_sums,
    sublinear,
    telling,
    times,
    unit,
    weigh,
)
from rodedraad.linking.tokens import Compounds, grams, spelled, stem

PART_OF_COMPOUND: Final = 0.5
COMMON_GRAM: Final = 0.2
RUN: Final = 3


@dataclass(frozen=True, slots=True)
class Space:
    """A row a distinct text in every matrix, or a distinct place: what reports repeat is compared once."""

    text: Ints
    """For each entry the row of its text."""
    above: Ints
    """For each entry the row of its place: what it stands under."""
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
    named: Matrix
    """Presence of names, laws, numbers and years."""
    marks: Matrix
    """The same, weighed by rarity."""
    places: Matrix
    """Unit TF-IDF vectors of what an entry stands under."""
    mass: Floats
    """The rarity of all stems of a text together."""


def embed(entries: Sequence[Entry]) -> Space:
    """Return the vectors of the entries; the weights rest on these entries alone."""
    texts, text, times = _distinct([entry.wording for entry in entries])
    above, place, often = _distinct([" ".join(one.text for one in entry.path) for entry in entries])
    content = [content_words(one) for one in texts]
    compounds = Compounds(word for text_ in content for word in text_)
    counts = fill([_bag(one, compounds) for one in content])
    rare = weigh(presence(counts), rarity(counts, times))
    named = _presence([map(str.lower, named_in(one)) for one in texts])
    means = _presence([meanings(one) for one in texts])
    return Space(
        text=text,
        above=place,
        present=light(presence(counts)),
        rare=light(rare),
        grams=light(telling(_weighed(_grams([spelled(one) for one in texts]), times), COMMON_GRAM, times)),
        runs=light(presence(fill([_runs(one) for one in content]))),
        meanings=light(unit(weigh(means, rarity(means, times)))),
        named=light(named),
        marks=light(weigh(named, rarity(named, times))),
        places=light(_weighed(fill([_bag(content_words(one), compounds) for one in above]), often)),
        mass=row_sums(rare),
    )


def _distinct(texts: Sequence[str]) -> tuple[list[str], Ints, Ints]:
    """Return the distinct texts, for each text which of them it is, and how often each occurs."""
    rows: dict[str, int] = {}
    which = np.array([rows.setdefault(text, len(rows)) for text in texts], dtype=np.int64)
    return list(rows), which, np.bincount(which, minlength=len(rows))


def _presence(bags: Iterable[Iterable[str]]) -> Matrix:
    return fill([dict.fromkeys(sorted(set(bag)), 1.0) for bag in bags])


def _grams(bags: Sequence[Mapping[str, float]]) -> Matrix:
    """Return the counts of n-grams: those of each word once, times the words of each bag."""
    vocabulary = dict.fromkeys(word for bag in bags for word in bag)
    return times(fill(bags), fill([grams(word) for word in vocabulary]))


def _weighed(counts: Matrix, times: Ints) -> Matrix:
    return unit(weigh(sublinear(counts), rarity(counts, times)))


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
