"""The figures on a line of text, and the stretches of them that nothing else parts."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.recognising.kept import LINES
from rodedraad.recognising.lowering import in_lower_case
from rodedraad.recognising.numbers import NUMBER, YEAR, missing_pattern
from rodedraad.recognising.openings import Alternatives
from rodedraad.recognising.vocabulary import any_of

_BEGINNING: Final = re.compile(r"(?<!\S)\S")
_SIGN: Final = r"[-+−–]?(?:€\s?)?[-+−–]?"
_NUMBER: Final = (
    rf"(?:[<>≤≥=~±]{{1,2}}\s?)?{_SIGN}\(?{NUMBER}\)?-?(?:,--?)?(?:\s?(?:%|‰|mln\.?|miljoen|fte))?"
)
_MOMENT: Final = (
    rf"\d\d?[-/]\d\d?[-/]{YEAR}|(?:[QK][1-4]|[1-4]e\s(?:kwartaal|kw\.?|halfjaar))\s{YEAR}"
    rf"|{YEAR}\s?[-/]\s?(?:20)?\d\d"
)


class Looks(Enum):
    """What stands between the words of a line."""

    FIGURE = auto()
    YEAR = auto()
    MOMENT = auto()
    DATED = auto()
    MISSING = auto()
    WORDED = auto()
    LETTER = auto()


class Token(NamedTuple):
    """One figure, or a mark or words in its place, and where it stands on the line."""

    start: int
    end: int
    looks: Looks


@cache
def _token() -> Alternatives[Looks]:
    kinds = (
        (Looks.DATED, rf"{YEAR}\s?:\s?(?:{_NUMBER}|{missing_pattern()}|{any_of('figures', 'worded')})"),
        (Looks.MOMENT, _MOMENT),
        (Looks.YEAR, YEAR),
        (Looks.FIGURE, rf"{_NUMBER}(?:\s\({YEAR}\))?\*{{0,3}}"),
        (Looks.LETTER, any_of("figures", "letter")),
        (Looks.WORDED, any_of("figures", "worded")),
        (Looks.MISSING, missing_pattern()),
    )
    return Alternatives(kinds, behind=r"(?!\S)")


@lru_cache(maxsize=LINES)
def stretches(text: str) -> tuple[tuple[Token, ...], ...]:
    """Return the figures on a line, those together with nothing but spaces between them; letters among them.

    A stretch begins with a figure and has one at least.
    """
    found: list[list[Token]] = []
    end = -1
    for looks, match in _token().finditer(in_lower_case(text), _BEGINNING):
        token = Token(match.start(), match.end(), looks)
        if end >= 0 and not text[end : token.start].strip():
            found[-1].append(token)
        elif token.looks is not Looks.LETTER:
            found.append([token])
        else:
            continue
        end = token.end
    return tuple(tuple(stretch) for stretch in found)


def figures_of(stretch: Sequence[Token]) -> list[Token]:
    """Return a stretch without its letters."""
    return [token for token in stretch if token.looks is not Looks.LETTER]
