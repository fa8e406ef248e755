"""The words on screen, read once from words.tsv, and from a table beside it in another language."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from msgspec import Struct

from rodedraad.model.terms import Language
from rodedraad.publishing.language.spoken import rows_beside, spoken

TRANSLATED = {Language.ENGLISH: "words.tsv"}
"""The words of other languages by group and key, in the room of languages."""


class Word(Struct, frozen=True, kw_only=True):
    """One word on screen and what it means to a reader."""

    key: str
    word: str
    explanation: str


def word(group: str, key: str) -> str:
    """Return the word for a code in the language that is spoken; a code without one is shown as it is."""
    found = words(group).get(key)
    return found.word if found else key


def words(group: str) -> Mapping[str, Word]:
    """Return the words of one group by code, in the order a reader should meet them."""
    return words_in(spoken(), group)


def translated(dutch: str, *groups: str) -> str:
    """Return a word given in Dutch in the language that is spoken, by the first group that has it."""
    found = (
        word(group, key)
        for group in groups
        for key, one in words_in(Language.DUTCH, group).items()
        if one.word == dutch
    )
    return next(found, dutch)


@cache
def words_in(language: Language, group: str) -> Mapping[str, Word]:
    """Return the words of one group in a language; what has none there stays Dutch."""
    name = TRANSLATED.get(language)
    other = {(row["group"], row["key"]): row for row in rows_beside(name)} if name else {}
    own = (row for row in rows("words.tsv") if row["group"] == group)
    return MappingProxyType({row["key"]: _word(other.get((group, row["key"]), row)) for row in own})


def _word(row: Mapping[str, str]) -> Word:
    return Word(key=row["key"], word=row["word"], explanation=row["explanation"])


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table that lies beside the code."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
