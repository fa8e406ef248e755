"""What a text names that is rarer than its words: names, laws, numbers, years."""

import re
from typing import Final

from rodedraad.linking.tokens import stop_words

_TOKEN: Final = re.compile(r"[^\W_][\w'’&.-]*[^\W_]|[^\W_]")
_LAW: Final = re.compile(r"(?:\w{3,}wet|wet\w{4,}|avg|bbv|wlz|wmo|zvw)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?:\s?%)?(?!\w)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OPENING: Final = frozenset(".!?:;•‘“\"'(")


def names(text: str) -> frozenset[str]:
    """Return the names and laws in a text: words with a capital where no sentence starts, as written."""
    return frozenset(
        match.group() for match in _TOKEN.finditer(text) if _is_name(match.group(), text, match.start())
    )


def _is_name(word: str, text: str, start: int) -> bool:
    if word.lower() in stop_words() or not any(map(str.isalpha, word)):
        return False
    if _LAW.fullmatch(word) or sum(map(str.isupper, word)) > 1:
        return True
    before = text[max(start - 3, 0) : start].rstrip()
    return word[0].isupper() and bool(before) and before[-1] not in _OPENING


def numbers(text: str) -> frozenset[str]:
    """Return the numbers of two digits and more in a text, amounts and percentages, but no years."""
    found = (re.sub(r"\s", "", match.group()) for match in _NUMBER.finditer(text))
    return frozenset(one for one in found if len(one) > 1 and not _YEAR.fullmatch(one))


def years(text: str) -> frozenset[str]:
    """Return the years that a text names."""
    return frozenset(match.group() for match in _NUMBER.finditer(text) if _YEAR.fullmatch(match.group()))
