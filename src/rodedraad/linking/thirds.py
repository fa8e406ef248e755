"""What third documents say: two entries that have the same counterpart there belong together sooner."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import scipy.sparse as sp

from rodedraad.linking.around import WORTH_FOLLOWING
from rodedraad.linking.scoring import PARTS, Ends, Scored, Weights, chance
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Floats, Matrix
from rodedraad.linking.weights import VIA


def together(shelf: Shelf, scored: Mapping[Ends, Scored], used: Weights) -> dict[Ends, Scored]:
    """Return the candidates of all documents, by their numbers, with what third ones say of them."""
    known = _known(scored.values(), len(shelf.entries))
    by_older: dict[int, list[Ends]] = {}
    for ends in scored:
        by_older.setdefault(ends[0], []).append(ends)
    told = {
        ends: found
        for older, pairs in by_older.items()
        for ends, found in zip(pairs, _via(shelf, known, older, [scored[one] for one in pairs]), strict=True)
    }
    return {ends: _with(one, told[ends], used) for ends, one in scored.items()}


def _via(shelf: Shelf, known: Matrix, older: int, pairs: Sequence[Scored]) -> Iterator[Floats]:
    """Yield what third documents say of the candidates of a document with each newer one."""
    own = shelf.bounds[older]
    via = (known[own] @ known[:, own.stop :]).toarray()
    for one in pairs:
        yield np.asarray(via[one.left - own.start, one.right - own.stop])


def _known(scored: Iterable[Scored], count: int) -> Matrix:
    """Return the candidates worth following as a symmetric matrix of probabilities, a row an entry."""
    kept = [(one, one.score >= WORTH_FOLLOWING) for one in scored]
    left = np.concatenate([np.zeros(0, dtype=np.int64), *(one.left[chosen] for one, chosen in kept)])
    right = np.concatenate([np.zeros(0, dtype=np.int64), *(one.right[chosen] for one, chosen in kept)])
    score = np.concatenate([np.zeros(0), *(one.score[chosen] for one, chosen in kept)])
    both = np.concatenate([left, right]), np.concatenate([right, left])
    return sp.csr_array((np.concatenate([score, score]), both), shape=(count, count))


def _with(one: Scored, told: Floats, used: Weights) -> Scored:
    """Return candidates with what their counterparts in third documents say; together at most certainty."""
    if not one.left.size:
        return one
    parts = one.parts.copy()
    parts[:, PARTS.index(VIA)] = used[VIA] * np.minimum(told, 1.0)
    return replace(one, score=chance(one.start, parts), parts=parts)
