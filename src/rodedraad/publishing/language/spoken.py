"""The language that is spoken while pages are made, and Dutch sentences in it."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final, TypeVar

from rodedraad.model.terms import Language

Made = TypeVar("Made")
TABLES: Final = {Language.ENGLISH: "english.tsv"}
"""The sentences of code and tables by language; Dutch needs none."""

_spoken: ContextVar[Language] = ContextVar("spoken", default=Language.DUTCH)


def spoken() -> Language:
    """Return the language that is spoken now: Dutch, unless said otherwise."""
    return _spoken.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak a language within a block."""
    before = _spoken.get()
    _spoken.set(language)
    try:
        yield
    finally:
        _spoken.set(before)


def spoken_in(language: Language, made: Iterator[Made]) -> Iterator[Made]:
    """Yield what is made while a language is spoken; who takes it is not spoken to in that language."""
    while True:
        with speaking(language):
            try:
                one = next(made)
            except StopIteration:
                return
        yield one


def say(dutch: str, **values: object) -> str:
    """Return a sentence in the language that is spoken, with its values filled in."""
    told = sentences(spoken()).get(dutch, dutch)
    return told.format(**values) if values else told


def shared(address: str) -> str:
    """Return the address of a file that all languages share, as seen from the root of the one spoken."""
    return address if spoken() is Language.DUTCH else f"../{address}"


@cache
def sentences(language: Language) -> Mapping[str, str]:
    """Return the sentences of a language by what they are in Dutch; none for Dutch itself."""
    name = TABLES.get(language)
    return MappingProxyType({row["nl"]: row["en"] for row in rows_beside(name)} if name else {})


@cache
def rows_beside(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table that lies here."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
