"""The documents of one organisation, linked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rodedraad.linking.assignment import Assignment, assign
from rodedraad.linking.chains import Chains
from rodedraad.linking.evidence import explain
from rodedraad.linking.features import views
from rodedraad.linking.groups import group
from rodedraad.linking.membership import Members, memberships
from rodedraad.linking.offers import Ends, Place, offers, places
from rodedraad.linking.relations import nearly_same, relation
from rodedraad.linking.rulings import Pair, Rulings, rulings
from rodedraad.linking.scoring import Scored, score, together
from rodedraad.linking.shelf import Entry, Shelf, shelve
from rodedraad.linking.space import embed
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document
from rodedraad.model.terms import FOR_GOOD, Decision, Relation
from rodedraad.model.threads import Link


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
        found = self.scored.get((self.shelf.entries[entry].document, newer))
        if found is None:
            return
        rows = (found.left == entry).nonzero()[0]
        for other, chance in zip(found.right[rows].tolist(), found.score[rows].tolist(), strict=True):
            if not self._spoken_for(entry, other):
                yield chance, self._claim(found, entry, other)

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


def link_organisation(documents: Sequence[Document], decisions: Decisions) -> Linked:
    """Link the documents of one organisation, given in order of time."""
    shelf = shelve(documents)
    ruled = rulings(shelf, decisions)
    scored = together(dict(_scored(shelf, ruled)), len(shelf.entries))
    groups = group(shelf)
    assignment = assign(shelf, groups, offers(shelf, scored), ruled)
    wanted = dict.fromkeys([*assignment.made, *ruled.by_pair, *assignment.proposed])
    found = places([*scored.values()], wanted, len(shelf.entries))
    links = _Writer(shelf, assignment, ruled, found).links(wanted)
    return Linked(shelf, links, memberships(shelf, groups, assignment), assignment.chains, scored)


def _scored(shelf: Shelf, ruled: Rulings) -> Iterator[tuple[Ends, Scored]]:
    if not shelf.entries:
        return
    sides = views(shelf, embed(shelf.entries))
    filled = [number for number, bounds in enumerate(shelf.bounds) if bounds.stop > bounds.start]
    for older, newer in combinations(filled, 2):
        between = _between(shelf, ruled, older, newer)
        yield (older, newer), score(sides[older], sides[newer], between)


def _between(shelf: Shelf, ruled: Rulings, older: int, newer: int) -> list[Pair]:
    return [
        pair
        for pair in ruled.by_pair
        if (shelf.entries[pair[0]].document, shelf.entries[pair[1]].document) == (older, newer)
    ]


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes pairs of entries down as links."""

    shelf: Shelf
    assignment: Assignment
    ruled: Rulings
    places: Mapping[Pair, Place]

    def links(self, wanted: Iterable[Pair]) -> tuple[Link, ...]:
        """Return these links, in order of their older end, those for good first, then best first."""
        order = self.shelf.index()
        return tuple(
            sorted(
                map(self._link, wanted),
                key=lambda one: (order[one.from_], one.decision not in FOR_GOOD, -one.score, order[one.to]),
            )
        )

    def _link(self, pair: Pair) -> Link:
        earlier, later = sorted((self.shelf.entries[one] for one in pair), key=lambda entry: entry.moment)
        scored, row = self.places[pair]
        ruling = self.ruled.by_pair.get(pair)
        return Link(
            from_=earlier.pointer,
            to=later.pointer,
            relation=(ruling and ruling.relation) or self._relation(pair, earlier, later),
            score=round(float(scored.score[row]), 4),
            evidence=explain(earlier, later, scored, row),
            decision=ruling.decision if ruling else self._decision(pair),
            role=ruling.role if ruling else None,
            decided_at=ruling.decided_at if ruling else None,
        )

    def _relation(self, pair: Pair, earlier: Entry, later: Entry) -> Relation:
        scored, row = self.places[pair]
        repeated = max(float(scored.cover_left[row]), float(scored.cover_right[row]))
        return self.assignment.crossings.get(pair) or relation(earlier, later, repeated)

    def _decision(self, pair: Pair) -> Decision:
        return Decision.AUTO if pair in self.assignment.made else Decision.PROPOSED
