"""What it costs to lay a piece in a column or to leave a column empty: by its head, then by its cells too."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from math import log
from typing import Final, NamedTuple

from rodedraad.model.terms import Kind
from rodedraad.recognising.prose import cue_scores
from rodedraad.recognising.regrid.holds import IN_WORDS, MISFIT, Holds, fits_of, skip_of
from rodedraad.recognising.regrid.pieces import Piece
from rodedraad.recognising.shapes import Shape

OUTSIDE: Final = 2.6
"""What a line costs that is left out: a table ends where its lines fit worse than this."""
NEXT_ITEM: Final = 0.2
NEXT_PARAGRAPH: Final = 1.1
NEXT_NAME: Final = 3.0
"""Two names in a row are the name of a group and that of its first row, rather than one in two lines."""
GROUP: Final = 1.8
NUMBERED: Final = 0.3
"""How odd a line of text with a number or code of its own is as the name of a group."""
ANEW: Final = 1.0
"""How odd it is that such a line goes on with the cell before it."""
AGAIN: Final = 0.6
"""What it is worth that a cell's words stand in other rows of the column too."""
_TENSE: Final = 0.7
_AIM: Final = 0.8
KEPT: Final = 2_000
_LEARNED: Final = 0.5
_AHEAD: Final = frozenset({Holds.GOAL, Holds.PLAN})
_TENSED: Final = _AHEAD | {Holds.ACTUAL}
_TIMES: Final = frozenset({Shape.TIME, Shape.PERIOD, Shape.YEAR})
_TELLING: Final = frozenset({Shape.TEXT, Shape.NAME, Shape.LABEL})
_GROUPING: Final = {Shape.NAME: 0.0, Shape.LABEL: 0.2, Shape.TEXT: 1.0, Shape.UNIT: 1.0}


class Learned(NamedTuple):
    """What stood in a column: how often each looks and words; in how many of the rows nothing."""

    shapes: Counter[Shape]
    words: Counter[str]
    empty: int
    rows: int


class Weights:
    """The costs of one table.

    `ahead`, `skips` and `behind` tell by column what it costs to leave those before it, it, and those behind
    it empty.
    """

    def __init__(self, holds: Sequence[Holds], learned: Sequence[Learned] = ()) -> None:
        """Take the costs that the heads tell, and with what was learned those of the cells too."""
        self.holds = tuple(holds)
        self._learned = tuple(learned)
        width = len(holds)
        ahead = tuple(accumulate(map(self._skip, range(width)), initial=0.0))
        self.ahead: Final = ahead[:-1]
        self.skips: Final = tuple(ahead[column + 1] - ahead[column] for column in range(width))
        self.behind: Final = tuple(
            ahead[width] - ahead[min(column + 1, width)] for column in range(width + 1)
        )
        self._tensed = tuple(column for column, one in enumerate(holds) if one in _TENSED)
        self._reports = Holds.ACTUAL in holds and bool(_AHEAD & set(holds))
        self._aims = set(holds) >= _AHEAD
        self._seen: dict[Shape, list[float]] = {}

    def fits(self, piece: Piece) -> list[float]:
        """Return how badly a piece fits in each column."""
        prior = fits_of(piece.shape)
        found = [prior[one] for one in self.holds]
        for column in self._tensed:
            found[column] += self._tense(column, piece)
        if not self._learned:
            return found
        seen = self._seen_of(piece.shape)
        again = [AGAIN if told.words[piece.text] > 1 else 0.0 for told in self._learned]
        return [
            max(0.0, (1 - _LEARNED) * own + _LEARNED * told - less)
            for own, told, less in zip(found, seen, again, strict=True)
        ]

    def stays(self, before: Piece, piece: Piece) -> list[float]:
        """Return how odd it is, by column, that a piece goes on with the cell of the piece before it."""
        if piece.shape is Shape.DATED and before.shape is Shape.DATED and before.text < piece.text:
            return [NEXT_ITEM] * len(self.holds)
        odd = _going_on(before, piece)
        return [odd.get(one, MISFIT) for one in self.holds]

    def _seen_of(self, shape: Shape) -> list[float]:
        """Return how odd some looks are in each column by what stood there."""
        if shape not in self._seen:
            self._seen[shape] = [
                min(-log((told.shapes[shape] + 0.5) / (sum(told.shapes.values()) + 2.0)), MISFIT)
                for told in self._learned
            ]
        return self._seen[shape]

    def _skip(self, column: int) -> float:
        prior = skip_of(self.holds[column])
        if not self._learned:
            return prior
        told = self._learned[column]
        return (prior - log((told.empty + 0.7) / (told.rows + 1.4))) / 2

    def _tense(self, column: int, piece: Piece) -> float:
        """Return how badly a line's tense and aim go with a column of plans or results."""
        holds = self.holds[column]
        if holds is Holds.ACTUAL:
            return _TENSE * max(0.0, -piece.back) if self._reports else 0.0
        aim = aim_of(piece.text) if self._aims and piece.back <= 0 else 0.0
        return _TENSE * max(0.0, piece.back) + _AIM * max(0.0, aim if holds is Holds.PLAN else -aim)


@lru_cache(maxsize=KEPT)
def told_by(holds: tuple[Holds, ...]) -> Weights:
    """Return the costs that heads alone tell."""
    return Weights(holds)


def group_cost(piece: Piece) -> float:
    """Return how badly a piece fits as the name of a group of rows."""
    odd = _GROUPING.get(piece.shape, MISFIT)
    return GROUP + (min(odd, NUMBERED) if piece.numbered else odd)


def least_costs(pieces: Sequence[Piece], columns: frozenset[Holds]) -> list[float]:
    """Return what the pieces from each on cost at the least: each where it fits best, or outside."""
    fits = {shape: min(fits_of(shape)[one] for one in columns) for shape in {one.shape for one in pieces}}
    least = [min(OUTSIDE, group_cost(piece), fits[piece.shape]) for piece in pieces]
    return [*accumulate(reversed(least), initial=0.0)][::-1]


def _going_on(before: Piece, piece: Piece) -> Mapping[Holds, float]:
    """Return how odd it is that a piece goes on with the cell before it, where it may."""
    if piece.shape is Shape.ITEM or before.introduces:
        odd, named = NEXT_ITEM, NEXT_ITEM
    elif piece.shape in _TELLING:
        odd = NEXT_PARAGRAPH + (ANEW if piece.numbered else 0.0)
        named = NEXT_NAME if piece.units[0].words[:1].isupper() else odd
    else:
        odd, named = MISFIT, MISFIT
    return _by_column(odd, named, NEXT_PARAGRAPH if piece.shape in _TIMES else MISFIT)


@lru_cache(maxsize=KEPT)
def _by_column(odd: float, named: float, timed: float) -> Mapping[Holds, float]:
    return dict.fromkeys(IN_WORDS, odd) | {Holds.NAME: named, Holds.TIME: timed}


@lru_cache(maxsize=KEPT)
def aim_of(text: str) -> float:
    """Return how much a line tells an aim (positive) rather than a thing to do (negative), from -1 to 1."""
    scores = cue_scores(text)
    return max(-1.0, min(1.0, scores.get(Kind.GOAL, 0.0) - scores.get(Kind.ACTIVITY, 0.0)))
