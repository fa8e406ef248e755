"""The cells of one table, by row and column."""

from collections.abc import Sequence

from msgspec import Struct

from rodedraad.recognising.units import Unit


class Grid(Struct, frozen=True, kw_only=True):
    """A table: `rows[r][c]` holds the units of a cell, empty where the cell is."""

    rows: tuple[tuple[tuple[Unit, ...], ...], ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row) for row in self.rows), default=0)


def grid_of(units: Sequence[Unit]) -> Grid:
    """Return the grid of the units of one table; cells that the source left out are empty."""
    width = 1 + max(unit.block.column or 0 for unit in units)
    height = 1 + max(unit.block.row or 0 for unit in units)
    cells: list[list[list[Unit]]] = [[[] for _ in range(width)] for _ in range(height)]
    for unit in units:
        cells[unit.block.row or 0][unit.block.column or 0].append(unit)
    return Grid(rows=tuple(tuple(tuple(cell) for cell in row) for row in cells if any(row)))


def cell_text(cell: Sequence[Unit]) -> str:
    """Return the text of a cell on one line."""
    return cell[0].text.strip() if len(cell) == 1 else " ".join([unit.text for unit in cell]).strip()
