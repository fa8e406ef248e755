"""What words mean in this field: other words for the same thing, from a table with a source a row."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from rodedraad.linking.tables import rows
from rodedraad.linking.tokens import REMEMBERED_WORDS, WORD
from rodedraad.model.stems import stem

BETWEEN: Final = " | "
REMEMBERED: Final = 1 << 14
"""Of so many texts the meanings are remembered: reports repeat what budgets say."""
LONGEST: Final = 5
"""The most words of one expression."""
SHORTEST_START: Final = 5
"""A compound may start with a word of so many letters."""
SHORTEST_END: Final = 6
"""It may end with one of so many: "transport" is no "sport"."""
SHORTEST_REST: Final = 4
"""What is left of a compound has so many letters: it is a word as well, and no ending."""


@lru_cache(maxsize=REMEMBERED)
def meanings(text: str) -> frozenset[str]:
    """Return the names of the meanings that a text mentions, by a word, in a compound or by an expression."""
    found = WORD.findall(text.lower())
    stems = [stem(word) for word in found]
    known, starts = _by_stems(), _starts()
    told = {
        name
        for start, first in enumerate(stems)
        if first in starts
        for size in range(1, starts[first] + 1)
        for name in known.get(tuple(stems[start : start + size]), ())
    }
    return frozenset(told.union(*map(_inside, found)))


@lru_cache(maxsize=REMEMBERED_WORDS)
def _inside(word: str) -> frozenset[str]:
    """Return the meanings of the longest words of the table that a compound starts and ends with.

    A word that stands in the table itself is no compound, whatever is in it.
    """
    known = _by_stems()
    if (stem(word),) in known:
        return frozenset()
    starts = (word[:end] for end in range(len(word) - SHORTEST_REST, SHORTEST_START - 1, -1))
    ends = (word[start:] for start in range(SHORTEST_REST, len(word) - SHORTEST_END + 1))
    found = (next((part for part in parts if part in _single_words()), None) for parts in (starts, ends))
    return frozenset(name for part in found if part for name in known[(stem(part),)])


@cache
def _single_words() -> frozenset[str]:
    """Return the words of the table that are an expression by themselves, in lower case."""
    return frozenset(
        word.lower() for words in wordings().values() for word in words if WORD.fullmatch(word.lower())
    )


@cache
def vocabulary() -> frozenset[str]:
    """Return every word of the field that stands in the table, in lower case."""
    return frozenset(word for words in wordings().values() for word in WORD.findall(" ".join(words).lower()))


@cache
def wordings() -> Mapping[str, tuple[str, ...]]:
    """Return the words and expressions of each meaning, by its name."""
    return {row["meaning"]: tuple(row["words"].split(BETWEEN)) for row in rows("meanings.tsv")}


@cache
def _by_stems() -> Mapping[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for meaning, words in wordings().items():
        for expression in words:
            stems = tuple(stem(word) for word in WORD.findall(expression.lower()))
            if stems:
                found[stems].add(meaning)
    return {stems: frozenset(names) for stems, names in found.items()}


@cache
def _starts() -> Mapping[str, int]:
    """Return, for the first stem of every expression, how many words the longest one has."""
    longest: dict[str, int] = {}
    for stems in _by_stems():
        longest[stems[0]] = min(max(longest.get(stems[0], 0), len(stems)), LONGEST)
    return longest
