"""From pieces to one text with places."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rodedraad.model.terms import BlockRole
from rodedraad.model.text import Aside, Block, Extract, Link
from rodedraad.reading.piece import Draft, Piece
from rodedraad.reading.settle import settle
from rodedraad.reading.stamps import stamps
from rodedraad.reading.white import tidy

_NO_CELL = (None, None, None, 1, 1, False)
_LISTED = frozenset({BlockRole.LIST_ITEM, BlockRole.FURNITURE})


def assemble(draft: Draft) -> Extract:
    """One text of all pieces, each on a line of its own, with a block for each."""
    pieces = settle(draft)
    text, starts = _joined(pieces)
    found = stamps(piece.text for piece in pieces)
    blocks = tuple(_block(piece, start) for piece, start in zip(pieces, starts, strict=True))
    whys = (piece.why for piece in pieces)
    return Extract(
        media_type=draft.media_type,
        text=text,
        blocks=blocks,
        set_aside=asides((block.start, block.end, why) for block, why in zip(blocks, whys, strict=True)),
        title=tidy(draft.title or "") or None,
        exported_at=found.exported_at,
        built_at=found.built_at,
        links=tuple(_links(pieces, starts)),
    )


def asides(places: Iterable[tuple[int, int, str | None]]) -> tuple[Aside, ...]:
    """Stretches that stand aside for the same reason, taken together."""
    groups = ((why, list(group)) for why, group in groupby(places, key=lambda place: place[2]))
    return tuple(Aside(start=group[0][0], end=group[-1][1], why=why) for why, group in groups if why)


def _links(pieces: Sequence[Piece], starts: Sequence[int]) -> Iterator[Link]:
    """The links in the content, each with the place of its words."""
    for piece, start in zip(pieces, starts, strict=True):
        position = 0
        for words, target in piece.links if piece.why is None else ():
            shown = tidy(words)
            place = piece.text.find(shown, position) if shown else -1
            if place >= 0:
                position = place + len(shown)
                yield Link(start=start + place, end=start + position, target=target)


def _joined(pieces: Sequence[Piece]) -> tuple[str, list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    before: Piece | None = None
    for piece in pieces:
        gap = "" if before is None else "\n" if _together(before, piece) else "\n\n"
        parts += (gap, piece.text)
        starts.append(length + len(gap))
        length += len(gap) + len(piece.text)
        before = piece
    return "".join(parts), starts


def _together(before: Piece, piece: Piece) -> bool:
    """Whether both are paragraphs of one cell, or items of one list outside tables."""
    if before.cell is not None or piece.cell is not None:
        return before.cell == piece.cell
    if before.role not in _LISTED or piece.role not in _LISTED:
        return False
    return before.series is not None and before.series == piece.series


def _block(piece: Piece, start: int) -> Block:
    cell = piece.cell or _NO_CELL
    return Block(
        start=start,
        end=start + len(piece.text),
        role=piece.role,
        level=piece.level,
        table=cell[0],
        row=cell[1],
        column=cell[2],
        row_span=cell[3],
        column_span=cell[4],
        header=cell[5],
        symbols=piece.symbols,
        page=piece.page,
        box=piece.box,
        path=piece.path,
        style=piece.style,
    )
