"""The Dutch words on screen, read once from words.tsv."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from msgspec import Struct


class Word(Struct, frozen=True, kw_only=True):
    """One word on screen and what it means to a reader."""

    key: str
    word: str
    explanation: str


def word(group: str, key: str) -> str:
    """Return the Dutch word for a code; a code without one is shown as it is."""
    found = words(group).get(key)
    return found.word if found else key


@cache
def words(group: str) -> Mapping[str, Word]:
    """Return the words of one group by code, in the order a reader should meet them."""
    return MappingProxyType(
        {
            row["key"]: Word(key=row["key"], word=row["word"], explanation=row["explanation"])
            for row in rows("words.tsv")
            if row["group"] == group
        }
    )


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table that lies beside the code."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
