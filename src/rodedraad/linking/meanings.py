"""What words mean in this field: other words for the same thing, from a table with a source a row."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from rodedraad.linking.tables import rows
from rodedraad.linking.tokens import WORD, stem

BETWEEN: Final = " | "
REMEMBERED: Final = 1 << 14
"""Of so many texts the meanings are remembered: reports repeat what budgets say."""
LONGEST: Final = 5
"""The most words of one expression."""


@lru_cache(maxsize=REMEMBERED)
def meanings(text: str) -> frozenset[str]:
    """Return the names of the meanings that a text mentions, by a word or by an expression."""
    stems = [stem(word) for word in WORD.findall(text.lower())]
    known, starts = _by_stems(), _starts()
    return frozenset(
        name
        for start, first in enumerate(stems)
        if first in starts
        for size in range(1, starts[first] + 1)
        for name in known.get(tuple(stems[start : start + size]), ())
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
