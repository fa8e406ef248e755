"""The documents of one organisation, linked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rodedraad.linking.assignment import assign
from rodedraad.linking.chains import Chains
from rodedraad.linking.comparison import nearly_same
from rodedraad.linking.features import products, views
from rodedraad.linking.groups import group
from rodedraad.linking.membership import Members, memberships
from rodedraad.linking.offers import Ends, found, offers
from rodedraad.linking.rulings import Pair, Rulings, rulings
from rodedraad.linking.scoring import Scored, Weights, score, together
from rodedraad.linking.semantics import UNTOLD, Semantics, by_element
from rodedraad.linking.shelf import Shelf, shelve
from rodedraad.linking.space import embed
from rodedraad.linking.sparse import Floats
from rodedraad.linking.weights import weights
from rodedraad.linking.writing import Writer
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document
from rodedraad.model.threads import Link

MOST_CELLS: Final = 4_000_000
"""So many pairs of elements are compared at once."""


def unclaimed(score: float, claim: float) -> float:
    """Return how probable a counterpart is that somebody else claims: of the two, one at most is right."""
    return score * (1 - claim) / max(1 - score * claim, 1e-9)


@dataclass(frozen=True, slots=True)
class Linked:
    """What was made of the documents of one organisation."""

    shelf: Shelf
    links: tuple[Link, ...]
    members: tuple[Members, ...]
    chains: Chains
    scored: Mapping[Ends, Scored]
    """The candidates of every two documents, by their numbers."""
    used: Weights
    """What the scores rest on."""

    def best(self, entry: int, newer: int) -> float:
        """Return the highest probability of any candidate of an entry in a newer document.

        What repeats another text of the entry's own document is no candidate here.
        """
        return max((score for score, _ in self._candidates(entry, newer)), default=0.0)

    def best_unclaimed(self, entry: int, newer: int) -> float:
        """Return the same, where what more probably belongs to another entry counts as much less."""
        return max((unclaimed(*one) for one in self._candidates(entry, newer)), default=0.0)

    def _candidates(self, entry: int, newer: int) -> Iterator[tuple[float, float]]:
        """Yield the probability of each candidate, and the highest that another entry has with it."""
        seen = self.scored.get((self.shelf.entries[entry].document, newer))
        if seen is None:
            return
        rows = (seen.left == entry).nonzero()[0]
        for other, chance in zip(seen.right[rows].tolist(), seen.score[rows].tolist(), strict=True):
            if not self._spoken_for(entry, other):
                yield chance, self._claim(seen, entry, other)

    @staticmethod
    def _claim(found: Scored, entry: int, other: int) -> float:
        """Return the highest probability that another entry of the older document belongs to a candidate."""
        claims = found.score[(found.right == other) & (found.left != entry)]
        return float(claims.max(initial=0.0))

    def _spoken_for(self, entry: int, other: int) -> bool:
        told = self.chains.standing_in(other, self.shelf.entries[entry].document)
        if told is None or self.chains.together(entry, other):
            return False
        return nearly_same(self.shelf.entries[told], self.shelf.entries[other])


def link_organisation(
    documents: Sequence[Document], decisions: Decisions, semantics: Semantics = UNTOLD
) -> Linked:
    """Link the documents of one organisation, given in order of time."""
    shelf = shelve(documents)
    sense = by_element(semantics, [entry.wording for entry in shelf.entries])
    used = weights(sensed=sense is not None)
    ruled = rulings(shelf, decisions)
    scored = together(dict(_scored(shelf, ruled, sense, used)), len(shelf.entries), used)
    groups = group(shelf)
    assignment = assign(shelf, groups, offers(shelf, scored), ruled)
    wanted = list(dict.fromkeys([*assignment.made, *ruled.by_pair, *assignment.proposed]))
    told = found([*scored.values()], wanted, len(shelf.entries))
    links = Writer(shelf, assignment, ruled, wanted, told).links()
    return Linked(shelf, links, memberships(shelf, groups, assignment), assignment.chains, scored, used)


def _scored(
    shelf: Shelf, ruled: Rulings, sense: Floats | None, used: Weights
) -> Iterator[tuple[Ends, Scored]]:
    if not shelf.entries:
        return
    sides = views(shelf, embed(shelf.entries), sense)
    filled = [number for number, bounds in enumerate(shelf.bounds) if bounds.stop > bounds.start]
    for older, following in _portions(shelf, filled):
        told = products(sides[older], [sides[newer] for newer in following])
        for newer in following:
            between = _between(shelf, ruled, older, newer)
            yield (older, newer), score(sides[older], sides[newer], used, between, told)


def _portions(shelf: Shelf, filled: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield every document with newer ones, as many at a time as tables of them fit in memory."""
    sizes = [bounds.stop - bounds.start for bounds in shelf.bounds]
    for place, older in enumerate(filled):
        portion: list[int] = []
        for newer in filled[place + 1 :]:
            if portion and sizes[older] * sum(sizes[one] for one in (*portion, newer)) > MOST_CELLS:
                yield older, portion
                portion = []
            portion.append(newer)
        if portion:
            yield older, portion


def _between(shelf: Shelf, ruled: Rulings, older: int, newer: int) -> list[Pair]:
    return [
        pair
        for pair in ruled.by_pair
        if (shelf.entries[pair[0]].document, shelf.entries[pair[1]].document) == (older, newer)
    ]
