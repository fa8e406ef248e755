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


@dataclass(frozen=True, slots=True)
class View:
    """One document, ready to be compared; `turned` matrices have a column an element."""

    first: int
    """The number of its first entry on the shelf."""
    space: Space
    turned: Space
    kinds: Ints
    texts: Ints
    """A number a text, the same for the same text; -1 for none."""
    numbers: Ints
    heads: Ints


def views(shelf: Shelf, space: Space) -> tuple[View, ...]:
    """Return a view of every document of a shelf."""
    texts = _numbered([entry.plain for entry in shelf.entries])
    numbers = _numbered([entry.element.number for entry in shelf.entries])
    return tuple(
        View(
            first=bounds.start,
            space=space.part(bounds),
            turned=space.part(bounds).turned(),
            kinds=_kinds(shelf.entries[bounds]),
            texts=texts[bounds],
            numbers=numbers[bounds],
            heads=_heads(shelf.entries[bounds]),
        )
        for bounds in shelf.bounds
    )


def compare(older: View, newer: View) -> Tables:
    """Return the tables of two documents."""
    one, other = older.space, newer.turned
    cosine = product(one.grams, other.grams)
    shared = product(one.present, other.rare)
    return Tables(
        words=_both_ways(product(one.present, other.bm25), product(newer.space.present, older.turned.bm25)),
        grams=_both_ways(cosine, cosine.T),
        cosine=cosine,
        shared=np.log1p(shared),
        runs=np.log1p(product(one.runs, other.runs)),
        marks=np.log1p(product(presence(one.marks), other.marks)),
        place=_place(older, newer),
        kind=kind_fit()[older.kinds[:, None], newer.kinds[None, :]],
        same=_equal(older.texts, newer.texts),
        number=_equal(older.numbers, newer.numbers),
        order=np.abs(_progress(older.kinds.size)[:, None] - _progress(newer.kinds.size)[None, :]),
        heads_old=older.heads,
        heads_new=newer.heads,
        cover_old=shared / np.maximum(one.mass, 1e-9)[:, None],
        cover_new=shared / np.maximum(newer.space.mass, 1e-9)[None, :],
    )


def _both_ways(forth: Floats, back: Floats) -> Floats:
    return np.asarray(np.minimum((standardised(forth) + standardised(back).T) / 2, MOST_DEVIATIONS))


def _place(older: View, newer: View) -> Floats:
    likeness = product(older.space.places, newer.turned.places) - MIDDLE_OF_PLACE
    known = (row_sums(older.space.places) > 0)[:, None] & (row_sums(newer.space.places) > 0)[None, :]
    return np.asarray(np.where(known, likeness, 0.0))


def _kinds(entries: Sequence[Entry]) -> Ints:
    return np.array([NUMBER_OF[entry.element.kind] for entry in entries], dtype=np.int64)


def _heads(entries: Sequence[Entry]) -> Ints:
    place = {entry.pointer.element: number for number, entry in enumerate(entries)}
    above = ([*entry.element.answers, *(one.id for one in entry.path)] for entry in entries)
    return np.array(
        [next((place[one] for one in heads if one in place), -1) for heads in above], dtype=np.int64
    )


def _numbered(texts: Sequence[str | None]) -> Ints:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(one, len(numbers)) if one else -1 for one in texts], dtype=np.int64)


def _equal(rows: Ints, columns: Ints) -> Floats:
    told = (rows >= 0)[:, None]
    return np.asarray(told & (rows[:, None] == columns[None, :]), dtype=np.float64)


def _progress(count: int) -> Floats:
    return np.arange(count, dtype=np.float64) / max(count - 1, 1)
