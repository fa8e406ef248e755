"""Plain text, kept as it is."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rodedraad.model.terms import BlockRole
from rodedraad.model.text import Block, Extract
from rodedraad.reading.assemble import asides
from rodedraad.reading.charset import decode
from rodedraad.reading.contents import CONTENTS, is_led
from rodedraad.reading.marks import bullet_length, is_numbered
from rodedraad.reading.noise import why_noise
from rodedraad.reading.stamps import stamps
from rodedraad.reading.strokes import Piece, stroke_tables
from rodedraad.reading.white import WHITE
from rodedraad.reading.wrapped import runs_on

MEDIA_TYPE = "text/plain"
_BREAK = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_LINE = re.compile(rf"([^{_BREAK}]*)(?:\r\n|[{_BREAK}]|\Z)")
_TAB = 4


class _Line(Struct, frozen=True):
    """One line: its own text is `text[start:end]`; `start == end` when it is empty."""

    start: int
    end: int
    indent: int
    bullet: int = 0
    numbered: bool = False

    @property
    def is_item(self) -> bool:
        return bool(self.bullet) or self.numbered


def read_plain(data: bytes, name: str) -> Extract:
    """The text unchanged, a block a line; lines that were broken to fit a width are one block."""
    return extract_plain(decode(data, name))


def extract_plain(text: str) -> Extract:
    """As `read_plain`, of characters."""
    blocks = tuple(_blocks(text, _lines(text)))
    own = [text[block.start : block.end] for block in blocks]
    whys = [CONTENTS if is_led(words) else why_noise(words) for words in own]
    furnished = tuple(_as_furniture(block) if why else block for block, why in zip(blocks, whys, strict=True))
    found = stamps(own)
    return Extract(
        media_type=MEDIA_TYPE,
        text=text,
        blocks=furnished,
        set_aside=asides((block.start, block.end, why) for block, why in zip(blocks, whys, strict=True)),
        exported_at=found.exported_at,
        built_at=found.built_at,
    )


def _as_furniture(block: Block) -> Block:
    return Block(start=block.start, end=block.end, role=BlockRole.FURNITURE)


def _lines(text: str) -> list[_Line]:
    return [_line(text, found.start(1), found.end(1)) for found in _LINE.finditer(text)]


def _line(text: str, start: int, end: int) -> _Line:
    own = text[start:end]
    stripped = own.strip(WHITE)
    if not stripped:
        return _Line(start, start, 0)
    lead = own.index(stripped)
    bullet = bullet_length(stripped)
    first = start + lead + bullet
    indent = len(own[:lead].expandtabs(_TAB))
    return _Line(first, start + lead + len(stripped), indent, bullet, is_numbered(stripped, bullet))


def _blocks(text: str, lines: Sequence[_Line]) -> Iterator[Block]:
    shown = [
        text[line.start : line.end].rjust(line.end - line.start + line.indent + line.bullet) for line in lines
    ]
    joined = runs_on(shown, [line.is_item for line in lines])
    tables = stroke_tables(text, [(line.start - line.bullet, line.end) for line in lines])
    indents: list[int] = []
    index = 0
    while index < len(lines):
        if index in tables:
            yield from map(_piece, tables[index])
            index += 1
            continue
        first = index
        while joined[index] and index + 1 not in tables:
            index += 1
        if lines[first].start < lines[first].end:
            yield _block(lines[first], lines[index].end, indents)
        index += 1


def _piece(piece: Piece) -> Block:
    """A cell of a table, the first row of which is its head; strokes belong to nothing."""
    if piece.column is None:
        return Block(start=piece.start, end=piece.end, role=BlockRole.PARAGRAPH)
    return Block(
        start=piece.start,
        end=piece.end,
        role=BlockRole.CELL,
        table=piece.table,
        row=piece.row,
        column=piece.column,
        header=piece.row == 0,
    )


def _block(line: _Line, end: int, indents: list[int]) -> Block:
    """`indents` holds those of the list so far, outermost first; its length is the depth."""
    if not line.is_item:
        indents.clear()
        return Block(start=line.start, end=end, role=BlockRole.PARAGRAPH)
    while indents and indents[-1] > line.indent:
        indents.pop()
    if not indents or indents[-1] < line.indent:
        indents.append(line.indent)
    return Block(start=line.start, end=end, role=BlockRole.LIST_ITEM, level=len(indents))
