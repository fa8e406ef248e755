"""What the texts of a shelf are made of, counted: every text is read once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from rodedraad.linking.meanings import meanings
from rodedraad.linking.shelf import Entry, content_words, named_in
from rodedraad.linking.sparse import (
    Ints,
    Matrix,
    counted,
    fill,
    light,
    listed,
    presence,
    rows_of,
    sublinear,
    times,
)
from rodedraad.linking.stems import Stems, stems
from rodedraad.linking.tokens import grams, spelling

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
    numbers = {word: number for number, word in enumerate(vocabulary)}
    words = listed(content, numbers)
    known = stems(vocabulary, _first(words, text))
    return Space(
        text=text,
        above=place,
        words=counted(words),
        titles=counted(listed(titles, numbers)),
        stems=known,
        grams=light(sublinear(_grams([spelling(one) for one in texts]))),
        runs=light(_runs(words, known)),
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


def _first(words: Matrix, text: Ints) -> Ints:
    """Return for each word the number of the first entry that has it, or how many entries there are."""
    entries = np.unique(text, return_index=True)[1]
    seen, place = np.unique(words.indices, return_index=True)
    first = np.full(words.shape[1], text.size)
    first[seen] = entries[np.searchsorted(words.indptr, place, side="right") - 1]
    return first


def _presence(bags: Iterable[Iterable[str]]) -> Matrix:
    return fill([dict.fromkeys(sorted(bag), 1.0) for bag in bags])


def _grams(spelled: Sequence[Sequence[str]]) -> Matrix:
    """Return the counts of n-grams: those of each word once, times the words of each text."""
    vocabulary = _vocabulary(spelled)
    words = listed(spelled, {word: number for number, word in enumerate(vocabulary)})
    return times(words, fill([grams(word) for word in vocabulary]))


def _runs(words: Matrix, known: Stems) -> Matrix:
    """Return the presence of runs of stems, each by the numbers of its stems, for words in their order."""
    stem = known.own[words.indices].astype(np.int64)
    row = np.repeat(np.arange(words.shape[0]), np.diff(words.indptr))
    whole = np.flatnonzero(row[: 1 - RUN] == row[RUN - 1 :])
    run = np.zeros(whole.size, dtype=np.int64)
    for step in range(RUN):
        run = run * known.count + stem[whole + step]
    column = np.unique(run, return_inverse=True)[1]
    sizes = np.bincount(row[whole], minlength=words.shape[0])
    return presence(counted(rows_of(column, np.ones(whole.size), sizes, int(column.max(initial=0)) + 1)))
