"""Where on a page lines stand in columns that have no rules around them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from rodedraad.reading.marks import bullet_length, is_numbered
from rodedraad.reading.pdf.geometry import Box, Line, around

_WIDE = 1.0  # of the size: white that is no space between words
_LEAST = 0.1  # of the size: white that a column must leave free in every line
_FAR = 4.0  # of the size: lines further apart are not of one table, unless a rule stands between
_TIGHT = 1.45  # of the size: lines of one cell
_LARGER = 1.12
_MOST_ACROSS = 8  # lines in a row that run over all columns
_FEWEST_SEEDS = 3  # or with rules:
_FEWEST_RULES = 2
_FEWEST_STRIPES = 2
_AFTER_MARK = 3.0  # of the size: white between a bullet or number and its text
_EDGE = 2.0  # points: words that start or end so near each other are aligned
_MOST_HEADS = 4
_HEADS_APART = 2.5  # of the size
_MORE = 1.35  # times the usual space
_FEWEST_SPACES = 3
_SPACE = 0.28  # of the size
_NEAR = 1.0  # points
_INTERLACED = 0.8  # of the size: lines of cells beside each other, one set halfway the other
_CLEAR = 1.6  # times the usual distance: a bold line after such white is a heading

Gap = tuple[float, float]


class Region(Struct, frozen=True):
    """Lines `start` to `end` of a page stand in columns; those in `across` run over several of them."""

    start: int
    end: int
    stripes: tuple[Gap, ...]
    across: frozenset[int]


def gaps(line: Line, width: float = _WIDE) -> list[Gap]:
    """The white in a line that is no space between words, that after a bullet or number aside."""
    found = [
        (one.box.right, other.box.left)
        for one, other in pairwise(line.words)
        if other.box.left - one.box.right >= width * line.size
    ]
    if found and is_mark(line.words[0].text) and found[0][0] == line.words[0].box.right:
        return found[1:] if found[0][1] - found[0][0] < _AFTER_MARK * line.size else found
    return found


def is_mark(text: str) -> bool:
    """Whether a word is no more than a bullet or the number of an item."""
    return bool(bullet_length(f"{text} x")) or is_numbered(f"{text} x")


def regions(lines: Sequence[Line], rules: Sequence[Box]) -> Iterator[Region]:
    """The stretches of lines that share columns, from top to bottom."""
    index = 0
    while index < len(lines):
        region = _Growing(lines, rules, index).grown() if gaps(lines[index]) else None
        if region is None:
            index += 1
        else:
            yield region
            index = region.end


def carried(lines: Sequence[Line], stripes: Sequence[Gap], rules: Sequence[Box]) -> Region | None:
    """The lines at the top of a page that go on in the columns of the table before it."""
    growing = _Growing(lines, rules, 0, stripes)
    region = growing.grown()
    if region is None or not any(_beside(lines[index], stripes) for index in range(region.end)):
        return None
    return region


def _beside(line: Line, stripes: Sequence[Gap]) -> bool:
    """Whether a line has words right of the first column."""
    return line.words[-1].box.left >= stripes[0][0]


class _Growing:
    """A region that takes in line after line as long as the white between its columns stays."""

    def __init__(
        self, lines: Sequence[Line], rules: Sequence[Box], start: int, stripes: Sequence[Gap] = ()
    ) -> None:
        self.lines = lines
        self.rules = rules
        self.start = start
        self.is_carried = bool(stripes)
        self.stripes: list[Gap] = list(stripes) or gaps(lines[start])
        self.size = lines[start].size
        self.steps: list[float] = []
        self.seeds = 0
        self.across: set[int] = set()
        self.waiting: list[int] = []
        self.end = start

    def grown(self) -> Region | None:
        """The region, None where too few lines share its columns."""
        for index in range(self.start, len(self.lines)):
            if not self._takes(index):
                break
        self._trim()
        start = self._with_heads_above()
        if not self._is_enough():
            return None
        across = frozenset(index for index in self.across if index < self.end)
        return Region(start, self.end, tuple(self.stripes), across)

    def _takes(self, index: int) -> bool:
        line = self.lines[index]
        if index > self.start and self._is_apart(index):
            return False
        narrowed = [_narrowed(stripe, line) for stripe in self.stripes]
        left = [stripe for stripe in narrowed if stripe is not None]
        is_seed = bool(gaps(line))
        is_free = len(left) == len(narrowed) and (is_seed or self._is_head(index) or not self._runs_on(line))
        if is_free and not self._goes_on_across(index):
            self._accept(index, left, is_seed=is_seed)
        elif is_seed and self._is_ruled_off(index) and self.end == index:
            return False
        elif is_seed and left and any(_is_split(line, stripe) for stripe in left):
            self.across.add(index)
            self._accept(index, self.stripes, is_seed=True)
        else:
            self.across.add(index)
            self.waiting.append(index)
        return len(self.waiting) <= _MOST_ACROSS

    def _accept(self, index: int, stripes: list[Gap], *, is_seed: bool) -> None:
        self.stripes = stripes
        if index > self.start:
            self.steps.append(_step(self.lines[index - 1], self.lines[index]))
        self.waiting.clear()
        self.seeds += is_seed
        self.end = index + 1

    def _is_apart(self, index: int) -> bool:
        """Whether a line is not of this table: too far down, or a heading."""
        before, line = self.lines[index - 1], self.lines[index]
        step = _step(before, line)
        is_ruled = self._is_ruled_off(index)
        if step > _FAR * max(line.size, before.size) * (2 if is_ruled else 1):
            return True
        if gaps(line):
            return False
        if line.size > self.size * _LARGER:
            return True
        usual = max(self.steps, default=_TIGHT * line.size)
        starts_left = line.box.left < self.stripes[0][0]
        clear = step > max(_TIGHT * line.size, min(usual, _CLEAR * line.size) * 1.1)
        is_heading = line.bold and not before.bold and starts_left and clear and not is_ruled
        return is_heading and not self._heads_rows(index)

    def _is_ruled_off(self, index: int) -> bool:
        """Whether a rule stands between a line and the one above it."""
        above, below = self.lines[index - 1].words[0].base, self.lines[index].words[0].base
        return any(above < rule.top < below for rule in self.rules)

    def _heads_rows(self, index: int) -> bool:
        """Whether the next line goes on in the columns so far: then a bold line names a group of rows."""
        following = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if following is None or following.bold or len(self.stripes) == 1 or not self._is_free(following):
            return False
        return bool(gaps(following)) and self._fills(following)

    def _is_head(self, index: int) -> bool:
        """Whether all lines so far are bold, as column heads may be."""
        near = index - self.start <= _MOST_HEADS
        return near and all(line.bold for line in self.lines[self.start : index + 1])

    def _runs_on(self, line: Line) -> bool:
        """Whether the words of a line run over a place between columns with no more than a usual space."""
        spaces = [other.box.left - one.box.right for one, other in pairwise(line.words)]
        usual = median(spaces) if len(spaces) >= _FEWEST_SPACES else _SPACE * line.size
        for stripe in self.stripes:
            start, end = _narrowed(stripe, line) or stripe
            for (one, other), space in zip(pairwise(line.words), spaces, strict=True):
                is_there = one.box.right <= start + _NEAR and end - _NEAR <= other.box.left
                if is_there and space < _MORE * usual and abs(other.box.left - stripe[1]) > _NEAR:
                    return True
        return False

    def _goes_on_across(self, index: int) -> bool:
        """Whether a short line only ends a text that runs over the columns."""
        if index - 1 not in self.across or index == self.start:
            return False
        before, line = self.lines[index - 1], self.lines[index]
        return (
            not gaps(line)
            and abs(before.box.left - line.box.left) < _EDGE
            and before.bold == line.bold
            and _step(before, line) <= _TIGHT * line.size
        )

    def _trim(self) -> None:
        """Lines below the last row belong to it only where they stand close, as those of one cell."""
        last = max((i for i in range(self.start, self.end) if gaps(self.lines[i])), default=self.start)
        end = last + 1
        while end < self.end and end not in self.across and self._is_close(end):
            end += 1
        lefts = {round(self.lines[index].box.left) for index in self.across if index < end}
        while end in self.across and end in self.waiting and round(self.lines[end].box.left) in lefts:
            end += 1
        self.end = end + self._is_cut_below(end)

    def _is_cut_below(self, end: int) -> bool:
        """Whether the last line of the page is the start of a row, or names the rows on the next page."""
        if end != len(self.lines) - 1 or end in self.across or len(self.stripes) < _FEWEST_STRIPES:
            return False
        line, left = self.lines[end], min(line.box.left for line in self.lines[self.start : end])
        is_near = _step(self.lines[end - 1], line) <= _FAR * line.size
        return self.end > end and is_near and abs(line.box.left - left) < _EDGE and not self._is_apart(end)

    def _is_close(self, index: int) -> bool:
        line = self.lines[index]
        return _step(self.lines[index - 1], line) <= _TIGHT * line.size

    def _with_heads_above(self) -> int:
        """Where the region starts with the lines of column heads that stand above its first line."""
        start = self.start
        for index in range(self.start - 1, max(-1, self.start - _MOST_HEADS - 1), -1):
            line, below = self.lines[index], self.lines[index + 1]
            if _step(line, below) > _HEADS_APART * line.size or not self._is_free(line):
                break
            beside = line.words[0].box.left >= self.stripes[0][0] and _step(line, below) <= _TIGHT * line.size
            beside = beside or _step(line, below) < _INTERLACED * line.size
            if (beside and start == index + 1) or (
                self._fills(line) and (line.bold or not self._runs_on(line))
            ):
                start = index
        return start

    def _is_free(self, line: Line) -> bool:
        return line.size <= self.size * _LARGER and all(_narrowed(stripe, line) for stripe in self.stripes)

    def _fills(self, line: Line) -> bool:
        """Whether a line has words in all columns but one."""
        edges = [0.0, *(sum(stripe) / 2 for stripe in self.stripes), float("inf")]
        filled = sum(
            any(start < word.box.left < end for word in line.words) for start, end in pairwise(edges)
        )
        return filled >= max(2, len(self.stripes))

    def _is_enough(self) -> bool:
        if self.is_carried:
            return self.end > self.start
        if self.seeds >= _FEWEST_SEEDS:
            return True
        inside = around(line.box for line in self.lines[self.start : self.end])
        top, bottom = inside.top - self.size, inside.bottom + self.size
        near = [rule for rule in self.rules if top <= rule.top <= bottom]
        wide = [rule for rule in near if rule.left < self.stripes[0][0] and rule.right > self.stripes[-1][1]]
        return len(wide) >= _FEWEST_RULES or (bool(wide) and len(self.stripes) >= _FEWEST_STRIPES)


def _step(one: Line, other: Line) -> float:
    return other.words[0].base - one.words[0].base


def _narrowed(stripe: Gap, line: Line) -> Gap | None:
    """The widest part of a stripe that a line leaves white; None where it leaves too little."""
    start, end = stripe
    best: Gap | None = None
    for word in line.words:
        if word.box.right <= start:
            continue
        if word.box.left >= end:
            break
        if word.box.left - start > (best[1] - best[0] if best else 0):
            best = (start, word.box.left)
        start = max(start, word.box.right)
    if end - start > (best[1] - best[0] if best else 0):
        best = (start, end)
    return best if best and best[1] - best[0] >= _LEAST * line.size else None


def _is_split(line: Line, stripe: Gap) -> bool:
    return any(start < stripe[1] and stripe[0] < end for start, end in gaps(line))
