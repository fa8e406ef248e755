"""Headings, told by the outline of the document, by size and by weight."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rodedraad.reading.pdf.bookmarks import Bookmarks
from rodedraad.reading.pdf.paragraphs import Paragraph

_LARGER = 1.12  # times the size of the running text
_MOST_LINES = 3
_MOST_LETTERS = 200
_DEEPEST = 6
_WORD = re.compile(r"[^\W\d_]{2}")
_ENDINGS = (".", ";", ",")


class Headings:
    """The headings of a document: those that its outline names, and those that are set larger."""

    def __init__(self, paragraphs: Iterable[Paragraph], bookmarks: Bookmarks | None = None) -> None:
        self._bookmarks = bookmarks or Bookmarks()
        self._paragraphs = list(paragraphs)
        self._body = _body_size(self._paragraphs)
        sizes = {round(one.size) for one in self._paragraphs if self._is_large(one)}
        self._sizes = sorted(sizes, reverse=True)

    def level(self, paragraph: Paragraph) -> int | None:
        """The level of a heading, None for other paragraphs.

        What the outline names has its level there; what it does not name stands below all that it names.
        """
        named = self._bookmarks.level(paragraph)
        if named is not None:
            return min(named, _DEEPEST)
        shown = self._shown(paragraph)
        if shown is None or paragraph.page < self._bookmarks.first_page:
            return shown
        return min(max(shown, self._bookmarks.deepest + 1), _DEEPEST)

    def _shown(self, paragraph: Paragraph) -> int | None:
        """The level that size and weight tell; a bold line of common size is the lowest."""
        if self._is_large(paragraph):
            return min(self._sizes.index(round(paragraph.size)) + 1, _DEEPEST)
        if (
            paragraph.bold
            and not self._all_bold
            and _is_short(paragraph)
            and paragraph.size >= self._body - 1
        ):
            return min(len(self._sizes) + 1, _DEEPEST)
        return None

    @property
    def _all_bold(self) -> bool:
        """Whether bold says nothing in this document."""
        return sum(one.bold for one in self._paragraphs) * 2 > len(self._paragraphs)

    def _is_large(self, paragraph: Paragraph) -> bool:
        return paragraph.size >= self._body * _LARGER and _is_short(paragraph)


def _is_short(paragraph: Paragraph) -> bool:
    letters = sum(len(line.text) for line in paragraph.lines)
    is_worded = any(_WORD.search(line.text) for line in paragraph.lines)
    ends_as_text = paragraph.lines[-1].text.endswith(_ENDINGS)
    return len(paragraph.lines) <= _MOST_LINES and letters <= _MOST_LETTERS and is_worded and not ends_as_text


def _body_size(paragraphs: Sequence[Paragraph]) -> float:
    letters: Counter[float] = Counter()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            letters[line.size] += len(line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=0.0)
