"""The rows of heads over a table of figures, and what each column turns out to hold."""

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

from rodedraad.recognising.grid import cell_text
from rodedraad.recognising.heads import Head, Use, in_order, read_head
from rodedraad.recognising.numbers import YEAR, is_year, missing_mark, read_dated, read_figure
from rodedraad.recognising.units import Unit

Cells: TypeAlias = tuple[tuple[Unit, ...], ...]
_FEWEST_HEADS: Final = 2
_LETTER: Final = re.compile(r"(?:[VN]|voordelig|nadelig|voordeel|nadeel)", re.IGNORECASE)
_CODE: Final = re.compile(r"[A-Z]{0,3}\d{1,3}(?:[.\-]\d{1,3}){0,4}[a-e]?[.)_]?", re.IGNORECASE)
_DATED: Final = re.compile(rf"(?=.*[^\W\d_])\D*{YEAR}\D*")
_WORD: Final = re.compile(r"[^\W\d_]{3}")
_OWN_WORDS: Final = frozenset({Use.NAME, Use.UNIT, Use.SOURCE, Use.KIND, Use.REMARK})


def count_of_heads(rows: Sequence[Cells]) -> int:
    """Return how many rows at the top are heads: they hold no figures but years.

    Below the first row a row is so only where it is marked up as heads, or stands under merged heads.
    """
    for place, row in enumerate(rows):
        units = [unit for cell in row for unit in cell]
        figures = any(_tells_figure(cell_text(cell)) for cell in row if cell)
        merged = place == 0 or any(unit.block.column_span > 1 for cell in rows[place - 1] for unit in cell)
        marked = all(unit.block.header for unit in units)
        if figures or len(units) < _FEWEST_HEADS or not (merged or marked):
            return place
    return len(rows)


def _tells_figure(text: str) -> bool:
    return read_figure(text) is not None and not is_year(text)


def heads_of(rows: Sequence[Cells], body: Sequence[Cells]) -> tuple[Head, ...]:
    """Return a head a column: the words of every head row that stand over it, and what its cells show."""
    width = max((len(row) for row in (*rows, *body)), default=0)
    texts = [""] * width
    for row in rows:
        for start, cell in enumerate(row):
            span = max((unit.block.column_span for unit in cell), default=0)
            for column in range(start, min(start + span, width)):
                texts[column] = f"{texts[column]} {cell_text(cell)}".strip()
    heads = [read_head(text) if text else Head(Use.UNKNOWN) for text in texts]
    return settled(in_order(heads), [[cell_text(cell) for cell in row] for row in body])


def settled(heads: Sequence[Head], rows: Sequence[Sequence[str]]) -> tuple[Head, ...]:
    """Return heads with the use that the cells under them show, where the words over them do not tell it.

    Letters V and N belong to the figure before them; codes and names stand before the first figure.
    """
    found = list(heads)
    named = False
    for column, head in enumerate(heads):
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        if _holds_letters(head, column, rows):
            found[column] = head._replace(use=Use.LETTER)
        else:
            found[column] = _settled(head, cells, named=named)
        named = named or found[column].use is Use.NAME
    return tuple(found)


def _holds_letters(head: Head, column: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column holds letters V and N, each behind a figure."""
    if not column or head.use not in {Use.UNKNOWN, Use.FIGURE}:
        return False
    pairs = [(row[column - 1], row[column]) for row in rows if column < len(row) and row[column]]
    return bool(pairs) and all(_LETTER.fullmatch(cell) and read_figure(before) for before, cell in pairs)


def _settled(head: Head, cells: Sequence[str], *, named: bool) -> Head:
    if not cells:
        return head
    known = bool(head.text) and head.whole
    open_use = head.use is Use.UNKNOWN or (head.use is Use.NAME and not known)
    if open_use and not named and _mostly(cells, _CODE):
        return head._replace(use=Use.NUMBER)
    if head.use is Use.UNKNOWN and named and all(map(_DATED.fullmatch, cells)):
        return head._replace(use=Use.PERIOD)
    if head.is_figure and not named and sum(map(_is_name, cells)) * 2 > len(cells):
        return head._replace(use=Use.NAME)
    return head


def _mostly(cells: Sequence[str], pattern: re.Pattern[str]) -> bool:
    return sum(pattern.fullmatch(cell) is not None for cell in cells) * 4 >= len(cells) * 3


def _is_name(cell: str) -> bool:
    return _WORD.search(cell) is not None and read_figure(cell) is None and missing_mark(cell) is None


def share_of_figures(heads: Sequence[Head], body: Sequence[Cells]) -> float:
    """Return which share of the filled cells is figures, of the columns that hold no names or sources."""
    columns = [place for place, head in enumerate(heads) if place and _may_hold_figures(head)]
    filled = [
        unit.text.strip() for row in body for place in columns if place < len(row) for unit in row[place]
    ]
    told = sum(any(map(str.isdigit, text)) for text in filled)
    figures = sum(map(_is_cell, filled))
    return figures / len(filled) if told else 0.0


def _may_hold_figures(head: Head) -> bool:
    return head.use not in _OWN_WORDS and head.use not in {Use.NUMBER, Use.LETTER, Use.PERIOD}


def _is_cell(text: str) -> bool:
    dated = read_dated(text)
    return _tells_figure(dated.rest if dated is not None else text)
