"""Pieces laid in the columns of a table, row by row, in the way that fits best."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import inf
from typing import Final, NamedTuple

from rodedraad.recognising.regrid.holds import Holds
from rodedraad.recognising.regrid.pieces import Piece
from rodedraad.recognising.regrid.weights import Learned, Weights

OUTSIDE: Final = 2.6
"""What a line costs that is left out: a table ends where its lines fit worse than this."""
NEW_ROW: Final = 0.4
ROUNDS: Final = 2


class Placed(NamedTuple):
    """A piece in its row and column; `column` is None for the name of a group of rows."""

    piece: Piece
    row: int
    column: int | None


class Fit(NamedTuple):
    """The first pieces in their places, and what that costs; the pieces after them stay outside."""

    placed: tuple[Placed, ...]
    cost: float

    def total(self, count: int) -> float:
        """Return the cost of all of `count` pieces, those outside the table too."""
        return self.cost + OUTSIDE * (count - len(self.placed))


class _Way(NamedTuple):
    """How a piece came to its column: at what cost in all, from which column, in a new row or not."""

    cost: float
    before: int
    new: bool


def fitted(pieces: Sequence[Piece], holds: Sequence[Holds], *, learn: bool = True) -> Fit:
    """Return the best way to lay pieces in columns.

    With `learn`, what stands in each column the first time, and how often nothing does, is counted in
    the second.
    """
    fit = _best(pieces, Weights(holds))
    for _ in range(ROUNDS if learn and fit.placed else 0):
        fit = _best(pieces, Weights(holds, _learned(fit, len(holds))))
    return fit


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
    ways: list[list[_Way]] = []
    best, end = OUTSIDE * count, 0
    for place, piece in enumerate(pieces):
        before = pieces[place - 1] if place else None
        ways.append(_step(before, piece, ways[-1] if ways else [], weights))
        total = min(_closed(ways[-1], weights)[:-1]) + OUTSIDE * (count - place - 1)
        if total < best:
            best, end = total, place + 1
    return Fit(tuple(_traced(pieces[:end], ways[:end], weights)), best - OUTSIDE * (count - end))


def _closed(ways: Sequence[_Way], weights: Weights) -> list[float]:
    """Return the cost of each way when its row ends: the columns behind it stay empty."""
    width = len(weights.holds)
    return [way.cost + weights.empty(min(place + 1, width), width) for place, way in enumerate(ways)]


def _step(before: Piece | None, piece: Piece, last: Sequence[_Way], weights: Weights) -> list[_Way]:
    """Return the best way to each column, and behind them to the name of a group."""
    closed = _closed(last, weights) or [0.0]
    start = min(range(len(closed)), key=closed.__getitem__)
    along = _along(before, piece, last, weights)
    found: list[_Way] = []
    for column in range(len(weights.holds)):
        anew = _Way(closed[start] + NEW_ROW + weights.empty(0, column), start, new=True)
        way = min(anew, along[column]) if along else anew
        found.append(way._replace(cost=way.cost + weights.fit(column, piece)))
    found.append(_Way(closed[start] + weights.group(piece), start, new=True))
    return found


def _along(before: Piece | None, piece: Piece, last: Sequence[_Way], weights: Weights) -> list[_Way]:
    """Return the best way to each column that goes on with the row, without what the piece itself costs."""
    found: list[_Way] = []
    onward = _Way(inf, 0, new=False)
    for column in range(len(weights.holds) if before is not None else 0):
        own = last[column].cost
        stays = own + weights.stay(column, before, piece) if before is not None else inf
        found.append(min(onward, _Way(stays, column, new=False)))
        further = onward._replace(cost=onward.cost + weights.empty(column, column + 1))
        onward = min(further, _Way(own, column, new=False))
    return found


def _traced(pieces: Sequence[Piece], ways: Sequence[Sequence[_Way]], weights: Weights) -> Iterator[Placed]:
    """Yield the pieces in the places that the cheapest way gives them."""
    if not pieces:
        return
    closed = _closed(ways[-1], weights)[:-1]
    column = min(range(len(closed)), key=closed.__getitem__)
    columns, news = [column], []
    for step in reversed(ways):
        way = step[columns[-1]]
        news.append(way.new)
        columns.append(way.before)
    row, width = -1, len(weights.holds)
    for piece, place, new in zip(pieces, reversed(columns[:-1]), reversed(news), strict=True):
        row += new
        yield Placed(piece, row, place if place < width else None)
