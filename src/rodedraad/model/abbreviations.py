"""Abbreviations that a text explains itself: "Regionale Backoffice (RB)", "RB: Regionale Backoffice".

A name is taken for what an abbreviation stands for only where their letters match: its letters are, in
order, the first letters of all words of the name, or of the words with a capital.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

LONGEST_NAME: Final = 100
_SHORT: Final = r"[A-Z][A-Za-z]{1,7}"
_BEHIND: Final = re.compile(rf"\((?<=\s\()(?P<short>{_SHORT})\)")
_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?P<short>{_SHORT})(?:\s*[:=]\s+(?P<name>[^\n.;,:()|]+)|\s\((?P<inside>[^\n()]+)\))"
)
_WORD: Final = re.compile(r"[\w’'-]+")
_LAW: Final = re.compile(r"wet\b", re.IGNORECASE)


class Explained(Struct, frozen=True, kw_only=True):
    """An abbreviation, the name it stands for, and where the text says so."""

    short: str
    name: str
    start: int
    end: int


def explained(text: str) -> Iterator[Explained]:
    """Yield what a text explains, in order of place."""
    found = [*in_brackets(text), *_names_behind(text)]
    return iter(sorted(found, key=lambda one: (one.start, one.end)))


def spells(short: str, words: Sequence[str]) -> bool:
    """Return whether the letters of an abbreviation are the first letters of words."""
    wanted = short.casefold()
    told = (words, [one for one in words if one[0].isupper()])
    return any("".join(one[0] for one in kept).casefold() == wanted for kept in told)


def in_brackets(text: str) -> Iterator[Explained]:
    """Yield the abbreviations in brackets with the words before them."""
    for match in _BEHIND.finditer(text):
        start = max(0, match.start() - LONGEST_NAME)
        line = re.split(r"[.|]", text[start : match.start()])[-1]
        words = list(_WORD.finditer(line))
        for first in range(len(words)):
            own = [one.group() for one in words[first:]]
            if _opens(own[0], match["short"]) and spells(match["short"], own):
                begin = match.start() - len(line) + words[first].start()
                yield Explained(short=match["short"], name=" ".join(own), start=begin, end=match.end())
                break


def _opens(word: str, short: str) -> bool:
    """Return whether a name may begin with a word: its first letter is that of the abbreviation."""
    return word[0].casefold() == short[0].casefold() and (word[0].isupper() or len(short) > len("xx"))


def _names_behind(text: str) -> Iterator[Explained]:
    """Yield the abbreviations with the whole of the words that follow a colon or stand in brackets."""
    for match in _BEFORE.finditer(text):
        words = _WORD.findall(match["name"] or match["inside"])
        if words and spells(match["short"], words) and is_short(match["short"], " ".join(words)):
            yield Explained(short=match["short"], name=" ".join(words), start=match.start(), end=match.end())


def is_short(short: str, name: str) -> bool:
    """Return whether letters look like an abbreviation wherever they stand: two capitals, or of a law."""
    return sum(map(str.isupper, short)) > 1 or bool(_LAW.search(name))
