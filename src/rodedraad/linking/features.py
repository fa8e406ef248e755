"""What two documents have in common, element by element, as tables of numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.kinds import NUMBER_OF, kind_fit
from rodedraad.linking.shelf import Entry, Shelf
from rodedraad.linking.space import Space
from rodedraad.linking.sparse import Floats, Ints, presence, product, standardised

MIDDLE_OF_PLACE: Final = 0.3
"""The likeness of place that says nothing: below it two elements stand in different places."""

SAME_PLACE: Final = 0.5
"""From this likeness on a place has a counterpart: half of what it stands under is named there too."""

MOST_DEVIATIONS: Final = 6.0
"""In a long document one shared word can lie ten deviations from the mean; more than so many say no more."""


@dataclass(frozen=True, slots=True)
class Tables:
    """For every element of the older document (rows) and of the newer one (columns)."""

    grams: Floats
    cosine: Floats
    shared: Floats
    runs: Floats
    meaning: Floats
    marks: Floats
    place: Floats
    kind: Floats
    number: Floats
    order: Floats
    cover_old: Floats
    """The share of the older element's rarity that the newer one repeats."""
    cover_new: Floats


@dataclass(frozen=True, slots=True)
class View:
    """One document, ready to be compared; `turned` matrices have a column an element."""

    first: int
    """The number of its first entry on the shelf."""
    space: Space
    turned: Space
    kinds: Ints
    numbers: Ints
    """A number an own number of an element, the same for the same; -1 for none."""
    promises: Ints
    """For each element the row of the promise it answers, or -1."""
    aims: Ints
    """For each element the row of the nearest content it stands under, a goal as a rule, or -1."""


def views(shelf: Shelf, space: Space) -> tuple[View, ...]:
    """Return a view of every document of a shelf."""
    numbers = _numbered([entry.element.number for entry in shelf.entries])
    return tuple(
        View(
            first=bounds.start,
            space=space.part(bounds),
            turned=space.part(bounds).turned(),
            kinds=_kinds(shelf.entries[bounds]),
            numbers=numbers[bounds],
            promises=_promises(shelf.entries[bounds]),
            aims=_aims(shelf.entries[bounds]),
        )
        for bounds in shelf.bounds
    )


def compare(older: View, newer: View) -> Tables:
    """Return the tables of two documents."""
    one, other = older.space, newer.turned
    cosine = product(one.grams, other.grams)
    shared = product(one.present, other.rare)
    return Tables(
        grams=_both_ways(cosine),
        cosine=cosine,
        shared=np.log1p(shared),
        runs=np.log1p(product(one.runs, other.runs)),
        meaning=_both_ways(product(one.meanings, other.meanings)),
        marks=np.log1p(product(presence(one.marks), other.marks)),
        place=_place(older, newer),
        kind=kind_fit()[older.kinds[:, None], newer.kinds[None, :]],
        number=_equal(older.numbers, newer.numbers),
        order=np.abs(_progress(older.kinds.size)[:, None] - _progress(newer.kinds.size)[None, :]),
        cover_old=shared / np.maximum(one.mass, 1e-9)[:, None],
        cover_new=shared / np.maximum(newer.space.mass, 1e-9)[None, :],
    )


def _both_ways(likeness: Floats) -> Floats:
    """Return how far each likeness stands out among those of its row and those of its column."""
    return np.asarray(np.minimum((standardised(likeness) + standardised(likeness.T).T) / 2, MOST_DEVIATIONS))


def _place(older: View, newer: View) -> Floats:
    """Return the likeness of place; where neither place has a counterpart over there it says nothing."""
    likeness = product(older.space.places, newer.turned.places)
    found_old = likeness.max(axis=1, keepdims=True, initial=0.0) >= SAME_PLACE
    found_new = likeness.max(axis=0, keepdims=True, initial=0.0) >= SAME_PLACE
    return np.asarray(np.where(found_old | found_new, likeness - MIDDLE_OF_PLACE, 0.0))


def _kinds(entries: Sequence[Entry]) -> Ints:
    return np.array([NUMBER_OF[entry.element.kind] for entry in entries], dtype=np.int64)


def _promises(entries: Sequence[Entry]) -> Ints:
    return _first_known(entries, (entry.element.answers for entry in entries))


def _aims(entries: Sequence[Entry]) -> Ints:
    return _first_known(entries, ([one.id for one in entry.path] for entry in entries))


def _first_known(entries: Sequence[Entry], wanted: Iterable[Iterable[str]]) -> Ints:
    place = {entry.pointer.element: number for number, entry in enumerate(entries)}
    return np.array(
        [next((place[one] for one in names if one in place), -1) for names in wanted], dtype=np.int64
    )


def _numbered(texts: Sequence[str | None]) -> Ints:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(one, len(numbers)) if one else -1 for one in texts], dtype=np.int64)


def _equal(rows: Ints, columns: Ints) -> Floats:
    told = (rows >= 0)[:, None]
    return np.asarray(told & (rows[:, None] == columns[None, :]), dtype=np.float64)


def _progress(count: int) -> Floats:
    return np.arange(count, dtype=np.float64) / max(count - 1, 1)
