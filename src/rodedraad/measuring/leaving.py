"""What of a delivery is left out, told once a reason with the first row and the number of rows."""

from collections.abc import Iterable

from msgspec import Struct, structs

from rodedraad.model.observations import LeftOut


class Miss(Struct, frozen=True, kw_only=True):
    """Why one row cannot be used: the cell that is wrong, and what to do about it."""

    row: int
    column: str | None = None
    value: str = ""
    why: str
    remedy: str


def left_out(misses: Iterable[Miss]) -> tuple[LeftOut, ...]:
    """Return the misses; those that say the same of the same value of a column are one, in order of row."""
    found: dict[tuple[str | None, str, str], LeftOut] = {}
    for miss in misses:
        key = (miss.column, miss.value, miss.why)
        known = found.get(key)
        if known is None:
            found[key] = LeftOut(
                row=miss.row, column=miss.column, value=miss.value, why=miss.why, remedy=miss.remedy
            )
        else:
            found[key] = structs.replace(known, rows=known.rows + 1)
    return tuple(found.values())
