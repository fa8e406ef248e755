"""Lines of figures: rows of a table that lost its cells."""

import re
from functools import lru_cache
from typing import Final

from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import has_finite_verb, words
from rodedraad.recognising.vocabulary import any_of, pattern_of

_NUMBER: Final = r"[-+−]?\s?(?:€\s?)?[-+−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?|[-+−]?(?:€\s?)?[-+−]?\d+(?:[.,]\d+)?"
_FIGURE: Final = rf"(?:[<>≤≥=~±]{{1,2}}\s?)?(?:{_NUMBER})\s?(?:%|mln|fte)?\s?\*{{0,2}}"
_MISSING: Final = any_of("figures", "missing")
_LETTER: Final = any_of("figures", "letter")
_TREND: Final = any_of("figures", "trend")
CELL: Final = re.compile(rf"(?:{_FIGURE}|{_MISSING}|{_LETTER}|{_TREND})", re.IGNORECASE)
_ENDING_CELL: Final = re.compile(rf"(?:{_FIGURE}|{_MISSING}|{_LETTER})", re.IGNORECASE)
_LOOSE_SIGN: Final = re.compile(r"(€|[<>≤≥=~±]{1,2})\s+(?=[-\d])|(?<=\d)\s+(?=(?:%|mln\b|fte\b))")
_REMARK: Final = re.compile(r"[A-Z][a-zA-Z/ ]{1,20}")
_DRAWN: Final = re.compile(r"[|:+=\-–\s]*[|+=][|:+=\-–\s]*|-{3,}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LETTERS: Final = re.compile(rf"(?:{_LETTER}|\s)+", re.IGNORECASE)
_HEAD_WORD: Final = pattern_of("figures", "head")
_COLUMN_WORD: Final = pattern_of("figures", "column")
_BETWEEN: Final = r"[\s()/\-–.,'*:]"
_COLUMN_FILLER: Final = re.compile(rf"(?:{any_of('figures', 'filler')}|{_BETWEEN})*", re.IGNORECASE)
_OF_COLUMN: Final = rf"(?:{any_of('figures', 'column')}|{any_of('figures', 'filler')})"
_COLUMN_START: Final = re.compile(
    rf"{_BETWEEN}*(?:$|{_OF_COLUMN}{_BETWEEN}*(?:$|{_OF_COLUMN}))", re.IGNORECASE
)
"""How the head of a column begins: few other texts do."""
_FIGURE_COLUMN: Final = pattern_of("figures", "figured")
_INDICATOR_HEAD: Final = pattern_of("figures", "of-indicators")
_MONEY_HEAD: Final = pattern_of("figures", "of-money")
_ASPECT: Final = re.compile(rf"\b{any_of('figures', 'aspect')}\b", re.IGNORECASE)
_ROW_OF_MONEY: Final = re.compile(rf"\b{any_of('figures', 'money-row')}\b", re.IGNORECASE)
_ROW_OF_INDICATOR: Final = re.compile(rf"\W*{any_of('figures', 'indicator-row')}", re.IGNORECASE)
_MONEY: Final = re.compile(rf"\b{any_of('figures', 'money-word')}\b|€", re.IGNORECASE)
_UNIT_NOTE: Final = re.compile(rf"\(?\s*(?:alle )?{any_of('figures', 'unit-note')}\)?", re.IGNORECASE)
LONGEST_HEADS: Final = 160
"""The heads of a table fit on one or two lines of a page."""
FEWEST_HEADS: Final = 3
"""Fewer words of heads are in many a sentence too."""


@lru_cache(maxsize=LINES)
def is_figure(text: str) -> bool:
    """Whether a text is a figure alone: a number, an amount, a share, or the mark that there is none."""
    return bool(CELL.fullmatch(text.strip()))


@lru_cache(maxsize=LINES)
def figure_cells(text: str) -> int:
    """Return how many figures end a row of figures: a name, then figures; 0 for any other line.

    A source may stand behind two figures or more ("612,4 795,9 LISA").
    """
    if not any(map(str.isdigit, text)) or text.rstrip().endswith((".", ";", ":", "?")):
        return 0
    tokens = _LOOSE_SIGN.sub(lambda sign: sign.group(1) or "", text.replace("|", " ")).split()
    end = len(tokens)
    while end and not _ENDING_CELL.fullmatch(tokens[end - 1]):
        end -= 1
    start = end
    while start and _ENDING_CELL.fullmatch(tokens[start - 1]):
        start -= 1
    return _counted(" ".join(tokens[:start]), tokens[start:end], " ".join(tokens[end:]))


def _counted(name: str, cells: list[str], remark: str) -> int:
    told = sum(any(map(str.isalnum, cell)) for cell in cells)
    named = any(map(str.isalpha, name))
    if not named or not cells or _YEAR.fullmatch(" ".join(cells)) or _LETTERS.fullmatch(" ".join(cells)):
        return 0
    if remark and (told <= 1 or not _REMARK.fullmatch(remark)):
        return 0
    return 0 if len(cells) == 1 and has_finite_verb(name) else len(cells)


def names_money(text: str) -> bool:
    """Whether the name of a row of figures is that of money: lasten, baten, saldo, reserve."""
    return names_row_of_money(text) or bool(_MONEY.search(text))


def names_row_of_money(text: str) -> bool:
    """Whether a text has a word that heads a row of money only, unlike `kosten` or `budget`."""
    return bool(_ROW_OF_MONEY.search(text))


def names_indicator(text: str) -> bool:
    """Whether the name of a row of figures counts something else than money: `Aantal`, `Wachttijd`."""
    return bool(_ROW_OF_INDICATOR.match(text))


def figure_head(text: str) -> bool:
    """Whether a line is drawn, or the heads of a table: words of heads, at least as many as other words."""
    plain = text.strip()
    if _UNIT_NOTE.fullmatch(plain) or _DRAWN.fullmatch(plain):
        return True
    if plain.endswith((".", "?", ":", ";")) or len(plain) > LONGEST_HEADS:
        return False
    heads = len(_HEAD_WORD.findall(plain))
    return heads >= FEWEST_HEADS and heads * 2 >= len(words(plain))


def is_column_head(text: str) -> bool:
    """Whether a text is the head of one column of figures: a year, `Realisatie 2021`, `Bron`."""
    if not _COLUMN_START.match(text):
        return False
    rest, named = _COLUMN_WORD.subn(" ", text)
    return named > 0 and bool(_COLUMN_FILLER.fullmatch(rest))


def may_stand_among_heads(text: str) -> bool:
    """Whether a text may be the head of a column beside others that surely are: `Lasten`, `Doel`."""
    return bool(text.strip()) and bool(_COLUMN_FILLER.fullmatch(_COLUMN_WORD.sub(" ", text)))


def heads_figures(text: str) -> bool:
    """Whether the column under a head holds figures: a year, a budget, not a name or source."""
    return bool(_FIGURE_COLUMN.search(text))


def tells_money(text: str) -> bool | None:
    """Whether the heads of a table tell money (true) or indicators (false); None if they do not tell."""
    if _INDICATOR_HEAD.search(text):
        return False
    return True if _MONEY_HEAD.search(text) else None


def aspects_in(head: str) -> tuple[str, ...]:
    """Return the aspects of status that the heads of a table name, in order."""
    return tuple(word.lower() for word in _ASPECT.findall(head))
