"""Words and lines with their place on a page, in points from its top left corner."""

from collections.abc import Iterable
from functools import cached_property
from statistics import median
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box") -> bool:
        """Whether the middle of the other lies within this one."""
        across, down = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def rounded(self) -> tuple[float, float, float, float]:
        """To a tenth of a point."""
        return (round(self.left, 1), round(self.top, 1), round(self.right, 1), round(self.bottom, 1))


class Turn:
    """From the coordinates of a page to those of its print, which may be turned and cropped."""

    def __init__(self, page: PdfPage) -> None:
        edges: tuple[float, float, float, float] = page.get_cropbox()
        size: tuple[float, float] = page.get_size()
        self.left, self.bottom, self.right, self.top = edges
        self.width, self.height = size
        self.angle: int = page.get_rotation()

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page, as it is printed."""
        across, down = x - self.left, self.top - y
        back, up = self.right - x, y - self.bottom
        return {90: (up, across), 180: (back, up), 270: (down, back)}.get(self.angle, (across, down))

    def shows(self, box: Box) -> bool:
        """Whether the middle of a box is on the print; what stands beside the paper is not seen."""
        left, top, right, bottom = box
        return 0 <= left + right <= 2 * self.width and 0 <= top + bottom <= 2 * self.height

    def box(self, rect: pdfium.FS_RECTF) -> Box:
        """A rectangle of the page, as it is printed."""
        if not self.angle:
            return Box(
                rect.left - self.left, self.top - rect.top, rect.right - self.left, self.top - rect.bottom
            )
        one, other = self.point(rect.left, rect.top), self.point(rect.right, rect.bottom)
        return Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


class Word(NamedTuple):
    """A word as it is printed; `base` is the line that its letters stand on."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool


class Line:
    """The words that stand beside each other, from left to right."""

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = tuple(sorted(words, key=lambda word: word.box.left))

    @cached_property
    def text(self) -> str:
        """The words with spaces between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        """The box around all words."""
        return around(word.box for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        return median(word.size for word in self.words for _ in word.text)

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


_SAME_BASE = 0.4  # of the size: a superscript still stands on its line


def in_lines(words: Iterable[Word]) -> list[Line]:
    """The words by the line that they stand on, from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.box.left)):
        if lines and word.base - lines[-1][0].base <= _SAME_BASE * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Line(line) for line in lines]
