"""What two texts have in common, marked in both."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from rodedraad.linking.tokens import stop_words
from rodedraad.model.stems import stem

PIECES: Final = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*|[\W_]+")
SHORTEST_PHRASE: Final = 3
LONGEST: Final = 800
"""Of longer texts only words are compared, not phrases."""


class Stretch(Struct, frozen=True, kw_only=True):
    """A stretch of a text; `common` where the other text says the same."""

    text: str
    common: bool


def in_common(one: str, other: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return two texts with their words and phrases in common marked; joined, the stretches are the text."""
    left, right = PIECES.findall(one), PIECES.findall(other)
    words = _words(left), _words(right)
    phrases = _phrases(*words)
    return (
        _stretches(left, _marks(*words) | phrases[0]),
        _stretches(right, _marks(*reversed(words)) | phrases[1]),
    )


_Words = Sequence[tuple[int, str]]


def _words(pieces: Sequence[str]) -> _Words:
    return [(place, piece.lower()) for place, piece in enumerate(pieces) if piece[0].isalnum()]


def _marks(own: _Words, others: _Words) -> set[int]:
    """Return the places of the words that say something and have their stem in the other text too."""
    stems = {stem(word) for _, word in others if word not in stop_words()}
    return {place for place, word in own if word not in stop_words() and stem(word) in stems}


def _phrases(left: _Words, right: _Words) -> tuple[set[int], set[int]]:
    """Return the places of the words that stand in a row in both texts."""
    if max(len(left), len(right)) > LONGEST:
        return set(), set()
    matcher = SequenceMatcher(None, [word for _, word in left], [word for _, word in right], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= SHORTEST_PHRASE]
    return (
        {place for block in blocks for place, _ in left[block.a : block.a + block.size]},
        {place for block in blocks for place, _ in right[block.b : block.b + block.size]},
    )


def _stretches(pieces: Sequence[str], marked: set[int]) -> tuple[Stretch, ...]:
    return tuple(_joined(pieces, marked))


def _joined(pieces: Sequence[str], marked: set[int]) -> Iterator[Stretch]:
    """Yield the pieces in runs; what stands between two marked words is marked with them."""
    text, before = "", False
    for place, piece in enumerate(pieces):
        common = place in marked or {place - 1, place + 1} <= marked
        if text and common is not before:
            yield Stretch(text=text, common=before)
            text = ""
        text, before = text + piece, common
    if text:
        yield Stretch(text=text, common=before)
