"""Names with one amount each, a line a cell, under no heads: tiles, and lists of what changed."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.recognising.moneyrows import AMOUNT, what_of
from rodedraad.recognising.notes import read_note
from rodedraad.recognising.numbers import is_year, read_figure
from rodedraad.recognising.regrid.holds import Holds, holds_of
from rodedraad.recognising.units import Unit

LONGEST_NAME: Final = 80
LONGEST_NOTE: Final = 40
FEWEST: Final = 2
ABOVE: Final = 4
"""So many lines above the first row may tell that amounts of money follow."""
_LETTER: Final = re.compile(r"[VN]|voordelig|nadelig|voordeel|nadeel", re.IGNORECASE)
_NAME, _SHARE, _MONEY = 0, 1, 2
Row = tuple[tuple[Unit, int], ...]
"""The units of a row with their columns; a note of the unit of money has a row of its own."""


def with_pairs(units: Sequence[Unit], number: int) -> tuple[list[Unit], int]:
    """Return the units, names with their amounts as cells of tables from a number on; and the next number.

    Names under the head of a column stay as they are.
    """
    found = list(units)
    place = 0
    while place + 1 < len(units):
        rows = _rows(units, place) if _has_amount(units, place) else []
        headed = place > 0 and holds_of(units[place - 1].text) is Holds.FIGURE
        for row, pairs in enumerate(rows):
            for unit, column in pairs:
                block = replace(unit.block, role=BlockRole.CELL, table=number, row=row, column=column)
                found[place] = unit if headed else replace(unit, block=block)
                place += 1
        number += bool(rows) and not headed
        place += not rows
    return found, number


def _has_amount(units: Sequence[Unit], place: int) -> bool:
    """Whether an amount or a share follows a line."""
    return _is_amount(units[place + 1]) or _is_share(units[place + 1])


def _rows(units: Sequence[Unit], place: int) -> list[Row]:
    """Return the rows from a place on; none where nothing tells that they are of money."""
    rows: list[Row] = []
    at, told, noted = place, 0, any(map(_is_note, units[max(place - ABOVE, 0) : place]))
    while at < len(units) and (row := _row(units, at)):
        rows.append(row)
        at += len(row)
        told += _tells(row)
        noted = noted or any(unit.text.lstrip("-– ").startswith("€") for unit, _ in row)
        while at < len(units) and _is_note(units[at]):
            rows.append(((units[at], _NAME),))
            at, noted = at + 1, True
    named = sum(len(row) > 1 for row in rows)
    return rows if noted and told >= FEWEST and told * 2 >= named else []


def _row(units: Sequence[Unit], at: int) -> Row:
    """Return the row that begins with a name; nothing where none does, or where several amounts follow."""
    if not _is_name(units[at]):
        return ()
    row = [(units[at], _NAME)]
    for column, fits in ((_SHARE, _is_share), (_MONEY, _is_amount), (_MONEY, _is_letter)):
        if at + len(row) < len(units) and fits(units[at + len(row)]):
            row.append((units[at + len(row)], column))
    behind = at + len(row)
    several = behind < len(units) and read_figure(units[behind].text) is not None
    return () if several or not any(column == _MONEY for _, column in row) else tuple(row)


def _is_free(unit: Unit) -> bool:
    return unit.block.table is None and unit.block.role is BlockRole.PARAGRAPH


def _is_name(unit: Unit) -> bool:
    text = unit.text
    plain = len(text) <= LONGEST_NAME and any(map(str.isalpha, text)) and not text.endswith((".", "?", ":"))
    return plain and _is_free(unit) and read_figure(text) is None and not _is_note(unit)


def _is_share(unit: Unit) -> bool:
    figure = read_figure(unit.text) if _is_free(unit) else None
    return figure is not None and figure.unit == "%"


def _is_amount(unit: Unit) -> bool:
    figure = read_figure(unit.text) if _is_free(unit) and not is_year(unit.text) else None
    return figure is not None and figure.value is not None and figure.unit in (None, "€")


def _is_letter(unit: Unit) -> bool:
    return _is_free(unit) and _LETTER.fullmatch(unit.text) is not None


def _is_note(unit: Unit) -> bool:
    return _is_free(unit) and len(unit.text) <= LONGEST_NOTE and read_note(unit.text).scale is not None


def _tells(row: Row) -> bool:
    """Whether a row is of money: by its name, or by a letter V or N behind its amount."""
    return what_of(row[0][0].text) != AMOUNT or (row[-1][1] == _MONEY and _is_letter(row[-1][0]))
