"""Sparse matrices of term weights: how they are filled, weighed and compared."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import scipy.sparse as sp

Floats: TypeAlias = np.ndarray[Any, np.dtype[np.floating]]
Ints: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]
Marks: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]
Matrix: TypeAlias = sp.csr_array[Any, tuple[int, int]]

FEW_ROWS: Final = 100
"""A term of no more rows than this makes no work worth saving."""
LEAST_RECKONED: Final = 40
"""Fewer rows than this tell little of how rare a word is."""


def fill(bags: Sequence[Mapping[str, float]]) -> Matrix:
    """Return a row a bag and a column a term, in order of first appearance."""
    columns: dict[str, int] = {}
    indices = np.fromiter(
        (columns.setdefault(term, len(columns)) for bag in bags for term in bag), dtype=np.int64
    )
    weights = np.fromiter((weight for bag in bags for weight in bag.values()), dtype=np.float64)
    ends = np.cumsum([0, *map(len, bags)])
    return sp.csr_array((weights, indices, ends), shape=(len(bags), max(len(columns), 1)))


def presence(matrix: Matrix) -> Matrix:
    """Return the matrix with 1 where it holds something."""
    return with_data(matrix, np.ones_like(matrix.data))


def sublinear(matrix: Matrix) -> Matrix:
    """Return the matrix with counts dampened to 1 + log(count); counts under one stay."""
    return with_data(matrix, np.where(matrix.data >= 1, 1 + np.log(np.maximum(matrix.data, 1)), matrix.data))


def rarity(matrix: Matrix, times: Ints | None = None) -> Floats:
    """Return how rare each term is over the rows: the inverse document frequency of BM25, never negative.

    At least `LEAST_RECKONED` rows are reckoned with; `times` is how often each row counts, once if not said.
    """
    rows = max(matrix.shape[0] if times is None else int(times.sum()), LEAST_RECKONED)
    frequency = _frequency(matrix, times)
    return np.asarray(np.log1p((rows - frequency + 0.5) / (frequency + 0.5)))


def weigh(matrix: Matrix, weights: Floats) -> Matrix:
    """Return the matrix with each column times its weight."""
    return with_data(matrix, matrix.data * weights[matrix.indices])


def unit(matrix: Matrix) -> Matrix:
    """Return the matrix with every row of length one; empty rows stay empty."""
    norms = np.sqrt(row_sums(with_data(matrix, matrix.data**2)))
    return with_data(matrix, matrix.data / np.repeat(np.maximum(norms, 1e-12), np.diff(matrix.indptr)))


def row_sums(matrix: Matrix) -> Floats:
    """Return the sum of each row."""
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()


def _frequency(matrix: Matrix, times: Ints | None) -> Floats:
    """Return in how many rows each term stands."""
    weights = None if times is None else np.repeat(times, np.diff(matrix.indptr))
    return np.asarray(
        np.bincount(matrix.indices, weights=weights, minlength=matrix.shape[1]), dtype=np.float64
    )


def telling(matrix: Matrix, most: float, times: Ints) -> Matrix:
    """Return the matrix without the terms of one row only, and of more than a share `most` of many rows.

    Neither tells two rows apart, and leaving them out bounds the work of a product; `times` is how often
    each row counts.
    """
    frequency = _frequency(matrix, times)
    kept = (frequency > 1) & (frequency <= max(most * times.sum(), FEW_ROWS))
    chosen = kept[matrix.indices]
    ends = np.concatenate([[0], np.cumsum(chosen)])[matrix.indptr]
    return sp.csr_array((matrix.data[chosen], matrix.indices[chosen], ends), shape=matrix.shape)


def with_data(matrix: Matrix, data: Floats) -> Matrix:
    """Return the matrix with other numbers in the same places."""
    return sp.csr_array((data, matrix.indices, matrix.indptr), shape=matrix.shape)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix product: what the columns of one stand for is told by the rows of the other."""
    return sp.csr_array(one @ other)


def product(one: Matrix, turned: Matrix) -> Floats:
    """Return the product of a matrix with a turned one, as a dense table."""
    return np.asarray((one @ turned).toarray())


def at(table: Floats, cells: tuple[Ints, Ints]) -> Floats:
    """Return the numbers of a dense table at these rows and columns."""
    rows, columns = cells
    if not table.flags.f_contiguous:
        return np.asarray(table[cells])
    return np.asarray(np.take(table.T.reshape(-1), columns * table.shape[0] + rows))


def light(matrix: Matrix) -> Matrix:
    """Return the matrix with numbers of half the size: seven digits are more than a likeness has."""
    return sp.csr_array((matrix.data.astype(np.float32), matrix.indices, matrix.indptr), shape=matrix.shape)


def standardised(table: Floats) -> Floats:
    """Return the table with each row as deviations from its mean, in standard deviations."""
    spread = table.std(axis=1, keepdims=True)
    return np.asarray((table - table.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0))
