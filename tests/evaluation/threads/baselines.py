"""Plain ways to rank the lines of another document, to be better than: every line against every line, no context."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from rodedraad.linking.sparse import (
    Floats,
    Matrix,
    fill,
    presence,
    rarity,
    sublinear,
    weigh,
    with_data,
)
from rodedraad.linking.tokens import grams, spelling, words
from rodedraad.model.document import Document
from rodedraad.model.stems import stem
from rodedraad.model.terms import STRUCTURE
from rodedraad.model.threads import Pointer
from tests.evaluation.threads.judged import Municipality

# The usual values of Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).
BM25_SATURATION: Final = 1.5
BM25_LENGTH: Final = 0.75

Texts = Sequence[str]
Likeness = Callable[[Texts, Texts], np.ndarray]
"""Texts that are asked for, and texts to choose from: a row and a column each."""


def by_bm25(asked: Texts, offered: Texts) -> np.ndarray:
    """BM25 on the stems of content words."""
    bags = [Counter(stem(word) for word in words(text)) for text in (*asked, *offered)]
    counts = fill(bags)
    weighed = bm25(counts, rarity(counts))
    return product(presence(counts)[: len(asked)], weighed[len(asked) :].T.tocsr())


def by_grams(asked: Texts, offered: Texts) -> np.ndarray:
    """TF-IDF of character 3- to 5-grams, as a cosine."""
    bags = [_grams(text) for text in (*asked, *offered)]
    counts = fill(bags)
    vectors = unit(weigh(sublinear(counts), rarity(counts)))
    return product(vectors[: len(asked)], vectors[len(asked) :].T.tocsr())


def by_both(asked: Texts, offered: Texts) -> np.ndarray:
    """The bar to clear: both, standardised and summed."""
    return standardised(by_bm25(asked, offered)) + standardised(by_grams(asked, offered))


def by_token_set(asked: Texts, offered: Texts) -> np.ndarray:
    """The token set ratio of rapidfuzz."""
    return process.cdist(asked, offered, scorer=fuzz.token_set_ratio, dtype=np.float64)


BASELINES: Final[dict[str, Likeness]] = {
    "BM25 + n-grams": by_both,
    "BM25": by_bm25,
    "n-grams": by_grams,
    "token set": by_token_set,
}


def bm25(counts: Matrix, weights: Floats) -> Matrix:
    """Return the BM25 weight of each term in each row."""
    lengths = row_sums(counts)
    relative = lengths / max(float(lengths.mean()), 1e-12)
    base = BM25_SATURATION * (1 - BM25_LENGTH + BM25_LENGTH * np.repeat(relative, np.diff(counts.indptr)))
    saturated = counts.data * (BM25_SATURATION + 1) / (counts.data + base)
    return with_data(counts, saturated * weights[counts.indices])


def ranking(town: Municipality, likeness: Likeness) -> dict[tuple[Pointer, str], list[Pointer]]:
    """Return, for every line and other document, the lines of that document, the likest first."""
    found = {}
    for near, far in permutations(town.documents, 2):
        (asked, said), (offered, told) = _content(near), _content(far)
        order = np.argsort(-likeness(said, told), axis=1, kind="stable")
        found |= {
            (line, far.id): [offered[one] for one in row] for line, row in zip(asked, order, strict=True)
        }
    return found


def _content(document: Document) -> tuple[list[Pointer], list[str]]:
    kept = [element for element in document.elements if element.kind not in STRUCTURE]
    return [Pointer(document=document.id, element=one.id) for one in kept], [one.text for one in kept]


def _grams(text: str) -> Counter[str]:
    counted: Counter[str] = Counter()
    for word, times in Counter(spelling(text)).items():
        for gram, count in grams(word).items():
            counted[gram] += count * times
    return counted


def product(one: Matrix, turned: Matrix) -> np.ndarray:
    """Return the product of a matrix with a turned one as a dense table."""
    return np.asarray((one @ turned).toarray())


def unit(matrix: Matrix) -> Matrix:
    """Return the matrix with every row of length one; empty rows stay empty."""
    norms = np.sqrt(row_sums(with_data(matrix, matrix.data**2)))
    return with_data(matrix, matrix.data / np.repeat(np.maximum(norms, 1e-12), np.diff(matrix.indptr)))


def row_sums(matrix: Matrix) -> np.ndarray:
    """Return the sum of each row."""
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()


def standardised(table: np.ndarray) -> np.ndarray:
    """Return the table with each row as deviations from its mean, in standard deviations."""
    spread = table.std(axis=1, keepdims=True)
    return np.asarray((table - table.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0))
