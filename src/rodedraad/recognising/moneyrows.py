"""What a row of money is: lasten, baten, saldo, resultaat, a reserve, or an amount without such a name."""

import re
from functools import cache, lru_cache
from typing import Final

from rodedraad.recognising.kept import LINES
from rodedraad.recognising.vocabulary import table

AMOUNT: Final = "bedrag"
_WHAT: Final = re.compile(
    r"\b(?:(?:sub)?tota(?:al|le)|lasten|baten|uitgaven|inkomsten|saldo|resultaat|van|en)\b", re.IGNORECASE
)
_TOTAL: Final = re.compile(r"\W*(?:(?:sub)?tota(?:al|le)|som|per saldo)\b", re.IGNORECASE)
_SIGNS: Final = re.compile(r"[\W_]+")
_WHAT_ALONE: Final = re.compile(
    r"(?:lasten|baten|uitgaven|inkomsten|saldo|reserves?|mutaties? reserves?)\s*:?", re.IGNORECASE
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["what"], re.compile(row["pattern"], re.IGNORECASE)) for row in table("money_rows"))


@lru_cache(maxsize=LINES)
def what_of(name: str) -> str:
    """Return what the name of a row says that its amounts are; `bedrag` where it says nothing."""
    plain = " ".join(name.split()).strip(" :*")
    return next((what for what, pattern in _patterns() if pattern.fullmatch(plain)), AMOUNT)


def subject_of(name: str) -> str:
    """Return a row's name without what it is: `Totaal lasten` and `Saldo` have one subject, the empty one."""
    return _SIGNS.sub(" ", _WHAT.sub(" ", name)).strip().lower()


def is_group(text: str) -> bool:
    """Whether a line is the name of a group of rows: `Lasten`, alone."""
    return bool(_WHAT_ALONE.fullmatch(text.strip()))


def is_total(name: str) -> bool:
    """Whether the name of a row says that it sums up others: `Totaal lasten`."""
    return bool(_TOTAL.match(name))
