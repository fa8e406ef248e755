"""Patterns that are tried only where a text goes on with a character that they can begin with."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final, Generic, TypeAlias, TypeVar

from rodedraad.recognising.lowering import lowered

Told = TypeVar("Told")
Part: TypeAlias = tuple[Any, Any]
Letters: TypeAlias = frozenset[str]
_CATEGORIES: Final[Mapping[Any, Letters]] = {
    code.CATEGORY_DIGIT: frozenset("0123456789"),
    code.CATEGORY_SPACE: frozenset(char for char in map(chr, range(0x3001)) if char.isspace()),
}
_SEES_ONLY: Final = frozenset({code.AT, code.ASSERT, code.ASSERT_NOT})
_REPEATS: Final = frozenset({code.MAX_REPEAT, code.MIN_REPEAT})


class Alternatives(Generic[Told]):
    """Patterns that each tell something of text in lower case; the first in order that fits counts."""

    def __init__(self, rows: Iterable[tuple[Told, str]], behind: str = "") -> None:
        """Look for the patterns; what each tells goes before it; `behind` it stands what ends all."""
        self._rows: Final = tuple((told, own, openings(own)) for told, own in _lowered(rows))
        self._of_group: Final = {f"row{place}": told for place, (told, *_) in enumerate(self._rows)}
        self._behind: Final = behind
        self._of_letter: Final = cache(self._beginning_with)
        self._letters: Final = Letters().union(*(begins for *_, begins in self._rows if begins is not None))

    def match(self, text: str, place: int = 0) -> tuple[Told, re.Match[str]] | None:
        """Return what the first pattern tells that fits a text from a place on, with its match."""
        return self._told(self._pattern(text[place : place + 1]).match(text, place))

    def fullmatch(self, text: str) -> tuple[Told, re.Match[str]] | None:
        """Return what the first pattern tells that fits a whole text, with its match."""
        return self._told(self._pattern(text[:1]).fullmatch(text))

    def finditer(self, text: str, beginning: re.Pattern[str]) -> Iterator[tuple[Told, re.Match[str]]]:
        """Yield what fits a text at the places where something begins, one behind the other."""
        end = 0
        for place in beginning.finditer(text):
            found = self.match(text, place.start()) if place.start() >= end else None
            if found is not None:
                end = found[1].end()
                yield found

    def _pattern(self, letter: str) -> re.Pattern[str]:
        return self._of_letter(letter if letter in self._letters else "")

    def _told(self, match: re.Match[str] | None) -> tuple[Told, re.Match[str]] | None:
        return None if match is None else (self._of_group[match.lastgroup or ""], match)

    def _beginning_with(self, letter: str) -> re.Pattern[str]:
        """Return one pattern for all that can begin with a letter; the group that matched names the row."""
        rows = "|".join(
            f"(?P<row{place}>{pattern})"
            for place, (_, pattern, begins) in enumerate(self._rows)
            if begins is None or letter in begins
        )
        return re.compile(f"(?:{rows}){self._behind}" if rows else "(?!)")


def _lowered(rows: Iterable[tuple[Told, str]]) -> Iterator[tuple[Told, str]]:
    return ((told, lowered(pattern)) for told, pattern in rows)


def openings(pattern: str) -> Letters | None:
    """Return the characters that a match can begin with; None where any can.

    A match that is empty begins with none of them.
    """
    return _of_run(_parser.parse(pattern))[0]


def _of_run(parts: Iterable[Part]) -> tuple[Letters | None, bool]:
    """Return what parts one after another can begin with, and whether they can match nothing at all."""
    found = Letters()
    for part in parts:
        letters, empty = _of_part(part)
        if letters is None:
            return None, False
        found |= letters
        if not empty:
            return found, False
    return found, True


def _of_part(part: Part) -> tuple[Letters | None, bool]:
    kind, told = part
    if kind is code.LITERAL:
        return Letters(chr(told)), False
    if kind is code.IN:
        return _of_class(told), False
    if kind is code.SUBPATTERN:
        return _of_run(told[-1])
    if kind is code.BRANCH:
        branches = [_of_run(branch) for branch in told[1]]
        return _all_of(letters for letters, _ in branches), any(empty for _, empty in branches)
    if kind in _REPEATS:
        letters, empty = _of_run(told[2])
        return letters, empty or told[0] == 0
    return (Letters(), True) if kind in _SEES_ONLY else (None, False)


def _of_class(members: Iterable[Part]) -> Letters | None:
    return _all_of(map(_of_member, members))


def _of_member(member: Part) -> Letters | None:
    kind, told = member
    if kind is code.LITERAL:
        return Letters(chr(told))
    if kind is code.RANGE:
        return Letters(map(chr, range(told[0], told[1] + 1)))
    return _CATEGORIES.get(told)


def _all_of(several: Iterator[Letters | None]) -> Letters | None:
    known = list(several)
    return None if None in known else Letters().union(*(letters for letters in known if letters is not None))
