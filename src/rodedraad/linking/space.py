"""What the texts of a shelf are made of, counted: every text is read once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from rodedraad.linking.meanings import meanings
from rodedraad.linking.shelf import Entry, content_words, named_in
from rodedraad.linking.sparse import Ints, Matrix, fill, light, presence, rows_of, sublinear, times
from rodedraad.linking.stems import Stems, stems
from rodedraad.linking.tokens import grams, spelled

RUN: Final = 3


@dataclass(frozen=True, slots=True)
class Space:
    """A row a distinct text in every matrix, or a distinct place, in order of first appearance.

    What reports repeat is read once, and what is known by an entry are the first rows.
    """

    text: Ints
    """For each entry the row of its text."""
    above: Ints
    """For each entry the row of its place: what it stands under."""
    words: Matrix
    """Counts of content words."""
    titles: Matrix
    """Counts of the same words in what entries stand under."""
    stems: Stems
    """What the words are compared by."""
    grams: Matrix
    """Counts of character 3- to 5-grams, dampened."""
    runs: Matrix
    """Presence of runs of three content words."""
    meanings: Matrix
    """Presence of what the words mean in this field."""
    named: Matrix
    """Presence of names, laws, numbers and years."""


def embed(entries: Sequence[Entry]) -> Space:
    """Return what the texts and the places of entries, in order of time, are made of."""
    texts, text = _distinct([entry.wording for entry in entries])
    above, place = _distinct([" ".join(one.text for one in entry.path) for entry in entries])
    content, titles = [content_words(one) for one in texts], [content_words(one) for one in above]
    vocabulary = _vocabulary((*content, *titles))
    known = stems(vocabulary, _first(content, text))
    return Space(
        text=text,
        above=place,
        words=fill([Counter(one) for one in content], vocabulary),
        titles=fill([Counter(one) for one in titles], vocabulary),
        stems=known,
        grams=light(sublinear(_grams([spelled(one) for one in texts]))),
        runs=light(_runs(content, dict(zip(vocabulary, known.own.tolist(), strict=True)), known.count)),
        meanings=light(_presence([meanings(one) for one in texts])),
        named=light(_presence([{*map(str.lower, named_in(one))} for one in texts])),
    )


def _distinct(texts: Sequence[str]) -> tuple[list[str], Ints]:
    """Return the distinct texts, and for each text which of them it is."""
    rows: dict[str, int] = {}
    which = np.array([rows.setdefault(text, len(rows)) for text in texts], dtype=np.int64)
    return list(rows), which


def _vocabulary(texts: Iterable[Iterable[str]]) -> list[str]:
    """Return all words of texts by the alphabet; where there are none, one that nothing holds."""
    return sorted(set(chain.from_iterable(texts))) or [""]


def _first(content: Sequence[Sequence[str]], text: Ints) -> Mapping[str, int]:
    """Return for each word the number of the first entry that has it."""
    entries = np.unique(text, return_index=True)[1].tolist()
    first: dict[str, int] = {}
    for words, entry in zip(content, entries, strict=True):
        for word in words:
            first.setdefault(word, entry)
    return first


def _presence(bags: Iterable[Iterable[str]]) -> Matrix:
    return fill([dict.fromkeys(sorted(bag), 1.0) for bag in bags])


def _grams(bags: Sequence[Mapping[str, float]]) -> Matrix:
    """Return the counts of n-grams: those of each word once, times the words of each bag."""
    vocabulary = _vocabulary(bags)
    return times(fill(bags, vocabulary), fill([grams(word) for word in vocabulary]))


def _runs(content: Sequence[Sequence[str]], stem_of: Mapping[str, int], count: int) -> Matrix:
    """Return the presence of runs of stems, each by the numbers of its stems, of which there are `count`."""
    numbers = [[stem_of[word] for word in words] for words in content]
    runs = [np.fromiter(_numbered(one, count), np.int64) for one in numbers]
    found = [np.unique(one) for one in runs]
    known, columns = np.unique(np.concatenate([np.zeros(0, np.int64), *found]), return_inverse=True)
    return presence(rows_of(columns, np.ones(columns.size), [one.size for one in found], known.size))


def _numbered(stems_: Sequence[int], count: int) -> Iterator[int]:
    for one, two, three in zip(stems_, stems_[1:], stems_[2:], strict=False):
        yield (one * count + two) * count + three
