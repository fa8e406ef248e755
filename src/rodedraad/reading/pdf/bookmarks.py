"""The outline of a PDF: which lines its maker named as headings, and how deep."""

from collections.abc import Iterable
from typing import NamedTuple

from pypdfium2 import PdfBookmark, PdfDocument, PdfiumError

from rodedraad.reading.pdf.paragraphs import Paragraph

_DEEPEST = 6
_MOST = 20_000  # a heading on each line of the longest document; more is no outline
_LONGEST = 250


class Mark(NamedTuple):
    """One line of the outline: the page that it leads to (from 1), its level (from 1), its words."""

    page: int
    level: int
    title: str


class Bookmarks:
    """Finds the headings that the outline names; the outline of a scan or export may name none."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._levels: dict[tuple[int, str], int] = {}
        self.deepest = 0
        for mark in marks:
            key = _key(mark.title)
            if key:
                self._levels.setdefault((mark.page, key), mark.level)
                self.deepest = max(self.deepest, mark.level)
        self.first_page = min((page for page, _ in self._levels), default=0)

    def level(self, paragraph: Paragraph) -> int | None:
        """The level of a paragraph whose words the outline names on its page; None for any other."""
        text = "".join(line.text for line in paragraph.lines)
        return None if len(text) > _LONGEST else self._levels.get((paragraph.page, _key(text)))


def bookmarks_of(document: PdfDocument) -> Bookmarks:
    """The outline of a document; empty where there is none or where it is damaged."""
    try:
        return Bookmarks(_marks(document))
    except PdfiumError:
        return Bookmarks()


def _marks(document: PdfDocument) -> Iterable[Mark]:
    for count, one in enumerate(document.get_toc(max_depth=_DEEPEST)):
        page = _page(one)
        if count > _MOST:
            return
        if page is not None:
            yield Mark(page + 1, one.level + 1, one.get_title())


def _page(bookmark: PdfBookmark) -> int | None:
    """The page that a bookmark leads to, counted from 0."""
    destination = bookmark.get_dest()
    page: int | None = None if destination is None else destination.get_index()
    return page


def _key(text: str) -> str:
    """The letters and digits of a title: spaces and dashes differ between a page and its outline."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
