"""What a line could be as the cell of a table, by its looks alone."""

import re
from collections.abc import Callable
from enum import IntEnum, auto
from functools import lru_cache
from typing import Final

from rodedraad.recognising.deadlines import find_deadlines
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import has_finite_verb
from rodedraad.recognising.lexicon import Role, meaning_of
from rodedraad.recognising.numbers import is_year, missing_mark, read_dated, read_figure
from rodedraad.recognising.status_cells import reads_as_state
from rodedraad.recognising.vocabulary import any_of

LONGEST_NAME: Final = 90
LONGEST_TIME: Final = 45
LONGEST_STATE: Final = 30
_INTEGER: Final = re.compile(r"\d{1,3}")
_CODE: Final = re.compile(r"(?:[A-Z]{1,3}\.?)?\d{1,3}(?:\.\d{1,3}){0,4}(?:\.?[a-z])?[.)]?|[A-Z]\.")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")
_NUMBERED: Final = re.compile(r"[A-Z]?\d{0,3}(?:\.\d+)*[a-z]?[.)]?\s+")
_LETTER: Final = re.compile(r"[VNIS]|[VvNn]/?[VvNn]?|voordelig|nadelig|voordeel|nadeel", re.IGNORECASE)
_PERIOD: Final = re.compile(
    r"(?:(?:19|20)\d\d\s?[-/]\s?(?:19|20)?\d\d|(?:Q|K)[1-4]\s?(?:19|20)\d\d|(?:19|20)\d\d\s?\*{1,3}"
    r"|(?:ultimo|eind|begin|per)\s.{0,20}(?:19|20)\d\d|schooljaar\s.*)",
    re.IGNORECASE,
)
_BEGINS_DATED: Final = re.compile(r"\d{1,2}-\d{1,2}-(?:19|20)?\d\d|[1-4]e? kwartaal|Q[1-4]", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"(?:%|‰|per \d|percentage|aantal(?: per .*)?$|aantal$|absoluut$|index|fte|kosten (?:per|als)|kg\b|€|euro"
    r"|rapportcijfer|cijfer$|in (?:weken|dagen|euro|%)|promille).*",
    re.IGNORECASE,
)
_SHARE_OF: Final = re.compile(r"%\s[A-Z]")
"""What begins so names an indicator: `% Kinderen in armoede`."""
_WORDED: Final = re.compile(
    rf"(?:{any_of('figures', 'trend')}|minder|meer|minimaal|maximaal|minstens|maximum|minimum|toename|afname"
    r"|ten minste|ten hoogste|boven|onder|gemiddeld|dalend|stijgend)\b.*",
    re.IGNORECASE,
)


class Shape(IntEnum):
    """The looks of a line."""

    FIGURE = auto()
    INTEGER = auto()
    MISSING = auto()
    YEAR = auto()
    PERIOD = auto()
    DATED = auto()
    LETTER = auto()
    CODE = auto()
    STATE = auto()
    TIME = auto()
    UNIT = auto()
    WORDED = auto()
    LABEL = auto()
    NAME = auto()
    ITEM = auto()
    TEXT = auto()


FIGURES: Final = frozenset({Shape.FIGURE, Shape.INTEGER, Shape.MISSING, Shape.DATED, Shape.WORDED})
"""What stands in a column of figures."""
_IN_WORDS: Final = frozenset({Shape.UNIT, Shape.WORDED, Shape.TIME, Shape.NAME, Shape.TEXT})


def shape_of(text: str) -> Shape:
    """Return the looks of a line that is no item of a list."""
    shape = _looks(text.strip())
    return Shape.LABEL if shape in _IN_WORDS and _is_label(text) else shape


@lru_cache(maxsize=LINES)
def _looks(text: str) -> Shape:
    """Return the looks of a line, whatever headings mean in its document."""
    return _of_signs(text) or _of_words(text)


def _of_signs(text: str) -> Shape | None:
    """Return the looks of figures, codes and dates: the first in order that fits."""
    return next((shape for shape, fits in _SIGNS if fits(text)), None)


def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text)) and not _THOUSANDS.fullmatch(text)


def _is_period(text: str) -> bool:
    return len(text) <= LONGEST_TIME and bool(_PERIOD.fullmatch(text))


_SIGNS: Final[tuple[tuple[Shape, Callable[[str], bool]], ...]] = (
    (Shape.YEAR, is_year),
    (Shape.INTEGER, lambda text: bool(_INTEGER.fullmatch(text))),
    (Shape.MISSING, lambda text: missing_mark(text) is not None),
    (Shape.LETTER, lambda text: bool(_LETTER.fullmatch(text))),
    (Shape.CODE, _is_code),
    (Shape.DATED, lambda text: "=" not in text and read_dated(text) is not None),
    (Shape.PERIOD, _is_period),
    (Shape.FIGURE, lambda text: read_figure(text) is not None),
)


def _of_words(text: str) -> Shape:
    if reads_as_state(text) and len(text) <= LONGEST_STATE:
        return Shape.STATE
    if len(text) <= LONGEST_NAME and _UNIT.fullmatch(text) and not _SHARE_OF.match(text):
        return Shape.UNIT
    if len(text) <= LONGEST_TIME:
        if _WORDED.fullmatch(text):
            return Shape.WORDED
        if find_deadlines(text, 2000) and (_BEGINS_DATED.match(text) or not has_finite_verb(text)):
            return Shape.TIME
    return Shape.NAME if _is_name(text) else Shape.TEXT


def _is_label(text: str) -> bool:
    meaning = meaning_of(text)
    return meaning is not None and not meaning.rest and meaning.role is not Role.CONTEXT


def _is_name(text: str) -> bool:
    own = _NUMBERED.sub("", text)
    ended = own.endswith((".", ";", ":", "?", "!"))
    return len(own) <= LONGEST_NAME and not ended and ". " not in own and not has_finite_verb(own)
