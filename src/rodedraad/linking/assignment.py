"""Which pairs are linked for good, and which are offered to a person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from rodedraad.linking.chains import Chains
from rodedraad.linking.groups import Groups
from rodedraad.linking.kinds import CONTENT_KINDS, kind_fit
from rodedraad.linking.odds import log_odds
from rodedraad.linking.offers import Offer, Offers
from rodedraad.linking.parts import are_parts, is_mostly_in
from rodedraad.linking.proposals import proposed
from rodedraad.linking.rulings import Pair, Rulings
from rodedraad.linking.shelf import Shelf
from rodedraad.model.terms import Kind, Relation

LEAST_FIT: Final = 0.65
"""Kinds that fit less are never linked without a person: an indicator is no activity, context no answer."""
FEWEST_WORDS: Final = 2
"""With fewer content words ("nog te bepalen", "eind 2024") a text is never linked without a person."""
MARGIN: Final = 0.5
"""A rival within so much log-odds makes a link doubtful, unless both are parts of the same whole."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What was made of the offers: chains of groups, links for good, and what is offered."""

    chains: Chains
    made: Mapping[Pair, None]
    crossings: dict[Pair, Relation] = field(default_factory=dict)
    """Links that split or merge; those that join no two chains are in here too."""
    proposed: tuple[Pair, ...] = ()


def assign(shelf: Shelf, groups: Groups, offers: Offers, ruled: Rulings) -> Assignment:
    """Make the links that are nearly certain, one to one save for splits and merges; offer the rest.

    The offers come best first.  What a person confirmed is made before them, and what a person rejected is
    never made, nor by a detour.
    """
    chains = Chains(shelf, groups, ruled.rejected())
    certain = offers.certain()
    maker = _Maker(shelf, chains, certain)
    for pair in ruled.confirmed():
        maker.confirm(pair)
    for offer in certain:
        if (offer.left, offer.right) not in ruled.by_pair:
            maker.consider(offer)
    settled = [*maker.made, *ruled.by_pair]
    return Assignment(chains, maker.made, maker.crossings, proposed(shelf, chains, offers, settled))


class _Maker:
    def __init__(self, shelf: Shelf, chains: Chains, certain: Iterable[Offer]) -> None:
        self.made: dict[Pair, None] = {}
        self.crossings: dict[Pair, Relation] = {}
        self._shelf = shelf
        self._chains = chains
        self._kinds = [entry.element.kind for entry in shelf.entries]
        self._short = [len(entry.words) < FEWEST_WORDS for entry in shelf.entries]
        self._linked: dict[int, list[int]] = defaultdict(list)
        self._rivals: dict[tuple[int, int], list[Offer]] = defaultdict(list)
        for offer in certain:
            self._rivals[offer.left, self._document(offer.right)].append(offer)
            self._rivals[offer.right, self._document(offer.left)].append(offer)

    def confirm(self, pair: Pair) -> None:
        """Link two entries on a person's word; where chains cannot be joined it is a split or a merge."""
        if not self._chains.join(*pair):
            splits = self._chains.standing_in(pair[0], self._document(pair[1])) is not None
            self.crossings[pair] = self._way(*pair) if splits else self._way(*reversed(pair))
        self._make(pair)

    def consider(self, offer: Offer) -> None:
        """Link two entries for good if nothing speaks against it."""
        pair = offer.left, offer.right
        if self._unlike(*pair) or self._says_little(*pair) or self._doubtful(offer):
            return
        crossing = {} if self._chains.together(*pair) else self._crossing(*pair)
        if crossing and not self._chains.parted(*pair):
            self.crossings.update(crossing)
            self._make(pair)
        elif self._chains.join(*pair):
            self._make(pair)

    def _make(self, pair: Pair) -> None:
        self.made[pair] = None
        self._linked[pair[0]].append(pair[1])
        self._linked[pair[1]].append(pair[0])

    def _document(self, entry: int) -> int:
        return self._shelf.entries[entry].document

    def _way(self, whole: int, part: int) -> Relation:
        earlier = self._shelf.entries[whole].moment < self._shelf.entries[part].moment
        return Relation.SPLITS if earlier else Relation.MERGES

    def _unlike(self, left: int, right: int) -> bool:
        return (self._kinds[left], self._kinds[right]) in _unfit()

    def _says_little(self, left: int, right: int) -> bool:
        return self._short[left] or self._short[right]

    def _doubtful(self, offer: Offer) -> bool:
        near = (
            self._rivals[offer.left, self._document(offer.right)],
            self._rivals[offer.right, self._document(offer.left)],
        )
        return any(
            self._rivalry(offer, rival)
            for rivals in near
            if len(rivals) > 1
            for rival in rivals
            if rival != offer
        )

    def _rivalry(self, offer: Offer, rival: Offer) -> bool:
        if abs(log_odds(offer.score) - log_odds(rival.score)) >= MARGIN:
            return False
        same_left = offer.left == rival.left
        whole, mine, other = (
            (offer.left, offer.right, rival.right) if same_left else (offer.right, offer.left, rival.left)
        )
        return not self._chains.together(mine, other) and not self._are_parts(whole, mine, other)

    def _crossing(self, left: int, right: int) -> dict[Pair, Relation]:
        """Return what a link and one already made are, where they join two parts with the same whole."""
        for whole, part in ((left, right), (right, left)):
            entries = self._shelf.entries
            for other in self._linked[whole] if is_mostly_in(entries[whole], entries[part]) else ():
                if self._are_parts(whole, other, part) and self._same_side(whole, other, part):
                    return {_pair(whole, one): self._way(whole, one) for one in (other, part)}
        return {}

    def _same_side(self, whole: int, part: int, other: int) -> bool:
        """Tell whether two parts come both before the whole, or both after it."""
        return self._way(whole, part) is self._way(whole, other)

    def _are_parts(self, whole: int, part: int, other: int) -> bool:
        entries = self._shelf.entries
        return are_parts(entries[whole], entries[part], entries[other])


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


@cache
def _unfit() -> frozenset[tuple[Kind, Kind]]:
    """Return the pairs of kinds that are never linked without a person."""
    fits = kind_fit().tolist()
    return frozenset(
        (one, other)
        for one, row in zip(CONTENT_KINDS, fits, strict=True)
        for other, fit in zip(CONTENT_KINDS, row, strict=True)
        if fit < LEAST_FIT
    )
