"""Which of the pairs that are not linked are offered to a person: the best few of every element."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from rodedraad.linking.chains import Chains
from rodedraad.linking.offers import CERTAIN, REACH, Offers
from rodedraad.linking.rulings import Pair
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Ints, Marks

OFFERED_BESIDE: Final = 0.01
"""Below this probability nobody is asked, where one has its counterpart in the other's document already."""
MOST_OFFERED: Final = 5
"""The most that is offered for an element and another document."""
MOST_IN_ALL: Final = 15
"""The most that is offered for an element over all documents: more is no help to who must look.

It is what `MOST_OFFERED` comes to over three documents."""


def proposed(shelf: Shelf, chains: Chains, offers: Offers, settled: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the pairs to offer, best first; what is settled or stands in one chain is not offered."""
    document = np.array([entry.document for entry in shelf.entries], dtype=np.int64)
    rest = offers.chosen(_open(shelf, chains, offers, document, settled))
    documents = len(shelf.documents)
    older = (rest.left * documents + document[rest.right]).tolist()
    newer = (rest.right * documents + document[rest.left]).tolist()
    room = bytearray([MOST_OFFERED]) * (len(shelf.entries) * documents)
    rounds = bytearray([MOST_IN_ALL]) * len(shelf.entries)
    chosen: list[Pair] = []
    pairs = zip(rest.left.tolist(), rest.right.tolist(), strict=True)
    for (left, right), one, other in zip(pairs, older, newer, strict=True):
        if room[one] and room[other] and rounds[left] and rounds[right]:
            chosen.append((left, right))
            room[one] -= 1
            room[other] -= 1
            rounds[left] -= 1
            rounds[right] -= 1
    return tuple(chosen)


def _open(shelf: Shelf, chains: Chains, offers: Offers, document: Ints, settled: Iterable[Pair]) -> Marks:
    """Tell which offers are open: not settled, of two chains, within reach, and worth asking."""
    left, right = offers.left, offers.right
    count = len(shelf.entries)
    chain = np.array([chains.chain(entry) for entry in range(count)], dtype=np.int64)
    days = np.array([one.adopted.toordinal() for one in shelf.documents], dtype=np.int64)
    apart = days[document[right]] - days[document[left]]
    ruled = np.array([one * count + other for one, other in settled], dtype=np.int64)
    stands = _stands(chain, document, len(shelf.documents))
    found = stands[chain[left], document[right]] | stands[chain[right], document[left]]
    marks = (chain[left] != chain[right]) & ~np.isin(left * count + right, ruled)
    marks &= (offers.score < CERTAIN) | (apart <= REACH.days)
    return np.asarray(marks & ((offers.score >= OFFERED_BESIDE) | ~found))


def _stands(chain: Ints, document: Ints, documents: int) -> Marks:
    """Tell for each chain in which documents it stands by the head of a group."""
    stands = np.zeros((chain.size, documents), dtype=np.bool_)
    stands[chain, document] = True
    return stands
