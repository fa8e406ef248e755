"""Which pairs are linked for good, and which are offered to a person."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from rodedraad.linking.chains import Chains
from rodedraad.linking.groups import Groups
from rodedraad.linking.kinds import NUMBER_OF, kind_fit
from rodedraad.linking.offers import Offers
from rodedraad.linking.parts import Parts
from rodedraad.linking.proposals import proposed
from rodedraad.linking.rivals import Rival, rivals
from rodedraad.linking.rulings import Pair, Rulings
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Marks
from rodedraad.linking.standing import standing
from rodedraad.model.terms import Relation

LEAST_FIT: Final = 0.65
"""Kinds that fit less are never linked without a person: an indicator is no activity, context no answer."""
FEWEST_WORDS: Final = 2
"""With fewer content words ("nog te bepalen", "eind 2024") a text is never linked without a person."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What was made of the offers: chains of groups, links for good, and what is offered."""

    chains: Chains
    made: Offers
    """What is linked without a person, save what passes over many documents of its own thread."""
    proposed: Offers
    crossings: dict[Pair, Relation] = field(default_factory=dict)
    """Links that split or merge; those that join no two chains are in here too."""


def assign(shelf: Shelf, groups: Groups, offers: Offers, ruled: Rulings, texts: Sequence[int]) -> Assignment:
    """Make the links that are nearly certain, one to one save for splits and merges; offer the rest.

    The offers come best first.  What a person confirmed is made before them, and what a person rejected is
    never made, nor by a detour.  `texts` is a number for each entry, the same for the same text.
    """
    chains = Chains(shelf, groups, ruled.rejected())
    certain = offers.chosen(offers.firm)
    document = np.array([entry.document for entry in shelf.entries], dtype=np.int64)
    near = rivals(certain.left, certain.right, certain.score, document)
    maker = _Maker(shelf, chains, Parts(shelf, texts))
    for pair in ruled.confirmed():
        maker.confirm(pair)
    open_ = np.flatnonzero(_may_be_made(shelf, certain) & ~certain.among(ruled.by_pair, len(shelf.entries)))
    left, right = certain.left[open_].tolist(), certain.right[open_].tolist()
    made = [
        place
        for place, pair in zip(open_.tolist(), zip(left, right, strict=True), strict=True)
        if maker.makes(pair, near.of(place))
    ]
    stands = standing(shelf, chains)
    linked = certain.chosen(np.array(made, dtype=np.int64))
    told = stands.close(linked.left, linked.right) | ~stands.together(linked.left, linked.right)
    offered = proposed(shelf, stands, offers, [*maker.crossings, *ruled.by_pair])
    return Assignment(chains, linked.chosen(told), offered, maker.crossings)


def _may_be_made(shelf: Shelf, certain: Offers) -> Marks:
    """Tell which pairs are of kinds that fit, and say enough."""
    kinds = np.array([NUMBER_OF[entry.element.kind] for entry in shelf.entries], dtype=np.int64)
    tells = np.array([len(entry.words) >= FEWEST_WORDS for entry in shelf.entries], dtype=np.bool_)
    fits = kind_fit()[kinds[certain.left], kinds[certain.right]] >= LEAST_FIT
    return np.asarray(fits & tells[certain.left] & tells[certain.right])


class _Maker:
    """Makes links one by one."""

    def __init__(self, shelf: Shelf, chains: Chains, parts: Parts) -> None:
        self.crossings: dict[Pair, Relation] = {}
        self._entries = shelf.entries
        self._chains = chains
        self._parts = parts
        self._linked: dict[int, list[int]] = defaultdict(list)

    def confirm(self, pair: Pair) -> None:
        """Link two entries on a person's word; where chains cannot be joined it is a split or a merge."""
        if not self._chains.join(*pair):
            splits = self._chains.standing_in(pair[0], self._entries[pair[1]].document) is not None
            self.crossings[pair] = self._way(*pair) if splits else self._way(*reversed(pair))
        self._make(pair)

    def makes(self, pair: Pair, near: Iterable[Rival]) -> bool:
        """Link two entries for good if nothing speaks against it, and tell so."""
        if any(self._rivalry(one) for one in near):
            return False
        made = self._chains.together(*pair) or self._crosses(pair) or self._chains.join(*pair)
        if made:
            self._make(pair)
        return made

    def _make(self, pair: Pair) -> None:
        self._linked[pair[0]].append(pair[1])
        self._linked[pair[1]].append(pair[0])

    def _way(self, whole: int, part: int) -> Relation:
        earlier = self._entries[whole].moment < self._entries[part].moment
        return Relation.SPLITS if earlier else Relation.MERGES

    def _rivalry(self, rival: Rival) -> bool:
        whole, mine, other = rival
        return not self._chains.together(mine, other) and not self._parts.are_parts(whole, mine, other)

    def _crosses(self, pair: Pair) -> bool:
        """Tell whether a link and one already made join two parts with one whole, and note what they are."""
        crossing = self._crossing(*pair)
        if not crossing or self._chains.parted(*pair):
            return False
        self.crossings.update(crossing)
        return True

    def _crossing(self, left: int, right: int) -> dict[Pair, Relation]:
        for whole, part in ((left, right), (right, left)):
            linked = self._linked.get(whole)
            for other in linked if linked and self._parts.is_mostly_in(whole, part) else ():
                if self._parts.are_parts(whole, other, part) and self._same_side(whole, other, part):
                    return {_pair(whole, one): self._way(whole, one) for one in (other, part)}
        return {}

    def _same_side(self, whole: int, part: int, other: int) -> bool:
        """Tell whether two parts come both before the whole, or both after it."""
        return self._way(whole, part) is self._way(whole, other)


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)
