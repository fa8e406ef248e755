"""Tables in plain text: cells between upright strokes, with a line of dashes under their head."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rodedraad.reading.white import WHITE

STROKE: Final = "|"
_DASHES: Final = re.compile(r":?-{3,}:?")
_PIECE: Final = re.compile(r"\||[^|]+")


class Piece(NamedTuple):
    """A cell of a row, or (without a column) a stroke or the line of dashes; a loose cell has no table."""

    start: int
    end: int
    table: int | None
    row: int
    column: int | None = None


def stroke_tables(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, list[Piece]]:
    """Return the pieces of every line of such tables by the number of the line; `lines` are their places.

    A table is the line above the dashes, and those below until one without a stroke.  Where rows fill columns
    that have no head, cells that reached over several were lost: there the cells stand loose.
    """
    found: dict[int, list[Piece]] = {}
    for table, (first, last) in enumerate(_stretches(text, lines)):
        rows = {
            number: list(_pieces(text, lines[number], table, row - (row > 1), rule=number == first + 1))
            for row, number in enumerate(range(first, last))
        }
        found |= rows if _is_regular(rows[first], rows.values()) else _loosened(rows)
    return found


def _is_regular(head: Sequence[Piece], rows: Iterable[Sequence[Piece]]) -> bool:
    headed = {piece.column for piece in head}
    return all(piece.column in headed for row in rows for piece in row)


def _loosened(rows: Mapping[int, Sequence[Piece]]) -> dict[int, list[Piece]]:
    return {number: [piece._replace(table=None) for piece in row] for number, row in rows.items()}


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
