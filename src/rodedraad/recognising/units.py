"""The blocks of a document's sources as units to be read: one line, item, paragraph or part of a cell."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.model.text import Block, Extract
from rodedraad.recognising.lengths import LONGEST, bounded
from rodedraad.recognising.shapes import Shape, shape_of

SHORTEST_LINE: Final = 40
# Where lines are typed an empty one divides; mark-up puts one between any two paragraphs.
_LINED: Final = frozenset({"text/plain", "text/markdown"})
_CELLS: Final = frozenset({Shape.MISSING, Shape.UNIT, Shape.WORDED, Shape.STATE, Shape.LETTER})
_NUMBER_ONLY: Final = re.compile(r"(?:[A-Z]{0,3}\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z])[.)]?")
_AMOUNT: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")
_NUMBERED: Final = re.compile(
    r"(?P<number>(?:[A-Z]{1,3}\d{0,2}\s?|\d{1,2}[A-Z])?\d{1,3}(?:\.(?:\d{1,3}|[a-z])){0,5}[a-z]?[.):]?)(?:\s+[-–])?\s+(?=[^\W\d_]|['‘“\"(])"
)


class Unit(Struct, frozen=True, kw_only=True):
    """A block with its text, and whether an empty line stands before it.

    `number` is the number or code the text begins with, `body` where its own words begin.
    """

    place: int
    source: int
    block: Block
    text: str
    gap: bool
    number: str | None
    body: int

    @property
    def start(self) -> int:
        """Where the unit's own words begin in the source's text."""
        return self.block.start + self.body

    @property
    def end(self) -> int:
        """Where the unit ends in the source's text."""
        return self.block.end

    @property
    def words(self) -> str:
        """The unit's text without its number."""
        return self.text[self.body :]

    @property
    def listed(self) -> bool:
        """Whether the unit is an item of a list."""
        return self.block.role is BlockRole.LIST_ITEM

    @property
    def in_line(self) -> bool:
        """Whether the unit is a cell of a row that is one line of its source."""
        return self.block.table is not None and self.block.role is BlockRole.PARAGRAPH

    @property
    def only_number(self) -> bool:
        """Whether the unit is a bare number: `1.`."""
        return bool(_NUMBER_ONLY.fullmatch(self.text))


def units_of(texts: Sequence[Extract]) -> tuple[Unit, ...]:
    """Return the units of the sources in reading order; the furniture of a page is none.

    A unit has at most `LONGEST` characters: a longer line is several units.
    """
    found: list[Unit] = []
    for source, extract in enumerate(texts):
        previous_end = 0
        apart = True
        for block in extract.blocks:
            if block.role is BlockRole.FURNITURE:
                previous_end, apart = block.end, True
                continue
            between = extract.text[previous_end : block.start]
            gap = between.count("\n") > 1 or previous_end == 0
            text = extract.text[block.start : block.end]
            divided = gap and extract.media_type in _LINED
            if found and not divided and not apart and _goes_on(found[-1], source, block, text):
                found[-1] = _joined(found[-1], block, extract.text)
            else:
                found.extend(_units(len(found), source, block, extract.text, gap=gap))
            previous_end, apart = block.end, False
    return tuple(found)


def _goes_on(before: Unit, source: int, block: Block, text: str) -> bool:
    """Whether a line goes on with the sentence that the line before it broke off."""
    plain = before.block.role is BlockRole.PARAGRAPH and block.role is BlockRole.PARAGRAPH
    apart = block.table is not None or before.block.table is not None or bool(block.symbols)
    broken = before.text[-1:] not in ".:;?!" and text[:1].islower() and len(before.text) > SHORTEST_LINE
    fits = block.end - before.block.start <= LONGEST
    goes_on = before.source == source and plain and broken and not apart and fits
    return goes_on and shape_of(text) not in _CELLS


def _joined(before: Unit, block: Block, text: str) -> Unit:
    whole = replace(before.block, end=block.end)
    return replace(before, block=whole, text=text[whole.start : whole.end])


def _units(place: int, source: int, block: Block, text: str, *, gap: bool) -> Iterator[Unit]:
    """Yield the units of a block: it is cut where it is longer than any paragraph."""
    for offset, piece in enumerate(bounded(block, text)):
        own = text[piece.start : piece.end]
        yield _unit(place + offset, source, piece, own, gap=gap and not offset)


def _unit(place: int, source: int, block: Block, text: str, *, gap: bool) -> Unit:
    number, body = split_number(text, block)
    return Unit(place=place, source=source, block=block, text=text, gap=gap, number=number, body=body)


def split_number(text: str, block: Block) -> tuple[str | None, int]:
    """Return the number a text begins with and where its words begin.

    A plain number without a mark behind it is a number of the text ("12 gemeenten"), unless it has
    parts (1.2) or the block is a heading; so is a number with thousands ("1.200 inwoners").
    """
    match = _NUMBERED.match(text)
    if match is None or _AMOUNT.fullmatch(match["number"]):
        return None, 0
    number = match["number"]
    marked = number.endswith((".", ")", ":")) or "." in number or number[0].isalpha()
    if not marked and block.role is not BlockRole.HEADING:
        return None, 0
    return number, match.end()
