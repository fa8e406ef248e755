"""Every two documents of a shelf compared, many at a time where they repeat each other."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from rodedraad.linking.features import pairs
from rodedraad.linking.offers import Ends
from rodedraad.linking.products import products
from rodedraad.linking.rulings import Pair, Rulings
from rodedraad.linking.scoring import Scored, Weights, of_words, score
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.space import Space, embed
from rodedraad.linking.sparse import Floats
from rodedraad.linking.terms import Known, known
from rodedraad.linking.views import View, views

MOST_CELLS: Final = 2_000_000
"""So many pairs of texts are compared at once."""


def all_scored(
    shelf: Shelf, ruled: Rulings, sense: Floats | None, used: Weights, workers: int = 1
) -> dict[Ends, Scored]:
    """Return the candidates of every two documents by their numbers, in order; the same for all `workers`.

    What is found of two documents rests on these and on those before the newer one, never on later ones.
    The work is nearly all in tables of numbers, which threads do side by side.
    """
    if not shelf.entries:
        return {}
    space = embed(shelf.entries)
    compared = _Compared(shelf, ruled, used, space, views(shelf, space, sense))
    largest_first = reversed(range(len(shelf.documents)))
    with ThreadPoolExecutor(workers) as threads:
        found = dict(one for part in threads.map(compared.with_older, largest_first) for one in part)
    return {ends: found[ends] for ends in sorted(found)}


@dataclass(frozen=True, slots=True)
class _Compared:
    shelf: Shelf
    ruled: Rulings
    used: Weights
    space: Space
    views: Sequence[View]

    def with_older(self, newer: int) -> list[tuple[Ends, Scored]]:
        """Return the candidates of a document with every older one."""
        filled = [older for older in range(newer) if self.views[older].kinds.size]
        width = self.views[newer].kinds.size
        if not filled or not width:
            return []
        then = known(self.space, self.shelf.bounds[newer].stop)
        parts = portions(self.views, filled, width)
        return [one for older in parts for one in self._portion(older, newer, then)]

    def _portion(self, older: Sequence[int], newer: int, then: Known) -> Iterator[tuple[Ends, Scored]]:
        views_ = [self.views[one] for one in older]
        told = products(then, views_, self.views[newer])
        words = of_words(told, self.used)
        for one, pair in zip(older, pairs(told, views_, self.views[newer]), strict=True):
            yield (one, newer), score(pair, self.used, words, self._ruled(one, newer))

    def _ruled(self, older: int, newer: int) -> list[Pair]:
        entries = self.shelf.entries
        return [
            pair
            for pair in self.ruled.by_pair
            if (entries[pair[0]].document, entries[pair[1]].document) == (older, newer)
        ]


def portions(sides: Sequence[View], older: Sequence[int], width: int) -> Iterator[list[int]]:
    """Yield older documents as many at a time as tables of them with so many newer elements fit in memory.

    Documents that follow each other go together: a report repeats its budget.
    """
    portion: list[int] = []
    texts = set[int]()
    for one in older:
        more = texts | set(sides[one].text.tolist())
        if portion and len(more) * width > MOST_CELLS:
            yield portion
            portion, more = [], set(sides[one].text.tolist())
        portion.append(one)
        texts = more
    if portion:
        yield portion
