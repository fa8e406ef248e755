"""What it costs to lay a piece in a column or to leave a column empty: by its head, then by its cells too."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import log
from typing import Final, NamedTuple

from rodedraad.model.terms import Kind
from rodedraad.recognising.prose import cue_scores
from rodedraad.recognising.regrid.holds import IN_WORDS, MISFIT, Holds, fit_of, skip_of
from rodedraad.recognising.regrid.pieces import Piece
from rodedraad.recognising.shapes import Shape

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
_TIMES: Final = frozenset({Shape.TIME, Shape.PERIOD, Shape.YEAR})
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
        skip = [self._skip(column) for column in range(len(holds))]
        self._ahead = tuple(accumulate(skip, initial=0.0))
        self.ahead: Final = self._ahead[:-1]
        self.skips: Final = tuple(self.empty(column, column + 1) for column in range(len(holds)))
        self.behind: Final = tuple(
            self.empty(min(column + 1, len(holds)), len(holds)) for column in range(len(holds) + 1)
        )
        self._reports = Holds.ACTUAL in holds and bool(_AHEAD & set(holds))
        self._aims = set(holds) >= _AHEAD

    def empty(self, start: int, end: int) -> float:
        """Return what it costs to leave the columns from `start` to before `end` empty."""
        return self._ahead[end] - self._ahead[start]

    def fit(self, column: int, piece: Piece) -> float:
        """Return how badly a piece fits in a column."""
        prior = fit_of(self.holds[column], piece.shape) + self._tense(column, piece)
        if not self._learned:
            return prior
        told = self._learned[column]
        seen = -log((told.shapes[piece.shape] + 0.5) / (sum(told.shapes.values()) + 2.0))
        again = AGAIN if told.words[piece.text] > 1 else 0.0
        return max(0.0, (1 - _LEARNED) * prior + _LEARNED * min(seen, MISFIT) - again)

    def group(self, piece: Piece) -> float:
        """Return how badly a piece fits as the name of a group of rows."""
        odd = _GROUPING.get(piece.shape, MISFIT)
        return GROUP + (min(odd, NUMBERED) if piece.numbered else odd)

    def stay(self, column: int, before: Piece, piece: Piece) -> float:
        """Return how odd it is that a piece goes on with the cell of the piece before it."""
        if piece.shape is Shape.DATED and before.shape is Shape.DATED and before.text < piece.text:
            return NEXT_ITEM
        holds = self.holds[column]
        if holds not in IN_WORDS:
            return NEXT_PARAGRAPH if holds is Holds.TIME and piece.shape in _TIMES else MISFIT
        if piece.shape is Shape.ITEM or before.introduces:
            return NEXT_ITEM
        return self._next(holds, piece)

    def _next(self, holds: Holds, piece: Piece) -> float:
        if piece.shape not in (Shape.TEXT, Shape.NAME, Shape.LABEL):
            return MISFIT
        if holds is Holds.NAME and piece.units[0].words[:1].isupper():
            return NEXT_NAME
        return NEXT_PARAGRAPH + (ANEW if piece.numbered else 0.0)

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
        if holds not in _AHEAD:
            return 0.0
        aim = aim_of(piece.text) if self._aims and piece.back <= 0 else 0.0
        return _TENSE * max(0.0, piece.back) + _AIM * max(0.0, aim if holds is Holds.PLAN else -aim)


@lru_cache(maxsize=KEPT)
def aim_of(text: str) -> float:
    """Return how much a line tells an aim (positive) rather than a thing to do (negative), from -1 to 1."""
    scores = cue_scores(text)
    return max(-1.0, min(1.0, scores.get(Kind.GOAL, 0.0) - scores.get(Kind.ACTIVITY, 0.0)))
