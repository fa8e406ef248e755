"""Text that is set in two columns beside each other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from rodedraad.reading.pdf.geometry import Box, Line, around, in_lines

_GUTTER = 0.9  # of the size: the least white between two columns
_FEWEST_ROWS = 4
_FULL = 0.5  # of the column: the words of a text fill its lines, figures in a table do not
_INNER = (0.25, 0.75)  # of the width: where a gutter may lie
_FEWEST_STARTS = 3
_SHARED = 0.5  # of the paragraphs start beside another one: then they are rows of a table
_APART = 1.2  # times the usual distance between lines
_SAME = 2.0  # points
_MOST_RULES = 1


def gutter_of(lines: Sequence[Line], edges: Box, rules: Sequence[Box]) -> float | None:
    """The middle of the white between two columns of text, if there are two."""
    width = edges.right - edges.left
    first, last = (edges.left + share * width for share in _INNER)
    place = _most_shared([gap for line in lines for gap in _gaps(line) if gap[0] < last and gap[1] > first])
    if place is None or not _is_gutter(lines, place, edges) or _is_table(lines, place, rules):
        return None
    return place


def in_strips(lines: Iterable[Line], gutter: float) -> list[tuple[bool, list[Line]]]:
    """Runs of lines that the gutter parts, and of lines that run across it."""
    strips: list[tuple[bool, list[Line]]] = []
    for line in lines:
        is_split = _white(line, gutter) is not None
        if not strips or strips[-1][0] != is_split:
            strips.append((is_split, []))
        strips[-1][1].append(line)
    return strips


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
    left = median(_ink(line, edges.left, place) for line in split)
    right = median(_ink(line, place, edges.right) for line in split)
    return left >= _FULL * (place - edges.left) and right >= _FULL * (edges.right - place)


def _ink(line: Line, left: float, right: float) -> float:
    inside = [word.box for word in line.words if left <= (word.box.left + word.box.right) / 2 <= right]
    return sum(box.right - box.left for box in inside)


def _is_table(lines: Sequence[Line], place: float, rules: Sequence[Box]) -> bool:
    """Whether what stands on both sides of a place are rows: rules or white part them on both."""
    split = [line for line in lines if _white(line, place) is not None]
    box = around(line.box for line in split)
    over = {round(rule.top) for rule in rules if rule.left < place < rule.right}
    if sum(box.top < level < box.bottom for level in over) > _MOST_RULES:
        return True
    words = [word for line in split for word in line.words]
    left = _starts(in_lines(word for word in words if word.box.right <= place))
    right = _starts(in_lines(word for word in words if word.box.left >= place))
    shared = sum(any(abs(one - other) < _SAME for other in right) for one in left)
    fewest = min(len(left), len(right))
    return fewest >= _FEWEST_STARTS and shared > _SHARED * max(len(left), len(right))


def _starts(lines: Sequence[Line]) -> list[float]:
    """How far down the paragraphs start."""
    bases = [line.words[0].base for line in lines]
    steps = [other - one for one, other in pairwise(bases)]
    usual = min((step for step in steps if step > _SAME), default=0.0)
    return bases[:1] + [other for one, other in pairwise(bases) if other - one > _APART * usual]
