"""Pairs of entries written down as links, with their reasons."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from rodedraad.linking.assignment import Assignment
from rodedraad.linking.comparison import Comparison
from rodedraad.linking.evidence import Reasons
from rodedraad.linking.offers import Found
from rodedraad.linking.relations import relation
from rodedraad.linking.rulings import Pair, Rulings
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Ints
from rodedraad.model.terms import FOR_GOOD, Decision
from rodedraad.model.threads import Link

DIGITS: Final = 4
"""So many digits of a probability are told."""


class Writer:
    """Writes pairs of entries down as links; two texts that meet more than once are compared once."""

    def __init__(
        self, shelf: Shelf, assignment: Assignment, ruled: Rulings, wanted: Sequence[Pair], told: Found
    ) -> None:
        """Take the pairs to write down, and what was scored of them in the same order."""
        self._entries = shelf.entries
        self._assignment = assignment
        self._ruled = ruled
        self._wanted = wanted
        self._scores = np.round(told.score, DIGITS).tolist()
        self._covers = told.cover.tolist()
        self._reasons = Reasons(told.parts, told.start)
        self._ends = _in_time(shelf, wanted)
        self._texts = _numbered(shelf)
        self._compared: dict[Pair, Comparison] = {}

    def links(self) -> tuple[Link, ...]:
        """Return the links in order of their older end, those for good first, then best first."""
        decisions = [self._decision(pair) for pair in self._wanted]
        open_ = np.array([one not in FOR_GOOD for one in decisions], dtype=np.bool_)
        best = np.negative(np.array(self._scores, dtype=np.float64))
        order = np.lexsort((self._ends[:, 1], best, open_, self._ends[:, 0]))
        ends = self._ends.tolist()
        return tuple(self._link(row, ends[row], decisions[row]) for row in order.tolist())

    def _link(self, row: int, ends: Sequence[int], decision: Decision) -> Link:
        pair = self._wanted[row]
        ruling = self._ruled.by_pair.get(pair)
        earlier, later = (self._entries[one] for one in ends)
        both = self._comparison(*ends)
        found = (ruling and ruling.relation) or self._assignment.crossings.get(pair)
        return Link(
            from_=earlier.pointer,
            to=later.pointer,
            relation=found or relation(both, earlier, later, self._covers[row]),
            score=self._scores[row],
            evidence=self._reasons.explain(both, earlier, later, row),
            decision=decision,
            role=ruling.role if ruling else None,
            decided_at=ruling.decided_at if ruling else None,
        )

    def _comparison(self, one: int, other: int) -> Comparison:
        texts = self._texts[one], self._texts[other]
        if (known := self._compared.get(texts)) is not None:
            return known
        return self._compared.setdefault(texts, Comparison(self._entries[one], self._entries[other]))

    def _decision(self, pair: Pair) -> Decision:
        if (ruling := self._ruled.by_pair.get(pair)) is not None:
            return ruling.decision
        return Decision.AUTO if pair in self._assignment.made else Decision.PROPOSED


def _in_time(shelf: Shelf, wanted: Sequence[Pair]) -> Ints:
    """Return the pairs, a row each, with the end that was said first in front."""
    pairs = np.array(wanted, dtype=np.int64).reshape(-1, 2)
    in_time = sorted(range(len(shelf.entries)), key=lambda one: shelf.entries[one].moment)
    turns = np.argsort(np.array(in_time, dtype=np.int64))
    turned = turns[pairs[:, 1]] < turns[pairs[:, 0]]
    return np.where(turned[:, None], pairs[:, ::-1], pairs)


def _numbered(shelf: Shelf) -> list[int]:
    """Return a number for each entry, the same for the same label and text."""
    rows: dict[tuple[str | None, str], int] = {}
    return [rows.setdefault((one.element.label, one.element.text), len(rows)) for one in shelf.entries]
