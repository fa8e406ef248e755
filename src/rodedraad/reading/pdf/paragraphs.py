"""Lines that belong to one paragraph."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from rodedraad.reading.marks import bullet_length, is_numbered
from rodedraad.reading.pdf.geometry import Box, Line, around

_SAME_SIZE = 0.6  # points
_WIDE = 1.4  # times the usual distance between lines: a gap between paragraphs
_INDENT = 0.8  # of the size
_SAME_MIDDLE = 1.5  # points
_ENDS = (".", "!", "?", ":", ";")
_LONG = 0.7  # of the width
_TABULAR = 2.5  # of the size: white within a line that is no space


class Paragraph(Struct, frozen=True):
    """Lines of one paragraph, the page that they stand on, and how far they could reach."""

    lines: tuple[Line, ...]
    page: int
    right: float

    @property
    def box(self) -> Box:
        """The box around all lines."""
        return around(line.box for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


def paragraphs(lines: Sequence[Line], right: float, page: int, *, is_head: bool = False) -> list[Paragraph]:
    """The paragraphs of lines that stand below each other and could reach to `right`.

    The lines of a column head are one paragraph wherever they end.
    """
    usual = _usual_distance(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and ((is_head and not is_item(line)) or _goes_on(groups[-1], line, right, usual)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(group), page, right) for group in groups]


def is_item(line: Line) -> bool:
    """Whether a line opens with a bullet or number."""
    return bool(bullet_length(line.text)) or is_numbered(line.text)


def _usual_distance(lines: Sequence[Line]) -> float:
    """Between the bases of two lines of running text."""
    steps = [_step(one, other) for one, other in pairwise(lines)]
    near = [step for step, line in zip(steps, lines, strict=False) if 0 < step < 2 * line.size]
    return median(near) if near else 0.0


def _step(one: Line, other: Line) -> float:
    return other.words[0].base - one.words[0].base


def _goes_on(group: Sequence[Line], line: Line, right: float, usual: float) -> bool:
    before = group[-1]
    if abs(before.size - line.size) > _SAME_SIZE or before.bold != line.bold or is_item(line):
        return False
    if not 0 < _step(before, line) <= _WIDE * max(usual, line.size):
        return False
    if _is_tabular(before) or _is_tabular(line):
        return False
    if _is_centred(before, line):
        return True
    return (was_full(before, line, right) or _breaks_off(group, line, right)) and not _is_indented(
        group, line
    )


def _is_centred(before: Line, line: Line) -> bool:
    """Whether two lines share their middle or their end and not their start."""
    one, other = before.box, line.box
    middles = abs(one.left + one.right - other.left - other.right) / 2
    ends = abs(one.right - other.right)
    return min(middles, ends) < _SAME_MIDDLE < abs(one.left - other.left)


def _breaks_off(group: Sequence[Line], line: Line, right: float) -> bool:
    """Whether a line goes on in the midst of the sentence that a long line before breaks off."""
    before, left = group[-1], group[0].box.left
    is_long = before.box.right - left > _LONG * (right - left)
    return is_long and line.text[0].islower() and not before.text.endswith(_ENDS)


def was_full(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line did not fit at the end of the one before."""
    first = line.words[0].box
    return before.box.right + (first.right - first.left) + line.size / 4 > right - line.size / 4


def _is_indented(group: Sequence[Line], line: Line) -> bool:
    """Whether a line starts further right than the text above it, as a new paragraph may."""
    first = group[0]
    start = first.words[1].box.left if is_item(first) and len(first.words) > 1 else first.box.left
    left = min([start, *(other.box.left for other in group[1:])])
    return line.box.left > left + _INDENT * line.size


def _is_tabular(line: Line) -> bool:
    """Whether a line holds white that is no space between words, the white after a bullet aside."""
    words = line.words[1:] if is_item(line) else line.words
    return any(other.box.left - one.box.right > _TABULAR * line.size for one, other in pairwise(words))
