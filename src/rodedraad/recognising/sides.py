"""Where the plan of a field ends and the result begins, in text that lost its columns."""

from collections.abc import Sequence
from typing import Final

from rodedraad.recognising.answers import similarity
from rodedraad.recognising.tense import looks_back
from rodedraad.recognising.units import Unit

NEW_LIST: Final = 2.0
LIST_ENDS: Final = 1.5
NEW_CELL: Final = 1.5
INTRODUCTION: Final = -4.0
EARLY: Final = 0.3
MIRROR: Final = 3.0
TENSE_LIMIT: Final = 2.0
"""The tense of one long paragraph weighs no more than that of a clear sentence."""
ALIKE: Final = 0.6
"""A bullet told again shares more than half of its words with the first; another of the theme does not."""


def split_sides(units: Sequence[Unit], year: int) -> int:
    """Return how many of a field's units are its plan; the rest is its result.

    A field has a plan.  The result begins where a cell begins (an empty line; where no empty lines are
    left, a new list or the end of one) and where the words turn from looking ahead to looking back; a
    bullet that repeats one of the plan's begins it too.
    """
    if len(units) <= 1:
        return len(units)
    tense = [max(-TENSE_LIMIT, min(TENSE_LIMIT, looks_back(unit.words, year))) for unit in units]
    cells = [place for place in range(1, len(units)) if units[place].gap] or range(1, len(units))
    best, best_score = len(units), -sum(tense)
    for place in cells:
        score = _break(units, place) - EARLY * (place - 1) - sum(tense[:place]) + sum(tense[place:])
        if score > best_score:
            best, best_score = place, score
    return best


def _break(units: Sequence[Unit], place: int) -> float:
    """Return how much a new cell seems to begin at `units[place]`."""
    before, here = units[place - 1], units[place]
    if before.text.rstrip().endswith(":"):
        return INTRODUCTION
    score = NEW_CELL if here.gap else 0.0
    if before.listed and here.listed and here.gap:
        score += NEW_LIST
    elif before.listed and not here.listed:
        score += LIST_ENDS
    elif here.listed and not before.listed and not here.gap:
        score -= NEW_LIST
    return score + _mirrors(units, place)


def _mirrors(units: Sequence[Unit], place: int) -> float:
    """Return how much the unit repeats the first unit of the field: the same row, told again."""
    return MIRROR if similarity(units[place].words, units[0].words) > ALIKE else 0.0
