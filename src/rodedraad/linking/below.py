"""What stands below each element of a document: what answers it, or what it is the goal of."""

from dataclasses import dataclass

import numpy as np

from rodedraad.linking.sparse import Ints


@dataclass(frozen=True, slots=True)
class Below:
    """Elements by their head: those of head `h` are `many[h]` from place `first[h]` on in `elements`."""

    elements: Ints
    first: Ints
    many: Ints

    def of(self, heads: Ints) -> tuple[Ints, Ints]:
        """Return the elements below each of these heads, and for each the place of its head in `heads`."""
        many = self.many[heads]
        place = np.repeat(np.arange(heads.size), many)
        within = np.arange(place.size) - np.repeat(np.cumsum(many) - many, many)
        return self.elements[self.first[heads][place] + within], place


def below(heads: Ints) -> Below:
    """Return what stands below each element, from the number of the head of each, or -1."""
    under = np.flatnonzero(heads >= 0)
    many = np.bincount(heads[under], minlength=heads.size)
    return Below(under[np.argsort(heads[under], kind="stable")], np.cumsum(many) - many, many)
