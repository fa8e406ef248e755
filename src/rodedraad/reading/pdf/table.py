"""A table on one page, whether its cells are ruled or only stand below each other."""

from msgspec import Struct

from rodedraad.reading.pdf.geometry import Box, Word


class TableCell(Struct, frozen=True):
    """A cell with its words; row and column count from 0."""

    box: Box
    row: int
    column: int
    row_span: int
    column_span: int
    words: tuple[Word, ...]


class Table(Struct, frozen=True):
    """A table on one page; a page may have cut off its first or last row.

    `lefts` and `rights` are the edges of its columns, `heads` counts the rows of column heads where they
    can be told.
    """

    box: Box
    cells: tuple[TableCell, ...]
    lefts: tuple[float, ...]
    rights: tuple[float, ...] = ()
    heads: int = 0
    cut_above: bool = False
    cut_below: bool = False

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(cell.row + cell.row_span for cell in self.cells)

    def words(self, row: int) -> list[str]:
        """The words of a row, from left to right."""
        return [word.text for cell in self.cells if cell.row == row for word in cell.words]
