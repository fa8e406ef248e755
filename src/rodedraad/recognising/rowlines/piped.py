"""Tables of figures whose rows are lines with bars between their cells."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from rodedraad.recognising.numbers import read_figure
from rodedraad.recognising.rowlines.cutting import Part
from rodedraad.recognising.units import Unit

_RULE: Final = re.compile(r"[\s|:-]*-{3}[\s|:-]*")
_CELL: Final = re.compile(r"[^|]+")
_LETTER: Final = re.compile(r"[VN]", re.IGNORECASE)
FEWEST: Final = 2
"""So many rows at least are a table."""


class Piped(NamedTuple):
    """The rows of a table, each cut into cells; the rule has none."""

    rows: tuple[tuple[Part, ...], ...]
    width: int


class _Cell(NamedTuple):
    start: int
    end: int
    text: str
    place: int


def piped_rows(units: Sequence[Unit]) -> Piped | None:
    """Return the table whose heads are the first line; None where the lines below hold no figures."""
    ruled = len(units) > 1 and _RULE.fullmatch(units[1].text) is not None
    first = 1 + ruled
    heads = _cells(units[0].text)
    body = [_cells(unit.text) for unit in units[first : _length(units)]]
    if len(body) < FEWEST or _are_figures([heads]) or not _are_figures(body):
        return None
    aligned = all(row[-1].place <= heads[-1].place for row in body if row)
    shift = int(not aligned and _figures_behind(body) >= len(heads))
    above = tuple(Part(cell.start, cell.end, cell.place + shift) for cell in heads)
    width = heads[-1].place + 1 + shift
    rows = [_placed(row) if aligned else _counted(row, width) for row in body]
    return Piped((above, *[()] * ruled, *rows), width)


def _figures_behind(body: Sequence[Sequence[_Cell]]) -> int:
    """Return how many figures most rows end in; letters do not count."""
    cells = [[cell for cell in row if not _LETTER.fullmatch(cell.text)] for row in body]
    counts = Counter(sum(1 for _ in takewhile(_is_figure, reversed(row))) for row in cells)
    return max(counts, key=lambda count: (counts[count], count))


def _are_figures(body: Sequence[Sequence[_Cell]]) -> bool:
    """Whether most cells behind the first of each row are figures or letters V and N."""
    behind = [cell.text for row in body for cell in row[1:]]
    told = sum(read_figure(text) is not None or _LETTER.fullmatch(text) is not None for text in behind)
    return told * 2 > len(behind)


def _length(units: Sequence[Unit]) -> int:
    """Return how many of the first lines have bars."""
    return next(
        (at for at, unit in enumerate(units) if "|" not in unit.text or unit.block.table is not None),
        len(units),
    )


def _cells(line: str) -> list[_Cell]:
    """Return the cells of a line that are not empty; one without bars before or behind it has its place."""
    found = []
    for match in _CELL.finditer(line):
        text = match.group().strip()
        if text:
            start = match.start() + match.group().index(text)
            place = line.count("|", 0, match.start()) - line.lstrip().startswith("|")
            found.append(_Cell(start, start + len(text), text, place))
    return found


def _placed(row: Sequence[_Cell]) -> tuple[Part, ...]:
    return tuple(Part(cell.start, cell.end, cell.place) for cell in row)


def _counted(row: Sequence[_Cell], width: int) -> tuple[Part, ...]:
    """Return a row whose cells do not stand under their heads: in order, where there are as many figures.

    A letter V or N goes with the figure before it, what stands before the figures is code and name.
    """
    letters = [cell for cell in row if _LETTER.fullmatch(cell.text)]
    cells = [cell for cell in row if cell not in letters]
    names = len(cells) - sum(1 for _ in takewhile(_is_figure, reversed(cells)))
    first = max(names, 1)
    columns: dict[int, int | None] = {cell.start: 0 for cell in cells[:first]}
    full = len(cells) - first == width - 1
    columns |= {cell.start: at if full else None for at, cell in enumerate(cells[first:], start=1)}
    return tuple(_in_order(row, columns))


def _is_figure(cell: _Cell) -> bool:
    return read_figure(cell.text) is not None


def _in_order(row: Sequence[_Cell], columns: Mapping[int, int | None]) -> Iterator[Part]:
    column: int | None = 0
    for cell in row:
        column = columns.get(cell.start, column)
        yield Part(cell.start, cell.end, column)
