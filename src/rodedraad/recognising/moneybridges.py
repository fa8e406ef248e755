"""Bridges: an opening amount, the changes, and the closing amount that they lead to."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from rodedraad.recognising.entries import Entry, Row, near, rows_of
from rodedraad.recognising.moneyrows import AMOUNT
from rodedraad.recognising.vocabulary import any_of

_FEWEST: Final = 3
_STANDS: Final = frozenset({"saldo", "resultaat", AMOUNT})
_MOVES: Final = frozenset({"toevoeging", "onttrekking", "reserve"})


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('figures', 'standing')}", re.IGNORECASE)


def bridged(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries, with those between an opening and its closing as changes of the closing's stage."""
    rows = list(rows_of(entries))
    if not is_bridge(rows):
        return list(entries)
    first, last = rows[0].place, rows[-1].place
    what = next(iter((rows[0].whats | rows[-1].whats) - {AMOUNT}), "saldo")
    stage = next(entry.phase for entry in entries if entry.row == last)
    return [
        entry._replace(what=what)
        if entry.row in (first, last)
        else entry._replace(what=AMOUNT, difference=True, bridged=True, phase=stage)
        for entry in entries
    ]


def is_bridge(rows: Sequence[Row]) -> bool:
    """Whether the first row and the changes after it add up, in every column, to the last row.

    Both ends are named for something that stands (saldo, stand, begroting); a total is no such thing.
    """
    if len(rows) < _FEWEST or rows[0].is_total or rows[-1].is_total:
        return False
    ends = (rows[0], rows[-1])
    if not all(row.whats <= _STANDS and _standing().search(row.name) for row in ends):
        return False
    between = [row for row in rows[1:-1] if not row.is_total]
    return not any(row.whats & _MOVES for row in between) and _leads(rows[0], between, rows[-1])


def _leads(opening: Row, between: Sequence[Row], closing: Row) -> bool:
    years = {year for _, year in closing.sizes}
    return bool(years) and all(
        near(sum(_in_year(row, year) for row in (opening, *between)), _in_year(closing, year))
        for year in years
    )


def _in_year(row: Row, year: int | None) -> float:
    return sum(size for (_, own), size in row.sizes.items() if own == year)
