"""Which of the pairs that are not linked are offered to a person: the best few of every element."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

import numpy as np

from rodedraad.linking.offers import Offers, within_reach
from rodedraad.linking.rulings import Pair
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.sparse import Marks
from rodedraad.linking.standing import Standing
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
MOST_IN_ALL: Final = 30
"""The most that is offered for an element over all documents: more is no help to who must look."""
MOST_OF_TWO: Final = 12
"""The most that is offered of the same two threads: one answer settles them all."""
FIGURES: Final = frozenset({Kind.COST, Kind.INDICATOR})


def proposed(shelf: Shelf, stands: Standing, offers: Offers, settled: Iterable[Pair]) -> Offers:
    """Return the pairs to offer, best first; what is settled or stands in one chain is not offered."""
    figures = np.array([_of_figures(entry.element) for entry in shelf.entries], dtype=np.bool_)
    open_ = offers.chosen(_open(shelf, stands, offers))
    rest = open_.chosen(_worth_asking(open_, stands, figures) & ~open_.among(settled, len(shelf.entries)))
    return rest.chosen(np.array(_rationed(rest, stands, figures, len(shelf.documents)), dtype=np.int64))


def _rationed(rest: Offers, stands: Standing, figures: Marks, documents: int) -> list[int]:
    """Return the places of the best few of every element."""
    older = (rest.left * documents + stands.document[rest.right]).tolist()
    newer = (rest.right * documents + stands.document[rest.left]).tolist()
    own, asked = _room(figures, MOST_OFFERED, documents), _room(figures, MOST_ASKED, documents)
    rounds = bytearray([MOST_IN_ALL]) * figures.size
    both = np.sort(stands.chain[rest.pairs()], axis=1)
    chains = (both[:, 0] * figures.size + both[:, 1]).tolist()
    joins = Counter[int]()
    chosen: list[int] = []
    ends = zip(rest.left.tolist(), rest.right.tolist(), older, newer, strict=True)
    for place, (left, right, one, other) in enumerate(ends):
        if not (rounds[left] and rounds[right]):
            continue
        if (own[one] or own[other]) and asked[one] and asked[other]:
            joins[chains[place]] += 1
            if joins[chains[place]] <= MOST_OF_TWO:
                chosen.append(place)
            for end, entry in ((one, left), (other, right)):
                own[end] = max(own[end] - 1, 0)
                asked[end] -= 1
                rounds[entry] -= 1
    return chosen


def _room(figures: Marks, most: int, documents: int) -> bytearray:
    """Return how much is offered at most, for every element and every document."""
    return bytearray(
        np.repeat(np.where(figures, MOST_OF_FIGURES, most), documents).astype(np.uint8).tobytes()
    )


def _open(shelf: Shelf, stands: Standing, offers: Offers) -> Marks:
    """Tell which offers are of two chains, of documents that are not far apart, with none nearer at hand."""
    left, right = offers.left, offers.right
    near = ~offers.firm | within_reach(shelf)[stands.document[left], stands.document[right]]
    return np.asarray(near & ~stands.together(left, right) & stands.close(left, right))


def _worth_asking(offers: Offers, stands: Standing, figures: Marks) -> Marks:
    """Tell which offers are probable enough; a row of figures that has its counterpart is asked no more."""
    left, right, document = offers.left, offers.right, stands.document
    found = stands.stands(left, document[right]) | stands.stands(right, document[left])
    of_figures = figures[left] | figures[right]
    least = np.where(of_figures, OFFERED_OF_FIGURES, np.where(found, OFFERED_BESIDE, 0.0))
    return np.asarray((offers.score >= least) & ~(of_figures & found))


def _of_figures(element: Element) -> bool:
    """Tell whether an element is a row of amounts or values, and not prose that tells of them."""
    return element.kind in FIGURES and bool(element.amounts or element.values)
