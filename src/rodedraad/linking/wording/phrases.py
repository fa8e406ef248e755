"""Tables of words as patterns: expressions apart by a bar; three dots are a gap of a few words."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from rodedraad.linking.meanings import BETWEEN
from rodedraad.linking.tables import rows

GAP: Final = "…"
WIDEST: Final = 14
"""The most words in a gap."""
_SPACE: Final = r"\s+"
_ANY: Final = rf"(?:\s+[^\s.;:]+){{0,{WIDEST}}}?{_SPACE}"


class Found(NamedTuple):
    """An expression where it stands in a text, with the row that holds it."""

    start: int
    end: int
    row: Mapping[str, str]


def find(table: str, text: str, **wanted: str) -> list[Found]:
    """Return the expressions of a table in a text, in order; of those that overlap the first, longest one.

    `wanted` names columns and what must stand in them.
    """
    all_found = [
        Found(match.start(), match.end(), row)
        for row, pattern in _patterns(table)
        if all(row[column] == value for column, value in wanted.items())
        for match in pattern.finditer(text)
    ]
    kept: list[Found] = []
    for one in sorted(all_found, key=lambda found: (found.start, -found.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


@cache
def _patterns(table: str) -> tuple[tuple[Mapping[str, str], re.Pattern[str]], ...]:
    return tuple((row, _pattern(row["words"])) for row in rows(table))


def _pattern(words: str) -> re.Pattern[str]:
    longest_first = sorted(words.split(BETWEEN), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_expression, longest_first))})(?![\w-])", re.IGNORECASE)


def _expression(words: str) -> str:
    parts = [_SPACE.join(map(_word, part.split())) for part in words.split(GAP)]
    return _ANY.join(parts)


def _word(word: str) -> str:
    return re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
