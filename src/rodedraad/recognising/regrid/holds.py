"""What the columns of a table hold, and how badly a line of some looks fits in each."""

import re
from collections.abc import Mapping
from enum import IntEnum, auto
from functools import lru_cache
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.heads import Head, Use, read_head
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.lexicon import Meaning, Role, meaning_of
from rodedraad.recognising.notes import read_note
from rodedraad.recognising.shapes import Shape, shape_of
from rodedraad.recognising.status_cells import reads_as_state


class Holds(IntEnum):
    """What stands in a column."""

    FIGURE = auto()
    NAME = auto()
    NUMBER = auto()
    UNIT = auto()
    SOURCE = auto()
    PERIOD = auto()
    LETTER = auto()
    STATE = auto()
    TIME = auto()
    GOAL = auto()
    PLAN = auto()
    ACTUAL = auto()
    MONEY = auto()
    REMARK = auto()
    EITHER = auto()
    """A figure or words: Resultaat, Doel, Budget are over both."""
    ANY = auto()


MISFIT: Final = 6.0
LONGEST_HEAD: Final = 70
LONGEST_FIGURE_HEAD: Final = 45
LONGEST_ABBREVIATION: Final = 12
LONGEST_LETTERS: Final = 7
_ASKS: Final = re.compile(r"\bwat\b", re.IGNORECASE)
"""What asks two things heads the whole table."""
_S: Final = Shape
_WORDS: Final = {
    _S.NAME: 0.1, _S.TEXT: 0.0, _S.ITEM: 0.0, _S.LABEL: 0.6, _S.UNIT: 0.6, _S.TIME: 0.8, _S.WORDED: 0.4,
    _S.STATE: 2.0, _S.MISSING: 2.0, _S.DATED: 0.5, _S.PERIOD: 2.0,
}  # fmt: skip
_FIGURES: Final = {
    _S.FIGURE: 0.0, _S.INTEGER: 0.0, _S.MISSING: 0.1, _S.DATED: 0.2, _S.WORDED: 0.6, _S.CODE: 1.0,
    _S.YEAR: 1.6, _S.LETTER: 4.0, _S.UNIT: 3.0, _S.STATE: 3.0, _S.NAME: 4.0,
}  # fmt: skip
_STATES: Final = {
    _S.STATE: 0.0, _S.LETTER: 0.3, _S.CODE: 1.0, _S.MISSING: 0.6, _S.NAME: 1.6, _S.TIME: 1.6, _S.TEXT: 5.0,
}  # fmt: skip
_FIT: Final[Mapping[Holds, Mapping[Shape, float]]] = {
    Holds.FIGURE: _FIGURES,
    Holds.NAME: {
        _S.NAME: 0.0, _S.TEXT: 0.9, _S.ITEM: 0.9, _S.LABEL: 0.4, _S.UNIT: 0.8, _S.WORDED: 0.6, _S.STATE: 2.5,
        _S.TIME: 1.5, _S.PERIOD: 3.0, _S.DATED: 3.0, _S.INTEGER: 5.0, _S.CODE: 4.0,
    },
    Holds.NUMBER: {_S.INTEGER: 0.0, _S.CODE: 0.0, _S.YEAR: 5.0, _S.NAME: 3.0, _S.MISSING: 2.0},
    Holds.UNIT: {
        _S.UNIT: 0.0, _S.NAME: 0.7, _S.FIGURE: 4.0, _S.INTEGER: 4.0, _S.MISSING: 1.0, _S.TEXT: 2.5,
        _S.WORDED: 1.5,
    },
    Holds.SOURCE: {_S.NAME: 0.2, _S.UNIT: 1.2, _S.TEXT: 1.2, _S.MISSING: 0.8, _S.LABEL: 1.0, _S.PERIOD: 2.0},
    Holds.PERIOD: {
        _S.YEAR: 0.0, _S.PERIOD: 0.1, _S.TIME: 0.3, _S.MISSING: 0.6, _S.NAME: 2.0, _S.DATED: 3.0,
    },
    Holds.LETTER: {_S.LETTER: 0.0, _S.MISSING: 0.4},
    Holds.STATE: _STATES,
    Holds.TIME: {
        _S.TIME: 0.0, _S.PERIOD: 0.1, _S.YEAR: 0.2, _S.STATE: 0.3, _S.MISSING: 0.4, _S.LETTER: 0.4,
        _S.NAME: 1.2, _S.ITEM: 0.6, _S.TEXT: 2.0,
    },
    Holds.GOAL: _WORDS,
    Holds.PLAN: _WORDS,
    Holds.ACTUAL: {**_WORDS, _S.STATE: 1.0, _S.MISSING: 0.5},
    Holds.MONEY: {
        _S.FIGURE: 0.1, _S.INTEGER: 0.5, _S.MISSING: 0.2, _S.STATE: 0.3, _S.LETTER: 0.4, _S.NAME: 1.5,
        _S.TEXT: 1.8, _S.UNIT: 0.4,
    },
    Holds.REMARK: {
        _S.TEXT: 0.0, _S.ITEM: 0.0, _S.NAME: 0.6, _S.MISSING: 0.4, _S.STATE: 1.4, _S.LETTER: 0.8,
        _S.TIME: 0.8, _S.UNIT: 1.0, _S.WORDED: 0.6,
    },
    Holds.EITHER: {shape: 0.4 + min(_FIGURES.get(shape, MISFIT), _WORDS.get(shape, MISFIT)) for shape in _S}
    | {_S.STATE: 0.6},
    Holds.ANY: {
        _S.NAME: 0.5, _S.FIGURE: 0.5, _S.INTEGER: 0.6, _S.MISSING: 0.5, _S.YEAR: 0.8, _S.UNIT: 0.6,
        _S.STATE: 0.8, _S.LETTER: 0.9, _S.PERIOD: 0.9, _S.TIME: 0.8, _S.WORDED: 0.8, _S.TEXT: 1.2,
        _S.CODE: 0.8, _S.DATED: 0.8, _S.ITEM: 1.2, _S.LABEL: 1.2,
    },
}  # fmt: skip
_SKIP: Final[Mapping[Holds, float]] = {
    Holds.FIGURE: 1.6, Holds.NAME: 2.2, Holds.NUMBER: 1.0, Holds.UNIT: 1.0, Holds.SOURCE: 0.9,
    Holds.PERIOD: 1.2, Holds.LETTER: 0.2, Holds.STATE: 0.6, Holds.TIME: 0.9, Holds.GOAL: 1.2,
    Holds.PLAN: 1.8, Holds.ACTUAL: 1.0, Holds.MONEY: 0.9, Holds.REMARK: 0.5, Holds.EITHER: 1.2,
    Holds.ANY: 1.3,
}  # fmt: skip
IN_WORDS: Final = frozenset(
    {Holds.GOAL, Holds.PLAN, Holds.ACTUAL, Holds.REMARK, Holds.NAME, Holds.EITHER, Holds.ANY}
)
NAMING: Final = frozenset({Holds.NAME, Holds.NUMBER, Holds.GOAL, Holds.PLAN})
"""What the first columns of a table hold."""
IN_FIGURES: Final = frozenset({Holds.FIGURE, Holds.EITHER, Holds.ANY})
_OF_USE: Final = {
    Use.NUMBER: Holds.NUMBER, Use.UNIT: Holds.UNIT, Use.SOURCE: Holds.SOURCE, Use.PERIOD: Holds.PERIOD,
    Use.LETTER: Holds.LETTER, Use.REMARK: Holds.REMARK, Use.NAME: Holds.NAME, Use.KIND: Holds.NAME,
}  # fmt: skip
_OF_ROLE: Final = {
    Role.STATUS: Holds.STATE, Role.NUMBER: Holds.NUMBER, Role.EXPLANATION: Holds.ACTUAL,
    Role.COLUMN: Holds.ACTUAL, Role.RESULT: Holds.ACTUAL, Role.EXTRA: Holds.ACTUAL,
}  # fmt: skip
_OF_KIND: Final = {
    Kind.PLANNING: Holds.TIME, Kind.COST: Holds.MONEY, Kind.RISK: Holds.REMARK, Kind.INDICATOR: Holds.NAME,
    Kind.PARTNER: Holds.REMARK,
}  # fmt: skip
_HEADING_TABLES: Final = frozenset({Kind.COST, Kind.INDICATOR})
"""What a question about these heads is a table of figures, not a column of one."""


