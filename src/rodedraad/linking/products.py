"""Likenesses of the texts and the places of documents, in one product for many documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import scipy.sparse as sp

from rodedraad.linking.space import Space
from rodedraad.linking.sparse import Floats, Ints, Matrix, product

TEXTS: Final = ("shared", "cosine", "runs", "meaning", "marks")
PLACE: Final = "place"


class Told(Protocol):
    """The texts and the places of a document."""

    @property
    def space(self) -> Space:
        """The vectors of all texts."""

    @property
    def text(self) -> Ints:
        """For each element the row of its text in the space."""

    @property
    def above(self) -> Ints:
        """For each element the row of its place in the space."""


@dataclass(frozen=True, slots=True)
class Side:
    """The rows in the space of texts and of places, each once and in order."""

    texts: Ints
    above: Ints

    @classmethod
    def of(cls, documents: Sequence[Told]) -> "Side":
        """Return what these documents hold."""
        return cls(
            texts=np.unique(np.concatenate([one.text for one in documents])),
            above=np.unique(np.concatenate([one.above for one in documents])),
        )

    def places(self, name: str, document: Told) -> Ints:
        """Return for each element of a document where its text is, or its place if that is asked."""
        if name == PLACE:
            return np.searchsorted(self.above, document.above)
        return np.searchsorted(self.texts, document.text)


@dataclass(frozen=True, slots=True)
class Beside:
    """Likenesses of newer texts and places (rows) with the elements of one older document (columns)."""

    newer: Side
    tables: dict[str, Floats]

    def of(self, name: str, newer: Told) -> Floats:
        """Return one of the likenesses of the older document with a newer one, a column an element of it."""
        chosen: Floats = self.tables[name][self.newer.places(name, newer)]
        return chosen.T


@dataclass(frozen=True, slots=True)
class Products:
    """Likenesses of newer texts and places (rows) with older ones (columns)."""

    older: Side
    newer: Side
    tables: dict[str, Floats]

    def beside(self, older: Told) -> Beside:
        """Return the likenesses with the elements of one of the older documents."""
        tables = {
            name: np.take(table, self.older.places(name, older), axis=1)
            for name, table in self.tables.items()
        }
        return Beside(self.newer, tables)


def products(older: Iterable[Told], newer: Iterable[Told]) -> Products:
    """Return the likenesses of documents with newer ones; a text that several repeat is compared once."""
    seen = list(older)
    space = seen[0].space
    old, new = Side.of(seen), Side.of([*newer])
    pairs = (
        (space.rare, space.present),
        (space.grams, space.grams),
        (space.runs, space.runs),
        (space.meanings, space.meanings),
        (space.marks, space.named),
    )
    tables = {name: _likeness(*pair, new.texts, old.texts) for name, pair in zip(TEXTS, pairs, strict=True)}
    return Products(old, new, tables | {PLACE: _likeness(space.places, space.places, new.above, old.above)})


def _likeness(matrix: Matrix, weighed: Matrix, rows: Ints, columns: Ints) -> Floats:
    return product(sp.csr_array(matrix[rows]), sp.csr_array(weighed[columns].T.tocsr()))
