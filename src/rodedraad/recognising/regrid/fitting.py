"""Pieces laid in the columns of a table, row by row, in the way that fits best."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import inf
from typing import Final, NamedTuple, TypeAlias

from rodedraad.recognising.regrid.holds import Holds, fit_of
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


_Way: TypeAlias = tuple[float, int, bool]
"""How a piece came to its column: at what cost in all, from which column, in a new row or not."""


def fitted(pieces: Sequence[Piece], holds: Sequence[Holds], *, learn: bool = True) -> Fit:
    """Return the best way to lay pieces in columns.

    With `learn`, what stands in each column the first time, and how often nothing does, is counted in
    the second.
    """
    fit = _best(pieces, Weights(holds))
    for _ in range(ROUNDS if learn and fit.placed else 0):
        fit = _best(pieces, Weights(holds, _learned(fit, len(holds))))
    return fit


def least_cost(pieces: Sequence[Piece], holds: Sequence[Holds]) -> float:
    """Return what laying pieces in columns costs at the least: each where it fits best, or outside."""
    weights, columns = Weights(holds), set(holds)
    return sum(
        min(OUTSIDE, weights.group(piece), *(fit_of(one, piece.shape) for one in columns)) for piece in pieces
    )


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
    behind = weights.behind
    return [way[0] + behind[place] for place, way in enumerate(ways)]


def _step(before: Piece | None, piece: Piece, last: Sequence[_Way], weights: Weights) -> list[_Way]:
    """Return the best way to each column, and behind them to the name of a group."""
    closed = _closed(last, weights) or [0.0]
    least = min(closed)
    start = closed.index(least)
    ways: list[_Way] = [(least + NEW_ROW + ahead, start, True) for ahead in weights.ahead]
    if before is not None:
        ways = list(map(min, ways, _along(before, piece, last, weights)))
    found: list[_Way] = [
        (cost + weights.fit(column, piece), origin, new) for column, (cost, origin, new) in enumerate(ways)
    ]
    found.append((least + weights.group(piece), start, True))
    return found


def _along(before: Piece, piece: Piece, last: Sequence[_Way], weights: Weights) -> list[_Way]:
    """Return the best way to each column that goes on with the row, without what the piece itself costs."""
    found: list[_Way] = []
    onward: _Way = (inf, 0, False)
    for column, skip in enumerate(weights.skips):
        own = last[column][0]
        stays: _Way = (own + weights.stay(column, before, piece), column, False)
        found.append(min(onward, stays))
        onward = min((onward[0] + skip, onward[1], False), (own, column, False))
    return found


def _traced(pieces: Sequence[Piece], ways: Sequence[Sequence[_Way]], weights: Weights) -> Iterator[Placed]:
    """Yield the pieces in the places that the cheapest way gives them."""
    if not pieces:
        return
    closed = _closed(ways[-1], weights)[:-1]
    column = min(range(len(closed)), key=closed.__getitem__)
    columns, news = [column], []
    for step in reversed(ways):
        _, origin, new = step[columns[-1]]
        news.append(new)
        columns.append(origin)
    row, width = -1, len(weights.holds)
    for piece, place, new in zip(pieces, reversed(columns[:-1]), reversed(news), strict=True):
        row += new
        yield Placed(piece, row, place if place < width else None)
