"""Heads that stand on one line, over cells that stand on a line each."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.recognising.numbers import read_figure
from rodedraad.recognising.regrid.fitting import Fit, fitted
from rodedraad.recognising.regrid.heads import Reading
from rodedraad.recognising.regrid.holds import Holds, holds_of_head
from rodedraad.recognising.regrid.pieces import Piece
from rodedraad.recognising.regrid.tables import Table, judged
from rodedraad.recognising.rowlines.headline import Heads, ways_to_read
from rodedraad.recognising.shapes import FIGURES
from rodedraad.recognising.units import Unit, split_number

FEWEST: Final = 2
"""So many columns of figures at least: one figure behind a name is no table."""
SOON: Final = 12
"""Within so many lines the first row stands."""


def may_head(units: Sequence[Unit]) -> bool:
    """Whether the first line has the heads of columns, and lines below it are cells of figures."""
    if len(units[0].text.split()) <= FEWEST:
        return False
    figured = [read_figure(unit.text) is not None for unit in units[1 : 1 + SOON]]
    runs = [(one, len(list(group))) for one, group in groupby(figured)]
    if len(runs) < FEWEST or runs[0][0] or runs[1][1] < FEWEST:
        return False
    return any(len(way.figured) == runs[1][1] for way in ways_to_read(units[0].text))


def under_line(line: Unit, pieces: Sequence[Piece]) -> Table | None:
    """Return the table whose heads stand on a line; None where what follows is none."""
    ways = [way for way in ways_to_read(line.text) if len(way.figured) >= FEWEST]
    found = [(fit.cost / len(fit.placed), way, fit) for way in ways if (fit := _fit(way, pieces)).placed]
    if not found:
        return None
    _, way, fit = min(found, key=lambda one: one[0])
    return judged(
        Table(Reading(start=0, end=0, holds=_holds(way), heads=()), fit, line=tuple(_cells(line, way)))
    )


def _fit(way: Heads, pieces: Sequence[Piece]) -> Fit:
    """Return the rows below a way to read the heads; none where no row has a figure in each column."""
    fit = fitted(pieces, _holds(way))
    rows: dict[int, int] = {}
    for one in fit.placed:
        rows[one.row] = rows.get(one.row, 0) + (one.column in way.figured and one.piece.shape in FIGURES)
    return fit if len(way.figured) in rows.values() else Fit((), 0.0)


def _holds(way: Heads) -> tuple[Holds, ...]:
    return tuple(map(holds_of_head, way.heads))


def _cells(line: Unit, way: Heads) -> Iterator[Unit]:
    for column, span in enumerate(way.spans):
        if span is None:
            continue
        start, end = line.block.start + span[0], line.block.start + span[1]
        block = replace(
            line.block, start=start, end=end, role=BlockRole.PARAGRAPH, row=0, column=column, header=True
        )
        text = line.text[span[0] : span[1]]
        number, body = split_number(text, block)
        yield replace(line, block=block, text=text, gap=line.gap and not column, number=number, body=body)
