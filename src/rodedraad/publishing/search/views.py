"""What the page to search and the pages of the register show."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final
from unicodedata import normalize

from msgspec import Struct

from rodedraad.linking.tokens import stop_words
from rodedraad.model.terms import Language
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.search.index import filters_of
from rodedraad.publishing.search.record import Record
from rodedraad.publishing.search.register import Subject
from rodedraad.publishing.search.scope import scope_of, titled
from rodedraad.publishing.views.common import Link
from rodedraad.publishing.words import translated, words, words_in

DIGITS: Final = "0-9"
WORDED: Final = {"soort": ("kind", "found"), "status": ("outcome",)}
"""The filters whose values are words of ours, with the groups of those words."""


class Choice(Struct, frozen=True, kw_only=True):
    """A value to narrow by, as the index has it, and as it is shown: the words of documents stay theirs."""

    value: str
    label: str
    is_own: bool


class Filter(Struct, frozen=True, kw_only=True):
    """A choice by which results are narrowed: its name in an address, its label, all its values."""

    name: str
    label: str
    everything: str
    values: tuple[Choice, ...]


class Place(Struct, frozen=True, kw_only=True):
    """Where a word of the register stands: a title that leads there, and of when it is."""

    title: str
    href: str
    about: str


class Word(Struct, frozen=True, kw_only=True):
    """A word of the register."""

    word: str
    anchor: str
    places: tuple[Place, ...]
    wider: tuple[Link, ...]


class Letter(Struct, frozen=True, kw_only=True):
    """A letter of the register, with its words."""

    letter: str
    address: str
    words: tuple[Word, ...]


class SearchPage(Struct, frozen=True, kw_only=True):
    """The page to search: the choices, words that say nothing, the kind that comes last, the register."""

    filters: tuple[Filter, ...]
    unsaid: str
    last: str
    outcomes: tuple[tuple[str, str], ...]
    letters: tuple[Letter, ...]
    searchable: bool


class RegisterPage(Struct, frozen=True, kw_only=True):
    """The register as a whole, or with the words of one letter."""

    letters: tuple[Letter, ...]
    shown: Letter | None = None


def search_page(
    lookup: Lookup, records: Sequence[Record], letters: tuple[Letter, ...], *, searchable: bool
) -> SearchPage:
    """Return what the page to search shows."""
    return SearchPage(
        filters=tuple(filter_ for filter_ in _filters(lookup, records) if filter_.values),
        unsaid=" ".join(sorted(stop_words())),
        last=words_in(Language.DUTCH, "found")["finding"].word,
        outcomes=tuple((one.key, one.word) for one in words_in(Language.DUTCH, "outcome").values()),
        letters=letters,
        searchable=searchable,
    )


def _filters(lookup: Lookup, records: Sequence[Record]) -> Iterable[Filter]:
    used = {
        name: {value for one in records for value in filters_of(one).get(name, ())}
        for name in words("filter")
    }
    ordered = _ordered(lookup)
    for name, label in words("filter").items():
        values = tuple(_choice(name, one) for one in dict.fromkeys(ordered[name]) if one in used[name])
        yield Filter(name=name, label=label.word, everything=label.explanation, values=values)


def _choice(name: str, value: str) -> Choice:
    groups = WORDED.get(name, ())
    return Choice(value=value, label=translated(value, *groups), is_own=not groups)


def _ordered(lookup: Lookup) -> dict[str, Iterable[str]]:
    """Return all values of each filter as a reader expects them: the newest first, codes in order."""
    newest = lookup.build.documents[::-1]
    groups = {
        name: [one.word for group in own for one in words_in(Language.DUTCH, group).values()]
        for name, own in WORDED.items()
    }
    return {
        "jaar": sorted({str(one.year) for one in newest}, reverse=True),
        "document": [titled(lookup, one) for one in newest],
        "programma": [name for one in lookup.elements for name in scope_of(lookup, (one,)).programmes],
        **groups,
    }


def letters_of(subjects: Sequence[Subject]) -> tuple[Letter, ...]:
    """Return the letters of the register, from A to Z and figures last, with their words."""
    ordered = sorted(subjects, key=lambda one: (_letter(one.word), _plain(one.word), one.word))
    return tuple(
        Letter(letter=letter, address=addresses.register(letter.lower()), words=tuple(map(_word, group)))
        for letter, group in groupby(ordered, key=lambda one: _letter(one.word))
    )


def _plain(word: str) -> str:
    """Return a word as it is sorted: in lower case and without accents."""
    return normalize("NFKD", word.casefold()).encode("ascii", "ignore").decode()


def _letter(word: str) -> str:
    first = _plain(word)[:1].upper()
    return first if "A" <= first <= "Z" else DIGITS


def _word(subject: Subject) -> Word:
    return Word(
        word=subject.word,
        anchor=_anchor(subject.word),
        places=tuple(map(_place, subject.records)),
        wider=tuple(
            Link(text=one, href=f"{addresses.register(_letter(one).lower())}#{_anchor(one)}")
            for one in subject.wider
        ),
    )


def _anchor(word: str) -> str:
    return f"w-{addresses.safe(word)}"


def _place(record: Record) -> Place:
    first, *others = record.scope.documents
    when = f"{record.scope.years[0]}–{record.scope.years[-1]}" if others else first
    return Place(title=record.title, href=record.address, about=f"{_told(record)}, {when}")


def _told(record: Record) -> str:
    return translated(record.status or record.kind, "outcome" if record.status else "kind", "found")
