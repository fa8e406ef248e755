"""Patterns that are looked for only in texts that hold letters which every match of theirs holds.

Most texts hold none of the words of most patterns, and to see that a word is absent costs far less than
to try a pattern at every place.  The words are read from the pattern itself, so they cannot go astray.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final, Generic, TypeAlias, TypeVar
from unicodedata import category

from ahocorasick import Automaton

from rodedraad.recognising.lowering import OWN_CASE, in_lower_case, lowered

MOST: Final = 64
"""So many words are still quicker to look for than a pattern."""
FEW: Final = 8
"""So many words are looked for one by one in the time that all of them together take."""
TELLING: Final = 4
"""Words of so many letters tell enough; above that, fewer words are better."""
_SEES_ONLY: Final = frozenset({code.AT, code.ASSERT, code.ASSERT_NOT})
_REPEATS: Final = frozenset({code.MAX_REPEAT, code.MIN_REPEAT})

Told = TypeVar("Told")
Words: TypeAlias = frozenset[str]
Part: TypeAlias = tuple[Any, Any]
NOTHING: Final[Words] = frozenset({""})


class AnyOf:
    """Words in lower case, looked for all at once."""

    def __init__(self, words: Iterable[str]) -> None:
        """Look for `words`; the empty word stands in any text."""
        self._few, self._many = _divided(words)

    def stands_in(self, plain: str) -> bool:
        """Whether a text in lower case holds any of the words."""
        for word in self._few:
            if word in plain:
                return True
        return self._many is not None and next(self._many.iter(plain), None) is not None


class Sought:
    """A pattern that ignores case, with words of which every match holds one.

    Its matches tell where they stand in a text; the words in them may be those of the text in lower case.
    """

    def __init__(self, pattern: str) -> None:
        """Compile `pattern` and read its words from it."""
        self.minds_case: Final = OWN_CASE in pattern
        self.pattern: Final = (
            re.compile(pattern, re.IGNORECASE) if self.minds_case else re.compile(lowered(pattern))
        )
        self.words: Final = needles(pattern)
        self._words: Final = AnyOf(self.words)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        plain = in_lower_case(text)
        found = self._words.stands_in(plain)
        return self.pattern.search(text if self.minds_case else plain) if found else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches in a text, in order."""
        plain = in_lower_case(text)
        found = self._words.stands_in(plain)
        return self.pattern.finditer(text if self.minds_case else plain) if found else iter(())


class Sieve(Generic[Told]):
    """Patterns that each tell something; one look at a text says which of them it may hold."""

    def __init__(self, rows: Iterable[tuple[Told, Sought]]) -> None:
        """Look for the words of all patterns at once; what a pattern tells goes before it."""
        found: list[tuple[Told, Sought]] = []
        places: dict[str, list[int]] = defaultdict(list)
        for place, (told, sought) in enumerate(rows):
            found.append((told, sought))
            for word in sought.words:
                places[word].append(place)
        self._rows: Final = tuple(found)
        self._always: Final = places.pop("", [])
        self._words: Final = _automaton(places)

    def search(self, text: str) -> Iterator[tuple[Told, re.Match[str]]]:
        """Yield what each pattern that matches in a text tells, in order, with its first match."""
        plain = in_lower_case(text)
        for told, sought in self._likely(plain):
            match = sought.pattern.search(text if sought.minds_case else plain)
            if match is not None:
                yield told, match

    def finditer(self, text: str) -> Iterator[tuple[Told, re.Match[str]]]:
        """Yield the matches of each pattern in a text with what it tells, one pattern after another."""
        plain = in_lower_case(text)
        for told, sought in self._likely(plain):
            for match in sought.pattern.finditer(text if sought.minds_case else plain):
                yield told, match

    def _likely(self, plain: str) -> Sequence[tuple[Told, Sought]]:
        """Return, in order, the patterns that a text in lower case may hold, with what they tell."""
        found = set(self._always)
        if self._words is not None:
            for _, own in self._words.iter(plain):
                found.update(own)
        return [self._rows[place] for place in sorted(found)] if found else ()


def needles(pattern: str) -> tuple[str, ...]:
    """Return words in lower case of which every match holds one; the empty word is in any text."""
    return _shortest(_needed(_parser.parse(pattern, re.IGNORECASE)))


def _divided(words: Iterable[str]) -> tuple[tuple[str, ...], Automaton | None]:
    """Return words to be looked for one by one, else the automaton that looks for them together."""
    own = tuple(words)
    alone = len(own) <= FEW or "" in own
    return (own, None) if alone else ((), _automaton(dict.fromkeys(own, ())))


def _automaton(words: Mapping[str, Sequence[int]]) -> Automaton | None:
    """Return what finds words in a text and tells what goes with each; None for no words."""
    found = Automaton()
    for word, told in words.items():
        found.add_word(word, told)
    found.make_automaton()
    return found if words else None


def _shortest(words: Words) -> tuple[str, ...]:
    """Return the words that no other one stands in."""
    return tuple(
        sorted(word for word in words if not any(other != word and other in word for other in words))
    )


def _needed(parts: Iterable[Part]) -> Words:
    """Return the words that tell most of those that the parts of a pattern need, one after another."""
    best, run = NOTHING, NOTHING
    for part in _flat(parts):
        exact = _exact(part)
        if exact is not None and len(run) * len(exact) <= MOST:
            run = _joined(run, exact)
        else:
            best = max(best, run, _inside(part), key=_worth)
            run = exact or NOTHING
    return max(best, run, key=_worth)


def _flat(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts one after another, those of groups in the place of the groups."""
    for kind, told in parts:
        if kind is code.SUBPATTERN:
            yield from _flat(told[-1])
        else:
            yield kind, told


def _worth(words: Words) -> tuple[int, int]:
    """Return how much words tell: a symbol such as € stands in fewer texts than a letter."""
    lengths = (len(word) + sum(category(sign)[0] == "S" for sign in word) for word in words)
    return min(TELLING, *lengths), -len(words)


def _joined(first: Words, second: Words) -> Words:
    return frozenset(one + other for one, other in product(first, second))


def _inside(part: Part) -> Words:
    """Return what a part needs of which the exact words are too many to tell."""
    kind, told = part
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
