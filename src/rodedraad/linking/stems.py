"""The stems of words, and of the two words that a compound is made of once both are known."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import scipy.sparse as sp

from rodedraad.linking.sparse import Ints, Matrix
from rodedraad.linking.tokens import Compounds
from rodedraad.model.stems import stem

PART_OF_COMPOUND: Final = 0.5


@dataclass(frozen=True, slots=True)
class Stems:
    """The stem of each word, and every way to cut a compound; stems are numbered by the alphabet."""

    count: int
    own: Ints
    """For each word the number of its stem."""
    word: Ints
    """For each way to cut a compound the number of the word: by word, the likeliest way first."""
    since: Ints
    """For each way the number of the entry with which both parts are known."""
    parts: Ints
    """For each way the stems of its two parts, a row a way."""

    def known(self, entries: int) -> Matrix:
        """Return what the words count for, a row a word and a column a stem, by so many entries."""
        then = np.flatnonzero(self.since < entries)
        cut, likeliest = np.unique(self.word[then], return_index=True)
        parts = self.parts[then[likeliest]]
        rows = np.concatenate([np.arange(self.own.size), cut, cut])
        data = np.concatenate([np.ones(self.own.size), np.full(2 * cut.size, PART_OF_COMPOUND)])
        columns = np.concatenate([self.own, parts[:, 0], parts[:, 1]])
        return sp.csr_array((data, (rows, columns)), shape=(self.own.size, self.count))


def stems(vocabulary: Sequence[str], first: Ints) -> Stems:
    """Return the stems of words; `first` is for each the entry from which on it can be a part of others.

    A word that can never be one has there what no entry has.
    """
    compounds = Compounds(vocabulary)
    number_of = {word: number for number, word in enumerate(vocabulary)}
    ways = [
        (number, number_of[left], number_of[right])
        for number, word in enumerate(vocabulary)
        for left, right in compounds.cuts(word)
    ]
    word, left, right = np.array(ways, dtype=np.int32).reshape(-1, 3).T
    names, own = np.unique([stem(one) for one in vocabulary], return_inverse=True)
    return Stems(
        count=names.size,
        own=own.astype(np.int32),
        word=word,
        since=np.maximum(first[left], first[right]),
        parts=np.column_stack([own[left], own[right]]),
    )
