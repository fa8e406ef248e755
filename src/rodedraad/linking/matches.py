"""Entries that were matched, in arrays; of two texts that meet more than once the likeness is told once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rodedraad.linking.comparison import Comparison
from rodedraad.linking.shelf import Entry
from rodedraad.linking.sparse import Ints


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of entries; a row in every array is a pair."""

    entries: Sequence[Entry]
    earlier: Ints
    """The entry that was said first."""
    later: Ints
    pair: Ints
    """The number of their two texts."""
    both: Sequence[Comparison]
    """The two texts side by side, by that number."""


def matches(entries: Sequence[Entry], texts: Sequence[int], ends: Ints) -> Matches:
    """Return what was matched: a row of `ends` is a pair, `texts` a number for the text of each entry."""
    numbers = np.array(texts, dtype=np.int64)[ends]
    _, first, pair = np.unique(
        numbers[:, 0] * len(entries) + numbers[:, 1], return_index=True, return_inverse=True
    )
    both = [Comparison(entries[one], entries[other]) for one, other in ends[first].tolist()]
    return Matches(entries, ends[:, 0], ends[:, 1], pair, both)
