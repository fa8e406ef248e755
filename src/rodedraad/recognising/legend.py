"""The legend of a document: what it says itself of its colours, letters and symbols."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from rodedraad.model.document import LegendEntry
from rodedraad.recognising.grid import Grid, cell_text, grid_of
from rodedraad.recognising.kept import LINES, TABLES
from rodedraad.recognising.legend_text import explained
from rodedraad.recognising.legend_words import meaning_of_words
from rodedraad.recognising.lexicon import Role, meaning_of
from rodedraad.recognising.symbols import seen
from rodedraad.recognising.units import Unit
from rodedraad.recognising.vocabulary import words_of

LONGEST: Final = 160
"""What is longer tells of a promise, and explains no symbol."""
LONGEST_LINE: Final = 400
"""A line that explains more than its symbols is longer."""
MOST: Final = 8
"""No legend has more symbols."""


@cache
def aspects() -> frozenset[str]:
    """Return the aspects that have a status of their own."""
    return frozenset(words_of("legend", "aspect"))


def is_legend_line(text: str) -> bool:
    """Whether a line explains colours or letters and does nothing else: `Groen: volgens planning`.

    Where its symbols were lost, the words that open it tell: `Betekenis van de kleuren: gereed, loopt nog`.
    """
    found = explained(text)
    return (found is not None and found.whole) or _opens_as_legend(text)


def _opens_as_legend(text: str) -> bool:
    head, colon, rest = text.partition(":")
    if not colon or not rest.strip() or len(text) > LONGEST_LINE:
        return False
    meaning = meaning_of(head)
    return meaning is not None and meaning.role is Role.LEGEND


@lru_cache(maxsize=TABLES)
def is_legend(grid: Grid) -> bool:
    """Whether a table explains the letters, colours or symbols of a status: one a row, words behind it."""
    rows = [row for row in grid.rows if row and row[0]]
    rows = rows[1:] if rows and not _sign_of(rows[0][0]) else rows
    signs = [_sign_of(row[0]) for row in rows]
    words = [cell_text(cell) for row in rows for cell in row[1:] if cell]
    return (
        1 < len(signs) <= MOST
        and all(signs)
        and bool(words)
        and not any(_sign_of(cell) for row in rows for cell in row[1:])
        and len(set(signs)) == len(signs)
        and sum(meaning_of_words(text) is not None for text in words) * 2 > len(words)
    )


def lines_of_legend(units: Sequence[Unit]) -> frozenset[int]:
    """Return the places of the lines that explain the icons before them."""
    return frozenset(unit.place for run in _runs(units) for unit in run)


def legend_of(units: Sequence[Unit]) -> tuple[LegendEntry, ...]:
    """Return the legend that lines, tables, or words behind icons spell out, as far as they name a status."""
    loose = [unit for unit in units if unit.block.table is None]
    tables = groupby(
        (unit for unit in units if unit.block.table is not None),
        key=lambda unit: (unit.source, unit.block.table),
    )
    grids = [grid_of(list(group)) for _, group in tables]
    found = [
        *(entry for unit in loose for entry in _of_text(unit)),
        *(entry for run in _runs(loose) for entry in _of_run(run)),
        *(entry for grid in grids if is_legend(grid) for entry in _of_table(grid)),
        *(entry for unit in units if unit.block.table is not None for entry in _of_text(unit)),
    ]
    return tuple({(entry.aspect, entry.symbol): entry for entry in reversed(found)}.values())[::-1]


def _of_text(unit: Unit) -> Iterator[LegendEntry]:
    found = explained(unit.text)
    for symbol, words in found.entries if found is not None else ():
        yield from _entry(found.aspect if found is not None else "", symbol, words)


def _entry(aspect: str, symbol: str, words: str) -> Iterator[LegendEntry]:
    value = meaning_of_words(words)
    if value is not None:
        yield LegendEntry(aspect=aspect or "status", symbol=symbol, words=words, value=value)


# --- words behind icons -------------------------------------------------------------------------------


def _runs(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Yield the lines with icons that follow one another, as far as each explains another icon."""
    for shows, run in groupby(units, key=lambda unit: bool(unit.block.symbols)):
        lines: list[Unit] = []
        for unit in run if shows else ():
            if not _explains_icon(unit) or unit.block.symbols in [line.block.symbols for line in lines]:
                break
            lines.append(unit)
        if 1 < len(lines) <= MOST:
            yield lines


def _explains_icon(unit: Unit) -> bool:
    return (
        unit.number is None
        and len(unit.text) <= LONGEST
        and meaning_of_words(_without_alternative(unit)) is not None
    )


def _without_alternative(unit: Unit) -> str:
    """Return the words of a line without those that stand for its icon."""
    text = unit.text.strip()
    for symbol in unit.block.symbols:
        text = text.removeprefix(symbol).removesuffix(symbol).strip() or text
    return text.strip(" :=-–")


def _of_run(run: Sequence[Unit]) -> Iterator[LegendEntry]:
    """Yield an entry a line, by what tells its icon from the others; nothing where all are alike."""
    shown = [seen("", unit.block.symbols) for unit in run]
    for place, unit in enumerate(run):
        others = {one for other, signs in enumerate(shown) if other != place for one in signs}
        own = next((one for one in shown[place] if one not in others), None)
        if own is None:
            return
        yield from _entry("", own, _without_alternative(unit))


# --- tables -------------------------------------------------------------------------------------------


@lru_cache(maxsize=LINES)
def _plain_sign(text: str) -> str:
    return text if re.fullmatch(_sign_pattern(), text, re.IGNORECASE) else ""


@cache
def _sign_pattern() -> str:
    return rf"[A-Z]|{'|'.join(words_of('legend', 'symbol'))}|[^\w\s\ufffc]{{1,2}}"


def _sign_of(cell: Sequence[Unit]) -> str:
    """Return the symbol that a cell holds and nothing else; the empty word for words."""
    text = cell_text(cell)
    symbols = [symbol for unit in cell for symbol in unit.block.symbols]
    if symbols and (text == "\ufffc" or text in symbols):
        return next(iter(seen("", symbols)), "")
    return _plain_sign(text)


def _of_table(grid: Grid) -> Iterator[LegendEntry]:
    headed = not _sign_of(grid.rows[0][0])
    heads = [cell_text(cell).lower() if headed else "" for cell in grid.rows[0]]
    for row in grid.rows[headed:]:
        for head, cell in zip(heads[1:], row[1:], strict=False):
            yield from _entry(head if head in aspects() else "", _sign_of(row[0]), cell_text(cell))
