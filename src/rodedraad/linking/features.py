"""What two documents have in common, element by element, as tables of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.kinds import NUMBER_OF, kind_fit
from rodedraad.linking.shelf import Entry, Shelf
from rodedraad.linking.space import Space
from rodedraad.linking.sparse import Floats, Ints, presence, product, row_sums, standardised

MIDDLE_OF_PLACE: Final = 0.3
"""The likeness of place that says nothing: below it two elements stand in different places."""

MOST_DEVIATIONS: Final = 6.0
"""In a long document one shared word can lie ten deviations from the mean; more than so many say no more."""


@dataclass(frozen=True, slots=True)
class Tables:
    """For every element of the older document (rows) and of the newer one (columns)."""

    words: Floats
    grams: Floats
    cosine: Floats
    shared: Floats
    runs: Floats
    marks: Floats
    place: Floats
    kind: Floats
    same: Floats
    number: Floats
    order: Floats
    heads_old: Ints
    """For each older element the row of the promise it answers or the goal it stands under, or -1."""
    heads_new: Ints
    cover_old: Floats
    """The share of the older element's rarity that the newer one repeats."""
    cover_new: Floats


def compare(shelf: Shelf, space: Space, older: int, newer: int) -> Tables:
    """Return the tables of two documents of a shelf."""
    one, other = shelf.bounds[older], shelf.bounds[newer]
    rows, columns = shelf.entries[one], shelf.entries[other]
    cosine = product(space.grams[one], space.grams[other])
    shared = product(space.present[one], space.rare[other])
    return Tables(
        words=_both_ways(
            product(space.present[one], space.bm25[other]), product(space.present[other], space.bm25[one])
        ),
        grams=_both_ways(cosine, cosine.T),
        cosine=cosine,
        shared=np.log1p(shared),
        runs=np.log1p(product(space.runs[one], space.runs[other])),
        marks=np.log1p(product(presence(space.marks[one]), space.marks[other])),
        place=_place(space, one, other),
        kind=kind_fit()[_kinds(rows)[:, None], _kinds(columns)[None, :]],
        same=_equal([entry.plain for entry in rows], [entry.plain for entry in columns]),
        number=_equal([entry.element.number for entry in rows], [entry.element.number for entry in columns]),
        order=np.abs(_progress(len(rows))[:, None] - _progress(len(columns))[None, :]),
        heads_old=_heads(rows),
        heads_new=_heads(columns),
        cover_old=shared / np.maximum(space.mass[one], 1e-9)[:, None],
        cover_new=shared / np.maximum(space.mass[other], 1e-9)[None, :],
    )


def _both_ways(forth: Floats, back: Floats) -> Floats:
    return np.asarray(np.minimum((standardised(forth) + standardised(back).T) / 2, MOST_DEVIATIONS))


def _place(space: Space, one: slice, other: slice) -> Floats:
    likeness = product(space.places[one], space.places[other]) - MIDDLE_OF_PLACE
    known = (row_sums(space.places[one]) > 0)[:, None] & (row_sums(space.places[other]) > 0)[None, :]
    return np.asarray(np.where(known, likeness, 0.0))


def _kinds(entries: Sequence[Entry]) -> Ints:
    return np.array([NUMBER_OF[entry.element.kind] for entry in entries], dtype=np.int64)


def _heads(entries: Sequence[Entry]) -> Ints:
    place = {entry.pointer.element: number for number, entry in enumerate(entries)}
    above = ([*entry.element.answers, *(one.id for one in entry.path)] for entry in entries)
    return np.array(
        [next((place[one] for one in heads if one in place), -1) for heads in above], dtype=np.int64
    )


def _equal(rows: Sequence[str | None], columns: Sequence[str | None]) -> Floats:
    numbers: dict[str, int] = {}
    left = np.array([numbers.setdefault(one, len(numbers)) if one else -1 for one in rows], dtype=np.int64)
    right = np.array(
        [numbers.setdefault(one, len(numbers)) if one else -2 for one in columns], dtype=np.int64
    )
    return np.asarray(left[:, None] == right[None, :], dtype=np.float64)


def _progress(count: int) -> Floats:
    return np.arange(count, dtype=np.float64) / max(count - 1, 1)
