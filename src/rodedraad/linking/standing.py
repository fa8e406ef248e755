"""In which documents the chain of every entry stands, in arrays."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.chains import Chains
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Ints, Marks

MOST_BETWEEN: Final = 3
"""A link that passes over more documents of its own thread says nothing that shorter ones do not: three are
what comes between the budgets of two years that follow each other."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The chains of entries, and where they stand."""

    chain: Ints
    """A number for each entry, the same in one chain."""
    document: Ints
    """The document of each entry."""
    _until: Ints
    """For each chain and document, in how many documents before that one the chain stands."""

    def stands(self, entry: Ints, document: Ints) -> Marks:
        """Tell whether the chains of entries stand in these documents."""
        chain = self.chain[entry]
        return np.asarray(self._until[chain, document + 1] > self._until[chain, document])

    def together(self, left: Ints, right: Ints) -> Marks:
        """Tell whether entries are in one chain."""
        return np.asarray(self.chain[left] == self.chain[right])

    def close(self, left: Ints, right: Ints) -> Marks:
        """Tell whether few documents lie between entries in which the chain of either stands."""
        first, last = self.document[left] + 1, self.document[right]
        passed = [
            self._until[self.chain[one], last] - self._until[self.chain[one], first] for one in (left, right)
        ]
        return np.asarray(np.maximum(*passed) <= MOST_BETWEEN)


def standing(shelf: Shelf, chains: Chains) -> Standing:
    """Return where the chains of a shelf stand."""
    document = np.array([entry.document for entry in shelf.entries], dtype=np.int64)
    chain = np.array([chains.chain(entry) for entry in range(document.size)], dtype=np.int64)
    stands = np.zeros((chain.size, len(shelf.documents) + 1), dtype=np.int64)
    stands[chain, document + 1] = 1
    return Standing(chain, document, np.cumsum(stands, axis=1, dtype=np.int64))
