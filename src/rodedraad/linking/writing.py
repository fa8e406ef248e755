"""Pairs of entries written down as links, with their reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from msgspec.structs import replace

from rodedraad.linking.assignment import Assignment
from rodedraad.linking.evidence import reasons
from rodedraad.linking.matches import Matches, matches
from rodedraad.linking.offers import Ends, found, rows_of
from rodedraad.linking.relations import relation
from rodedraad.linking.rulings import Rulings
from rodedraad.linking.scoring import Scored
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Ints, Marks
from rodedraad.model.decisions import LinkDecision
from rodedraad.model.terms import FOR_GOOD, Decision, Relation
from rodedraad.model.threads import Link

DIGITS: Final = 4
"""So many digits of a probability are told."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The pairs to write down: their places among all candidates, their entries, and which are undecided."""

    row: Ints
    pairs: Ints
    """A row a pair, the lower number first."""
    undecided: Marks


def written(
    shelf: Shelf,
    texts: Sequence[int],
    scored: Mapping[Ends, Scored],
    assignment: Assignment,
    ruled: Rulings,
) -> tuple[Link, ...]:
    """Return the links in order of their older end, those for good first, then best first.

    `texts` is a number for each entry, the same for the same text: two texts are compared once.
    """
    asked = _wanted(shelf, scored, assignment, ruled)
    told = found([*scored.values()], asked.row)
    ends = _in_time(shelf, asked.pairs)
    scores = np.round(told.score, DIGITS)
    order = np.lexsort((ends[:, 1], -scores, asked.undecided, ends[:, 0]))
    met = matches(shelf.entries, texts, ends[order])
    why = reasons(told.parts[order], told.start[order], met)
    pairs = [*map(tuple, asked.pairs[order].tolist())]
    said = _relations(met, told.cover[order].tolist(), map(assignment.crossings.get, pairs))
    links = (
        Link(
            from_=shelf.entries[earlier].pointer,
            to=shelf.entries[later].pointer,
            relation=how,
            score=score,
            evidence=evidence,
            decision=Decision.PROPOSED if offered else Decision.AUTO,
        )
        for (earlier, later), how, score, evidence, offered in zip(
            ends[order].tolist(),
            said,
            scores[order].tolist(),
            why,
            asked.undecided[order].tolist(),
            strict=True,
        )
    )
    return tuple(_ruled(one, ruled.by_pair.get(pair)) for one, pair in zip(links, pairs, strict=True))


def _relations(
    met: Matches, covers: Iterable[float], crossings: Iterable[Relation | None]
) -> Iterator[Relation]:
    rows = zip(met.pair.tolist(), met.earlier.tolist(), met.later.tolist(), covers, crossings, strict=True)
    for pair, earlier, later, cover, crossing in rows:
        yield crossing or relation(met.both[pair], met.entries[earlier], met.entries[later], cover)


def _ruled(one: Link, ruling: LinkDecision | None) -> Link:
    """Return a link as a person ruled on it."""
    if ruling is None:
        return one
    return replace(
        one,
        relation=ruling.relation or one.relation,
        decision=ruling.decision,
        role=ruling.role,
        decided_at=ruling.decided_at,
    )


def _wanted(shelf: Shelf, scored: Mapping[Ends, Scored], assignment: Assignment, ruled: Rulings) -> Wanted:
    ruled_on = np.array([*ruled.by_pair], dtype=np.int64).reshape(-1, 2)
    settled = [one.decision in FOR_GOOD for one in ruled.by_pair.values()]
    made, offered = assignment.made, assignment.proposed
    return Wanted(
        row=np.concatenate([made.row, rows_of(shelf, scored, ruled.by_pair), offered.row]),
        pairs=np.concatenate([made.pairs(), ruled_on, offered.pairs()]),
        undecided=np.concatenate(
            [
                np.zeros(made.left.size, dtype=np.bool_),
                ~np.array(settled, dtype=np.bool_),
                np.ones(offered.left.size, dtype=np.bool_),
            ]
        ),
    )


def _in_time(shelf: Shelf, pairs: Ints) -> Ints:
    """Return the pairs, a row each, with the end that was said first in front."""
    in_time = sorted(range(len(shelf.entries)), key=lambda one: shelf.entries[one].moment)
    turns = np.argsort(np.array(in_time, dtype=np.int64))
    turned = turns[pairs[:, 1]] < turns[pairs[:, 0]]
    return np.where(turned[:, None], pairs[:, ::-1], pairs)
