"""Tables in plain text: cells between upright strokes, with a line of dashes under their head."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from rodedraad.reading.white import WHITE

STROKE: Final = "|"
_DASHES: Final = re.compile(r":?-{3,}:?")
_LETTER: Final = re.compile(r"[A-Za-z]")
_FIGURE: Final = re.compile(r"[-+€ ]*\d[\d.,]*-?")
_PIECE: Final = re.compile(r"\||[^|]+")


class Piece(NamedTuple):
    """A cell of a row, or (without a column) a stroke or the line of dashes; places are those of the text."""

    start: int
    end: int
    table: int
    row: int
    column: int | None = None


def stroke_tables(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, list[Piece]]:
    """Return the pieces of every line of such tables by the number of the line; `lines` are their places.

    A table is the line above the dashes, and those below until one without a stroke.  Where rows fill columns
    that have no head, cells that reached over several were lost: such rows stay lines.
    """
    found: dict[int, list[Piece]] = {}
    for table, (first, last) in enumerate(_stretches(text, lines)):
        rows = {
            number: list(_pieces(text, lines[number], table, row - (row > 1), rule=number == first + 1))
            for row, number in enumerate(range(first, last))
        }
        if _is_regular(text, rows[first], rows.values()):
            found |= {number: _in_place(text, rows[first], row) for number, row in rows.items()}
    return found


def _is_regular(text: str, head: Sequence[Piece], rows: Iterable[Sequence[Piece]]) -> bool:
    """Tell whether what has no head is nothing but letters (V, N) behind the figures."""
    headed = {piece.column for piece in head}
    return all(
        piece.column in headed or _LETTER.fullmatch(text, piece.start, piece.end)
        for row in rows
        for piece in row
    )


def _in_place(text: str, head: Sequence[Piece], row: Sequence[Piece]) -> list[Piece]:
    """Return a row with its cells under their heads: where its first cell was empty and lost, one further."""
    cells = [piece for piece in row if piece.column is not None]
    first, named = cells[:1], [piece for piece in head if piece.column == 0]
    if not first or not named or first[0].column != 0 or first[0].row == 0:
        return list(row)
    if not _FIGURE.fullmatch(text, *first[0][:2]) or _FIGURE.fullmatch(text, *named[0][:2]):
        return list(row)
    return [piece if piece.column is None else piece._replace(column=piece.column + 1) for piece in row]


def _stretches(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Return the first line of every table, and the line after it."""
    after = 0
    for number in range(1, len(lines)):
        if number > after and _is_rule(text, lines[number]) and _stroked(text, lines[number - 1]):
            after = number + 1
            while after < len(lines) and _stroked(text, lines[after]):
                after += 1
            yield number - 1, after


def _is_rule(text: str, line: tuple[int, int]) -> bool:
    if not _stroked(text, line):
        return False
    dashes = [part.strip(WHITE) for part in text[slice(*line)].split(STROKE)]
    return any(dashes) and all(_DASHES.fullmatch(part) for part in dashes if part)


def _stroked(text: str, line: tuple[int, int]) -> bool:
    return STROKE in text[slice(*line)]


def _pieces(text: str, line: tuple[int, int], table: int, row: int, *, rule: bool) -> Iterator[Piece]:
    start, end = line
    if rule:
        yield _trimmed(text, start, end, Piece(start, end, table, row))
        return
    column = 0
    led = text[start:end].lstrip(WHITE).startswith(STROKE)
    for piece in _PIECE.finditer(text, start, end):
        if piece.group() == STROKE:
            column += not (led and piece.start() == start + text[start:end].index(STROKE))
            yield Piece(piece.start(), piece.end(), table, row)
        elif piece.group().strip(WHITE):
            yield _trimmed(text, piece.start(), piece.end(), Piece(0, 0, table, row, column))


def _trimmed(text: str, start: int, end: int, piece: Piece) -> Piece:
    own = text[start:end]
    lead = len(own) - len(own.lstrip(WHITE))
    return piece._replace(start=start + lead, end=start + len(own.rstrip(WHITE)))
