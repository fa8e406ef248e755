"""The cells of a table as a mapping reads them: a value, why there is none, or what is wrong."""

from typing import Final

from msgspec import Struct

from rodedraad.measuring.tables.grid import Cell
from rodedraad.measuring.tables.mapping import Column, Role
from rodedraad.measuring.tables.marks import Mark, marks
from rodedraad.measuring.tables.numbers import number_of

_WHOLE: Final = frozenset({Role.PEOPLE, Role.COUNT, Role.N})
_SHARES: Final = frozenset({Role.PERCENTAGE, Role.RESPONSE})
_HUNDRED: Final = 100
_REMEDIES: Final = {",": "Schrijf decimalen met een komma", ".": "Schrijf decimalen met een punt"}


class Wrong(Struct, frozen=True, kw_only=True):
    """What is wrong with a cell, and what to do about it."""

    why: str
    remedy: str


def value_of(cell: Cell, column: Column, decimal: str) -> float | Mark | Wrong:
    """Return the number in a cell in the unit of its column, the mark that stands there, or what is wrong."""
    mark = marks().get(str(cell).strip().lower())
    if mark is not None:
        return mark
    number = number_of(cell, decimal)
    if number is None:
        remedy = f"{_REMEDIES[decimal]} (sleutel `decimal`), of zet er een teken dat een waarde ontbreekt."
        return Wrong(why="dit is geen getal", remedy=remedy)
    if column.role in _WHOLE and (number < 0 or not number.is_integer()):
        return Wrong(
            why="dit is geen aantal",
            remedy="Een aantal is een heel getal van 0 of meer; kies anders `number`.",
        )
    if column.role in _SHARES and not 0 <= number <= _HUNDRED:
        return Wrong(why="dit percentage kan niet", remedy="Het ligt tussen 0 en 100; kies anders `number`.")
    return number * column.times
