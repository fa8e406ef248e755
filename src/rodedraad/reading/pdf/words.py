"""The words of a page, each with its place, size and weight."""

import ctypes
import math
from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium
from msgspec import Struct
from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage

from rodedraad.reading.errors import ReadingError
from rodedraad.reading.pdf.drawing import Drawing, drawing_of
from rodedraad.reading.pdf.geometry import Box, Turn, Word, around

_MOST_LETTERS = 300_000
_BOLD_FROM = 600
_BOLD_NAMES = ("bold", "black", "heavy")
_LINE_END_HYPHEN = "\x02"
_UNREADABLE = frozenset({0, 0xFFFE, 0xFFFF})
_APART = 0.3  # of the size: letters further apart belong to two words
_TOUCHING = 0.16  # of the size: letters of two pieces of text so near are of one word
_QUARTER = 90


class Page(Struct, frozen=True):
    """A page as it is printed; `aslant` holds the words that do not stand upright."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
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


class _Letter(Struct):
    sign: str
    box: Box
    index: int


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
        found = [_word(text, group, turn) for group in _groups(text, letters, turn)]
        drawing = drawing_of(page, turn)
    except PdfiumError as error:
        problem = "deze bladzijde is beschadigd"
        raise ReadingError(name, f"bladzijde {index + 1}", problem, "Haal het bestand opnieuw op") from error
    return Page(
        number=index + 1,
        width=turn.width,
        height=turn.height,
        words=with_bullets([word for word, upright in found if upright], drawing.dots),
        aslant=tuple(word for word, upright in found if not upright),
        drawing=drawing,
    )


def _groups(text: PdfTextPage, letters: int, turn: Turn) -> Iterator[list[_Letter]]:
    """The letters of each word, in the order of the file."""
    group: list[_Letter] = []
    rect = pdfium.FS_RECTF()
    for index in range(letters):
        sign = _sign(pdfium.FPDFText_GetUnicode(text, index))
        known = sign and not sign.isspace() and pdfium.FPDFText_GetLooseCharBox(text, index, rect)
        letter = _Letter(sign, turn.box(rect), index) if known else None
        if group and (letter is None or _is_apart(text, group[-1], letter)):
            yield group
            group = []
        if letter is not None and turn.shows(letter.box):
            group.append(letter)
    if group:
        yield group


def _sign(code: int) -> str:
    if code in _UNREADABLE or code > 0x10FFFF or 0xD800 <= code < 0xE000:  # noqa: PLR2004 the range of Unicode
        return ""
    return "-" if chr(code) == _LINE_END_HYPHEN else chr(code)


def _is_apart(text: PdfTextPage, one: _Letter, other: _Letter) -> bool:
    """Whether two letters that follow each other in the file stand in different words."""
    height = max(one.box.bottom - one.box.top, 1)
    gap = max(other.box.left - one.box.right, one.box.left - other.box.right)
    if gap > _APART * height or abs(other.box.bottom - one.box.bottom) > height:
        return True
    return gap > _TOUCHING * height and _object(text, one.index) != _object(text, other.index)


def _object(text: PdfTextPage, index: int) -> int:
    """Which piece of text a letter was drawn with."""
    return ctypes.cast(pdfium.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value or 0


def _word(text: PdfTextPage, group: list[_Letter], turn: Turn) -> tuple[Word, bool]:
    """A word, and whether it stands upright."""
    first = group[0].index
    box = around(letter.box for letter in group)
    x, y = ctypes.c_double(), ctypes.c_double()
    known = pdfium.FPDFText_GetCharOrigin(text, first, x, y)
    base = turn.point(x.value, y.value)[1] if known else box.bottom
    height = box.bottom - box.top
    angle = math.degrees(max(pdfium.FPDFText_GetCharAngle(text, first), 0.0))
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
    if pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD_FROM:
        return True
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text, index, name, len(name), flags)
    return any(mark in name.value.lower().decode("ascii", "replace") for mark in _BOLD_NAMES)
