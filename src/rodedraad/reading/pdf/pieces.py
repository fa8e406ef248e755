"""From laid out pages to the pieces of a document."""

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.reading.marks import bullet_length
from rodedraad.reading.pdf.bookmarks import Bookmarks
from rodedraad.reading.pdf.gathering import Gathering
from rodedraad.reading.pdf.headings import Headings
from rodedraad.reading.pdf.hyphens import Vocabulary
from rodedraad.reading.pdf.order import Column, Layout
from rodedraad.reading.pdf.paragraphs import Paragraph, is_item, paragraphs, was_full
from rodedraad.reading.pdf.table import Table
from rodedraad.reading.piece import Piece

_ENDS = (".", "!", "?", ":", ";")
_SAME_SIZE = 0.6
_SAME_INDENT = 3.0

Flow = list[Paragraph | Table]


def pieces_of(
    layouts: Sequence[Layout], vocabulary: Vocabulary, bookmarks: Bookmarks | None = None
) -> list[Piece]:
    """The pieces of all pages; what runs on over a page or column is one piece."""
    flows = [_flow(layout) for layout in layouts]
    headings = Headings((part for flow in flows for part in flow if isinstance(part, Paragraph)), bookmarks)
    builder = _Builder(headings, vocabulary)
    for layout, flow in zip(layouts, flows, strict=True):
        builder.read(flow, layout.page.number)
        builder.pieces += _margins(layout)
    builder.close()
    return builder.pieces


def _flow(layout: Layout) -> Flow:
    flow: Flow = []
    for part in layout.parts:
        if isinstance(part, Column):
            flow += paragraphs(part.lines, part.right, layout.page.number)
        else:
            flow.append(part)
    return flow


def _margins(layout: Layout) -> Iterator[Piece]:
    for line, why in layout.margins:
        yield Piece(text=line.text, why=why, page=layout.page.number, box=line.box.rounded())


class _Builder:
    def __init__(self, headings: Headings, vocabulary: Vocabulary) -> None:
        self.pieces: list[Piece] = []
        self._headings = headings
        self._vocabulary = vocabulary
        self._tables = count()
        self._series = count()
        self._list: int | None = None
        self._indents: list[float] = []
        self._open: Gathering | None = None
        self._is_top = False
        self._last: tuple[int, Paragraph] | None = None  # the last running text, and where its piece stands

    def read(self, flow: Flow, page: int) -> None:
        """Take in a page."""
        for index, part in enumerate(flow):
            self._is_top = index == 0
            if isinstance(part, Table):
                self._table(part, page)
            else:
                self.close()
                self._paragraph(part)

    def _paragraph(self, paragraph: Paragraph) -> None:
        level = self._headings.level(paragraph)
        piece = Piece(text=self._vocabulary.text(paragraph), page=paragraph.page, box=paragraph.box.rounded())
        if is_item(paragraph.lines[0]) and level is None:
            self.pieces.append(self._item(piece, paragraph))
            self._last = (len(self.pieces) - 1, paragraph)
            return
        earlier = self._unfinished(paragraph) if level is None else None
        if earlier is not None:
            joined = self._vocabulary.join(self.pieces[earlier].text, piece.text)
            self.pieces[earlier] = replace(self.pieces[earlier], text=joined)
            self._last = (earlier, paragraph)
            return
        self._list = None
        self._indents.clear()
        role = BlockRole.PARAGRAPH if level is None else BlockRole.HEADING
        self.pieces.append(replace(piece, role=role, level=level))
        self._last = None if level else (len(self.pieces) - 1, paragraph)

    def _item(self, piece: Piece, paragraph: Paragraph) -> Piece:
        left = paragraph.box.left
        if self._list is None:
            self._list = next(self._series)
        while self._indents and self._indents[-1] > left + _SAME_INDENT:
            self._indents.pop()
        if not self._indents or self._indents[-1] < left - _SAME_INDENT:
            self._indents.append(left)
        text = piece.text[bullet_length(piece.text) :]
        return replace(
            piece, text=text, role=BlockRole.LIST_ITEM, level=len(self._indents), series=self._list
        )

    def _unfinished(self, paragraph: Paragraph) -> int | None:
        """The piece that this paragraph goes on with, cut off by the end of a page or column."""
        if self._last is None or self.pieces[self._last[0]].text.endswith(_ENDS):
            return None
        index, before = self._last
        turned = before.page != paragraph.page or paragraph.box.top < before.box.top
        same_size = abs(before.size - paragraph.size) <= _SAME_SIZE
        goes_on = paragraph.lines[0].text[0].islower() or was_full(
            before.lines[-1], paragraph.lines[0], before.right
        )
        return index if turned and same_size and goes_on else None

    def _table(self, table: Table, page: int) -> None:
        self._list = self._last = None
        self._indents.clear()
        if not (self._open and (self._open.takes(table) if self._is_top else self._open.names(table))):
            self.close()
            self._open = Gathering(next(self._tables), self._vocabulary, table, table)
        self._open.add(table, page)

    def close(self) -> None:
        """What comes next is no part of the table that is open."""
        if self._open:
            self.pieces += self._open.in_order()
        self._open = None
