"""The cells of one table, by row and column."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from rodedraad.recognising.units import Unit

MOST_COLUMNS: Final = 100
"""So many columns are seen apart; further ones are read as the last."""


class Grid(Struct, frozen=True, kw_only=True):
    """A table: `rows[r][c]` holds the units of a cell, empty where the cell is; all rows are as wide."""

    rows: tuple[tuple[tuple[Unit, ...], ...], ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


def grid_of(units: Sequence[Unit]) -> Grid:
    """Return the grid of the units of one table; cells that the source left out are empty."""
    width = min(1 + max(unit.block.column or 0 for unit in units), MOST_COLUMNS)
    cells: dict[int, list[list[Unit]]] = defaultdict(lambda: [[] for _ in range(width)])
    for unit in units:
        cells[unit.block.row or 0][min(unit.block.column or 0, width - 1)].append(unit)
    return Grid(rows=tuple(tuple(map(tuple, cells[row])) for row in sorted(cells)))


def cell_text(cell: Sequence[Unit]) -> str:
    """Return the text of a cell on one line."""
    return cell[0].text.strip() if len(cell) == 1 else " ".join([unit.text for unit in cell]).strip()
