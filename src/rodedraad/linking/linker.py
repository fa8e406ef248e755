"""The documents of one organisation, linked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rodedraad.linking.assignment import assign
from rodedraad.linking.chains import Chains
from rodedraad.linking.comparison import nearly_same
from rodedraad.linking.due import ANSWERS
from rodedraad.linking.every_two import all_scored
from rodedraad.linking.groups import group
from rodedraad.linking.keeping import FORGETFUL, Kept
from rodedraad.linking.membership import Members, memberships
from rodedraad.linking.offers import Ends, offers
from rodedraad.linking.rulings import rulings
from rodedraad.linking.scoring import Scored, Weights
from rodedraad.linking.semantics import UNTOLD, Semantics, by_element
from rodedraad.linking.shelf import Shelf, shelve
from rodedraad.linking.texts import numbered
from rodedraad.linking.thirds import together
from rodedraad.linking.weights import weights
from rodedraad.linking.writing import written
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document
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
    used: Weights
    """What the scores rest on."""

    def best(self, entry: int, newer: int) -> float:
        """Return the highest probability of any candidate of an entry in a newer document.

        What repeats another text of the entry's own document is no candidate here.
        """
        return max((score for _, score, _ in self._candidates(entry, newer)), default=0.0)

    def best_answer(self, entry: int, newer: int) -> float:
        """Return the same of what can answer a promise; what others claim more counts as much less."""
        found = (
            unclaimed(score, claim)
            for other, score, claim in self._candidates(entry, newer)
            if self.shelf.entries[other].element.kind in ANSWERS
        )
        return max(found, default=0.0)

    def _candidates(self, entry: int, newer: int) -> Iterator[tuple[int, float, float]]:
        """Yield each candidate, its probability, and the highest that another entry has with it."""
        seen = self.scored.get((self.shelf.entries[entry].document, newer))
        if seen is None:
            return
        rows = (seen.left == entry).nonzero()[0]
        for other, chance in zip(seen.right[rows].tolist(), seen.score[rows].tolist(), strict=True):
            if not self._spoken_for(entry, other):
                yield other, chance, self._claim(seen, entry, other)

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
    documents: Sequence[Document],
    decisions: Decisions,
    semantics: Semantics = UNTOLD,
    *,
    workers: int = 1,
    kept: Kept = FORGETFUL,
) -> Linked:
    """Link the documents of one organisation, given in order of time.

    Neither `workers` nor what was `kept` makes other links.
    """
    shelf = shelve(documents)
    sense = by_element(semantics, [entry.wording for entry in shelf.entries])
    used = weights(sensed=sense is not None)
    ruled = rulings(shelf, decisions)
    alone = all_scored(shelf, ruled, sense, used, workers=workers, kept=kept)
    scored = together(shelf, alone, used)
    groups = group(shelf)
    texts = numbered(shelf)
    assignment = assign(shelf, groups, offers(shelf, scored, used), ruled, texts)
    links = written(shelf, texts, scored, assignment, ruled)
    return Linked(shelf, links, memberships(shelf, groups, assignment), assignment.chains, scored, used)
