"""Fits the weights of the score to judged threads: the developed municipalities and the reference pages.

    python -m tests.evaluation.threads.fit [--without NAME] [--folder FOLDER] [--semantic]

A logistic regression with shrinkage, twice: of what two elements have in common by themselves, then of what the
pairs around them say, round after round with the probabilities that the round before gave; and once of what the
best candidate of a promise says of its being answered, by the weights that stand in weights.toml.  It prints
weights; a person rounds them and writes them there.  What pairs around a pair say comes on top of what it has by
itself: where little is around it, as on a page alone, what is said counts in full.  `number`, `order` and `crowd` are
not fitted: invented municipalities keep their numbers and their order more than real ones, and are all of one size.
Of `rank` two thirds of what is fitted are written there, and a likeness of which less is made than nothing counts for nothing.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from rodedraad.linking import features
from rodedraad.linking.around import WORTH_FOLLOWING
from rodedraad.linking.dropped import LEAST_TOLD
from rodedraad.linking.features import Cells
from rodedraad.linking.linker import link_organisation
from rodedraad.linking.odds import log_odds
from rodedraad.linking.products import products
from rodedraad.linking.scoring import probability, start, surroundings
from rodedraad.linking.semantics import UNTOLD, Semantics, by_element
from rodedraad.linking.shelf import Shelf, shelve
from rodedraad.linking.space import embed
from rodedraad.linking.terms import known
from rodedraad.linking.timeline import in_order
from rodedraad.linking.views import views
from rodedraad.linking.weights import AROUND, BEST, FEATURES, SENSE, START, UNANSWERED, VIA, weights
from rodedraad.model.decisions import Decisions
from rodedraad.model.terms import Relation
from rodedraad.model.threads import Pointer
from tests.conftest import REFERENCE
from tests.evaluation.threads.judged import Municipality, Pair, municipalities
from tests.evaluation.threads.measures import agreed, best_of_promises
from tests.evaluation.threads.semantic import remembered
from tests.linking.support import judged_documents

SETS: Final = Path(__file__).parent
GIVEN: Final = ("number", "order")
CONTEXT: Final = (*AROUND, VIA)
SHRINKAGE: Final = 3.0
ROUNDS: Final = 4
OF_REFERENCE: Final = 15
"""The reference pages count so many times: they are real, and few."""

Weights = dict[str, float]


class Compared(NamedTuple):
    """Two documents of a municipality: their tables, what people judged, and how often it counts."""

    town: str
    rows: slice
    columns: slice
    pair: features.Pair
    tables: Mapping[str, np.ndarray]
    right: np.ndarray
    times: int


def reference(folder: Path = REFERENCE) -> Municipality:
    """Return the reference pages as a judged municipality."""
    documents = tuple(in_order(judged_documents(folder)))
    order = {document.id: number for number, document in enumerate(documents)}
    pairs = []
    for row in map(json.loads, (folder / "gold" / "links.jsonl").read_text(encoding="utf-8").splitlines()):
        ends = [Pointer(document=row[side], element=f"e{row[f'{side}_line']}") for side in ("a", "b")]
        earlier, later = sorted(ends, key=lambda one: order[one.document])
        pairs.append(Pair(earlier, later, Relation.CONTINUES, row["strength"] == "sure"))
    return Municipality("reference", documents, tuple(pairs), ())


def compared(town: Municipality, times: int, semantics: Semantics = UNTOLD) -> Iterator[Compared]:
    """Yield every two documents that people compared."""
    by_organisation: dict[str, list] = {}
    for document in in_order(town.documents):
        by_organisation.setdefault(document.organisation.code, []).append(document)
    wanted = {frozenset((pair.earlier.document, pair.later.document)) for pair in town.pairs}
    right = agreed(town)
    for documents in by_organisation.values():
        shelf = shelve(documents)
        sense = by_element(semantics, [entry.wording for entry in shelf.entries])
        space = embed(shelf.entries)
        seen = views(shelf, space, sense)
        for older, newer in combinations(range(len(documents)), 2):
            if frozenset((documents[older].id, documents[newer].id)) in wanted:
                told = products(known(space, shelf.bounds[newer].stop), [seen[older]], seen[newer])
                pair = next(features.pairs(told, [seen[older]], seen[newer]))
                yield _compared(town.name, shelf, (older, newer), pair, right, times)


def _compared(
    town: str, shelf: Shelf, ends: tuple[int, int], pair: features.Pair, right: set, times: int
) -> Compared:
    rows, columns = (shelf.bounds[end] for end in ends)
    judged = [
        [frozenset((one.pointer, other.pointer)) in right for other in shelf.entries[columns]]
        for one in shelf.entries[rows]
    ]
    names = (*FEATURES, SENSE) if pair.newer.sense is not None else FEATURES
    tables = {name: pair.at(name, _all(pair)).reshape(pair.shape) for name in names}
    return Compared(town, rows, columns, pair, tables, np.array(judged), times)


def _all(pair: features.Pair) -> Cells:
    rows, columns = np.indices(pair.shape)
    return rows.ravel(), columns.ravel()


def logistic(
    columns: np.ndarray, right: np.ndarray, given: np.ndarray, times: np.ndarray
) -> tuple[np.ndarray, float]:
    """Return the weights and the start of a logistic regression with shrinkage beside what is given."""
    middle, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-9
    scaled = (columns - middle) / spread

    def loss(found: np.ndarray) -> tuple[float, np.ndarray]:
        told = probability(np.clip(scaled @ found[1:] + found[0] + given, -30, 30))
        wrong = times * (told - right)
        likely = times * np.log(np.where(right, told, 1 - told) + 1e-12)
        slope = np.concatenate([[wrong.sum()], scaled.T @ wrong + SHRINKAGE * found[1:]])
        return float(-likely.sum() + SHRINKAGE * (found[1:] ** 2).sum() / 2), slope

    best = minimize(loss, np.zeros(columns.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return best[1:] / spread, float(best[0] - (best[1:] * middle / spread).sum())


def fit(pairs: Sequence[Compared]) -> Weights:
    """Return the weights that tell the pairs that people judged best."""
    right = _joined(pairs, [one.right for one in pairs])
    times = _joined(pairs, [np.full(one.right.shape, float(one.times)) for one in pairs])
    given = [_given(one) for one in pairs]
    fitted = [name for name in pairs[0].tables if name not in GIVEN]
    own = np.stack([_joined(pairs, [one.tables[name] for one in pairs]) for name in fitted], axis=1)
    found, base = logistic(own, right, _joined(pairs, given), times)
    alone = [
        base + known + sum(weight * one.tables[name] for name, weight in zip(fitted, found, strict=True))
        for one, known in zip(pairs, given, strict=True)
    ]
    settled, weighed, settling = alone, np.zeros(0), 0.0
    for _ in range(ROUNDS):
        context = _context(pairs, settled)
        columns = np.stack([_joined(pairs, tables) for tables in context.values()], axis=1)
        weighed, settling = logistic(columns, right, _joined(pairs, alone), times)
        settled = [
            settling
            + table
            + sum(weight * context[name][number] for name, weight in zip(CONTEXT, weighed, strict=True))
            for number, table in enumerate(alone)
        ]
    return {
        "start": base,
        **dict(zip(fitted, found.tolist(), strict=True)),
        "settled": settling,
        **dict(zip(CONTEXT, weighed.tolist(), strict=True)),
    }


def _given(one: Compared) -> np.ndarray:
    crowd = start(weights(), *one.right.shape) - weights()[START]
    return sum((weights()[name] * one.tables[name] for name in GIVEN), np.full(one.right.shape, crowd))


def _context(pairs: Sequence[Compared], sums: Sequence[np.ndarray]) -> dict[str, list[np.ndarray]]:
    found: dict[str, list[np.ndarray]] = {name: [] for name in CONTEXT}
    told = [probability(table) for table in sums]
    via = {town: _via(town, pairs, told) for town in {one.town for one in pairs}}
    for one, table in zip(pairs, sums, strict=True):
        near = surroundings(one.pair, table)
        for name in AROUND:
            found[name].append(near.at(name, *_all(one.pair)).reshape(one.pair.shape))
        found[VIA].append(np.minimum(via[one.town][one.rows, one.columns].toarray(), 1.0))
    return found


def _via(town: str, pairs: Sequence[Compared], told: Sequence[np.ndarray]) -> sp.csr_array:
    own = [(one, table) for one, table in zip(pairs, told, strict=True) if one.town == town]
    count = max(one.columns.stop for one, _ in own)
    known = np.zeros((count, count))
    for one, table in own:
        known[one.rows, one.columns] = np.where(table >= WORTH_FOLLOWING, table, 0)
        known[one.columns, one.rows] = known[one.rows, one.columns].T
    matrix = sp.csr_array(known)
    return sp.csr_array(matrix @ matrix)


def _joined(pairs: Sequence[Compared], tables: Sequence[np.ndarray]) -> np.ndarray:
    return np.concatenate([table.ravel() for table in tables])


def fit_absence(towns: Sequence[Municipality], semantics: Semantics = UNTOLD) -> Weights:
    """Return what the best candidate of a promise says of its being answered, by the weights that stand now."""
    told = [
        one
        for town in towns
        for one in best_of_promises(town, link_organisation(town.documents, Decisions(), semantics))
    ]
    best = np.array([[log_odds(best, LEAST_TOLD)] for best, _ in told])
    dropped = np.array([dropped for _, dropped in told])
    found, base = logistic(best, dropped, np.zeros(dropped.size), np.ones(dropped.size))
    return {UNANSWERED: base, BEST: float(found[0])}


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--without", default="", help="leave out one municipality")
    parser.add_argument("--folder", type=Path, default=SETS, help="another folder of sets")
    parser.add_argument("--semantic", action="store_true", help="with what a model tells of texts")
    options = parser.parse_args(arguments)
    semantics = remembered() if options.semantic else UNTOLD
    own = [town for town in municipalities(options.folder / "developed") if town.name != options.without]
    towns = [(town, 1) for town in own]
    if REFERENCE.is_dir() and options.without != "reference":
        towns.append((reference(), OF_REFERENCE))
    pairs = [one for town, times in towns for one in compared(town, times, semantics)]
    found = fit(pairs) | fit_absence(own, semantics)
    print(json.dumps({name: round(value, 2) for name, value in found.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
