"""Pieces laid in the columns of a table, row by row, in the way that fits best."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import inf
from operator import add
from typing import Final, NamedTuple

from rodedraad.recognising.regrid.holds import Holds
from rodedraad.recognising.regrid.pieces import Piece
from rodedraad.recognising.regrid.weights import OUTSIDE, Learned, Weights, group_cost, told_by

NEW_ROW: Final = 0.4
ROUNDS: Final = 2
ROUNDING: Final = 1e-9


class Placed(NamedTuple):
    """A piece in its row and column; `column` is None for the name of a group of rows."""

    piece: Piece
    row: int
    column: int | None


class Fit(NamedTuple):
    """The first pieces in their places, and what that costs; the pieces after them stay outside."""

    placed: tuple[Placed, ...]
    cost: float


class _Step(NamedTuple):
    """How a piece came to each column, and last to the name of a group.

    At what cost in all; what it costs if its row ends there; from which column of the piece before; in a new
    row or not.
    """

    costs: list[float]
    closed: list[float]
    origins: list[int]
    news: list[bool]


_NOWHERE: Final = _Step([], [0.0], [], [])


def fitted(pieces: Sequence[Piece], holds: Sequence[Holds]) -> Fit:
    """Return the best way to lay pieces in columns.

    What stands in each column the first time, and how often nothing does, is counted in the next.
    """
    fit = _best(pieces, told_by(tuple(holds)))
    for _ in range(ROUNDS if fit.placed else 0):
        fit = _best(pieces, Weights(holds, _learned(fit, len(holds))))
    return fit


def cost_within(
    limit: float, pieces: Sequence[Piece], holds: tuple[Holds, ...], least: Sequence[float]
) -> float | None:
    """Return what the best way to lay pieces under heads costs, with those outside; None above a limit.

    `least` tells what the pieces from each on cost at the least.
    """
    weights, count = told_by(holds), len(pieces)
    best, step, before = OUTSIDE * count, _NOWHERE, None
    for place, piece in enumerate(pieces):
        step = _step(before, piece, step, weights)
        before = piece
        best = min(best, min(step.closed[:-1]) + OUTSIDE * (count - place - 1))
        if min(best, min(step.costs) + least[place + 1]) > limit + ROUNDING:
            return None
    return best


def _learned(fit: Fit, width: int) -> list[Learned]:
    filled: dict[int, set[int]] = defaultdict(set)
    for _, row, column in fit.placed:
        if column is not None:
            filled[row].add(column)
    found = [Learned(Counter(), Counter(), _empty(filled, column), len(filled)) for column in range(width)]
    for piece, _, column in fit.placed:
        if column is not None:
            found[column].shapes[piece.shape] += 1
            found[column].words[piece.text] += 1
    return found


def _empty(filled: dict[int, set[int]], column: int) -> int:
    return sum(column not in columns for columns in filled.values())


def _best(pieces: Sequence[Piece], weights: Weights) -> Fit:
    """Return the cheapest way; it ends where the rest is cheaper outside, never with a group's name."""
    count = len(pieces)
    steps: list[_Step] = []
    step, before = _NOWHERE, None
    best, end = OUTSIDE * count, 0
    for place, piece in enumerate(pieces):
        step = _step(before, piece, step, weights)
        before = piece
        steps.append(step)
        total = min(step.closed[:-1]) + OUTSIDE * (count - place - 1)
        if total < best:
            best, end = total, place + 1
    return Fit(tuple(_traced(pieces[:end], steps[:end], len(weights.holds))), best - OUTSIDE * (count - end))


def _step(before: Piece | None, piece: Piece, last: _Step, weights: Weights) -> _Step:
    """Return the best way to each column, and behind them to the name of a group."""
    width = len(weights.holds)
    least = min(last.closed)
    start = last.closed.index(least)
    begun = least + NEW_ROW
    costs = [begun + ahead for ahead in weights.ahead]
    origins, news = [start] * (width + 1), [True] * (width + 1)
    if before is not None:
        for column, cost, origin in _along(last.costs, weights.stays(before, piece), weights.skips):
            if cost < costs[column] or (cost == costs[column] and origin <= start):
                costs[column], origins[column], news[column] = cost, origin, False
    costs = [*map(add, costs, weights.fits(piece)), least + group_cost(piece)]
    return _Step(costs, [*map(add, costs, weights.behind)], origins, news)


def _along(
    last: Sequence[float], stays: Sequence[float], skips: Sequence[float]
) -> Iterator[tuple[int, float, int]]:
    """Yield for each column the best way to it that goes on with the row: its cost and where it comes from.

    What the piece itself costs is not in it.
    """
    onward, origin = inf, 0
    for column, (own, stay, skip) in enumerate(zip(last, stays, skips, strict=False)):
        here = own + stay
        yield (column, here, column) if here < onward else (column, onward, origin)
        onward += skip
        if own < onward:
            onward, origin = own, column


def _traced(pieces: Sequence[Piece], steps: Sequence[_Step], width: int) -> Iterator[Placed]:
    """Yield the pieces in the places that the cheapest way gives them."""
    if not pieces:
        return
    closed = steps[-1].closed[:-1]
    column = min(range(len(closed)), key=closed.__getitem__)
    columns, news = [column], []
    for step in reversed(steps):
        news.append(step.news[columns[-1]])
        columns.append(step.origins[columns[-1]])
    row = -1
    for piece, place, new in zip(pieces, reversed(columns[:-1]), reversed(news), strict=True):
        row += new
        yield Placed(piece, row, place if place < width else None)
