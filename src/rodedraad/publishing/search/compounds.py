"""Compounds cut where an index can see their parts, and joined again where a person reads them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from rodedraad.linking.meanings import vocabulary
from rodedraad.linking.tokens import LINKING_LETTERS, SHORTEST_PART, Compounds, stop_words

CUT: Final = "^"
"""What Pagefind splits a word at, and hardly ever stands in a text; static/search.js takes it out again."""
LETTERS: Final = re.compile(r"[^\W\d_]+")
SHORTEST: Final = 5
"""The letters of the known part of a compound of which one part alone is known."""


class Cutter:
    """Cuts the compounds of texts by the words that stand by themselves in the texts or in the field.

    A reader searches for a part that may stand nowhere alone, so one known part is enough to cut:
    a cut too many costs a word that nobody looks for, a cut too few hides what was asked.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = {word.lower() for text in texts for word in LETTERS.findall(text)}
        known = (words | vocabulary()) - stop_words()
        self._compounds = Compounds(known)
        self._known = frozenset(word for word in known if len(word) >= SHORTEST)
        self._place, self._unmarked = cache(self._find_place), cache(self._find_unmarked)

    def cut(self, text: str) -> str:
        """Return a text with a mark between the two parts of every compound."""
        return LETTERS.sub(lambda found: self._marked(found.group()), text.replace(CUT, " "))

    def within(self, text: str) -> tuple[str, ...]:
        """Return the parts of compounds in a text that one mark in a word cannot show."""
        words = {word.lower() for word in LETTERS.findall(text)}
        return tuple(sorted({part for word in words for part in self._unmarked(word)}))

    def _find_unmarked(self, word: str) -> frozenset[str]:
        """Return the parts of the parts of a compound, and the known words that it also ends in."""
        below = (part for first in self.parts(word) for part in self._below(first))
        heads = (word[place:] for place in self._heads(word) if place != self._place(word))
        return frozenset((*below, *heads))

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the two parts of a compound in lower case as they are spelled, or nothing."""
        place = self._place(word)
        return (word[:place], word[place:]) if place else ()

    def compound(self, word: str) -> tuple[str, ...]:
        """Return the two words, both known, that a compound in lower case is made of, or nothing."""
        return self._compounds.cut(word) or ()

    def _marked(self, word: str) -> str:
        return CUT.join((word[:place], word[place:])) if (place := self._place(word.lower())) else word

    def _find_place(self, word: str) -> int:
        """Return where the second part begins: of two known words, else of one; 0 where there is none."""
        both = self._compounds.cut(word)
        if both is not None:
            return len(word) - len(both[1])
        lefts = range(len(word) - SHORTEST_PART, SHORTEST - 1, -1)
        modifiers = (place for place in lefts if self._is_modifier(word[:place]))
        return next(self._heads(word), 0) or next(modifiers, 0)

    def _heads(self, word: str) -> Iterator[int]:
        """Yield where the known words begin that a word ends in, the longest first."""
        places = range(SHORTEST_PART, len(word) - SHORTEST + 1)
        return (place for place in places if word[place:] in self._known)

    def _is_modifier(self, left: str) -> bool:
        return any(left.removesuffix(letters) in self._known for letters in LINKING_LETTERS)

    def _below(self, word: str) -> Iterator[str]:
        for part in self.parts(word):
            yield part
            yield from self._below(part)
