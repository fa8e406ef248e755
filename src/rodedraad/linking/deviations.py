"""How far likenesses stand out among those of the same text and those of the same element."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from rodedraad.linking.sparse import Floats, Ints, rows_of

MOST_DEVIATIONS: Final = 6.0
"""In a long document one shared word can lie ten deviations from the mean; more than so many say no more."""
LEAST_SPREAD: Final = 1e-6
"""A smaller deviation comes of rounding: nothing stands out."""


class Scale(NamedTuple):
    """What a likeness is multiplied by, and what is taken off it then: its deviation, for half."""

    factor: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Deviations:
    """Deviations in a table of likenesses, half of those in its row and half of those in its column."""

    table: Floats
    rows: Scale
    columns: Scale

    def whole(self, rows: Ints) -> Floats:
        """Return these rows."""
        told = self.table[rows]
        told *= self.rows.factor[rows, None] + self.columns.factor
        told -= self.rows.shift[rows, None] + self.columns.shift
        return np.asarray(np.minimum(told, MOST_DEVIATIONS, out=told))

    def at(self, rows: Ints, columns: Ints) -> Floats:
        """Return the same of a row and a column each."""
        told = self.table[rows, columns]
        told *= self.rows.factor[rows] + self.columns.factor[columns]
        told -= self.rows.shift[rows] + self.columns.shift[columns]
        return np.asarray(np.minimum(told, MOST_DEVIATIONS, out=told))


def deviations(table: Floats, documents: Sequence[Ints]) -> Iterator[Deviations]:
    """Yield the deviations for each of several documents, by the rows of their elements.

    A row is measured by all columns, a column by the elements of the one document.
    """
    exact = table.astype(np.float64)
    squared = exact**2
    rows = _scale(exact.sum(axis=1), squared.sum(axis=1), table.shape[1])
    sizes = [one.size for one in documents]
    held = rows_of(np.concatenate(documents), np.ones(sum(sizes)), sizes, len(table))
    for number, (sums, squares) in enumerate(zip(held @ exact, held @ squared, strict=True)):
        yield Deviations(table, rows, _scale(sums, squares, sizes[number]))


def _scale(sums: Floats, squares: Floats, count: int) -> Scale:
    mean = sums / count
    spread = np.sqrt(np.maximum(squares / count - mean**2, 0))
    factor = 0.5 / np.where(spread > LEAST_SPREAD, spread, 1.0)
    return Scale(factor.astype(np.float32), (mean * factor).astype(np.float32))
