"""Sparse matrices of term weights: how they are filled, weighed and compared."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, Final, TypeAlias

import numpy as np
import scipy.sparse as sp

Floats: TypeAlias = np.ndarray[Any, np.dtype[np.floating]]
Ints: TypeAlias = np.ndarray[Any, np.dtype[np.signedinteger]]
Marks: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]
Matrix: TypeAlias = sp.csr_array[Any, tuple[int, int]]

LEAST_RECKONED: Final = 40
"""Fewer rows than this tell little of how rare a word is."""


def fill(bags: Sequence[Mapping[str, float]]) -> Matrix:
    """Return a row a bag and a column a term, by the alphabet."""
    terms = list(chain.from_iterable(bags))
    columns = {term: column for column, term in enumerate(sorted(set(terms)))}
    weights = np.fromiter(chain.from_iterable(bag.values() for bag in bags), np.float64, len(terms))
    return rows_of(_numbers(terms, columns), weights, [len(bag) for bag in bags], len(columns))


def listed(texts: Sequence[Sequence[str]], columns: Mapping[str, int]) -> Matrix:
    """Return a row a text with 1 for each of its terms, in their order and as often as they are there."""
    terms = list(chain.from_iterable(texts))
    return rows_of(_numbers(terms, columns), np.ones(len(terms)), [len(one) for one in texts], len(columns))


def counted(matrix: Matrix) -> Matrix:
    """Return the matrix with what is in one place several times as one number, the sum."""
    found = matrix.copy()
    found.sum_duplicates()
    return found


def _numbers(terms: Sequence[str], columns: Mapping[str, int]) -> Ints:
    return np.fromiter(map(columns.__getitem__, terms), np.int32, len(terms))


def rows_of(columns: Ints, data: Floats, sizes: Sequence[int] | Ints, count: int) -> Matrix:
    """Return a matrix of `count` columns, at least one, from what its rows hold one after the other."""
    ends = np.cumsum([0, *sizes], dtype=np.int32)
    return sp.csr_array((data, columns.astype(np.int32), ends), shape=(len(sizes), max(count, 1)))


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
    often = frequency(matrix, times)
    return np.asarray(np.log1p((rows - often + 0.5) / (often + 0.5)))


def weigh(matrix: Matrix, weights: Floats) -> Matrix:
    """Return the matrix with each column times its weight."""
    return with_data(matrix, matrix.data * weights[matrix.indices])


def frequency(matrix: Matrix, times: Ints | None = None) -> Floats:
    """Return in how many rows each term stands; `times` is how often each row counts, once if not said."""
    often = np.ones(matrix.shape[0]) if times is None else times.astype(np.float64)
    return np.asarray(presence(matrix).T @ often)


def with_data(matrix: Matrix, data: Floats) -> Matrix:
    """Return the matrix with other numbers in the same places."""
    return sp.csr_array((data, matrix.indices, matrix.indptr), shape=matrix.shape)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix product: what the columns of one stand for is told by the rows of the other."""
    return sp.csr_array(one @ other)


def first_rows(matrix: Matrix, count: int) -> Matrix:
    """Return the first rows of a matrix."""
    end = matrix.indptr[count]
    return sp.csr_array(
        (matrix.data[:end], matrix.indices[:end], matrix.indptr[: count + 1]), shape=(count, matrix.shape[1])
    )


def light(matrix: Matrix) -> Matrix:
    """Return the matrix with numbers of half the size: seven digits are more than a likeness has."""
    return sp.csr_array((matrix.data.astype(np.float32), matrix.indices, matrix.indptr), shape=matrix.shape)
