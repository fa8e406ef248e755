"""The words of a page, each with its place, size and weight."""

import ctypes
import math
from collections.abc import Sequence
from functools import lru_cache

import pypdfium2.raw as pdfium
from msgspec import Struct
from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage

from rodedraad.reading.errors import ReadingError
from rodedraad.reading.pdf.drawing import Drawing, drawing_of
from rodedraad.reading.pdf.geometry import Box, Line, Turn, Word, around, in_lines
from rodedraad.reading.pdf.letters import Letter, groups

_MOST_LETTERS = 300_000
_BOLD_FROM = 600
_BOLD_NAMES = ("bold", "black", "heavy")
_LONGEST_NAME = 128
_QUARTER = 90


class Page(Struct, frozen=True):
    """A page as it is printed; `aslant` holds the words that do not stand upright."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    lines: tuple[Line, ...] = ()
    aslant: tuple[Word, ...] = ()
    drawing: Drawing = Drawing()


def with_bullets(words: Sequence[Word], dots: Sequence[Box]) -> tuple[Word, ...]:
    """The words, and for each dot just before a line a bullet."""
    bullets: list[Word] = []
    for dot in dots:
        beside = [word for word in words if word.box.top <= dot.top and dot.bottom <= word.box.bottom]
        right = min(
            (word for word in beside if word.box.left >= dot.right),
            key=lambda word: word.box.left,
            default=None,
        )
        reach = dot.left - 2 * (right.size if right else 0)
        if (
            right
            and right.box.left - dot.right < 2 * right.size
            and not any(reach < word.box.right <= dot.right for word in beside)
        ):
            bullets.append(
                Word(
                    "•",
                    Box(dot.left, right.box.top, dot.right, right.box.bottom),
                    right.base,
                    right.size,
                    right.bold,
                )
            )
    return (*words, *bullets)


def page_of(document: PdfDocument, index: int, name: str) -> Page:
    """The words of a page (counted from 0)."""
    try:
        page = document[index]
        text = page.get_textpage()
        letters = text.count_chars()
        if letters > _MOST_LETTERS:
            raise ReadingError(
                name, f"bladzijde {index + 1}", "er staat onredelijk veel tekst op", "Splits het document"
            )
        turn = Turn(page)
        found = [_word(text, group, turn) for group in groups(text, letters, turn)]
        drawing = drawing_of(page, turn)
    except PdfiumError as error:
        problem = "deze bladzijde is beschadigd"
        raise ReadingError(name, f"bladzijde {index + 1}", problem, "Haal het bestand opnieuw op") from error
    words = with_bullets([word for word, upright in found if upright], drawing.dots)
    return Page(
        number=index + 1,
        width=turn.width,
        height=turn.height,
        words=words,
        lines=tuple(in_lines(words)),
        aslant=tuple(word for word, upright in found if not upright),
        drawing=drawing,
    )


def _word(text: PdfTextPage, group: Sequence[Letter], turn: Turn) -> tuple[Word, bool]:
    """A word, and whether it stands upright."""
    first = group[0].at
    box = around(letter.box for letter in group)
    x, y = ctypes.c_double(), ctypes.c_double()
    known = pdfium.FPDFText_GetCharOrigin(text.raw, first, x, y)
    base = turn.point(x.value, y.value)[1] if known else box.bottom
    height = box.bottom - box.top
    angle = math.degrees(max(pdfium.FPDFText_GetCharAngle(text.raw, first), 0.0))
    upright = min((angle - turn.angle) % 360, (angle + turn.angle) % 360)  # the sign differs between versions
    word = Word(
        text="".join(letter.sign for letter in group),
        box=box,
        base=base if box.top <= base <= box.bottom else box.bottom,
        size=round(height, 1) or 1.0,
        bold=_is_bold(text, first),
    )
    return word, min(upright, 360 - upright) < _QUARTER / 9


def _is_bold(text: PdfTextPage, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text.raw, index) >= _BOLD_FROM:
        return True
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFText_GetFontInfo(text.raw, index, name, _LONGEST_NAME, flags)
    return _tells_bold(name.value)


@lru_cache
def _tells_bold(font: bytes) -> bool:
    return any(mark in font.lower().decode("ascii", "replace") for mark in _BOLD_NAMES)
