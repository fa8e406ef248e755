"""What holds for every format that has mark-up: layout tables, typed bullets, noise, furniture."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.reading.contents import without_contents
from rodedraad.reading.marks import bullet_length, is_numbered
from rodedraad.reading.noise import why_noise
from rodedraad.reading.piece import Draft, Piece
from rodedraad.reading.stamps import is_stamped
from rodedraad.reading.white import tidy

_TYPED = -1  # the series of items whose bullet was typed; real series count from 0
_OPEN_TO_MARKS = {BlockRole.PARAGRAPH, BlockRole.CELL, BlockRole.LIST_ITEM}


def settle(draft: Draft) -> list[Piece]:
    """The pieces of a draft, tidy and none empty, with roles as their mark-up and typing tell."""
    pieces = _tidied(_keep_something(draft.pieces))
    told = without_contents(pieces)
    flat = (_out_of_table(piece) if _in_layout(piece, draft) else piece for piece in told)
    return list(_tables_in_order(_told_by_words(piece) for piece in flat))


def _tidied(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        text = tidy(piece.text)
        if text:
            yield piece if text == piece.text else replace(piece, text=text)


def _keep_something(pieces: list[Piece]) -> list[Piece]:
    """Where the mark-up calls all of a page furniture, it is the mark-up that is wrong."""
    if any(piece.why is None for piece in pieces):
        return pieces
    return [replace(piece, why=None) for piece in pieces]


def _in_layout(piece: Piece, draft: Draft) -> bool:
    return piece.cell is not None and piece.cell.table in draft.layout


def _out_of_table(piece: Piece) -> Piece:
    role = BlockRole.PARAGRAPH if piece.role is BlockRole.CELL else piece.role
    return replace(piece, role=role, cell=None)


def _told_by_words(piece: Piece) -> Piece:
    why = _why_aside(piece)
    if why != piece.why:
        piece = replace(piece, why=why)
    if piece.why is not None:
        return replace(piece, role=BlockRole.FURNITURE, level=None, cell=None)
    return _typed_item(piece) if piece.role in _OPEN_TO_MARKS else piece


def _why_aside(piece: Piece) -> str | None:
    """The stamps of the build are part of the document, wherever the page has put them."""
    if piece.why is not None:
        return None if is_stamped(piece.text) else piece.why
    return why_noise(piece.text) if piece.cell is None else None


def _typed_item(piece: Piece) -> Piece:
    """A paragraph or cell that opens with a bullet is a list item; so is a paragraph with a number."""
    bullet = bullet_length(piece.text)
    if not bullet and (piece.role is not BlockRole.PARAGRAPH or not is_numbered(piece.text)):
        return piece
    series = _TYPED if piece.series is None else piece.series
    level = piece.level or 1
    return replace(piece, text=piece.text[bullet:], role=BlockRole.LIST_ITEM, level=level, series=series)


def _tables_in_order(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Tables counted by what is left of them, without gaps."""
    seen: dict[int, int] = {}
    for piece in pieces:
        if piece.cell is None:
            yield piece
            continue
        table = piece.cell.table
        number = seen.setdefault(table, len(seen))
        yield piece if number == table else replace(piece, cell=piece.cell._replace(table=number))
