"""The paragraphs, lists and tables of an OpenDocument, in reading order."""

from collections.abc import Callable
from itertools import count
from typing import NamedTuple

from lxml import etree
from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.reading.errors import ReadingError
from rodedraad.reading.numerals import with_marker
from rodedraad.reading.odt.counting import Counting
from rodedraad.reading.odt.runs import content_of
from rodedraad.reading.odt.styles import Styles
from rodedraad.reading.odt.tables import placed_cells
from rodedraad.reading.odt.xml import q, short, whole
from rodedraad.reading.piece import OBJECT, Cell, Piece

_DEEPEST = 60
_CONTENTS = "inhoudsopgave"
_INDEXES = frozenset(
    {"text:table-of-content", "text:alphabetical-index", "text:illustration-index", "text:table-index"}
)
_GROUPS = frozenset(
    {"text:index-body", "text:index-title", "text:list-header", "draw:text-box", "draw:frame"}
)
_HIDDEN = frozenset({"none", "condition"})


class _Around(NamedTuple):
    """What holds for a paragraph by what it stands in."""

    why: str | None = None
    cell: Cell | None = None
    series: int | None = None
    list_style: str | None = None
    depth: int = 0


class Body:
    """Gathers the pieces of the parts of one document."""

    def __init__(self, styles: Styles, name: str) -> None:
        self.pieces: list[Piece] = []
        self.layout: set[int] = set()
        self._styles = styles
        self._name = name
        self._counting = Counting(styles)
        self._marker = ""
        self._notes: list[etree._Element] = []
        self._wordless: list[str] = []  # symbols of the paragraphs without text in the cell so far
        self._tables = count()
        self._series = count()
        self._depth = 0
        self._readers: dict[str, Callable[[etree._Element, str, _Around], None]] = {
            "text:p": self._paragraph,
            "text:h": self._paragraph,
            "text:list": self._list,
            "text:list-item": self._item,
            "table:table": self._table,
            "text:section": self._section,
            **dict.fromkeys(_GROUPS, self._within),
            **dict.fromkeys(_INDEXES, self._index),
        }

    def read(self, parent: etree._Element | None, path: str, why: str | None = None) -> None:
        """Take in the paragraphs, lists and tables within an element."""
        if parent is not None:
            self._within(parent, path, _Around(why))

    def read_notes(self) -> None:
        """Take in the notes of what was read so far."""
        for number, note in enumerate(self._notes, start=1):
            body = note.find(q("text:note-body"))
            self.read(body, f"/note[{number}]")
        self._notes.clear()

    def _within(self, parent: etree._Element, path: str, around: _Around) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            problem = "lijsten, tabellen en kaders zijn te diep genest"
            raise ReadingError(self._name, path[:100], problem, "Maak het document eenvoudiger op")
        numbers: dict[str, int] = {}
        for child in parent:
            kind = short(child)
            numbers[kind] = numbers.get(kind, 0) + 1
            reader = self._readers.get(kind)
            if reader:
                reader(child, f"{path}/{kind.rpartition(':')[2]}[{numbers[kind]}]", around)
        self._depth -= 1

    def _section(self, section: etree._Element, path: str, around: _Around) -> None:
        if section.get(q("text:display")) not in _HIDDEN:
            self._within(section, path, around)

    def _index(self, index: etree._Element, path: str, around: _Around) -> None:
        self._within(index, path, around._replace(why=around.why or _CONTENTS))

    def _list(self, listing: etree._Element, path: str, around: _Around) -> None:
        style = listing.get(q("text:style-name")) or around.list_style or self._own_style(listing)
        continues = listing.get(q("text:continue-numbering")) == "true" or listing.get(
            q("text:continue-list")
        )
        if around.depth == 0 and not continues:
            self._counting.restart(style)
        series = next(self._series) if around.series is None else around.series
        self._within(listing, path, around._replace(series=series, list_style=style, depth=around.depth + 1))

    def _own_style(self, listing: etree._Element) -> str | None:
        first = listing.find(f"{q('text:list-item')}/{q('text:p')}")
        return self._styles.list_of(first) if first is not None else None

    def _item(self, item: etree._Element, path: str, around: _Around) -> None:
        start = whole(item, "text:start-value", -1, 10**6)
        first = next(iter(item), None)
        if first is not None and short(first) != "text:list":
            style = around.list_style or "none"
            self._marker = self._counting.marker(style, around.depth, None if start < 0 else start)
        self._within(item, path, around)
        self._marker = ""

    def _table(self, table: etree._Element, path: str, around: _Around) -> None:
        number = next(self._tables)
        placed, width = placed_cells(table, number)
        if width <= 1:
            self.layout.add(number)
        for one in placed:
            place = f"{path}/table-row[{one.cell.row + 1}]/table-cell[{one.cell.column + 1}]"
            self._cell(one.element, place, _Around(around.why, one.cell))

    def _cell(self, cell: etree._Element, path: str, around: _Around) -> None:
        before = len(self.pieces)
        self._wordless.clear()
        self._within(cell, path, around)
        if self._wordless and len(self.pieces) == before:
            symbols = tuple(self._wordless)
            self.pieces.append(
                Piece(
                    text=OBJECT,
                    role=BlockRole.CELL,
                    symbols=symbols,
                    cell=around.cell,
                    why=around.why,
                    path=path,
                )
            )

    def _paragraph(self, paragraph: etree._Element, path: str, around: _Around) -> None:
        content, heading = content_of(paragraph), self._styles.heading(paragraph)
        self._notes += content.notes
        texts = content.texts()
        if texts:
            marker = self._marker_of(paragraph, heading)
            first = Piece(
                text=with_marker(marker, texts[0]),
                role=_role(heading, around),
                level=heading or around.depth or None,
                cell=around.cell,
                series=around.series,
                symbols=tuple(content.symbols),
                why=around.why,
                path=path,
            )
            self.pieces += (first, *(replace(first, text=text, symbols=()) for text in texts[1:]))
        else:
            self._wordless += content.symbols
        for index, box in enumerate(content.boxes, start=1):
            self._within(box, f"{path}/text-box[{index}]", _Around(around.why, around.cell))

    def _marker_of(self, paragraph: etree._Element, heading: int | None) -> str:
        """The number before a paragraph: that of its list item, if it is the first, or of its heading."""
        marker, self._marker = self._marker, ""
        is_counted = short(paragraph) == "text:h" and paragraph.get(q("text:is-list-header")) != "true"
        return self._counting.marker(None, heading) if heading and is_counted and not marker else marker


def _role(heading: int | None, around: _Around) -> BlockRole:
    if heading:
        return BlockRole.HEADING
    if around.depth:
        return BlockRole.LIST_ITEM
    return BlockRole.CELL if around.cell else BlockRole.PARAGRAPH
