"""The order in which the lines and tables of a page are read."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.reading.pdf.aligned import aligned_table
from rodedraad.reading.pdf.furniture import margins
from rodedraad.reading.pdf.geometry import Box, Line, Word, around, in_lines
from rodedraad.reading.pdf.gutters import gutter_of, in_strips
from rodedraad.reading.pdf.regions import Gap, carried, gaps, regions
from rodedraad.reading.pdf.table import Table
from rodedraad.reading.pdf.words import Page

_FEWEST_LINES = 4
_APART = 2.0  # of the size: words so far apart are no sentence


class Column(Struct, frozen=True):
    """Lines that stand below each other, between a left and a right edge."""

    lines: tuple[Line, ...]
    left: float
    right: float


Part = Column | Table


class Layout(Struct, frozen=True):
    """A page in reading order, and apart from it the lines in its margins with why they are no content."""

    page: Page
    parts: tuple[Part, ...]
    margins: tuple[tuple[Line, str], ...]


def laid_out(
    page: Page, tables: Sequence[Table], running: frozenset[str], before: Table | None = None
) -> Layout:
    """The page with its columns one after the other, tables where they stand.

    `before` is the table that the page before ends with, if it does; this page may go on with it.
    """
    in_tables = {word for table in tables for cell in table.cells for word in cell.words}
    aside = [(line, why) for line, why in margins(page, running) if not in_tables.intersection(line.words)]
    apart = in_tables.union(word for line, _ in aside for word in line.words)
    loose = [word for word in page.words if word not in apart]
    if page.aslant:
        aside.append((Line(page.aslant), "gedraaide tekst"))
    right = max(
        [word.box.right for word in loose] + [table.box.right for table in tables], default=page.width
    )
    parts = _Reader(page.drawing.levels, _stripes_of(before)).parts(loose, tables, right)
    return Layout(page, tuple(_reaching(parts, right)), tuple(aside))


def _reaching(parts: Sequence[Part], right: float) -> Iterator[Part]:
    """The parts, with text beside no other column reaching as far as the text does and not the tables."""
    text = [part for part in parts if isinstance(part, Column) and part.right == right]
    if sum(len(part.lines) for part in text) < _FEWEST_LINES:
        yield from parts
        return
    reach = max(line.box.right for part in text for line in part.lines)
    for part in parts:
        is_text = isinstance(part, Column) and part.right == right
        yield replace(part, right=reach) if is_text else part


def _stripes_of(table: Table | None) -> tuple[Gap, ...]:
    """The white between the columns of a table."""
    return tuple(zip(table.rights, table.lefts[1:], strict=False)) if table and table.rights else ()


class _Reader:
    """Reads a page from top to bottom; the first lines may go on with the table of the page before."""

    def __init__(self, rules: Sequence[Box], stripes: Sequence[Gap]) -> None:
        self._rules = rules
        self._carried = tuple(stripes)

    def parts(self, words: Iterable[Word], tables: Sequence[Table], right: float) -> list[Part]:
        """Tables cut the page in strips; the text of each strip has its own columns."""
        rest = list(words)
        parts: list[Part] = []
        for table in tables:
            above = [word for word in rest if word.base <= table.box.top]
            rest = [word for word in rest if word.base > table.box.top]
            parts += (*self._columns(in_lines(above), right), table)
            self._carried = ()
        return parts + self._columns(in_lines(rest), right)

    def _columns(self, lines: list[Line], right: float) -> list[Part]:
        if not lines:
            return []
        edges = around(line.box for line in lines)
        gutter = gutter_of(lines, edges, self._rules)
        if gutter is None:
            return self._tables(lines, right)
        parts: list[Part] = []
        for is_split, strip in in_strips(lines, gutter):
            if is_split:
                words = [word for line in strip for word in line.words]
                left = [word for word in words if word.box.right <= gutter]
                parts += self._columns(in_lines(left), max(word.box.right for word in left))
                parts += self._columns(in_lines(word for word in words if word.box.right > gutter), right)
            else:
                parts += self._tables(strip, right)
        return parts

    def _tables(self, lines: Sequence[Line], right: float) -> list[Part]:
        """Text and the tables in it that have no cells of rules."""
        parts: list[Part] = []
        done = 0
        if self._carried:
            region = carried(lines, self._carried, self._rules)
            table = aligned_table(lines, region, self._rules, self._carried) if region else None
            if region and table:
                parts.append(table)
                done = region.end
            self._carried = ()
        rest = lines[done:]
        done = 0
        for region in regions(rest, self._rules):
            table = aligned_table(rest, region, self._rules)
            if table and region.start >= done:
                parts += (*_column(rest[done : region.start], right), table)
                done = region.end
        return parts + _column(rest[done:], right)


def _column(lines: Sequence[Line], right: float) -> list[Part]:
    """Lines below each other; what wide white parts in a line stands apart."""
    parted = tuple(part for line in lines for part in _parted(line))
    return [Column(parted, around(line.box for line in lines).left, right)] if lines else []


def _parted(line: Line) -> list[Line]:
    starts = {after for _, after in gaps(line, _APART)}
    groups: list[list[Word]] = [[]]
    for word in line.words:
        if word.box.left in starts and groups[-1]:
            groups.append([])
        groups[-1].append(word)
    return [Line(group) for group in groups]
