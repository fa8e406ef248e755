"""What a text names that is rarer than its words: names, laws, numbers, years."""

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from rodedraad.linking.tokens import REMEMBERED_WORDS, stop_words

_TOKEN: Final = re.compile(r"[^\W_][\w'’&.-]*[^\W_]|[^\W_]")
_LAW: Final = re.compile(r"(?:\w{3,}wet|wet\w{4,}|avg|bbv|wlz|wmo|zvw)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?:\s?%)?(?!\w)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OPENING: Final = frozenset(".!?:;•‘“\"'(")


def names(text: str) -> frozenset[str]:
    """Return the names and laws in a text: words with a capital where no sentence starts, as written."""
    return frozenset(
        word
        for match in _TOKEN.finditer(text)
        if (nature := _nature(word := match.group())) is not _Nature.WORD
        and (nature is _Nature.NAME or not _opens(text, match.start()))
    )


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence starts here."""
    before = text[max(start - 3, 0) : start].rstrip()
    return not before or before[-1] in _OPENING


class _Nature(Enum):
    """What a word may be by how it is written."""

    WORD = 0
    CAPITAL = 1
    """A name where no sentence starts."""
    NAME = 2


@lru_cache(maxsize=REMEMBERED_WORDS)
def _nature(word: str) -> _Nature:
    if word.lower() in stop_words() or not any(map(str.isalpha, word)):
        return _Nature.WORD
    if _LAW.fullmatch(word) or sum(map(str.isupper, word)) > 1:
        return _Nature.NAME
    return _Nature.CAPITAL if word[0].isupper() else _Nature.WORD


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of two digits and more in a text, amounts and percentages, but no years."""
    found = (re.sub(r"\s", "", match.group()) for match in _NUMBER.finditer(text))
    return frozenset(one for one in found if len(one) > 1 and not _YEAR.fullmatch(one))


def years(text: str) -> frozenset[str]:
    """Return the years that a text names."""
    return frozenset(match.group() for match in _NUMBER.finditer(text) if _YEAR.fullmatch(match.group()))
