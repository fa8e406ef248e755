"""What people decided about links, laid on a shelf."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rodedraad.linking.shelf import Shelf, shelve
from rodedraad.linking.timeline import in_order
from rodedraad.model.decisions import Decisions, LinkDecision
from rodedraad.model.document import Document
from rodedraad.model.terms import FOR_GOOD, Decision
from rodedraad.model.threads import Pointer

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions by pair of entry numbers, the lower number first."""

    by_pair: Mapping[Pair, LinkDecision]

    def confirmed(self) -> list[Pair]:
        """Return the pairs a person confirmed, in order."""
        return sorted(pair for pair, ruling in self.by_pair.items() if ruling.decision in FOR_GOOD)

    def rejected(self) -> list[Pair]:
        """Return the pairs a person rejected, in order."""
        return sorted(pair for pair, ruling in self.by_pair.items() if ruling.decision is Decision.REJECTED)


def rulings(shelf: Shelf, decisions: Decisions) -> Rulings:
    """Return the decisions whose two ends stand on the shelf; the last word on a pair counts."""
    index = shelf.index()
    found: dict[Pair, LinkDecision] = {}
    for ruling in decisions.link:
        ends = index.get(ruling.from_), index.get(ruling.to)
        if ends[0] is not None and ends[1] is not None and ruling.from_.document != ruling.to.document:
            found[min(ends[0], ends[1]), max(ends[0], ends[1])] = ruling
    return Rulings(found)


def lost_decisions(documents: Sequence[Document], decisions: Decisions) -> tuple[LinkDecision, ...]:
    """Return the decisions that join nothing any more, so that a person can look at them again.

    An end is lost when its element is gone, or is a mere heading now; both ends must stand in different
    documents of one organisation.
    """
    owner = {
        entry.pointer: document.organisation.code
        for document in in_order(documents)
        for entry in shelve([document]).entries
    }
    return tuple(ruling for ruling in decisions.link if not _stands(ruling, owner))


def _stands(ruling: LinkDecision, owner: Mapping[Pointer, str]) -> bool:
    owners = {owner.get(end) for end in (ruling.from_, ruling.to)}
    return None not in owners and len(owners) == 1 and ruling.from_.document != ruling.to.document
