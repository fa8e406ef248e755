"""Tables of figures: their heads, and a row of money or of an indicator each."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.figure_heads import Cells, count_of_heads, heads_of, share_of_figures
from rodedraad.recognising.figures import names_indicator, names_row_of_money, tells_money
from rodedraad.recognising.grid import Grid, cell_text
from rodedraad.recognising.kept import TABLES
from rodedraad.recognising.lexicon import Meaning
from rodedraad.recognising.notes import read_note
from rodedraad.recognising.numbers import read_figure
from rodedraad.recognising.taakvelden import begins_with_code
from rodedraad.recognising.table_row import Row
from rodedraad.recognising.units import Unit

_HALF: Final = 0.5
_CODE_AND_NAME: Final = 2


@lru_cache(maxsize=TABLES)
def holds_figures(grid: Grid) -> bool:
    """Whether at least half of the cells that are no names, units or sources hold figures."""
    count = count_of_heads(grid.rows)
    body = grid.rows[count:]
    return bool(body) and share_of_figures(heads_of(grid.rows[:count], body), body) >= _HALF


def figure_rows(
    grid: Grid, meaning: Meaning | None, before: str, *, headed: bool, report: bool
) -> tuple[Row, ...] | None:
    """Return the rows of a table of figures; None where it is of words.

    `before` is the line before the table, which may tell that it is of money; without that, and without
    rows of money, figures are those of indicators.
    """
    count = max(count_of_heads(grid.rows), int(headed))
    heads, body = grid.rows[:count], grid.rows[count:]
    words = " ".join(cell_text(cell) for row in heads for cell in row if cell)
    of_indicators = "indicator" in words.lower()
    if not of_indicators and not holds_figures(grid):
        return None
    asked = None if meaning is None else meaning.kind
    told = _is_all_money(body) if asked is Kind.INDICATOR else _is_money(words, before, body)
    of_money = not of_indicators and told
    kind = Kind.COST if of_money or (asked is Kind.COST and not of_indicators) else Kind.INDICATOR
    phase = Phase.ACTUAL if report else Phase.PLAN
    rows = [Row(kind=kind, heads=tuple(unit for cell in row for unit in cell)) for row in heads]
    return (*rows, *(_row(cells, kind, phase) for cells in body))


def _is_money(heads: str, before: str, body: Sequence[Cells]) -> bool:
    names = [cell_text(cell) for row in body for cell in row[:2] if cell]
    if any(map(names_indicator, names)):
        return False
    told = tells_money(heads)
    noted = read_note(before).scale is not None or read_note(heads).scale is not None
    if noted or any(map(names_row_of_money, names)):
        return True
    return told is not False and (names_row_of_money(heads) or any(map(begins_with_code, names)))


def _is_all_money(body: Sequence[Cells]) -> bool:
    """Whether most rows are named as those of money only, so that no question above matters."""
    named = [any(names_row_of_money(cell_text(cell)) for cell in row[:2] if cell) for row in body]
    return sum(named) * 2 > len(named)


def _row(cells: Cells, kind: Kind, phase: Phase) -> Row:
    units = tuple(unit for cell in cells for unit in cell)
    if len(units) == 1:
        return Row(kind=kind, heads=units)
    counts = int(units[0].only_number and len(units) > _CODE_AND_NAME and _is_name(units[1]))
    return Row(kind=kind, phase=phase, heads=units[:counts], wholes=(units[counts:],))


def _is_name(unit: Unit) -> bool:
    return any(map(str.isalpha, unit.text)) and read_figure(unit.text) is None
