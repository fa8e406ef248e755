"""The letters of a page, put together to words in the order of the file."""

import ctypes
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

from rodedraad.reading.pdf.geometry import Box, Turn

_LINE_END_HYPHEN = "\x02"
_UNREADABLE = frozenset({0, 0xFFFE, 0xFFFF})
_APART = 0.3  # of the size: letters further apart belong to two words
_TOUCHING = 0.16  # of the size: letters of two pieces of text so near are of one word
_SIGNS = 4096


class Letter(NamedTuple):
    """A letter, its box, and how many letters of the page come before it."""

    sign: str
    box: Box
    at: int


def groups(text: PdfTextPage, letters: int, turn: Turn) -> Iterator[list[Letter]]:
    """The letters of each word that is on the print, in the order of the file."""
    group: list[Letter] = []
    rect = pdfium.FS_RECTF()
    raw = text.raw
    code_at, box_at = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    for index in range(letters):
        sign = _sign(code_at(raw, index))
        box = turn.box(rect) if sign and box_at(raw, index, rect) else None
        if group and (box is None or _is_apart(raw, group[-1], box, index)):
            yield group
            group = []
        if box is not None and turn.shows(box):
            group.append(Letter(sign, box, index))
    if group:
        yield group


@lru_cache(maxsize=_SIGNS)
def _sign(code: int) -> str:
    """The sign of a code; none for white space and for what is no sign."""
    if code in _UNREADABLE or code > 0x10FFFF or 0xD800 <= code < 0xE000:  # noqa: PLR2004 the range of Unicode
        return ""
    sign = "-" if chr(code) == _LINE_END_HYPHEN else chr(code)
    return "" if sign.isspace() else sign


def _is_apart(raw: pdfium.FPDF_TEXTPAGE, one: Letter, box: Box, index: int) -> bool:
    """Whether two letters that follow each other in the file stand in different words."""
    left, top, right, bottom = one.box
    gap = box[0] - right
    gap = max(gap, left - box[2])
    height = bottom - top
    if height < 1:
        height = 1.0
    if gap > _APART * height or not -height <= box[3] - bottom <= height:
        return True
    return gap > _TOUCHING * height and _object(raw, one.at) != _object(raw, index)


def _object(raw: pdfium.FPDF_TEXTPAGE, index: int) -> int:
    """Which piece of text a letter was drawn with."""
    return ctypes.cast(pdfium.FPDFText_GetTextObject(raw, index), ctypes.c_void_p).value or 0
