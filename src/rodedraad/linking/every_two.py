"""Every two documents of a shelf compared, many at a time where they repeat each other."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from rodedraad.linking.features import pairs
from rodedraad.linking.keeping import FORGETFUL, Found, Kept
from rodedraad.linking.products import products
from rodedraad.linking.resting import keys
from rodedraad.linking.rulings import Pair, Rulings
from rodedraad.linking.scoring import Ends, Scored, Weights, of_words, score
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.space import Space, embed
from rodedraad.linking.sparse import Floats
from rodedraad.linking.terms import Known, known
from rodedraad.linking.views import View, views

MOST_CELLS: Final = 2_000_000
"""So many pairs of texts are compared at once."""


def all_scored(  # noqa: PLR0913 - the last two change how long it takes, and nothing else
    shelf: Shelf,
    ruled: Rulings,
    sense: Floats | None,
    used: Weights,
    *,
    workers: int = 1,
    kept: Kept = FORGETFUL,
) -> dict[Ends, Scored]:
    """Return the candidates of every two documents by their numbers, in order.

    What is found of two documents rests on these and on those before the newer one, never on later ones: what
    was kept of a document with all older ones need not be found again.  The work is nearly all in tables of
    numbers, which threads do side by side.
    """
    filled = [number for number, bounds in enumerate(shelf.bounds) if bounds.stop > bounds.start]
    under = list(keys(shelf, ruled, sense, used))
    with ThreadPoolExecutor(workers) as threads:
        read = threads.map(kept.read, [under[newer] for newer in filled[1:]])
        found = dict(zip(filled[1:], read, strict=True))
        missing = [newer for newer, one in found.items() if one is None]
        if missing:
            compared = _compared(shelf, ruled, sense, used)

            def reckoned(newer: int) -> Found:
                made = compared.with_older(newer)
                kept.keep(under[newer], made)
                return made

            largest_first = missing[::-1]
            found |= zip(largest_first, threads.map(reckoned, largest_first), strict=True)
    return dict(sorted(one for made in found.values() if made for one in made))


@dataclass(frozen=True, slots=True)
class _Compared:
    shelf: Shelf
    ruled: Rulings
    used: Weights
    space: Space
    views: Sequence[View]

    def with_older(self, newer: int) -> Found:
        """Return the candidates of a document with every older one that has elements."""
        filled = [older for older in range(newer) if self.views[older].kinds.size]
        then = known(self.space, self.shelf.bounds[newer].stop)
        parts = portions(self.views, filled, self.views[newer].kinds.size)
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


def _compared(shelf: Shelf, ruled: Rulings, sense: Floats | None, used: Weights) -> _Compared:
    space = embed(shelf.entries)
    return _Compared(shelf, ruled, used, space, views(shelf, space, sense))


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
