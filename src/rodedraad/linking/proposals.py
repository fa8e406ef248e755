"""Which of the pairs that are not linked are offered to a person: the best few of every element."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from rodedraad.linking.chains import Chains
from rodedraad.linking.offers import REACH, Offers
from rodedraad.linking.rulings import Pair
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Ints, Marks
from rodedraad.model.document import Element
from rodedraad.model.terms import Kind

OFFERED_BESIDE: Final = 0.01
"""Below this probability nobody is asked, where one has its counterpart in the other's document already."""
OFFERED_OF_FIGURES: Final = 0.05
"""Below this probability nobody is asked about a row of figures: rows of tables all look alike."""
MOST_OFFERED: Final = 5
"""The most that is offered for an element and another document for its own sake."""
MOST_ASKED: Final = 10
"""The most in all: as many again are elements over there that have it among their best."""
MOST_OF_FIGURES: Final = 2
"""The same of a row of figures: it goes by its name, so that it is one of the best or none."""
MOST_IN_ALL: Final = 20
"""The most that is offered for an element over all documents: more is no help to who must look."""
FIGURES: Final = frozenset({Kind.COST, Kind.INDICATOR})


def proposed(shelf: Shelf, chains: Chains, offers: Offers, settled: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the pairs to offer, best first; what is settled or stands in one chain is not offered."""
    document = np.array([entry.document for entry in shelf.entries], dtype=np.int64)
    figures = np.array([_of_figures(entry.element) for entry in shelf.entries], dtype=np.bool_)
    near = offers.chosen(_within_reach(shelf, chains, offers, document, settled))
    rest = near.chosen(_worth_asking(near, _found(shelf, chains, near, document), figures))
    documents = len(shelf.documents)
    older = (rest.left * documents + document[rest.right]).tolist()
    newer = (rest.right * documents + document[rest.left]).tolist()
    own, asked = _room(figures, MOST_OFFERED, documents), _room(figures, MOST_ASKED, documents)
    rounds = bytearray([MOST_IN_ALL]) * len(shelf.entries)
    chosen: list[Pair] = []
    pairs = zip(rest.left.tolist(), rest.right.tolist(), strict=True)
    for (left, right), one, other in zip(pairs, older, newer, strict=True):
        room = (own[one] or own[other]) and asked[one] and asked[other]
        if room and rounds[left] and rounds[right]:
            chosen.append((left, right))
            for end, entry in ((one, left), (other, right)):
                own[end] = max(own[end] - 1, 0)
                asked[end] -= 1
                rounds[entry] -= 1
    return tuple(chosen)


def _room(figures: Marks, most: int, documents: int) -> bytearray:
    """Return how much is offered at most, for every element and every document."""
    return bytearray(
        np.repeat(np.where(figures, MOST_OF_FIGURES, most), documents).astype(np.uint8).tobytes()
    )


def _within_reach(
    shelf: Shelf, chains: Chains, offers: Offers, document: Ints, settled: Iterable[Pair]
) -> Marks:
    """Tell which offers are open: not settled, of two chains, of documents that are not far apart."""
    left, right = offers.left, offers.right
    count = len(shelf.entries)
    chain = _chain(shelf, chains)
    days = np.array([one.adopted.toordinal() for one in shelf.documents], dtype=np.int64)
    apart = days[document[right]] - days[document[left]]
    ruled = np.array([one * count + other for one, other in settled], dtype=np.int64)
    marks = (chain[left] != chain[right]) & ~np.isin(left * count + right, ruled)
    return np.asarray(marks & (~offers.firm | (apart <= REACH.days)))


def _found(shelf: Shelf, chains: Chains, offers: Offers, document: Ints) -> Marks:
    """Tell of which offers one end has its counterpart in the other's document already."""
    chain = _chain(shelf, chains)
    stands = _stands(chain, document, len(shelf.documents))
    return np.asarray(
        stands[chain[offers.left], document[offers.right]]
        | stands[chain[offers.right], document[offers.left]]
    )


def _worth_asking(offers: Offers, found: Marks, figures: Marks) -> Marks:
    """Tell which offers are probable enough; a row of figures that has its counterpart is asked no more."""
    of_figures = figures[offers.left] | figures[offers.right]
    least = np.where(of_figures, OFFERED_OF_FIGURES, np.where(found, OFFERED_BESIDE, 0.0))
    return np.asarray((offers.score >= least) & ~(of_figures & found))


def _of_figures(element: Element) -> bool:
    """Tell whether an element is a row of amounts or values, and not prose that tells of them."""
    return element.kind in FIGURES and bool(element.amounts or element.values)


def _chain(shelf: Shelf, chains: Chains) -> Ints:
    return np.array([chains.chain(entry) for entry in range(len(shelf.entries))], dtype=np.int64)


def _stands(chain: Ints, document: Ints, documents: int) -> Marks:
    """Tell for each chain in which documents it stands by the head of a group."""
    stands = np.zeros((chain.size, documents), dtype=np.bool_)
    stands[chain, document] = True
    return stands
