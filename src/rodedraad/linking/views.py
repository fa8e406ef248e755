"""Documents ready to be compared: what their elements are, as numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rodedraad.linking.below import Below, below
from rodedraad.linking.kinds import NUMBER_OF
from rodedraad.linking.shelf import Entry, Shelf
from rodedraad.linking.space import Space
from rodedraad.linking.sparse import Floats, Ints


@dataclass(frozen=True, slots=True)
class View:
    """One document, ready to be compared."""

    first: int
    """The number of its first entry on the shelf."""
    text: Ints
    """For each element the row of its text in the space."""
    above: Ints
    """For each element the row of its place in the space."""
    kinds: Ints
    numbers: Ints
    """A number an own number of an element, the same for the same; -1 for none."""
    answers: Below
    """The results below the promise that they answer."""
    under: Below
    """The elements below the nearest content that they stand under, a goal as a rule."""
    themes: Ints
    """For each element the number of its theme or programme in the document."""
    ranks: Floats
    """How far down the list of its kind under its theme each element stands, between 0 and 1."""
    sense: Floats | None = None
    """For each element the vector of what it means, where a model tells it."""


def views(shelf: Shelf, space: Space, sense: Floats | None = None) -> tuple[View, ...]:
    """Return a view of every document of a shelf; `sense` has the vector of what each entry means."""
    numbers = _numbered([entry.element.number for entry in shelf.entries])
    return tuple(
        View(
            first=bounds.start,
            text=space.text[bounds],
            above=space.above[bounds],
            kinds=(kinds := _kinds(shelf.entries[bounds])),
            numbers=numbers[bounds],
            answers=_answering(shelf.entries[bounds]),
            under=_standing_under(shelf.entries[bounds]),
            themes=(themes := _themes(shelf.entries[bounds])),
            ranks=ranks(kinds, themes),
            sense=None if sense is None else sense[bounds],
        )
        for bounds in shelf.bounds
    )


def _kinds(entries: Sequence[Entry]) -> Ints:
    return np.array([NUMBER_OF[entry.element.kind] for entry in entries], dtype=np.int64)


def _answering(entries: Sequence[Entry]) -> Below:
    return _below_first(entries, (entry.element.answers for entry in entries))


def _standing_under(entries: Sequence[Entry]) -> Below:
    return _below_first(entries, ([one.id for one in entry.path] for entry in entries))


def _themes(entries: Sequence[Entry]) -> Ints:
    """Return the number of the theme of each element; those under none count as one theme."""
    numbers: dict[str | None, int] = {}
    themes = (entry.theme.id if entry.theme else None for entry in entries)
    return np.array([numbers.setdefault(one, len(numbers)) for one in themes], dtype=np.int64)


def _below_first(entries: Sequence[Entry], wanted: Iterable[Iterable[str]]) -> Below:
    place = {entry.pointer.element: number for number, entry in enumerate(entries)}
    found = [next((place[one] for one in names if one in place), -1) for names in wanted]
    return below(np.array(found, dtype=np.int64))


def _numbered(texts: Sequence[str | None]) -> Ints:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(one, len(numbers)) if one else -1 for one in texts], dtype=np.int64)


def ranks(kinds: Ints, themes: Ints) -> Floats:
    """Return how far down the list of its kind under its theme each element stands, between 0 and 1."""
    _, of = np.unique(themes * (int(kinds.max(initial=0)) + 1) + kinds, return_inverse=True)
    order = np.argsort(of, kind="stable")
    sizes = np.bincount(of)
    before = np.empty(of.size, dtype=np.int64)
    before[order] = np.arange(of.size) - (np.cumsum(sizes) - sizes)[of[order]]
    return np.asarray((before + 0.5) / sizes[of], dtype=np.float32)
