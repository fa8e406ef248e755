"""The legend of a document, read from the lines that explain its colours and letters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from rodedraad.model.document import LegendEntry
from rodedraad.recognising.grid import Grid, cell_text, grid_of
from rodedraad.recognising.status import status_of_words
from rodedraad.recognising.units import Unit
from rodedraad.recognising.vocabulary import words_of

ASPECTS: Final = frozenset(words_of("legend", "aspect"))
_COLOURS: Final = "|".join(words_of("legend", "symbol"))
_LETTERS: Final = "".join(words_of("legend", "letter"))
_SYMBOL: Final = re.compile(rf"[A-Z]|{_COLOURS}", re.IGNORECASE)
_ENTRY: Final = re.compile(
    rf"(?P<symbol>{_COLOURS}|[{_LETTERS}](?=\s*[=:–-]))"
    rf"\s*(?:[=:–-]|{'|'.join(words_of('legend', 'means'))}|\()\s*"
    r"(?P<words>\S.{2,120})",
    re.IGNORECASE,
)


def is_legend_line(text: str) -> bool:
    """Whether a line explains a colour or letter: `Groen: volgens planning`."""
    return _ENTRY.fullmatch(text.strip()) is not None


def is_legend(grid: Grid) -> bool:
    """Whether a table explains letters or colours of a status: they fill its first column, words the rest."""
    symbols = [cell_text(row[0]) for row in grid.rows[1:] if row and cell_text(row[0])]
    words = [cell_text(cell) for row in grid.rows[1:] for cell in row[1:] if cell]
    return (
        len(symbols) > 1
        and all(_SYMBOL.fullmatch(symbol) for symbol in symbols)
        and bool(words)
        and not any(_SYMBOL.fullmatch(text) for text in words)
        and len(set(symbols)) == len(symbols)
    )


def legend_of(units: Sequence[Unit]) -> tuple[LegendEntry, ...]:
    """Return the legend that lines or tables spell out; what reads as no status is left out."""
    loose = [unit for unit in units if unit.block.table is None]
    tables = groupby(
        (unit for unit in units if unit.block.table is not None),
        key=lambda unit: (unit.source, unit.block.table),
    )
    grids = [grid_of(list(group)) for _, group in tables]
    return (*_of_lines(loose), *(entry for grid in grids if is_legend(grid) for entry in _of_table(grid)))


def _of_lines(units: Iterable[Unit]) -> Iterator[LegendEntry]:
    for unit in units:
        match = _ENTRY.fullmatch(unit.text.strip())
        if match:
            yield from _entry("status", match["symbol"], match["words"].strip(" .)"))


def _of_table(grid: Grid) -> Iterator[LegendEntry]:
    heads = [cell_text(cell).lower() for cell in grid.rows[0]]
    for row in grid.rows[1:]:
        for head, cell in zip(heads[1:], row[1:], strict=False):
            yield from _entry(head if head in ASPECTS else "status", cell_text(row[0]), cell_text(cell))


def _entry(aspect: str, symbol: str, words: str) -> Iterator[LegendEntry]:
    value = status_of_words(words)
    if value is not None:
        yield LegendEntry(aspect=aspect, symbol=symbol, words=words, value=value)
