"""Patterns that are looked for only in texts that hold letters which every match of theirs holds.

Most texts hold none of the words of most patterns, and to see that a word is absent costs far less than
to try a pattern at every place.  The words are read from the pattern itself, so they cannot go astray.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import product
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final, Generic, TypeAlias, TypeVar

from ahocorasick import Automaton

MOST: Final = 64
"""So many words are still quicker to look for than a pattern."""
TELLING: Final = 4
"""Words of so many letters tell enough; above that, fewer words are better."""
_SEES_ONLY: Final = frozenset({code.AT, code.ASSERT, code.ASSERT_NOT})
_REPEATS: Final = frozenset({code.MAX_REPEAT, code.MIN_REPEAT})

Told = TypeVar("Told")
Words: TypeAlias = frozenset[str]
Part: TypeAlias = tuple[Any, Any]
NOTHING: Final[Words] = frozenset({""})


class Sought:
    """A pattern that ignores case, with words of which every match holds one."""

    def __init__(self, pattern: str) -> None:
        """Compile `pattern` and read its words from it."""
        self.pattern: Final = re.compile(pattern, re.IGNORECASE)
        self.words: Final = needles(pattern)

    def search(self, text: str, lowered: str | None = None) -> re.Match[str] | None:
        """Return the first match in a text; `lowered` is the text in lower case where that is at hand."""
        plain = text.lower() if lowered is None else lowered
        for word in self.words:
            if word in plain:
                return self.pattern.search(text)
        return None

    def finditer(self, text: str, lowered: str | None = None) -> Iterator[re.Match[str]]:
        """Return the matches in a text, in order, as `search` finds the first."""
        plain = text.lower() if lowered is None else lowered
        return self.pattern.finditer(text) if holds(plain, self.words) else iter(())


class Sieve(Generic[Told]):
    """Patterns that each tell something; one look at a text says which of them it may hold."""

    def __init__(self, rows: Iterable[tuple[Told, Sought]]) -> None:
        """Look for the words of all patterns at once; what a pattern tells goes before it."""
        self._rows: Final = tuple(rows)
        places: dict[str, list[int]] = defaultdict(list)
        for place, (_, sought) in enumerate(self._rows):
            for word in sought.words:
                places[word].append(place)
        self._always: Final = places.pop("", [])
        self._words: Final = Automaton()
        for word, own in places.items():
            self._words.add_word(word, own)
        self._words.make_automaton()

    def likely(self, lowered: str) -> list[tuple[Told, re.Pattern[str]]]:
        """Return, in order, the patterns that a text in lower case may hold, with what they tell."""
        found = set(self._always)
        if len(self._words):
            for _, own in self._words.iter(lowered):
                found.update(own)
        return [(self._rows[place][0], self._rows[place][1].pattern) for place in sorted(found)]


def needles(pattern: str) -> tuple[str, ...]:
    """Return words in lower case of which every match holds one; the empty word is in any text."""
    return _shortest(_needed(_parser.parse(pattern, re.IGNORECASE)))


def openings(pattern: str) -> frozenset[str] | None:
    """Return the characters that a match can begin with, where it is not empty; None where any can."""
    return _openings(_parser.parse(pattern))[0]


def needles_of(several: Iterable[Sought]) -> tuple[str, ...]:
    """Return words of which every match of any of several patterns holds one."""
    return _shortest(frozenset(word for sought in several for word in sought.words))


def holds(lowered: str, words: Iterable[str]) -> bool:
    """Whether a text in lower case holds any of some words."""
    for word in words:  # noqa: SIM110 - a loop takes half the time of `any` in this innermost test
        if word in lowered:
            return True
    return False


def _openings(parts: Iterable[Part]) -> tuple[frozenset[str] | None, bool]:
    """Return what parts one after another can begin with, and whether they can match nothing at all."""
    found = frozenset[str]()
    for part in parts:
        letters, empty = _opening(part)
        if letters is None:
            return None, False
        found |= letters
        if not empty:
            return found, False
    return found, True


def _opening(part: Part) -> tuple[frozenset[str] | None, bool]:
    kind, told = part
    if kind is code.LITERAL:
        return frozenset({chr(told)}), False
    if kind is code.IN and all(letter is code.LITERAL for letter, _ in told):
        return frozenset(chr(letter) for _, letter in told), False
    if kind is code.SUBPATTERN:
        return _openings(told[-1])
    if kind is code.BRANCH:
        branches = [_openings(branch) for branch in told[1]]
        known = [letters for letters, _ in branches if letters is not None]
        union = frozenset[str]().union(*known) if len(known) == len(branches) else None
        return union, any(empty for _, empty in branches)
    if kind in _REPEATS:
        letters, empty = _openings(told[2])
        return letters, empty or told[0] == 0
    return (frozenset(), True) if kind in _SEES_ONLY else (None, False)


def _shortest(words: Words) -> tuple[str, ...]:
    """Return the words that no other one stands in."""
    return tuple(
        sorted(word for word in words if not any(other != word and other in word for other in words))
    )


def _needed(parts: Iterable[Part]) -> Words:
    """Return the words that tell most of those that the parts of a pattern need, one after another."""
    best, run = NOTHING, NOTHING
    for part in parts:
        exact = _exact(part)
        if exact is not None and len(run) * len(exact) <= MOST:
            run = _joined(run, exact)
        else:
            best = max(best, run, _inside(part), key=_worth)
            run = exact or NOTHING
    return max(best, run, key=_worth)


def _worth(words: Words) -> tuple[int, int]:
    return min(TELLING, *map(len, words)), -len(words)


def _joined(first: Words, second: Words) -> Words:
    return frozenset(one + other for one, other in product(first, second))


def _inside(part: Part) -> Words:
    """Return what a part needs of which the exact words are too many to tell."""
    kind, told = part
    if kind is code.SUBPATTERN:
        return _needed(told[-1])
    if kind is code.BRANCH:
        return frozenset().union(*map(_needed, told[1]))
    return _needed(told[2]) if kind in _REPEATS and told[0] else NOTHING


def _exact(part: Part) -> Words | None:
    """Return all that a part can match, in lower case; None where that is too much to tell."""
    kind, told = part
    if kind is code.LITERAL:
        return frozenset({chr(told).lower()})
    if kind is code.IN:
        return _exact_letters(told)
    if kind is code.BRANCH:
        return _all_of([_exact_run(branch) for branch in told[1]])
    if kind is code.SUBPATTERN:
        return _exact_run(told[-1])
    if kind in _REPEATS and told[:2] == (0, 1):
        return _all_of([NOTHING, _exact_run(told[2])])
    return NOTHING if kind in _SEES_ONLY else None


def _exact_letters(told: Sequence[Part]) -> Words | None:
    literal = all(kind is code.LITERAL for kind, _ in told)
    return frozenset(chr(letter).lower() for _, letter in told) if literal else None


def _exact_run(parts: Iterable[Part]) -> Words | None:
    found = [_exact(part) for part in parts]
    known = [words for words in found if words is not None]
    size = reduce(lambda total, words: total * len(words), known, 1)
    return reduce(_joined, known, NOTHING) if len(known) == len(found) and size <= MOST else None


def _all_of(branches: Sequence[Words | None]) -> Words | None:
    known = [words for words in branches if words is not None]
    union = frozenset[str]().union(*known)
    return union if len(known) == len(branches) and len(union) <= MOST else None
