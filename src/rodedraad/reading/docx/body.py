"""The paragraphs and tables of a Word document, in reading order."""

from itertools import count

from lxml import etree
from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.reading.docx.numbering import Numbering
from rodedraad.reading.docx.runs import content_of
from rodedraad.reading.docx.styles import Look, Styles
from rodedraad.reading.docx.tables import placed_cells
from rodedraad.reading.docx.xml import children, local
from rodedraad.reading.errors import ReadingError
from rodedraad.reading.numerals import with_marker
from rodedraad.reading.piece import OBJECT, Cell, Piece

_CONTENTS = "inhoudsopgave"
_DEEPEST = 40


class Body:
    """Gathers the pieces of the parts of one document."""

    def __init__(self, styles: Styles, numbering: Numbering, name: str) -> None:
        self.pieces: list[Piece] = []
        self.layout: set[int] = set()
        self._styles = styles
        self._numbering = numbering
        self._name = name
        self._tables = count()
        self._series = 0
        self._list_id: str | None = None
        self._depth = 0
        self._wordless: list[str] = []  # symbols of the paragraphs without text in the cell so far

    def read(
        self, parent: etree._Element | None, path: str, why: str | None = None, cell: Cell | None = None
    ) -> None:
        """Take in the paragraphs and tables within an element."""
        self._depth += 1
        if self._depth > _DEEPEST:
            problem = "tabellen en tekstvakken zijn te diep genest"
            raise ReadingError(self._name, path[:100], problem, "Maak het document eenvoudiger op")
        numbers: dict[str, int] = {}
        for child in children(parent) if parent is not None else ():
            kind = local(child)
            numbers[kind] = numbers.get(kind, 0) + 1
            place = f"{path}/{kind}[{numbers[kind]}]"
            if kind == "p":
                self._paragraph(child, place, why, cell)
            elif kind == "tbl":
                self._table(child, place, why)
        self._depth -= 1

    def _table(self, table: etree._Element, path: str, why: str | None) -> None:
        table_number = next(self._tables)
        placed, width = placed_cells(table, table_number)
        if width <= 1:
            self.layout.add(table_number)
        for one in placed:
            self._cell(one.element, f"{path}/tr[{one.cell.row + 1}]/tc[{one.nth}]", why, one.cell)

    def _cell(self, element: etree._Element, path: str, why: str | None, cell: Cell) -> None:
        before = len(self.pieces)
        self._wordless.clear()
        self.read(element, path, why, cell)
        if self._wordless and len(self.pieces) == before:
            symbols = tuple(self._wordless)
            self.pieces.append(
                Piece(text=OBJECT, role=BlockRole.CELL, symbols=symbols, why=why, cell=cell, path=path)
            )

    def _paragraph(self, paragraph: etree._Element, path: str, why: str | None, cell: Cell | None) -> None:
        content, look = content_of(paragraph), self._styles.look(paragraph)
        texts = content.texts()
        if texts:
            why = _CONTENTS if look.is_contents else why
            first = self._first(texts[0], look, Piece(text="", why=why, cell=cell, path=path))
            rest = (replace(first, text=text) for text in texts[1:])
            self.pieces += (replace(first, symbols=tuple(content.symbols)), *rest)
        else:
            self._wordless += content.symbols
        for index, box in enumerate(content.boxes, start=1):
            self.read(box, f"{path}/txbxContent[{index}]", why, cell)

    def _first(self, text: str, look: Look, base: Piece) -> Piece:
        """The first line of a paragraph, with the number of its list."""
        listed = look.list_id if look.list_id and self._numbering.is_list(look.list_id) else None
        level = look.list_level or 0
        marker = self._numbering.marker(listed, level) if listed else ""
        is_item = listed is not None and look.heading is None
        return replace(
            base,
            text=with_marker(marker, text),
            role=_role(look, is_item=is_item, in_cell=base.cell is not None),
            level=look.heading or (max(0, level) + 1 if is_item else None),
            series=self._series_of(listed if is_item else None),
        )

    def _series_of(self, list_id: str | None) -> int | None:
        """One number for the items that follow each other in one list."""
        if list_id != self._list_id:
            self._series += 1
        self._list_id = list_id
        return None if list_id is None else self._series


def _role(look: Look, *, is_item: bool, in_cell: bool) -> BlockRole:
    if look.heading is not None:
        return BlockRole.HEADING
    if is_item:
        return BlockRole.LIST_ITEM
    return BlockRole.CELL if in_cell else BlockRole.PARAGRAPH
