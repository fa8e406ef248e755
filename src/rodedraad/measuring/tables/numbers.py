"""Numbers as they stand in cells."""

import re
from typing import Final

from rodedraad.measuring.tables.grid import Cell

_GROUPS: Final = {
    ",": re.compile(r"[-\u2212]?(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d+)(?:,\d+)?"),
    ".": re.compile(r"[-\u2212]?(?:\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?"),
}
_BETWEEN: Final = {",": re.compile(r"[. \u00a0\u202f]"), ".": re.compile(r"[, \u00a0\u202f]")}


def number_of(cell: Cell, decimal: str = ",") -> float | None:
    """Return the number in a cell; in text, `decimal` stands before decimals, and others part thousands."""
    if isinstance(cell, float | int):
        return float(cell)
    text = str(cell).strip().removesuffix("%").strip().removeprefix("€").strip()
    if not _GROUPS[decimal].fullmatch(text):
        return None
    return float(_BETWEEN[decimal].sub("", text).replace(decimal, ".").replace("\u2212", "-"))
