"""What two documents have in common, element by element."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.deviations import Deviations, deviations
from rodedraad.linking.kinds import kind_fit
from rodedraad.linking.lists import Lists, lists
from rodedraad.linking.products import COSINE, MARKS, MEANING, RUNS, SENSE, SHARED, Products
from rodedraad.linking.sparse import Floats, Ints
from rodedraad.linking.views import View

MIDDLE_OF_PLACE: Final = 0.3
"""The likeness of place that says nothing: below it two elements stand in different places."""
SAME_PLACE: Final = 0.5
"""From this likeness on a place has a counterpart: half of what it stands under is named there too."""
LEAST_MASS: Final = 1e-9
"""Nothing is less rare than this, so that a share of it can be told."""
DEVIATING: Final = {"grams": COSINE, "meaning": MEANING, "sense": SENSE}
"""The features that tell how far a likeness stands out, and of which likeness."""
GROWING: Final = {"shared": SHARED, "runs": RUNS, "marks": MARKS}
"""The features that tell how much there is in common, each time as much again counting as much more."""

Cells = tuple[Ints, Ints]
"""Numbers of elements of an older document, and of as many of a newer one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An older document (rows) and a newer one (columns), with what their elements have in common."""

    older: View
    newer: View
    told: Products
    texts: Ints
    """For each older element where its text is in the products."""
    place: Ints
    """For each older element the number of its place."""
    places: Floats | None
    """What older places and newer elements have in common, as the feature tells it, if any."""
    lists: Lists
    """Where their elements stand in lists."""
    deviations: Mapping[str, Deviations]
    """How far likenesses stand out, by the name of the feature."""

    @property
    def shape(self) -> tuple[int, int]:
        """How many elements the older and the newer document have."""
        return self.older.kinds.size, self.newer.kinds.size

    def at(self, name: str, cells: Cells) -> Floats:
        """Return a feature of pairs of elements."""
        if name in DEVIATING:
            return self._deviating(name, cells)
        if name in GROWING:
            return logarithm(self.likeness(GROWING[name], cells))
        return _BY_NAME[name](self, *cells)

    def covers(self, cells: Cells) -> tuple[Floats, Floats]:
        """Return the share of the older elements that the newer ones repeat, and the other way round."""
        common = self.likeness(SHARED, cells)
        old, new = self.told.mass[self.texts[cells[0]]], self.told.mass_new[cells[1]]
        least = np.float32(LEAST_MASS)
        return common / np.maximum(old, least), common / np.maximum(new, least)

    def same_numbers(self) -> Floats | None:
        """Return 1 where elements have the same number, or None where those of a document have none."""
        older, newer = self.older.numbers, self.newer.numbers
        if not ((older >= 0).any() and (newer >= 0).any()):
            return None
        return np.asarray((older >= 0)[:, None] & (older[:, None] == newer), dtype=np.float32)

    def progress(self) -> tuple[Floats, Floats]:
        """Return how far into its document each older and each newer element stands, 0 to 1."""
        return _progress(self.shape[0]), _progress(self.shape[1])

    def _deviating(self, name: str, cells: Cells) -> Floats:
        known = self.deviations.get(name)
        return _nothing(cells) if known is None else known.at(self.texts[cells[0]], cells[1])

    def likeness(self, name: str, cells: Cells) -> Floats:
        """Return a likeness of the texts of pairs of elements."""
        table = self.told.tables.get(name)
        return _nothing(cells) if table is None else table[self.texts[cells[0]], cells[1]]


def pairs(told: Products, older: Sequence[View], newer: View) -> Iterator[Pair]:
    """Yield each older document with a newer one, by the likenesses of them all."""
    texts = [told.rows(one) for one in older]
    known = {
        name: list(deviations(told.tables[of], texts)) for name, of in DEVIATING.items() if of in told.tables
    }
    for number, one in enumerate(older):
        above, place = np.unique(told.rows_above(one), return_inverse=True)
        own = {name: found[number] for name, found in known.items()}
        places = None if told.places is None else _place(told.places[above])
        yield Pair(one, newer, told, texts[number], place, places, lists(one, newer), own)


def logarithm(likeness: Floats) -> Floats:
    """Return how much there is in common as a logarithm; nothing stays nothing."""
    return np.asarray(np.log(likeness + np.float32(1)))


def _nothing(cells: Cells) -> Floats:
    return np.zeros(cells[0].size, dtype=np.float32)


def _place(likeness: Floats) -> Floats:
    """Return the likeness of place; where neither place has a counterpart over there it says nothing."""
    found_old = likeness.max(axis=1, keepdims=True, initial=0.0) >= SAME_PLACE
    found_new = likeness.max(axis=0, keepdims=True, initial=0.0) >= SAME_PLACE
    told = likeness - np.float32(MIDDLE_OF_PLACE)
    told[~(found_old | found_new)] = 0
    return np.asarray(told)


def _cosine(pair: Pair, rows: Ints, columns: Ints) -> Floats:
    return pair.likeness(COSINE, (rows, columns))


def _of_place(pair: Pair, rows: Ints, columns: Ints) -> Floats:
    return _nothing((rows, columns)) if pair.places is None else pair.places[pair.place[rows], columns]


def _kind(pair: Pair, rows: Ints, columns: Ints) -> Floats:
    return np.asarray(kind_fit()[pair.older.kinds[rows], pair.newer.kinds[columns]], dtype=np.float32)


def _number(pair: Pair, rows: Ints, columns: Ints) -> Floats:
    older = pair.older.numbers[rows]
    return np.asarray((older >= 0) & (older == pair.newer.numbers[columns]), dtype=np.float32)


def _order(pair: Pair, rows: Ints, columns: Ints) -> Floats:
    older, newer = pair.progress()
    return np.asarray(np.abs(older[rows] - newer[columns]))


_BY_NAME: Final[Mapping[str, Callable[[Pair, Ints, Ints], Floats]]] = {
    "cosine": _cosine,
    "place": _of_place,
    "kind": _kind,
    "number": _number,
    "order": _order,
}


def _progress(count: int) -> Floats:
    return np.arange(count, dtype=np.float32) / np.float32(max(count - 1, 1))
