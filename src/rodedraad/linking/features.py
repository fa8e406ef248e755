"""What two documents have in common, element by element, as tables of numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.kinds import NUMBER_OF, kind_fit
from rodedraad.linking.products import Beside, products
from rodedraad.linking.shelf import Entry, Shelf
from rodedraad.linking.space import Space
from rodedraad.linking.sparse import Floats, Ints

MIDDLE_OF_PLACE: Final = 0.3
"""The likeness of place that says nothing: below it two elements stand in different places."""

SAME_PLACE: Final = 0.5
"""From this likeness on a place has a counterpart: half of what it stands under is named there too."""

MOST_DEVIATIONS: Final = 6.0
"""In a long document one shared word can lie ten deviations from the mean; more than so many say no more."""


LEAST_MASS: Final = 1e-9
"""Nothing is less rare than this, so that a share of it can be told."""

LEAST_SPREAD: Final = 1e-6
"""A smaller deviation comes of rounding: nothing stands out."""


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
    common: Floats
    """The rarity of what the two have in common."""
    mass_old: Floats
    """The rarity of each older element as a whole."""
    mass_new: Floats
    sense: Floats | None = None
    """What a model tells of what they mean, where one is at hand."""

    def covers(self, rows: Ints, columns: Ints) -> tuple[Floats, Floats]:
        """Return the share of the older elements that the newer ones repeat, and the other way round."""
        common = self.common[rows, columns]
        return common / self.mass_old[rows], common / self.mass_new[columns]


@dataclass(frozen=True, slots=True)
class View:
    """One document, ready to be compared."""

    first: int
    """The number of its first entry on the shelf."""
    space: Space
    """The vectors of all texts of the shelf."""
    text: Ints
    """For each element the row of its text in the space."""
    above: Ints
    """For each element the row of its place in the space."""
    kinds: Ints
    numbers: Ints
    """A number an own number of an element, the same for the same; -1 for none."""
    promises: Ints
    """For each element the row of the promise it answers, or -1."""
    aims: Ints
    """For each element the row of the nearest content it stands under, a goal as a rule, or -1."""
    themes: Ints
    """For each element the number of its theme or programme in the document."""
    sense: Floats | None = None
    """For each element the vector of what it means, where a model tells it."""


def views(shelf: Shelf, space: Space, sense: Floats | None = None) -> tuple[View, ...]:
    """Return a view of every document of a shelf; `sense` has the vector of what each entry means."""
    numbers = _numbered([entry.element.number for entry in shelf.entries])
    return tuple(
        View(
            first=bounds.start,
            space=space,
            text=space.text[bounds],
            above=space.above[bounds],
            kinds=_kinds(shelf.entries[bounds]),
            numbers=numbers[bounds],
            promises=_promises(shelf.entries[bounds]),
            aims=_aims(shelf.entries[bounds]),
            themes=_themes(shelf.entries[bounds]),
            sense=None if sense is None else sense[bounds],
        )
        for bounds in shelf.bounds
    )


def compare(older: View, newer: View, told: Beside | None = None) -> Tables:
    """Return the tables of two documents, from likenesses that were reckoned already if there are any."""
    found = told or products([older], [newer]).beside(older)
    cosine = found.of("cosine", newer)
    shared = found.of("shared", newer)
    return Tables(
        grams=_both_ways(cosine),
        cosine=cosine,
        shared=np.log1p(shared),
        runs=np.log1p(found.of("runs", newer)),
        meaning=_both_ways(found.of("meaning", newer)),
        marks=np.log1p(found.of("marks", newer)),
        place=_place(found.of("place", newer)),
        kind=kind_fit().astype(np.float32)[newer.kinds[:, None], older.kinds[None, :]].T,
        number=_equal(newer.numbers, older.numbers).T,
        order=np.abs(_progress(newer.kinds.size)[:, None] - _progress(older.kinds.size)[None, :]).T,
        common=shared,
        mass_old=np.maximum(older.space.mass[older.text], LEAST_MASS),
        mass_new=np.maximum(newer.space.mass[newer.text], LEAST_MASS),
        sense=_sense(older.sense, newer.sense),
    )


def _both_ways(likeness: Floats) -> Floats:
    """Return how far each likeness stands out among those of its row and those of its column."""
    if likeness.flags.f_contiguous:
        return _standing_out(likeness.T).T  # the tables of one layout are quickest together
    return _standing_out(likeness)


def _standing_out(likeness: Floats) -> Floats:
    found = [_deviating(likeness, axis) for axis in (1, 0)]
    scale = found[0][1] + found[1][1]
    told = likeness * scale
    told -= found[0][0] * found[0][1] + found[1][0] * found[1][1]
    return np.asarray(np.minimum(told, MOST_DEVIATIONS, out=told))


def _sense(older: Floats | None, newer: Floats | None) -> Floats | None:
    return None if older is None or newer is None else _both_ways(older @ newer.T)


def _deviating(likeness: Floats, axis: int) -> tuple[Floats, Floats]:
    """Return the mean along an axis, and half of one by the standard deviation."""
    spread = likeness.std(axis=axis, keepdims=True)
    return likeness.mean(axis=axis, keepdims=True), 0.5 / np.where(spread > LEAST_SPREAD, spread, 1.0)


def _place(likeness: Floats) -> Floats:
    """Return the likeness of place; where neither place has a counterpart over there it says nothing."""
    found_old = likeness.max(axis=1, keepdims=True, initial=0.0) >= SAME_PLACE
    found_new = likeness.max(axis=0, keepdims=True, initial=0.0) >= SAME_PLACE
    told = likeness - np.float32(MIDDLE_OF_PLACE)
    told[~(found_old | found_new)] = 0
    return np.asarray(told)


def _kinds(entries: Sequence[Entry]) -> Ints:
    return np.array([NUMBER_OF[entry.element.kind] for entry in entries], dtype=np.int64)


def _promises(entries: Sequence[Entry]) -> Ints:
    return _first_known(entries, (entry.element.answers for entry in entries))


def _aims(entries: Sequence[Entry]) -> Ints:
    return _first_known(entries, ([one.id for one in entry.path] for entry in entries))


def _themes(entries: Sequence[Entry]) -> Ints:
    """Return the number of the theme of each element; those under none count as one theme."""
    numbers: dict[str | None, int] = {}
    themes = (entry.theme.id if entry.theme else None for entry in entries)
    return np.array([numbers.setdefault(one, len(numbers)) for one in themes], dtype=np.int64)


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
    return np.asarray(told & (rows[:, None] == columns[None, :]), dtype=np.float32)


def _progress(count: int) -> Floats:
    return np.arange(count, dtype=np.float32) / np.float32(max(count - 1, 1))
