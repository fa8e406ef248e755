"""Heads over other heads: how many columns each of them spans."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

_PLURAL: Final = ("en", "s", "'s")
MOST_TRIED: Final = 16
"""Of more leaves not every way to part them is tried."""


def spans_of(groups: Sequence[str], leaves: Sequence[str]) -> list[tuple[int, int]] | None:
    """Return the first column that each head spans and how many, or None where the heads do not tell.

    No head comes twice under one; under two heads stand the same heads rather than others; a plural is over
    several.
    """
    if len(groups) > 1 and _comes_again(leaves, len(groups)):
        count = len(leaves) // len(groups)
        return [(first, count) for first in range(0, len(leaves), count)]
    if len(leaves) > MOST_TRIED:
        return None
    ways = [way for way in _ways(len(groups), len(leaves)) if _is_single(way, leaves)]
    told = [(_alike(way, leaves), _plurals(way, groups)) for way in ways]
    best = max(told, default=None)
    if best is None or told.count(best) > 1:
        return None
    return ways[told.index(best)]


def _comes_again(leaves: Sequence[str], times: int) -> bool:
    """Whether the leaves are some different ones, as often as there are heads over them."""
    own = list(dict.fromkeys(leaves))
    return list(leaves) == own * times


def _ways(groups: int, leaves: int) -> Iterator[list[tuple[int, int]]]:
    """Yield every way to part the leaves over the groups, in order."""
    if not 0 < groups <= leaves:
        return
    for cuts in combinations(range(1, leaves), groups - 1):
        yield [(start, end - start) for start, end in pairwise([0, *cuts, leaves])]


def _is_single(way: Sequence[tuple[int, int]], leaves: Sequence[str]) -> bool:
    return all(len(set(leaves[first : first + count])) == count for first, count in way)


def _alike(way: Sequence[tuple[int, int]], leaves: Sequence[str]) -> int:
    """Return how many leaves stand under heads that have the same leaves."""
    own = [tuple(leaves[first : first + count]) for first, count in way]
    return sum(len(group) for group in own if own.count(group) > 1)


def _plurals(way: Sequence[tuple[int, int]], groups: Sequence[str]) -> int:
    """Return how many heads span as many columns as their number says: a plural several, others one."""
    plural = [text.lower().endswith(_PLURAL) for text in groups]
    if len(set(plural)) == 1:
        return 0
    return sum((count > 1) == several for (_, count), several in zip(way, plural, strict=True))
