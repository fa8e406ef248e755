"""Plain ways to rank the elements of other documents, to be faster than: `rank_bm25` and `bm25s`."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from time import process_time
from typing import Final

import bm25s
import numpy as np
from rank_bm25 import BM25Okapi

from rodedraad.linking.linker import link_organisation
from rodedraad.linking.tokens import words
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document
from rodedraad.model.stems import stem
from rodedraad.model.terms import DocumentKind, Phase

ASKED: Final = 100
"""So many elements are asked for with `rank_bm25`; all would take minutes, at as much for each."""
SAME: Final = 0.4
"""Two promises of one number are the same where they share so many words: new ones share next to none."""

Ends = tuple[tuple[int, int], tuple[int, int]]


def beside(documents: Sequence[Document], linking: float) -> Iterator[str]:
    """Yield what plain rankings over all pairs take beside so many seconds of linking, and their recall."""
    texts = [[stem(word) for word in words(one.text)] for document in documents for one in document.elements]
    right = list(_restated(documents))
    seconds, found = _rank_bm25(texts, documents, right)
    yield f"linking    {linking:8.1f} s   right one first {_linked(documents, right):.3f}"
    yield (
        f"rank_bm25  {seconds:8.1f} s   right one first {found:.3f}"
        f"   (reckoned from {ASKED} of {len(texts):,} elements; {seconds / linking:.1f} times linking)"
    )
    yield f"bm25s      {_bm25s(texts):8.1f} s   (ranks alone: the best 40 of each element)"


def _restated(documents: Sequence[Document]) -> Iterator[Ends]:
    """Yield the promises that the next budget has too, by their places: document, element."""
    budgets = [place for place, one in enumerate(documents) if one.kind is DocumentKind.BEGROTING]
    for older, newer in pairwise(budgets):
        pairs = zip(documents[older].elements, documents[newer].elements, strict=True)
        for place, (one, other) in enumerate(pairs):
            shared = set(one.text.split()) & set(other.text.split())
            if len(shared) >= SAME * len(set(one.text.split())):
                yield (older, place), (newer, place)


def _starts(documents: Sequence[Document]) -> list[int]:
    return np.cumsum([0, *(len(one.elements) for one in documents)]).tolist()


def _rank_bm25(
    texts: Sequence[Sequence[str]], documents: Sequence[Document], right: Sequence[Ends]
) -> tuple[float, float]:
    starts = _starts(documents)
    begun = process_time()
    index = BM25Okapi(texts)
    built = process_time() - begun
    asked = right[:: max(1, len(right) // ASKED)][:ASKED]
    begun = process_time()
    scores = [index.get_scores(texts[starts[one[0]] + one[1]]) for one, _ in asked]
    each = (process_time() - begun) / len(asked)
    firsts = [
        int(np.argmax(row[starts[other[0]] : starts[other[0] + 1]])) == other[1]
        for row, (_, other) in zip(scores, asked, strict=True)
    ]
    return built + each * len(texts), sum(firsts) / len(firsts)


def _bm25s(texts: Sequence[Sequence[str]]) -> float:
    begun = process_time()
    index = bm25s.BM25()
    index.index([list(one) for one in texts], show_progress=False)
    index.retrieve([list(one) for one in texts], k=min(40, len(texts)), show_progress=False)
    return process_time() - begun


def _linked(documents: Sequence[Document], right: Sequence[Ends]) -> float:
    """Return how often the best candidate that linking found is the right one."""
    linked = link_organisation(documents, Decisions())
    starts = _starts(documents)
    best: Mapping[tuple[int, int], int] = {
        (left, ends[1]): other
        for ends, one in linked.scored.items()
        for _, left, other in sorted(
            zip(one.score.tolist(), one.left.tolist(), one.right.tolist(), strict=True)
        )
        if linked.shelf.entries[left].element.phase is Phase.PLAN
    }
    hits = [best.get((starts[a] + i, b)) == starts[b] + j for (a, i), (b, j) in right]
    return sum(hits) / len(hits)
