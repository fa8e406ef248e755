"""Tables that lost their cells, found again: the lines of a page as the cells they were."""

from collections.abc import Iterator, Sequence
from itertools import count, groupby
from math import inf
from typing import Final

from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.recognising.lexicon import Role, meaning_of
from rodedraad.recognising.numbers import is_year
from rodedraad.recognising.regrid.fitting import ROUNDING, cost_within, fitted
from rodedraad.recognising.regrid.heads import (
    BETWEEN,
    Reading,
    has_numbers,
    is_label,
    readings,
    run_at,
    with_letters,
    with_numbers,
    with_remarks,
)
from rodedraad.recognising.regrid.holds import Holds, holds_of
from rodedraad.recognising.regrid.lineheads import may_head, under_line
from rodedraad.recognising.regrid.pairs import with_pairs
from rodedraad.recognising.regrid.pieces import Piece, Pieces, is_spaced
from rodedraad.recognising.regrid.tables import Table, judged
from rodedraad.recognising.regrid.weights import least_costs
from rodedraad.recognising.units import Unit

WINDOW: Final = 8
"""So many lines from the first head tell whether gaps part the cells."""
SOON: Final = 40
"""By so many lines it is told which way to read the heads is best."""
NEXT_HEADS: Final = 3
NEAR: Final = 60
"""Within so many lines all heads of a table stand, each on a few lines at most."""
REPEATED: Final = 4.0
"""What a last head costs that comes again and again below, as the label of something."""
FARTHEST: Final = 600
"""No table has more lines."""
_BARRIERS: Final = frozenset({Role.QUESTION, Role.MIXED, Role.VISION, Role.SECTION, Role.CONTEXT})
_ABOUT_FIGURES: Final = frozenset({Holds.UNIT, Holds.SOURCE, Holds.PERIOD})
_OVER_FIGURES: Final = _ABOUT_FIGURES | {Holds.FIGURE, Holds.NAME, Holds.NUMBER}


def restored(units: Sequence[Unit], year: int) -> tuple[Unit, ...]:
    """Return the units; those of tables that lost their cells have a table, a row and a column again."""
    found: list[Unit] = []
    for _, group in groupby(units, key=lambda unit: unit.source):
        own = list(group)
        tables = [unit.block.table for unit in own if unit.block.table is not None]
        paired, number = with_pairs(own, max(tables, default=-1) + 1)
        found.extend(_with_tables(paired, year, number))
    return tuple(found if len(found) == len(units) else map(_at_place, found, count()))


def _at_place(unit: Unit, place: int) -> Unit:
    return replace(unit, place=place)


def _with_tables(units: Sequence[Unit], year: int, number: int) -> list[Unit]:
    heads = [_may_head(unit) for unit in units]
    cells: dict[int, list[Unit]] = {}
    read = Pieces(year)
    place = 0
    while place + 1 < len(units):
        begins = heads[place] and any(heads[place + 1 : place + NEXT_HEADS])
        table = _table_at(units, place, read) if begins else _under_line(units, place, read)
        if table is None:
            place += 1
            continue
        for unit in table.units(number):
            cells.setdefault(unit.place, []).append(unit)
        number += 1
        place = max(cells) - units[0].place + 1
    return [cell for unit in units for cell in cells.get(unit.place, [unit])]


def _is_free(unit: Unit) -> bool:
    return unit.block.table is None and unit.block.role is not BlockRole.HEADING


def _may_head(unit: Unit) -> bool:
    return _is_free(unit) and not unit.listed and holds_of(unit.text) is not None


def _table_at(units: Sequence[Unit], place: int, read: Pieces) -> Table | None:
    """Return the table of which a line is the first known head; None where there is none."""
    spaced = is_spaced(units[place + 1 : place + WINDOW])
    first = place - 1 if place and _is_free(units[place - 1]) and (spaced or not units[place].gap) else place
    if _run(read.of(units[first : first + NEAR], spaced=spaced), place - first) is None:
        return None
    pieces = read.of(_region(units, first, place, spaced=spaced), spaced=spaced)
    run = _run(pieces, place - first)
    best = _best_way(pieces, run) if run is not None else None
    if best is None:
        return None
    table = Table(best, fitted(pieces[best.end :], best.holds))
    return judged(table)


def _under_line(units: Sequence[Unit], place: int, read: Pieces) -> Table | None:
    """Return the table of which a line is all heads; None where there is none."""
    if not _is_free(units[place]) or not may_head(units[place : place + SOON]):
        return None
    spaced = is_spaced(units[place + 1 : place + WINDOW])
    below = _region(units, place + 1, place + 1, spaced=spaced)
    return under_line(units[place], read.of(below, spaced=spaced)) if below else None


def _run(pieces: Sequence[Piece], place: int) -> tuple[int, int] | None:
    return run_at(pieces, min(place, len(pieces) - 1))


