"""Words that were broken at the end of a line."""

import re
from collections.abc import Sequence
from functools import reduce

from rodedraad.reading.pdf.paragraphs import Paragraph
from rodedraad.reading.white import tidy

_TORN = re.compile(r"([^\W\d_]{2,})-\Z")
_REST = re.compile(r"[^\W\d_]{2,}")
_NUMBERS = re.compile(r"\d-\Z")
_LINKS = frozenset({"en", "of", "als", "tot", "dan", "noch"})  # "zorg- en welzijnspartijen" keeps its hyphen
_EDGE = "()[].,;:!?\"'‘’“”"
_BROKEN_SHARE = 0.03  # of the lines end in a hyphen: then the typesetter breaks words


class Vocabulary:
    """The words of a document and whether it breaks them, by which a broken word is mended."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = frozenset(word.strip(_EDGE).casefold() for line in lines for word in line.split())
        torn = sum(_TORN.search(line) is not None for line in lines)
        self._breaks = torn > max(1, _BROKEN_SHARE * len(lines))

    def text(self, paragraph: Paragraph) -> str:
        """The lines of a paragraph as one text."""
        return reduce(self.join, (line.text for line in paragraph.lines))

    def join(self, one: str, other: str) -> str:
        """Two lines of one paragraph as one text.

        A hyphen at the end of the first goes only where the document writes the word without it, or
        breaks words and does not write this one with it.
        """
        if _NUMBERS.search(one) and other[:1].isdigit():
            return tidy(one + other)
        torn, rest = _TORN.search(one), _REST.match(other)
        if not torn or not rest or not rest[0][0].islower() or rest[0] in _LINKS:
            return tidy(f"{one} {other}")
        return tidy((one[:-1] if self._is_broken(torn[1], rest[0]) else one) + other)

    def _is_broken(self, start: str, rest: str) -> bool:
        if f"{start}{rest}".casefold() in self._words:
            return True
        return self._breaks and f"{start}-{rest}".casefold() not in self._words
