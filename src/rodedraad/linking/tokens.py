"""Dutch words, and what of them can be compared: stems, parts of compounds, character n-grams."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from rodedraad.linking.tables import rows
from rodedraad.model.stems import stem

WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
GRAM_SIZES: Final = (3, 4, 5)
SHORTEST_COMPOUND: Final = 8
SHORTEST_PART: Final = 4
REMEMBERED_WORDS: Final = 1 << 17
LINKING_LETTERS: Final = ("", "s", "en", "e", "n")


@cache
def stop_words(of: str = "") -> frozenset[str]:
    """Return the words of the closed classes of Dutch, or of one; they say nothing of a subject."""
    return frozenset(row["word"] for row in rows("stopwords.tsv") if of in {"", row["class"]})


def words(text: str) -> list[str]:
    """Return the content words of a text in lower case, in order."""
    return [word for word in map(str.lower, WORD.findall(text)) if len(word) > 1 and word not in stop_words()]


def spelling(text: str) -> list[str]:
    """Return all words of a text in lower case, in order."""
    return WORD.findall(text.lower())


def grams(word: str) -> Counter[str]:
    """Return the character 3- to 5-grams of a word, counted; its start and its end are marked."""
    marked = f" {word} "
    return Counter([marked[i : i + size] for size in GRAM_SIZES for i in range(len(marked) - size + 1)])


class Compounds:
    """Splits a compound in two words that stand by themselves elsewhere in the same corpus."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Take the words of the corpus."""
        self._known = frozenset(word for word in vocabulary if len(word) >= SHORTEST_PART)
        self._found: dict[str, tuple[str, str] | None] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the stems of the two parts of a compound, or nothing; the longest head wins."""
        cut = self.cut(word)
        return tuple(map(stem, cut)) if cut else ()

    def cut(self, word: str) -> tuple[str, str] | None:
        """Return the two words that a compound is made of, the first without its linking letters."""
        if word not in self._found:
            self._found[word] = next(self.cuts(word), None)
        return self._found[word]

    def cuts(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield every two words that a compound can be made of, the likeliest first."""
        if len(word) < SHORTEST_COMPOUND:
            return
        for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            head = word[place:]
            if head in self._known:
                yield from ((modifier, head) for modifier in self._modifiers(word[:place]))

    def _modifiers(self, left: str) -> Iterator[str]:
        for letters in LINKING_LETTERS:
            bare = left.removesuffix(letters)
            if left.endswith(letters) and bare in self._known:
                yield bare