def _best_way(pieces: Sequence[Piece], run: tuple[int, int]) -> Reading | None:
    """Return the way to read the heads that fits best, the first of several; None where there is no way.

    A way is only tried while it could still be the best.
    """
    soon = pieces[: run[1] + SOON]
    costs = _Costs(soon)
    ways = [(costs.least(way), place, way) for place, way in enumerate(_ways(pieces, run))]
    best: tuple[float, int, Reading] | None = None
    for least, place, way in sorted(ways, key=lambda one: one[:2]):
        limit = inf if best is None else best[0]
        if least > limit + ROUNDING:
            break
        bad = costs.badness(way, limit)
        if bad is not None and (best is None or (bad, place) < best[:2]):
            best = (bad, place, way)
    return best[2] if best is not None else None


class _Costs:
    """What ways to read the heads cost, with the first lines laid under them."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Take the heads and the lines by which it is told which way is best."""
        self._pieces = pieces
        self._least: dict[frozenset[Holds], list[float]] = {}

    def least(self, way: Reading) -> float:
        """Return what a way costs at the least."""
        return way.cost + self._least_of(way)[way.end]

    def badness(self, way: Reading, limit: float) -> float | None:
        """Return what a way costs; None where that is more than the limit."""
        body = self._pieces[way.end :]
        own = way.cost + (REPEATED if is_label(way, body) else 0.0)
        laid = cost_within(limit - own, body, way.holds, self._least_of(way)[way.end :])
        return None if laid is None else own + laid

    def _least_of(self, way: Reading) -> list[float]:
        columns = frozenset(way.holds)
        if columns not in self._least:
            self._least[columns] = least_costs(self._pieces, columns)
        return self._least[columns]


def _ways(pieces: Sequence[Piece], run: tuple[int, int]) -> Iterator[Reading]:
    body = pieces[run[1] :]
    for plain in readings(pieces, *run):
        way = with_letters(plain, body)
        yield way
        remarked = with_remarks(way)
        if remarked is not None:
            yield remarked
        if has_numbers(way, body):
            yield with_numbers(way)


def _region(units: Sequence[Unit], first: int, place: int, *, spaced: bool) -> list[Unit]:
    """Return the units that a table may have: up to a heading, other heads, or a gap among close cells."""
    found: list[Unit] = []
    in_rows = False
    for at in range(first, min(first + FARTHEST, len(units))):
        unit = units[at]
        if not _is_free(unit) or (
            at > place and ((not spaced and unit.gap) or may_head(units[at : at + SOON]))
        ):
            break
        if in_rows and (_heads_begin(units[at : at + NEXT_HEADS]) or _are_again(units, place, at)):
            return _without_heads(found)
        if spaced and at > place and _ends(units, at):
            break
        in_rows = in_rows or (at > place and holds_of(unit.text) is None and not _is_corner(units, at))
        found.append(unit)
    return found


def _is_corner(units: Sequence[Unit], at: int) -> bool:
    """Whether a line among the heads stands over the names of rows: further heads come soon."""
    return any(_heads_begin(units[step : step + NEXT_HEADS]) for step in range(at + 1, at + 1 + BETWEEN))


def _without_heads(units: list[Unit]) -> list[Unit]:
    """Return units without the last ones that are heads of what comes next."""
    while units and holds_of(units[-1].text) is not None:
        units.pop()
    return units


def _ends(units: Sequence[Unit], place: int) -> bool:
    """Whether a table with gaps between its cells has ended: a question heads what follows, or gaps stop."""
    close = [not unit.gap and not unit.listed for unit in units[place + 1 : place + NEXT_HEADS]]
    return (len(close) > 1 and all(close)) or _asks(units[place], units[place - 1])


def _are_again(units: Sequence[Unit], place: int, at: int) -> bool:
    """Whether the heads of a table come again, those of a next one."""
    return [unit.text for unit in units[at : at + 2]] == [unit.text for unit in units[place : place + 2]]


def _heads_begin(units: Sequence[Unit]) -> bool:
    """Whether lines are the heads of a next table: all may be, and two or more are over figures."""
    if len(units) < NEXT_HEADS or is_year(units[0].text):
        return False
    known = [holds_of(unit.text) if _may_head(unit) else None for unit in units]
    told = known.count(Holds.FIGURE) >= NEXT_HEADS - 1 or any(holds in _ABOUT_FIGURES for holds in known)
    return told and all(holds in _OVER_FIGURES for holds in known)


def _asks(unit: Unit, before: Unit) -> bool:
    """Whether a line is a question that heads what follows, and no head beside others."""
    meaning = meaning_of(unit.text)
    asks = meaning is not None and meaning.role in _BARRIERS and holds_of(before.text) is None
    return asks and holds_of(unit.text) is not Holds.FIGURE
