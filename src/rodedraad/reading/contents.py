"""Tables of contents in the text: lines that end in the number of a page."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rodedraad.reading.noise import why_noise
from rodedraad.reading.piece import Piece

CONTENTS = "inhoudsopgave"
_FEWEST = 3
_LONGEST = 4000
_LED = re.compile(r"\S.{1,150}?(?:\s?[.…·_]){4,}\s*\d{1,4}(?=\s|$)\s*", re.DOTALL)
_DOTS = ("...", ". .", "…", "· ·", "··", "___")
_ENDS = re.compile(r"\S.{0,200}?[\s\t](\d{1,4})\.?", re.DOTALL)


def without_contents(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with the lines of a table of contents set aside.

    Such a line has dots before the number of its page; without dots it stands in a row of lines under
    the word Inhoud, and the numbers of their pages never go down.
    """
    waiting: list[Piece] = []
    last = 0
    under = False
    for piece in pieces:
        number = _page(piece) if under else None
        if number is not None and number >= last:
            waiting.append(piece)
            last = number
            continue
        yield from _settled(waiting)
        waiting, last = [], 0
        led = piece.why is None and piece.cell is None and is_led(piece.text)
        under = led or _is_head(piece) or (under and piece.why is not None)
        yield replace(piece, why=CONTENTS) if led else piece
    yield from _settled(waiting)


def is_led(text: str) -> bool:
    """Whether a text is nothing but lines whose words and page number dots run between."""
    if len(text) > _LONGEST or not any(dots in text for dots in _DOTS):
        return False
    return not _LED.sub("", text).strip()


def _settled(waiting: list[Piece]) -> Iterator[Piece]:
    for piece in waiting:
        yield replace(piece, why=CONTENTS) if len(waiting) >= _FEWEST else piece


def _is_head(piece: Piece) -> bool:
    return why_noise(piece.text) == CONTENTS


def _page(piece: Piece) -> int | None:
    if piece.why is not None or piece.cell is not None:
        return None
    found = _ENDS.fullmatch(piece.text)
    return int(found[1]) if found else None
