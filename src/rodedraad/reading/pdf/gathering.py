"""A ruled table gathered over the pages that it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.reading.pdf.geometry import in_lines
from rodedraad.reading.pdf.hyphens import Vocabulary
from rodedraad.reading.pdf.paragraphs import paragraphs
from rodedraad.reading.pdf.table import Table, TableCell
from rodedraad.reading.piece import Cell, Piece

_SAME = 4.0
_CLOSE = 20.0  # points
_REPEATED = "herhaalde tabelkop"


@dataclass(slots=True)
class Gathering:
    """The pieces of one table by row and column."""

    number: int
    vocabulary: Vocabulary
    first: Table
    last: Table
    rows: int = 0
    pieces: dict[tuple[int, int], list[Piece]] = field(default_factory=dict)
    repeated: list[Piece] = field(default_factory=list)

    def takes(self, table: Table) -> bool:
        """Whether a table at the top of the next page goes on where this one stopped."""
        if len(self.last.lefts) != len(table.lefts) or bool(self.last.rights) != bool(table.rights):
            return False
        if table.rights:
            return _is_within(table, self.last) and (
                not table.heads or self.rows == 1 or self._is_repeated(table)
            )
        near = all(abs(one - other) < _SAME for one, other in zip(self.last.lefts, table.lefts, strict=True))
        return near and (
            self.last.cut_below or self.rows == 1 or not _has_header(table) or self._is_repeated(table)
        )

    def names(self, table: Table) -> bool:
        """Whether so far this is one ruled row of heads, and a table stands close below it in its columns."""
        first = self.first
        if self.rows != 1 or first.rights or len(first.lefts) != len(table.lefts):
            return False
        ends = [*first.lefts[1:], first.box.right]
        inside = all(
            start - _SAME < left < end
            for start, left, end in zip(first.lefts, table.lefts, ends, strict=True)
        )
        return inside and 0 <= table.box.top - first.box.bottom < _CLOSE

    def _is_repeated(self, table: Table) -> bool:
        return self.first.words(0) == table.words(0)

    def add(self, table: Table, page: int) -> None:
        """Take in a table, or the part of it on another page; a header that returns is kept apart."""
        skipped = (max(1, self.first.heads) if self._is_repeated(table) else 0) if self.rows else 0
        is_cut = self.rows and (self.last.cut_below or _goes_on(table))
        offset = self.rows - skipped - (1 if is_cut else 0)
        heads = self.first.heads or table.heads or int(_has_header(self.first))
        for ruled in table.cells:
            row = ruled.row + offset
            is_header = row < heads and not self.rows
            place = Cell(self.number, row, ruled.column, ruled.row_span, ruled.column_span, is_header)
            found = list(self._read(ruled, place, page, is_head=is_header or ruled.row < skipped))
            if ruled.row < skipped:
                self.repeated += (replace(piece, cell=None, why=_REPEATED) for piece in found)
            else:
                self._put(row, ruled.column, found)
        self.rows = offset + table.rows
        self.last = table

    def _read(self, ruled: TableCell, place: Cell, page: int, *, is_head: bool) -> Iterator[Piece]:
        for paragraph in paragraphs(in_lines(ruled.words), _right_of(ruled), page, is_head=is_head):
            text, box = self.vocabulary.text(paragraph), paragraph.box.rounded()
            yield Piece(text=text, role=BlockRole.CELL, cell=place, page=page, box=box)

    def _put(self, row: int, column: int, found: list[Piece]) -> None:
        """Pieces of a cell that a page cut in two come together; so does a sentence in it."""
        before = self.pieces.setdefault((row, column), [])
        if before and found:
            found = [replace(piece, cell=before[0].cell) for piece in found]
            if found[0].text[0].islower():
                joined = self.vocabulary.join(before[-1].text, found.pop(0).text)
                before[-1] = replace(before[-1], text=joined)
        before += found

    def in_order(self) -> list[Piece]:
        """All pieces, row by row, and after them the headers that returned."""
        return [piece for place in sorted(self.pieces) for piece in self.pieces[place]] + self.repeated


def _is_within(table: Table, before: Table) -> bool:
    """Whether the columns of a table stand where those of the table on the page before stood."""
    ends = [0.0, *before.rights[:-1]]
    starts = [*before.lefts[1:], float("inf")]
    edges = zip(table.lefts, table.rights, ends, starts, strict=True)
    return all(left >= end - _SAME and right <= start + _SAME for left, right, end, start in edges)


def _goes_on(table: Table) -> bool:
    """Whether the first row of a table without rules only ends the cells of the row before the page."""
    if not table.rights or any(cell.column == 0 for cell in table.cells if cell.row == 0):
        return False
    return any(cell.words[0].text[0].islower() for cell in table.cells if cell.row == 0)


def _right_of(cell: TableCell) -> float:
    """How far the text of a cell could reach: as far from its right edge as it stands from its left."""
    padding = min((word.box.left for word in cell.words), default=cell.box.left) - cell.box.left
    return max([cell.box.right - max(padding, 0), *(word.box.right for word in cell.words)])


def _has_header(table: Table) -> bool:
    """Whether the first row is set in bold and the rest is not."""
    first = [word.bold for cell in table.cells if cell.row == 0 for word in cell.words]
    rest = [word.bold for cell in table.cells if cell.row > 0 for word in cell.words]
    return bool(first) and all(first) and not (rest and all(rest))
