"""The register of subjects: the words that tell records apart, from A to Z, with where they stand.

It is read, so it works without a script.  A word stands in it that names something: a word of the
field, a compound, a name or abbreviation, or what an article stands before in the texts themselves.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec import Struct

from rodedraad.linking.marks import names
from rodedraad.linking.meanings import wordings
from rodedraad.linking.tokens import stop_words
from rodedraad.model.stems import stem
from rodedraad.publishing.search.compounds import Cutter
from rodedraad.publishing.search.record import Record

MOST: Final = 12
"""A word that stands in more records than this tells nothing apart …"""
MOST_OF_FIELD: Final = 40
"""… unless it is a word of the field, which readers look up; beyond this nobody reads the list."""
SHORTEST: Final = 4
TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
PART: Final = re.compile(r" · |, ")
NEUTER: Final = "het"
PLURAL: Final = ("en", "s", "n", "e")
INFINITIVE: Final = re.compile(r".*[^e]en")


class Subject(Struct, frozen=True, kw_only=True):
    """A word of the register, the records that have it, and compounds in the register that it is part of."""

    word: str
    records: tuple[Record, ...]
    wider: tuple[str, ...] = ()


def subjects(records: Sequence[Record], cutter: Cutter) -> tuple[Subject, ...]:
    """Return the words that tell records apart, in alphabetical order, inflections as one word."""
    things = _things(records, cutter)
    keys = {_bare(word): key for key, words in things.items() for word in sorted(words)}
    found: dict[str, dict[int, None]] = defaultdict(dict)
    spelled: Counter[str] = Counter()
    for number, record in enumerate(records):
        for word in _words(record):
            if word.lower() not in stop_words() and (key := keys.get(_bare(word))):
                found[key][number] = None
                spelled.update({word, word.lower()})
    field = _field()
    kept = {
        key: rows
        for key, rows in found.items()
        if len(rows) <= (MOST_OF_FIELD if field & things[key] else MOST)
    }
    shown = {key: min(things[key], key=lambda one: (-spelled[one], len(one), one)) for key in kept}
    wider = _wider(shown, cutter)
    made = (
        Subject(word=shown[key], records=tuple(records[one] for one in rows), wider=wider.get(key, ()))
        for key, rows in kept.items()
    )
    return tuple(sorted(made, key=lambda one: (one.word.casefold(), one.word)))


def _bare(word: str) -> str:
    """Return a word in lower case without the ending of a plural: how one thing is told from another."""
    plain = word.lower()
    return next((plain.removesuffix(one) for one in PLURAL if plain.endswith(one)), plain)


def _words(record: Record) -> Iterator[str]:
    return (found.group() for found in TOKEN.finditer(f"{record.title} {record.text}"))


def _things(records: Sequence[Record], cutter: Cutter) -> Mapping[str, AbstractSet[str]]:
    """Return the words that name something, by their stem; a word that is never in lower case is a name."""
    written = {word for record in records for word in _words(record)}
    nouns = _field() | {word for record in records for word in _after_articles(record.text)}
    heads = set(map(stem, nouns))
    compounds = {
        word for word in map(str.lower, written) if heads & set(map(stem, cutter.compound(word)[1:]))
    }
    called = {name for record in records for part in PART.split(record.text) for name in names(part)}
    proper = {name for name in called if TOKEN.fullmatch(name) and name.lower() not in written}
    found: dict[str, set[str]] = defaultdict(set)
    for word in sorted((nouns | compounds) - set(map(str.lower, proper)) | proper):
        found[stem(word.lower())].add(word)
    return found


def _field() -> frozenset[str]:
    """Return the words of the field that stand by themselves."""
    expressions = (word.lower() for words in wordings().values() for word in words)
    return frozenset(word for word in expressions if TOKEN.fullmatch(word))


def _after_articles(text: str) -> Iterator[str]:
    """Yield the words between an article and a word or sign that ends what the article began."""
    found = list(TOKEN.finditer(text))
    plain = ["", *(one.group().lower() for one in found), ""]
    for place in range(2, len(plain) - 1):
        earlier, article, word, after = plain[place - 2 : place + 2]
        if article not in stop_words("article") or len(word) < SHORTEST or word in stop_words():
            continue
        end = found[place - 1].end()
        closed = not after or after in stop_words() or text[end : end + 1].strip()
        if closed and (article != NEUTER or _is_noun(earlier, word)):
            yield word


def _is_noun(earlier: str, word: str) -> bool:
    """Return whether `het` before a word is an article, and the word no verb: `in het huis`."""
    return earlier in stop_words("preposition") and not INFINITIVE.fullmatch(word)


def _wider(shown: Mapping[str, str], cutter: Cutter) -> Mapping[str, tuple[str, ...]]:
    """Return, for each stem, the words of the register that are compounds with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, word in shown.items():
        for part in cutter.compound(word.lower()):
            if stem(part) in shown and stem(part) != key:
                found[stem(part)].add(word)
    return {key: tuple(sorted(words)) for key, words in found.items()}
