"""The documents of one organisation, linked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rodedraad.linking.assignment import Assignment, Offer, assign
from rodedraad.linking.chains import Chains
from rodedraad.linking.evidence import explain
from rodedraad.linking.groups import group
from rodedraad.linking.membership import Members, memberships
from rodedraad.linking.relations import nearly_same, relation
from rodedraad.linking.rulings import Pair, Rulings, rulings
from rodedraad.linking.scoring import Scored, score
from rodedraad.linking.shelf import Entry, Shelf, shelve
from rodedraad.linking.space import embed
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document
from rodedraad.model.terms import FOR_GOOD, Decision, Relation
from rodedraad.model.threads import Link


@dataclass(frozen=True, slots=True)
class Linked:
    """What was made of the documents of one organisation."""

    shelf: Shelf
    links: tuple[Link, ...]
    members: tuple[Members, ...]
    best: Mapping[tuple[int, int], float]
    """The highest probability of any candidate of an entry in another document, by entry and document.

    What repeats another text of the entry's own document is no candidate here.
    """


def link_organisation(documents: Sequence[Document], decisions: Decisions) -> Linked:
    """Link the documents of one organisation, given in order of time."""
    shelf = shelve(documents)
    ruled = rulings(shelf, decisions)
    scored = tuple(_scored(shelf, ruled))
    places = _places(scored)
    groups = group(shelf)
    offers = [Offer(*pair, float(one.score[row])) for pair, (one, row) in places.items()]
    assignment = assign(shelf, groups, offers, ruled)
    links = _Writer(shelf, assignment, ruled, places).links()
    return Linked(
        shelf, links, memberships(shelf, groups, assignment), _best(shelf, offers, assignment.chains)
    )


def _scored(shelf: Shelf, ruled: Rulings) -> Iterator[Scored]:
    if not shelf.entries:
        return
    space = embed(shelf.entries)
    filled = [number for number, bounds in enumerate(shelf.bounds) if bounds.stop > bounds.start]
    for place, newer in enumerate(filled):
        for older in filled[:place]:
            yield score(shelf, space, older, newer, _between(shelf, ruled, older, newer))


def _between(shelf: Shelf, ruled: Rulings, older: int, newer: int) -> list[Pair]:
    return [
        pair
        for pair in ruled.by_pair
        if (shelf.entries[pair[0]].document, shelf.entries[pair[1]].document) == (older, newer)
    ]


def _places(scored: Sequence[Scored]) -> dict[Pair, tuple[Scored, int]]:
    return {
        (left, right): (one, row)
        for one in scored
        for row, (left, right) in enumerate(zip(one.left.tolist(), one.right.tolist(), strict=True))
    }


def _best(shelf: Shelf, offers: Sequence[Offer], chains: Chains) -> dict[tuple[int, int], float]:
    best: dict[tuple[int, int], float] = {}
    for offer in offers:
        for one, other in ((offer.left, offer.right), (offer.right, offer.left)):
            side = one, shelf.entries[other].document
            if offer.score > best.get(side, 0.0) and not _spoken_for(shelf, chains, one, other):
                best[side] = offer.score
    return best


def _spoken_for(shelf: Shelf, chains: Chains, one: int, other: int) -> bool:
    """Tell whether an entry repeats something else of the document that another stands in."""
    told = chains.standing_in(other, shelf.entries[one].document)
    if told is None or chains.together(one, other):
        return False
    return nearly_same(shelf.entries[told], shelf.entries[other])


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes pairs of entries down as links."""

    shelf: Shelf
    assignment: Assignment
    ruled: Rulings
    places: Mapping[Pair, tuple[Scored, int]]

    def links(self) -> tuple[Link, ...]:
        """Return all links, in order of their older end, those for good first, then best first."""
        wanted = dict.fromkeys([*self.assignment.made, *self.ruled.by_pair, *self.assignment.proposed])
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
