"""Tables without cells of rules: columns told by the white between them, rows by rules and white."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rodedraad.reading.pdf.geometry import Box, Line, Word, around
from rodedraad.reading.pdf.regions import Gap, Region, gaps, is_mark
from rodedraad.reading.pdf.rows import Bit, cells_of
from rodedraad.reading.pdf.table import Table

_LEAST = 0.05  # of the size: white that every line leaves free
_CLEAR = 0.6  # of the size: white that is no space, however few lines there are
_WIDE = 0.9  # of the size
_SHARE = 0.15  # of the lines have wide white at the edge of a column
_EDGE = 2.0  # points
_FEWEST_COLUMNS = 2
_MOST_HEADS = 4  # lines
_FIGURE = re.compile(r"[-+€(]*\d[\d.,]*[%)]?|n\.?n\.?b\.?|pm|-", re.IGNORECASE)
_LONG = 0.6  # of the table: text so long runs over all of its columns
_OVER = 0.4  # of the width of a table: a rule so long parts its rows


def aligned_table(
    lines: Sequence[Line], region: Region, rules: Sequence[Box], carried: Sequence[Gap] = ()
) -> Table | None:
    """The table that stands in a region; None where its columns are no more than bullets and text."""
    plain = [lines[i] for i in range(region.start, region.end) if i not in region.across]
    stripes = _stripes(plain)
    if carried and len(stripes) != len(carried):
        stripes = list(region.stripes)
    if len(stripes) + 1 < _FEWEST_COLUMNS or not plain:
        return None
    own = lines[region.start : region.end]
    bits = _all_bits(own, region, stripes)
    if _only_marks(bits, len(stripes)):
        return None
    box = around(line.box for line in own)
    lefts, rights = _edges(bits, stripes, box)
    cuts = _levels(rules, box)
    cells, heads = cells_of(bits, lefts, rights, cuts)
    return Table(box, tuple(cells), tuple(lefts), tuple(rights), heads=heads)


def _stripes(lines: Sequence[Line]) -> list[Gap]:
    """The white between columns: all lines leave it free, and enough of them leave it wide."""
    if not lines:
        return []
    size = max(line.size for line in lines)
    free = _free(lines, _LEAST * size)
    votes = Counter(stripe for line in lines for gap in _parting(line) for stripe in _told(gap, free))
    fewest = max(1.0, _SHARE * len(lines))
    told = [stripe for stripe in free if votes[stripe] >= fewest or stripe[1] - stripe[0] >= _CLEAR * size]
    return _without_halves(told, lines)


def _parting(line: Line) -> Iterator[Gap]:
    """The white in a line that parts columns: wide, or between two figures."""
    yield from gaps(line, _WIDE)
    for one, other in pairwise(line.words):
        if other.box.left - one.box.right < _WIDE * line.size and _are_figures(one.text, other.text):
            yield one.box.right, other.box.left


def _are_figures(one: str, other: str) -> bool:
    return bool(_FIGURE.fullmatch(one)) and (bool(_FIGURE.fullmatch(other)) or other == "€")


def _without_halves(stripes: list[Gap], lines: Sequence[Line]) -> list[Gap]:
    """The columns, those made one where heads alone stand left or right of what stands below them."""
    filled = [_columns_of(line, stripes) for line in lines]
    merged: set[int] = set()
    dropped: set[Gap] = set()
    for stripe in sorted(stripes, key=lambda stripe: stripe[1] - stripe[0]):
        pair = {number := stripes.index(stripe), number + 1}
        if not pair & merged and _is_half(filled, number):
            merged |= pair
            dropped.add(stripe)
    return [stripe for stripe in stripes if stripe not in dropped]


def _is_half(filled: Sequence[set[int]], column: int) -> bool:
    """Whether one of two columns stands above the other, and is no more than heads."""
    left = [at for at, columns in enumerate(filled) if column in columns]
    right = [at for at, columns in enumerate(filled) if column + 1 in columns]
    if not left or not right:
        return False
    return (left[-1] < right[0] or right[-1] < left[0]) and min(left[-1], right[-1]) < _MOST_HEADS


def _columns_of(line: Line, stripes: Sequence[Gap]) -> set[int]:
    return {sum(sum(stripe) / 2 < word.box.left for stripe in stripes) for word in line.words}


def _free(lines: Sequence[Line], least: float) -> list[Gap]:
    """The white that no word of any line stands in."""
    found: list[Gap] = []
    right = min(line.box.left for line in lines)
    for box in sorted((word.box for line in lines for word in line.words), key=lambda box: box.left):
        if box.left - right >= least:
            found.append((right, box.left))
        right = max(right, box.right)
    return found


def _told(gap: Gap, free: Sequence[Gap]) -> list[Gap]:
    """Which white between columns the wide white of one line tells: what lies at its edges, or the widest."""
    inside = [stripe for stripe in free if gap[0] - _EDGE < stripe[0] and stripe[1] < gap[1] + _EDGE]
    near = [stripe for stripe in inside if stripe[0] - gap[0] < _EDGE or gap[1] - stripe[1] < _EDGE]
    return near or sorted(inside, key=lambda stripe: stripe[0] - stripe[1])[:1]


def _all_bits(lines: Sequence[Line], region: Region, stripes: Sequence[Gap]) -> list[Bit]:
    """The parts of all lines; a text that runs over several columns does so in all of its lines."""
    width = sum(stripes[-1]) / 2 - min(line.box.left for line in lines)
    found: list[Bit] = []
    for index, line in enumerate(lines, region.start):
        bits = _bits(line, index, stripes, across=index in region.across)
        if len(bits) == 1 and index in region.across:
            before = found[-1] if found and found[-1].at == index - 1 else None
            bits = [_over_all(bits[0], before, len(stripes) + 1, width)]
        found += bits
    return found


def _over_all(bit: Bit, before: Bit | None, columns: int, width: float) -> Bit:
    goes_on = before is not None and before.span > 1 and abs(before.line.box.left - bit.line.box.left) < _EDGE
    if before is not None and goes_on:
        return bit._replace(column=before.column, span=before.span)
    is_long = bit.line.box.right - bit.line.box.left > _LONG * width
    return bit._replace(span=columns - bit.column) if is_long else bit


def _bits(line: Line, index: int, stripes: Sequence[Gap], *, across: bool) -> list[Bit]:
    """The words of a line by the columns that they stand in."""
    groups: list[list[Word]] = []
    for word in line.words:
        if groups and not _parts(groups[-1][-1], word, stripes, line.size, across=across):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [_bit(group, index, stripes) for group in groups]


def _parts(one: Word, other: Word, stripes: Sequence[Gap], size: float, *, across: bool) -> bool:
    """Whether two words that follow each other stand in different columns."""
    left, right = one.box.right, other.box.left
    if across and right - left < _WIDE * size:
        return False
    return any(left <= sum(stripe) / 2 <= right for stripe in stripes)


def _bit(words: Sequence[Word], index: int, stripes: Sequence[Gap]) -> Bit:
    box = around(word.box for word in words)
    middles = [sum(stripe) / 2 for stripe in stripes]
    first = sum(middle <= box.left for middle in middles)
    last = max(first, sum(middle < box.right for middle in middles))
    return Bit(Line(words), index, first, last - first + 1)


def _only_marks(bits: Sequence[Bit], stripes: int) -> bool:
    """Whether the first of two columns holds bullets or numbers only: then it is a list."""
    first = [bit.line.text for bit in bits if bit.column == 0 and bit.span == 1]
    return stripes == 1 and all(is_mark(text) for text in first)


def _edges(bits: Sequence[Bit], stripes: Sequence[Gap], box: Box) -> tuple[list[float], list[float]]:
    """Where the columns start and end."""
    own = [
        [bit.line.box for bit in bits if (bit.column, bit.span) == (c, 1)] for c in range(len(stripes) + 1)
    ]
    starts = [box.left, *(stripe[1] for stripe in stripes)]
    ends = [*(stripe[0] for stripe in stripes), box.right]
    lefts = [min((one.left for one in boxes), default=starts[c]) for c, boxes in enumerate(own)]
    rights = [max((one.right for one in boxes), default=ends[c]) for c, boxes in enumerate(own)]
    return lefts, rights


def _levels(rules: Iterable[Box], box: Box) -> list[float]:
    """How far down the rules lie that part the rows of a table."""
    near = sorted(
        (rule for rule in rules if box.top - 2 <= rule.top <= box.bottom + 2), key=lambda rule: rule.top
    )
    levels: list[list[Box]] = []
    for rule in near:
        if levels and rule.top - levels[-1][0].top < _EDGE:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    width = _OVER * (box.right - box.left)
    return [level[0].top for level in levels if sum(rule.right - rule.left for rule in level) >= width]
