"""The rows of a table that has no ruled cells: which lines make up one cell, and which cells one row."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rodedraad.reading.marks import bullet_length
from rodedraad.reading.pdf.geometry import Box, Line, around
from rodedraad.reading.pdf.table import TableCell

_LOOSEST = 1.45  # of the size: lines further apart are not of one paragraph
_SAME = 1.08  # times the least distance between lines
_SAME_SIZE = 0.6  # points
_UP, _DOWN = 0.6, 0.05  # of the size: the height of small letters above and below their base
_FEWEST_BANDS = 3
_FEW_CUTS = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_FIRSTS = 2
_FEWEST_COLUMNS = 3
_MOST_HEADS = 4


class Bit(NamedTuple):
    """The part of a line that stands in one cell; a `span` above 1 runs over several columns.

    `at` counts the lines of the page.
    """

    line: Line
    at: int
    column: int
    span: int

    @property
    def base(self) -> float:
        """The line that its letters stand on."""
        return self.line.words[0].base

    @property
    def high(self) -> float:
        """Where its small letters begin."""
        return self.base - _UP * self.line.size

    @property
    def low(self) -> float:
        """Just below its letters."""
        return self.base + _DOWN * self.line.size


Run = list[Bit]
Row = list[Run]


def cells_of(
    bits: Sequence[Bit], lefts: Sequence[float], rights: Sequence[float], cuts: Sequence[float]
) -> tuple[list[TableCell], int]:
    """The cells of a table, and how many of its rows hold column heads."""
    reader = _Reader(bits, rights, cuts)
    rows = [_over_all(row, len(lefts)) for row in reader.rows()]
    return [
        _cell(group, number, lefts, rights) for number, row in enumerate(rows) for group in _by_place(row)
    ], reader.heads(rows)


def _over_all(row: Row, columns: int) -> Row:
    """A row of nothing but its first cell names the rows below it: that cell runs over all columns."""
    if columns < _FEWEST_COLUMNS or any(bit.column or bit.span > 1 for run in row for bit in run):
        return row
    return [[bit._replace(span=columns) for bit in run] for run in row]


def _by_place(row: Row) -> list[Run]:
    """The bits of a row by the columns that they stand in, from left to right."""
    groups: dict[tuple[int, int], Run] = {}
    for run in row:
        groups.setdefault((run[0].column, run[0].span), []).extend(run)
    return [sorted(groups[place], key=lambda bit: bit.base) for place in sorted(groups)]


def _cell(run: Run, row: int, lefts: Sequence[float], rights: Sequence[float]) -> TableCell:
    column, span = run[0].column, run[0].span
    inside = around(bit.line.box for bit in run)
    box = Box(lefts[column], inside.top, max(rights[column + span - 1], inside.right), inside.bottom)
    return TableCell(box, row, column, 1, span, tuple(word for bit in run for word in bit.line.words))


class _Reader:
    def __init__(self, bits: Sequence[Bit], rights: Sequence[float], cuts: Sequence[float]) -> None:
        self.bits = sorted(bits, key=lambda bit: (bit.base, bit.column))
        self.rights = rights
        self.cuts = cuts
        self.filled: dict[int, int] = {}
        for bit in self.bits:
            self.filled[bit.at] = self.filled.get(bit.at, 0) + 1
        self.least = self._least()
        self.head_lines = self._head_lines()
        self.parted = self._parted()

    def rows(self) -> list[Row]:
        """The rows from top to bottom, each a list of runs of lines."""
        rows: list[Row] = []
        banded = [self._rows_between(band) for band in self._bands()]
        whole = self._ruled_rows(banded)
        for found in banded:
            rows += [[run for row in found for run in row]] if whole else _taken_in(found)
        return rows

    def _bands(self) -> list[list[Bit]]:
        """The bits between rules."""
        bands: dict[int, list[Bit]] = {}
        for bit in self.bits:
            bands.setdefault(sum(cut < bit.base - bit.line.size / 4 for cut in self.cuts), []).append(bit)
        return [bands[key] for key in sorted(bands)]

    def _ruled_rows(self, banded: Sequence[Sequence[Row]]) -> bool:
        """Whether rules part all rows: then what stands between two of them is one row."""
        if len(banded) < _FEWEST_BANDS:
            return False
        single = sum(len(_taken_in(rows)) == 1 for rows in banded)
        firsts = max(sum(_starts_first(row) for row in rows) for rows in banded)
        return single * 2 > len(banded) and firsts <= _MOST_FIRSTS and not self._spans_below(banded)

    def _spans_below(self, banded: Sequence[Sequence[Row]]) -> bool:
        """Whether cells that run over columns stand among the rows between two rules."""
        return any(run[0].span > 1 for rows in banded for row in rows[1:] for run in row)

    def _rows_between(self, bits: Sequence[Bit]) -> list[Row]:
        runs: list[Run] = []
        for place in sorted({(bit.column, bit.span) for bit in bits}):
            runs += self._runs([bit for bit in bits if (bit.column, bit.span) == place])
        return _overlapping(runs)

    def _runs(self, bits: Sequence[Bit]) -> list[Run]:
        """Lines of one column that follow each other in one cell."""
        runs: list[Run] = []
        for bit in bits:
            if runs and self._goes_on(runs[-1][-1], bit):
                runs[-1].append(bit)
            else:
                runs.append([bit])
        return runs

    def _goes_on(self, before: Bit, bit: Bit) -> bool:
        step = bit.base - before.base
        if step > self.least * _SAME or abs(bit.line.size - before.line.size) > _SAME_SIZE:
            return False
        if before.line.bold != bit.line.bold or bullet_length(bit.line.text):
            return bool(bullet_length(bit.line.text)) and self.filled[bit.at] == 1
        if bit.at in self.head_lines:
            return True
        if (before.at, bit.at) in self.parted or (self.filled[bit.at] > 1 and _is_figure(bit.line.text)):
            return False
        return (
            self._was_full(before, bit)
            or bit.line.text[0].islower()
            or (self.filled[bit.at] == 1 and not _is_figure(bit.line.text))
        )

    def _was_full(self, before: Bit, bit: Bit) -> bool:
        first = bit.line.words[0].box
        right = self.rights[before.column + before.span - 1]
        if _is_figure(before.line.text):
            return False
        return before.line.box.right + (first.right - first.left) + bit.line.size / 4 > right

    def _parted(self) -> frozenset[tuple[int, int]]:
        """The pairs of lines that cannot be of one row: figures, or whole first cells, stand in both."""
        return frozenset(
            (before.at, bit.at)
            for before, bit in self._pairs()
            if (_is_figure(before.line.text) and _is_figure(bit.line.text))
            or (bit.column == 0 and not self._was_full(before, bit) and not bit.line.text[0].islower())
        )

    def _pairs(self) -> Iterator[tuple[Bit, Bit]]:
        """The bits that stand below each other in one column."""
        for place in {(bit.column, bit.span) for bit in self.bits}:
            yield from pairwise(bit for bit in self.bits if (bit.column, bit.span) == place)

    def _least(self) -> float:
        """The least distance between two lines of one column: that between lines of one cell."""
        steps = [bit.base - before.base for before, bit in self._pairs()]
        size = max(bit.line.size for bit in self.bits)
        return min([step for step in steps if step > size / 2] + [_LOOSEST * size])

    def _head_lines(self) -> frozenset[int]:
        """The lines at the top that are set in bold, or stand above the first rule, as no others are."""
        indexes = sorted({bit.at for bit in self.bits})
        bold = dict.fromkeys(indexes, True)
        for bit in self.bits:
            bold[bit.at] = bold[bit.at] and bit.line.bold
        heads = next((place for place, index in enumerate(indexes) if not bold[index]), len(indexes))
        if 0 < heads < len(indexes):
            return frozenset(indexes[:heads])
        return self._above_first_rule(indexes)

    def _above_first_rule(self, indexes: Sequence[int]) -> frozenset[int]:
        first = {bit.at: bit.base for bit in self.bits}
        cut = next((cut for cut in self.cuts if cut > first[indexes[0]]), None)
        above = [index for index in indexes if cut is not None and first[index] < cut]
        if len(above) > _MOST_HEADS or len(above) == len(indexes) or not self._tells(above):
            return frozenset()
        return frozenset(above)

    def _tells(self, above: Sequence[int]) -> bool:
        """Whether the lines above a rule differ from the rest: no figures, or no more rules to come."""
        figures = {bit.at in above for bit in self.bits if bit.column and _is_amount(bit.line.text)}
        return figures == {False} or (not figures and len(self.cuts) <= _FEW_CUTS)

    def heads(self, rows: Sequence[Row]) -> int:
        """How many rows at the top hold column heads only."""
        count = 0
        while count < len(rows) and all(bit.at in self.head_lines for run in rows[count] for bit in run):
            count += 1
        is_lone = len(rows) == 1 and not any(_is_amount(bit.line.text) for bit in self.bits)
        return 1 if is_lone else count if count < len(rows) else 0


def _overlapping(runs: Iterable[Run]) -> list[Row]:
    """Runs that stand beside each other make up a row."""
    rows: list[Row] = []
    low = 0.0
    for run in sorted(runs, key=lambda run: run[0].high):
        if rows and run[0].high < low:
            rows[-1].append(run)
            low = max(low, run[-1].low)
        else:
            rows.append([run])
            low = run[-1].low
    return rows


def _taken_in(rows: Sequence[Row]) -> list[Row]:
    """The rows, with a lone text below one taken in by it as the next paragraph of its cell."""
    taken: list[Row] = []
    for row in rows:
        if taken and _is_lone(row, taken[-1]):
            taken[-1] = [*taken[-1], *row]
        else:
            taken.append(row)
    return taken


def _is_lone(row: Row, above: Row) -> bool:
    places = {(run[0].column, run[0].span) for run in row}
    if len(places) != 1:
        return False
    (column, span) = next(iter(places))
    is_filled = any((run[0].column, run[0].span) == (column, span) for run in above)
    return column > 0 and span == 1 and is_filled and not _is_figure(row[0][0].line.text)


def _starts_first(row: Row) -> bool:
    return any(run[0].column == 0 for run in row)


def _is_amount(text: str) -> bool:
    return _is_figure(text) and not _YEAR.fullmatch(text)


def _is_figure(text: str) -> bool:
    letters = sum(letter.isalpha() for letter in text)
    return letters * 2 < len(text.replace(" ", ""))