_FITS: Final = {shape: {holds: _FIT[holds].get(shape, MISFIT) for holds in Holds} for shape in Shape}


def fit_of(holds: Holds, shape: Shape) -> float:
    """Return how badly a line of some looks fits in a column: 0 is well."""
    return _FITS[shape][holds]


def fits_of(shape: Shape) -> Mapping[Holds, float]:
    """Return how badly a line of some looks fits in each column."""
    return _FITS[shape]


def skip_of(holds: Holds) -> float:
    """Return how odd it is that a row has nothing in a column."""
    return _SKIP[holds]


def holds_of(text: str) -> Holds | None:
    """Return what stands under a head; None where the vocabulary does not tell."""
    if not _may_be_head(text):
        return None
    head, meaning = read_head(text), meaning_of(text)
    if _is_corner(text):
        return Holds.NAME
    if head.whole and head.use in _OF_USE:
        return _of_use(head)
    if _is_of_figures(text, head):
        plain = (
            head.year is not None or head.steps is not None or meaning is None or meaning.kind is Kind.COST
        )
        return Holds.FIGURE if plain or not head.whole else Holds.EITHER
    return of_words(text)


def holds_of_head(head: Head) -> Holds:
    """Return what stands under a head that was read among others on a line."""
    return Holds.FIGURE if head.use is Use.FIGURE else _OF_USE.get(head.use, Holds.ANY)


