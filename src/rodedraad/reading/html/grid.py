"""Where the cells of a table stand, as a browser lays them out."""

from dataclasses import dataclass, field

from rodedraad.reading.piece import Cell

_WIDEST = (
    256  # a wider or longer span is no table of words and figures; the bound keeps time and memory in hand
)
_LONGEST = 65534
_CROWDED = 1000
"""From this column on a cell no longer makes way for what reaches down into its row."""


@dataclass(slots=True)
class Grid:
    """A table that is being read."""

    number: int
    presentation: bool = False
    row: int = -1
    column: int = 0
    width: int = 0
    in_head: bool = False
    taken: dict[int, int] = field(default_factory=dict)

    @property
    def is_layout(self) -> bool:
        """Whether it is no table to a reader: it says so itself, or has one column."""
        return self.presentation or self.width <= 1

    def open_rows(self, *, head: bool) -> None:
        """A thead, tbody or tfoot; no cell spans from one into the next."""
        self.in_head = head
        self.taken.clear()

    def open_row(self) -> None:
        """A new row below the last."""
        self.row += 1
        self.column = 0

    def place(self, row_span: str | None, column_span: str | None, *, header: bool) -> Cell:
        """The next cell of the row, right of what stands there and what reaches down into it."""
        if self.row < 0:
            self.open_row()
        while self.column < _CROWDED and self.taken.get(self.column, -1) >= self.row:
            self.column += 1
        rows, columns = _span(row_span, _LONGEST), _span(column_span, _WIDEST)
        cell = Cell(self.number, self.row, self.column, rows, columns, header or self.in_head)
        if rows > 1:
            self.taken.update(dict.fromkeys(range(self.column, self.column + columns), self.row + rows - 1))
        self.column += columns
        self.width = max(self.width, self.column)
        return cell


def _span(value: str | None, most: int) -> int:
    text = (value or "").strip()
    if not text.isascii() or not text.isdigit():
        return 1
    return max(1, min(int(text[:6]), most))
