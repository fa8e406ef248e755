"""Every two documents of a shelf compared, many at a time where they repeat each other."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, NamedTuple

from rodedraad.linking.features import View, views
from rodedraad.linking.offers import Ends
from rodedraad.linking.products import products
from rodedraad.linking.rulings import Pair, Rulings
from rodedraad.linking.scoring import Scored, Weights, score
from rodedraad.linking.shelf import Shelf
from rodedraad.linking.space import embed
from rodedraad.linking.sparse import Floats

MOST_CELLS: Final = 2_000_000
"""So many pairs of texts are compared at once."""


class Portion(NamedTuple):
    """Documents that are compared with newer ones at once."""

    older: tuple[int, ...]
    newer: tuple[int, ...]


def all_scored(
    shelf: Shelf, ruled: Rulings, sense: Floats | None, used: Weights, workers: int = 1
) -> dict[Ends, Scored]:
    """Return the candidates of every two documents by their numbers, in order; the same for all `workers`.

    The work is nearly all in tables of numbers, which threads do side by side.
    """
    if not shelf.entries:
        return {}
    sides = views(shelf, embed(shelf.entries), sense)

    def compared(portion: Portion) -> list[tuple[Ends, Scored]]:
        return list(_scored(shelf, sides, portion, ruled, used))

    with ThreadPoolExecutor(workers) as threads:
        found = dict(one for part in threads.map(compared, portions(sides)) for one in part)
    return {ends: found[ends] for ends in sorted(found)}


def portions(sides: Sequence[View]) -> list[Portion]:
    """Return all documents with the newer ones, as many at a time as tables of them fit in memory.

    Documents that follow each other go together: a report repeats its budget.
    """
    filled = [number for number, side in enumerate(sides) if side.kinds.size]
    found: list[Portion] = []
    while len(filled) > 1:
        count = _together(sides, filled)
        found += _split(sides, filled, count)
        filled = filled[count:]
    return found


def _together(sides: Sequence[View], filled: Sequence[int]) -> int:
    """Return how many of the first documents may be compared at once with all that come after the first."""
    after = set[int]().union(*(sides[one].text.tolist() for one in filled[1:]))
    texts = set[int]()
    for count, one in enumerate(filled):
        texts |= set(sides[one].text.tolist())
        if count and len(texts) * len(after) > MOST_CELLS:
            return count
    return len(filled) - 1


def _split(sides: Sequence[View], filled: Sequence[int], count: int) -> Iterator[Portion]:
    """Yield the first documents with the newer ones, one that is too much at once in parts."""
    if count > 1:
        yield Portion(tuple(filled[:count]), tuple(filled[1:]))
        return
    part: list[int] = []
    room = MOST_CELLS // sides[filled[0]].kinds.size
    for newer in filled[1:]:
        if part and sum(sides[one].kinds.size for one in (*part, newer)) > room:
            yield Portion((filled[0],), tuple(part))
            part = []
        part.append(newer)
    yield Portion((filled[0],), tuple(part))


def _scored(
    shelf: Shelf, sides: Sequence[View], portion: Portion, ruled: Rulings, used: Weights
) -> Iterator[tuple[Ends, Scored]]:
    told = products([sides[one] for one in portion.older], [sides[one] for one in portion.newer])
    for older in portion.older:
        beside = told.beside(sides[older])
        for newer in portion.newer:
            if newer > older:
                between = _between(shelf, ruled, older, newer)
                yield (older, newer), score(sides[older], sides[newer], used, between, beside)


def _between(shelf: Shelf, ruled: Rulings, older: int, newer: int) -> list[Pair]:
    return [
        pair
        for pair in ruled.by_pair
        if (shelf.entries[pair[0]].document, shelf.entries[pair[1]].document) == (older, newer)
    ]
