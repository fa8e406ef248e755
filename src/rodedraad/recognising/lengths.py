"""How long a unit may be: what is looked for in it may take the square of its length."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from rodedraad.model.text import Block
from rodedraad.reading.white import WHITE

LONGEST: Final = 5_000
"""So many characters have room for a page of print; what is longer is no paragraph that anyone wrote."""


def bounded(block: Block, text: str) -> Iterator[Block]:
    """Yield a block of a text in pieces of at most `LONGEST` characters, cut at white space where it has any.

    The pieces hold all that is not white space, in order; a block that is not too long is its only piece.
    """
    start = block.start
    while block.end - start > LONGEST:
        cut = _white_before(text, start, start + LONGEST)
        yield replace(block, start=start, end=cut - _padding(text[start:cut]))
        start = cut + _indent(text, cut)
    yield block if start == block.start else replace(block, start=start)


def _white_before(text: str, start: int, end: int) -> int:
    """Return the last place of white space before `end`, or `end` where all is one word."""
    return next((place for place in range(end, start, -1) if text[place] in WHITE), end)


def _padding(piece: str) -> int:
    return len(piece) - len(piece.rstrip(WHITE))


def _indent(text: str, place: int) -> int:
    return next(offset for offset in range(len(text)) if text[place + offset] not in WHITE)
