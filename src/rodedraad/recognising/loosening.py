"""Tables that no head explains are read as the lines they are."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from rodedraad.model.terms import BlockRole
from rodedraad.recognising.tables import Tables
from rodedraad.recognising.units import Unit


def loosened(units: Sequence[Unit], *, report: bool) -> tuple[Unit, ...]:
    """Return the units; those of unreadable tables are paragraphs and items, with a gap before each cell."""
    found: list[Unit] = []
    tables = Tables(report=report)
    for key, group in groupby(units, key=lambda unit: (unit.source, unit.block.table)):
        own = list(group)
        readable = key[1] is None or tables.read(own, None) is not None
        found.extend(own if readable else _loose(own))
    return tuple(found)


def _loose(units: Sequence[Unit]) -> list[Unit]:
    loose = []
    last: tuple[int | None, int | None] | None = None
    for unit in units:
        cell = (unit.block.row, unit.block.column)
        role = BlockRole.PARAGRAPH if unit.block.role is BlockRole.CELL else unit.block.role
        block = replace(unit.block, role=role, table=None, row=None, column=None, header=False)
        loose.append(replace(unit, block=block, gap=unit.gap or cell != last))
        last = cell
    return loose
