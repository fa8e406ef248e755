"""Likenesses of the texts and places of older documents with those of a newer one, in one product each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from rodedraad.linking.sparse import Floats, Ints
from rodedraad.linking.terms import Known, Terms

SHARED: Final = "shared"
COSINE: Final = "cosine"
RUNS: Final = "runs"
MEANING: Final = "meaning"
MARKS: Final = "marks"
SENSE: Final = "sense"


class Told(Protocol):
    """The texts and the places of a document."""

    @property
    def text(self) -> Ints:
        """For each element the row of its text."""

    @property
    def above(self) -> Ints:
        """For each element the row of its place."""

    @property
    def sense(self) -> Floats | None:
        """For each element the vector of what it means, where a model tells it."""


@dataclass(frozen=True, slots=True)
class Products:
    """Likenesses of older texts (rows) with the elements of a newer document (columns)."""

    texts: Ints
    """The older texts, each once and in order."""
    above: Ints
    """The older places, each once and in order."""
    tables: Mapping[str, Floats]
    """Likenesses by name; one that is nowhere more than nothing is left out."""
    places: Floats | None
    """Likenesses of older places with those of the elements of the newer document, if any."""
    mass: Floats
    """The rarity of each older text as a whole."""
    mass_new: Floats
    """The rarity of each element of the newer document."""

    def rows(self, older: Told) -> Ints:
        """Return for each element of an older document where its text is."""
        return np.searchsorted(self.texts, older.text)

    def rows_above(self, older: Told) -> Ints:
        """Return for each element of an older document where its place is."""
        return np.searchsorted(self.above, older.above)


def products(known: Known, older: Sequence[Told], newer: Told) -> Products:
    """Return the likenesses of older documents with a newer one; what several repeat is compared once."""
    texts, first = np.unique(np.concatenate([one.text for one in older]), return_index=True)
    above = np.unique(np.concatenate([one.above for one in older]))
    terms = {
        SHARED: known.stems,
        COSINE: known.grams,
        RUNS: known.runs,
        MEANING: known.meanings,
        MARKS: known.marks,
    }
    tables = ((name, _likeness(one, texts, newer.text)) for name, one in terms.items())
    return Products(
        texts=texts,
        above=above,
        tables={name: table for name, table in tables if table is not None} | _sense(older, newer, first),
        places=_likeness(known.places, above, newer.above),
        mass=known.mass[texts],
        mass_new=known.mass[newer.text],
    )


def _likeness(terms: Terms, rows: Ints, columns: Ints) -> Floats | None:
    """Return a likeness of texts or places; one that is asked more than once is compared once."""
    _, first, places = np.unique(columns, return_index=True, return_inverse=True)
    if first.size == columns.size:
        return terms.likeness(rows, columns)
    table = terms.likeness(rows, columns[first])
    return None if table is None else np.take(table, places, axis=1)


def _sense(older: Iterable[Told], newer: Told, first: Ints) -> dict[str, Floats]:
    told = [one.sense for one in older if one.sense is not None]
    if newer.sense is None or not told:
        return {}
    return {SENSE: np.concatenate(told)[first] @ newer.sense.T}
