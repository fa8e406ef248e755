"""The rules and bullets that are drawn on a page."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2.raw as pdfium
from msgspec import Struct
from pypdfium2 import PdfObject, PdfPage

from rodedraad.reading.pdf.geometry import Box, Turn, around

_MOST_PATHS = 20_000
_MOST_SEGMENTS = 400  # in one path; more make a drawing
_SHORTEST = 3.0
_SHORTEST_LEVEL = 15.0
_JOINED = 4.0  # points between two dashes
_STRAIGHT = 1.0
_DOT = (1.5, 7.0)
_ROUND = 1.5
_BACKGROUND = 0.9  # of the page: a rectangle so large is no frame

Point = tuple[float, float]


class Drawing(Struct, frozen=True):
    """Straight rules, each a box without width or without height, and dots as small as bullets.

    `levels` are the level rules, dashes and the borders of neighbouring cells joined to one.
    """

    rules: tuple[Box, ...] = ()
    levels: tuple[Box, ...] = ()
    dots: tuple[Box, ...] = ()
    has_image: bool = False


def drawing_of(page: PdfPage, turn: Turn) -> Drawing:
    """What is drawn on a page itself; within its images and forms is not looked."""
    rules: list[Box] = []
    dots: list[Box] = []
    has_image = False
    for number, thing in enumerate(page.get_objects(max_depth=2)):
        has_image = has_image or thing.type == pdfium.FPDF_PAGEOBJ_IMAGE
        if thing.type != pdfium.FPDF_PAGEOBJ_PATH or thing.level or number > _MOST_PATHS:
            continue
        lines = [[turn.point(x, y) for x, y in line] for line in _lines(thing)]
        box = around(Box(x, y, x, y) for line in lines for x, y in line) if any(lines) else None
        if box is not None and _is_dot(box):
            dots.append(box)
        elif box is not None and not _is_background(box, turn):
            rules += _rules(lines)
    long = tuple(rule for rule in rules if max(rule.right - rule.left, rule.bottom - rule.top) >= _SHORTEST)
    return Drawing(long, tuple(_levels(rules)), tuple(dots), has_image)


def _levels(rules: Sequence[Box]) -> Iterator[Box]:
    """Level rules that lie in one line, joined where they all but touch."""
    before: Box | None = None
    level = (rule for rule in rules if rule.top == rule.bottom)
    for rule in sorted(level, key=lambda rule: (round(rule.top), rule.left)):
        if before and round(before.top) == round(rule.top) and rule.left - before.right < _JOINED:
            before = before._replace(right=max(before.right, rule.right))
            continue
        if before and before.right - before.left >= _SHORTEST_LEVEL:
            yield before
        before = rule
    if before and before.right - before.left >= _SHORTEST_LEVEL:
        yield before


def _is_dot(box: Box) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    smallest, largest = _DOT  # points
    is_round: bool = abs(width - height) <= _ROUND
    return is_round and smallest <= min(width, height) and max(width, height) <= largest


def _is_background(box: Box, turn: Turn) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    return width > _BACKGROUND * turn.width and height > _BACKGROUND * turn.height


def _rules(lines: Sequence[Sequence[Point]]) -> Iterator[Box]:
    for line in lines:
        for one, other in pairwise(line):
            box = around((Box(*one, *one), Box(*other, *other)))
            width, height = box.right - box.left, box.bottom - box.top
            if height <= _STRAIGHT and width > height:
                yield Box(box.left, box.top, box.right, box.top)
            elif width <= _STRAIGHT:
                yield Box(box.left, box.top, box.left, box.bottom)


def _lines(path: PdfObject) -> Iterator[list[Point]]:
    """The lines of a path that is painted, in the coordinates of the page; of a curve its points."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    segments = pdfium.FPDFPath_CountSegments(path)
    if not (fill.value or stroke.value) or segments > _MOST_SEGMENTS:
        return
    matrix = path.get_matrix()
    line: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and line:
            yield line
            line = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        line.append(matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            line.append(line[0])
    if line:
        yield line
