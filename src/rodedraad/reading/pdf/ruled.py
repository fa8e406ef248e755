"""Tables with ruled cells."""

from collections.abc import Iterable, Sequence

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from rodedraad.reading.pdf.geometry import Box, Word, around
from rodedraad.reading.pdf.table import Table, TableCell
from rodedraad.reading.pdf.words import Page

_FEWEST_COLUMNS = 2
_FEWEST_RULES = 4
_SAME = 3.0  # points; rules that lie closer are one
_CUT = 8.0  # points that upright rules stick out where a page cuts a row
_MOST_RULES = 3000
_MOST_CROSSINGS = 1500


def ruled_tables(page: Page) -> list[Table]:
    """The tables of a page, from top to bottom."""
    rules = page.drawing.rules
    if not page.words or not _FEWEST_RULES <= len(rules) <= _MOST_RULES:
        return []
    cuts = _cuts(rules, page.drawing.levels)
    edges = merge_edges([_edge(rule) for rule in (*rules, *cuts)], _SAME, _SAME, _SAME, _SAME)
    crossings = edges_to_intersections(edges, _SAME, _SAME)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    groups = cells_to_tables(intersections_to_cells(crossings))
    tables = (_ruled([Box(*cell) for cell in group], page, cuts) for group in groups)
    return sorted((table for table in tables if table), key=lambda table: (table.box.top, table.box.left))


def _edge(rule: Box) -> dict[str, object]:
    return {
        "x0": rule.left,
        "x1": rule.right,
        "top": rule.top,
        "bottom": rule.bottom,
        "width": rule.right - rule.left,
        "height": rule.bottom - rule.top,
        "orientation": "h" if rule.top == rule.bottom else "v",
    }


def _cuts(rules: Sequence[Box], levels: Sequence[Box]) -> list[Box]:
    """The rules that a page lacks where it cuts a row: across the ends of upright rules that stick out."""
    upright = [rule for rule in rules if rule.bottom - rule.top > _CUT]
    if not upright or not levels:
        return []
    top, bottom = min(rule.top for rule in upright), max(rule.bottom for rule in upright)
    ends = (
        (top, [rule for rule in upright if rule.top - top < _SAME]),
        (bottom, [rule for rule in upright if bottom - rule.bottom < _SAME]),
    )
    return [_across(rules, down) for down, rules in ends if _is_open(rules, down, levels)]


def _across(rules: Sequence[Box], down: float) -> Box:
    box = around(rules)
    return Box(box.left, down, box.right, down)


def _is_open(rules: Sequence[Box], down: float, levels: Sequence[Box]) -> bool:
    """Whether upright rules end where no level rule joins most of their ends."""
    box = around(rules)
    width = box.right - box.left
    closed = sum(
        min(level.right, box.right) - max(level.left, box.left)
        for level in levels
        if abs(level.top - down) < _CUT and level.left < box.right and box.left < level.right
    )
    return width > _CUT and closed < width / 2


def _ruled(boxes: Sequence[Box], page: Page, cuts: Sequence[Box]) -> Table | None:
    """The table with the words that stand in its cells; None when it is a frame or a drawing."""
    boxes = sorted(boxes, key=lambda box: (box.top, box.left))
    lefts, tops = _places(box.left for box in boxes), _places(box.top for box in boxes)
    if len(lefts) < _FEWEST_COLUMNS:
        return None
    owners: dict[Word, Box] = {}
    for word in page.words:
        owner = next((box for box in boxes if box.holds(word.box)), None)
        if owner is not None:
            owners[word] = owner
    cells = [_cell(box, lefts, tops, [word for word in owners if owners[word] is box]) for box in boxes]
    filled = {cell.column for cell in cells if cell.words}
    if len(filled) < _FEWEST_COLUMNS:
        return None
    whole = around(boxes)
    return Table(
        whole,
        tuple(cells),
        tuple(lefts),
        cut_above=any(abs(cut.top - whole.top) < _SAME for cut in cuts),
        cut_below=any(abs(cut.top - whole.bottom) < _SAME for cut in cuts),
    )


def _cell(box: Box, lefts: list[float], tops: list[float], words: Sequence[Word]) -> TableCell:
    return TableCell(
        box=box,
        row=_nearest(tops, box.top),
        column=_nearest(lefts, box.left),
        row_span=max(1, _passed(tops, box.top, box.bottom)),
        column_span=max(1, _passed(lefts, box.left, box.right)),
        words=tuple(words),
    )


def _places(edges: Iterable[float]) -> list[float]:
    """Edges from low to high, those that all but coincide taken as one."""
    places: list[float] = []
    for edge in sorted(edges):
        if not places or edge - places[-1] > _SAME:
            places.append(edge)
    return places


def _nearest(places: list[float], edge: float) -> int:
    return min(range(len(places)), key=lambda index: abs(places[index] - edge))


def _passed(places: list[float], start: float, end: float) -> int:
    return sum(start - _SAME < place < end - _SAME for place in places)
