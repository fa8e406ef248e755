"""Tables of words as patterns: expressions apart by a bar; three dots are a gap of a few words."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.linking.meanings import BETWEEN
from rodedraad.linking.tables import rows

GAP: Final = "…"
WIDEST: Final = 14
"""The most words in a gap."""
REMEMBERED: Final = 1 << 12
"""So much is remembered: one sentence is laid beside many tables, and beside many sentences."""
_SPACE: Final = r"\s+"
_WORD: Final = re.compile(r"[\w-]*")
_ANY: Final = rf"(?:\s+[^\s.;:]+){{0,{WIDEST}}}?{_SPACE}"


class Found(NamedTuple):
    """An expression where it stands in a text, with the row that holds it."""

    start: int
    end: int
    row: Mapping[str, str]


@lru_cache(maxsize=REMEMBERED)
def find(table: str, text: str, **wanted: str) -> tuple[Found, ...]:
    """Return the expressions of a table in a text, in order; of those that overlap the first, longest one.

    `wanted` names columns and what must stand in them.
    """
    asked = _table(table)
    all_found = [
        Found(match.start(), match.end(), row)
        for row, pattern in map(asked.patterns.__getitem__, asked.begun_in(text))
        if all(row[column] == value for column, value in wanted.items())
        for match in pattern.finditer(text)
    ]
    kept: list[Found] = []
    for one in sorted(all_found, key=lambda found: (found.start, -found.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a table, with the words that their expressions begin with."""

    patterns: tuple[tuple[Mapping[str, str], re.Pattern[str]], ...]
    whole: Mapping[str, frozenset[int]]
    """The rows by a whole word."""
    parts: Mapping[str, frozenset[int]]
    """The rows by how a word begins, after a blank."""

    def begun_in(self, text: str) -> list[int]:
        """Return the rows of which an expression may stand in a text, in order: its first word does."""
        told = _words(text)
        found = [self.whole[word] for word in self.whole.keys() & told.split()]
        found += [places for start, places in self.parts.items() if start in told]
        return sorted(frozenset[int]().union(*found))


@lru_cache(maxsize=REMEMBERED)
def _words(text: str) -> str:
    return f" {' '.join(filter(None, _WORD.findall(text.lower())))}"


@cache
def _table(name: str) -> _Table:
    whole, parts = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for place, row in enumerate(rows(name)):
        for words in row["words"].lower().split(BETWEEN):
            first = words.split(maxsplit=1)[0]
            start = next(iter(_WORD.findall(first)))
            if start == first:
                whole[first].add(place)
            else:
                parts[f" {start}"].add(place)
    return _Table(tuple((row, _pattern(row["words"])) for row in rows(name)), _frozen(whole), _frozen(parts))


def _frozen(sets: Mapping[str, set[int]]) -> Mapping[str, frozenset[int]]:
    return {key: frozenset(places) for key, places in sets.items()}


def _pattern(words: str) -> re.Pattern[str]:
    longest_first = sorted(words.split(BETWEEN), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_expression, longest_first))})(?![\w-])", re.IGNORECASE)


def _expression(words: str) -> str:
    parts = [_SPACE.join(map(_word, part.split())) for part in words.split(GAP)]
    return _ANY.join(parts)


def _word(word: str) -> str:
    return re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
