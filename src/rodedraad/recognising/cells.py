"""What a cell holds: a sign or word of status, a few words, or sentences."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from rodedraad.recognising.deadlines import find_deadlines
from rodedraad.recognising.grid import cell_text
from rodedraad.recognising.language import words
from rodedraad.recognising.status_cells import reads_as_state
from rodedraad.recognising.tense import looks_back
from rodedraad.recognising.units import Unit
from rodedraad.recognising.vocabulary import words_of

OBJECT: Final = "\ufffc"
"""Stands in the text for an image without words."""
LONGEST_STATE: Final = 40
FEW: Final = 5
"""So many words still name something; more tell it."""
_NO_YEAR: Final = 9999
_SOME_YEAR: Final = 2000


def plain_text(cell: Sequence[Unit]) -> str:
    """Return the words of a cell, without the marks of its images."""
    return cell_text(cell).replace(OBJECT, "").strip()


def is_sign(cell: Sequence[Unit]) -> bool:
    """Whether a cell holds an icon or a single letter and no more."""
    text = plain_text(cell)
    pictured = any(unit.block.symbols for unit in cell)
    return (pictured and len(text) <= LONGEST_STATE) or (len(text) == 1 and reads_as_state(text))


def is_state(cell: Sequence[Unit]) -> bool:
    """Whether a cell holds an icon, letter, colour or words of status, and no more."""
    return is_sign(cell) or reads_as_state(plain_text(cell))


def judges_time(cell: Sequence[Unit]) -> bool:
    """Whether a cell holds a sign or word of status that does not tell when something is to be done."""
    return is_state(cell) and plain_text(cell).lower() not in _planning_words()


@cache
def _planning_words() -> frozenset[str]:
    return frozenset(words_of("words", "planning-word"))


def tells_time(text: str) -> bool:
    """Whether a few words tell when something is to be done: `3e kwartaal`, `medio 2024`, `doorlopend`."""
    return text.lower() in _planning_words() or bool(find_deadlines(text, _SOME_YEAR))


def is_short(cell: Sequence[Unit]) -> bool:
    """Whether a cell holds a few words without a figure or date, as a judgement has: `binnen budget`."""
    text = plain_text(cell)
    few = len(text) <= LONGEST_STATE and len(words(text)) <= FEW
    return few and not any(map(str.isdigit, text))


def holds_words(cells: Sequence[Sequence[Unit]]) -> bool:
    """Whether most cells of a column tell something: more than a few words."""
    return sum(len(words(plain_text(cell))) > FEW for cell in cells) * 2 > len(cells)


def looks_back_mostly(cells: Sequence[Sequence[Unit]]) -> bool:
    """Whether the cells of a column, taken together, tell what has been."""
    return sum(looks_back(plain_text(cell), _NO_YEAR) for cell in cells) > 0