def of_words(text: str) -> Holds | None:
    """Return what words stand under a head; None where the vocabulary does not tell."""
    meaning = meaning_of(text)
    return None if meaning is None or meaning.rest else _of_meaning(meaning)


@lru_cache(maxsize=LINES)
def _may_be_head(text: str) -> bool:
    plain = text.strip()
    if not plain or len(plain) > LONGEST_HEAD:
        return False
    ended = plain.endswith((";", "!", ":")) or (plain.endswith(".") and len(plain) > LONGEST_ABBREVIATION)
    other = (" " in plain and reads_as_state(plain)) or len(_ASKS.findall(plain)) > 1
    return not ended and not other


def _of_use(head: Head) -> Holds:
    """Return what stands under a head of one use; `Verschil (V/N)` is over figures with a letter behind."""
    lone = head.use is not Use.LETTER or len(head.text) <= LONGEST_LETTERS
    return _OF_USE[head.use] if lone else Holds.FIGURE


def _is_of_figures(text: str, head: Head) -> bool:
    """Whether a head is over figures; beside a year or a phase it may have a word that is not known."""
    if head.use is not Use.FIGURE or text.rstrip().endswith("?"):
        return False
    told = head.phase is not None or head.budget or head.forecast or head.difference
    dated = shape_of(text) is Shape.PERIOD and text[:1].isupper()
    return head.whole or dated or (told and len(text) <= LONGEST_FIGURE_HEAD)


@lru_cache(maxsize=LINES)
def _is_corner(text: str) -> bool:
    """Whether a text is a note of the unit of money, such as stands over the names of rows."""
    head = read_head(text)
    if read_note(text).scale is None or head.year is not None:
        return False
    return head.use is not Use.FIGURE or not text[:1].isalpha() or text[:1].islower()


def _of_meaning(meaning: Meaning) -> Holds | None:
    if meaning.role is Role.MIXED or (meaning.role is Role.QUESTION and meaning.kind in _HEADING_TABLES):
        return None
    if meaning.role in _OF_ROLE:
        return _OF_ROLE[meaning.role]
    if meaning.kind is Kind.GOAL:
        return Holds.GOAL if meaning.phase is Phase.PLAN else Holds.ACTUAL
    if meaning.kind is Kind.ACTIVITY:
        return Holds.PLAN if meaning.phase is Phase.PLAN else Holds.ACTUAL
    if meaning.kind is not None and meaning.kind in _OF_KIND:
        return _OF_KIND[meaning.kind]
    return Holds.REMARK if meaning.role is Role.CONTEXT else None
