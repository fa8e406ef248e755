"""The order in which the lines and tables of a page are read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from rodedraad.reading.pdf.furniture import margins
from rodedraad.reading.pdf.geometry import Box, Line, Word, around, in_lines
from rodedraad.reading.pdf.tables import RuledTable
from rodedraad.reading.pdf.words import Page

_GUTTER = 0.9  # of the size: the least white between two columns
_FEWEST_ROWS = 4
_FULL = 0.6  # of the column: text fills its lines, figures in a table do not
_INNER = (0.25, 0.75)  # of the width: where a gutter may lie


class Column(Struct, frozen=True):
    """Lines that stand below each other, between a left and a right edge."""

    lines: tuple[Line, ...]
    left: float
    right: float


class Layout(Struct, frozen=True):
    """A page in reading order, and apart from it the lines in its margins with why they are no content."""

    page: Page
    parts: tuple[Column | RuledTable, ...]
    margins: tuple[tuple[Line, str], ...]


def laid_out(page: Page, tables: Sequence[RuledTable], running: frozenset[str]) -> Layout:
    """The page with its columns one after the other, tables where they stand."""
    in_tables = {word for table in tables for cell in table.cells for word in cell.words}
    aside = [(line, why) for line, why in margins(page, running) if not in_tables.intersection(line.words)]
    apart = in_tables.union(word for line, _ in aside for word in line.words)
    loose = [word for word in page.words if word not in apart]
    if page.aslant:
        aside.append((Line(page.aslant), "gedraaide tekst"))
    right = max(
        [word.box.right for word in loose] + [table.box.right for table in tables], default=page.width
    )
    return Layout(page, tuple(_parts(loose, tables, right)), tuple(aside))


def _parts(words: Iterable[Word], tables: Sequence[RuledTable], right: float) -> list[Column | RuledTable]:
    """Tables cut the page in strips; the text of each strip has its own columns."""
    rest = list(words)
    parts: list[Column | RuledTable] = []
    for table in tables:
        above = [word for word in rest if word.base <= table.box.top]
        rest = [word for word in rest if word.base > table.box.top]
        parts += (*_columns(in_lines(above), right), table)
    return parts + _columns(in_lines(rest), right)


def _columns(lines: list[Line], right: float) -> list[Column]:
    if not lines:
        return []
    edges = around(line.box for line in lines)
    gutter = _gutter(lines, edges)
    if gutter is None:
        return [Column(tuple(lines), edges.left, right)]
    columns: list[Column] = []
    for is_split, strip in _strips(lines, gutter):
        if is_split:
            words = [word for line in strip for word in line.words]
            left = [word for word in words if word.box.right <= gutter]
            columns += _columns(in_lines(left), max(word.box.right for word in left))
            columns += _columns(in_lines(word for word in words if word.box.right > gutter), right)
        else:
            columns.append(Column(tuple(strip), edges.left, right))
    return columns


def _strips(lines: Iterable[Line], gutter: float) -> list[tuple[bool, list[Line]]]:
    """Runs of lines that the gutter parts, and of lines that run across it."""
    strips: list[tuple[bool, list[Line]]] = []
    for line in lines:
        is_split = _white(line, gutter) is not None
        if not strips or strips[-1][0] != is_split:
            strips.append((is_split, []))
        strips[-1][1].append(line)
    return strips


def _gutter(lines: Sequence[Line], edges: Box) -> float | None:
    """The middle of the white between two columns of text, if there are two."""
    width = edges.right - edges.left
    first, last = (edges.left + share * width for share in _INNER)
    place = _most_shared([gap for line in lines for gap in _gaps(line) if gap[0] < last and gap[1] > first])
    return place if place is not None and _is_gutter(lines, place, edges) else None


def _gaps(line: Line) -> Iterator[tuple[float, float]]:
    """The white between words that is wide enough to part columns."""
    for one, other in pairwise(line.words):
        if other.box.left - one.box.right >= _GUTTER * line.size:
            yield one.box.right, other.box.left


def _most_shared(gaps: Sequence[tuple[float, float]]) -> float | None:
    """The middle of the stretch that most gaps share; of equals the widest."""
    edges = sorted([(start, 1) for start, _ in gaps] + [(end, -1) for _, end in gaps])
    best, middle, shared = (0, 0.0), None, 0
    for (place, step), (following, _) in pairwise(edges):
        shared += step
        if (shared, following - place) > best:
            best, middle = (shared, following - place), (place + following) / 2
    return middle


def _white(line: Line, place: float) -> str | None:
    """How a line leaves a place white: `between` words, or `beside` them; None when it runs across."""
    before = max((word.box.right for word in line.words if word.box.left < place), default=None)
    after = min((word.box.left for word in line.words if word.box.left >= place), default=None)
    if before is None or after is None:
        return "beside" if before is None or before <= place else None
    return "between" if before <= place and after - before >= _GUTTER * line.size else None


def _is_gutter(lines: Sequence[Line], place: float, edges: Box) -> bool:
    split = [line for line in lines if _white(line, place) == "between"]
    if len(split) < _FEWEST_ROWS:
        return False
    left = median(_width(line, edges.left, place) for line in split)
    right = median(_width(line, place, edges.right) for line in split)
    return left >= _FULL * (place - edges.left) and right >= _FULL * (edges.right - place)


def _width(line: Line, left: float, right: float) -> float:
    inside = [word.box for word in line.words if left <= (word.box.left + word.box.right) / 2 <= right]
    return around(inside).right - around(inside).left if inside else 0.0
