"""A table of StatLine as it was fetched: what its columns mean, and its values as CBS wrote them."""

from datetime import date
from typing import Final

import msgspec
from msgspec import Struct

from rodedraad.measuring.errors import FigureError

FORMAT: Final = "rodedraad-statline/1"


class Measure(Struct, frozen=True, kw_only=True):
    """A column with values: its key, what it says and in which unit."""

    key: str
    title: str
    unit: str = ""
    decimals: int | None = None


class Dimension(Struct, frozen=True, kw_only=True):
    """What a table is split by; `kind` is what CBS calls it: TimeDimension, GeoDimension, Dimension."""

    key: str
    kind: str


class Line(Struct, frozen=True, kw_only=True):
    """One combination of codes, one a dimension, and the values of the measures as they were written."""

    codes: tuple[str, ...]
    values: tuple[str, ...]


class Snapshot(Struct, frozen=True, kw_only=True):
    """A whole table; `codes` of a line go by `dimensions`, `values` by `measures`.

    `statuses` says how sure the figures of a period are, by the code of the period.
    """

    format: str = FORMAT
    table: str
    title: str
    modified: str
    address: str
    fetched: date
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    statuses: dict[str, str] = {}
    lines: tuple[Line, ...]


def read_snapshot(data: bytes, file: str) -> Snapshot:
    """Return the snapshot in a file.

    Raises:
        FigureError: it is no snapshot, or it is cut off.
    """
    try:
        found = msgspec.json.decode(data, type=Snapshot)
    except msgspec.MsgspecError as error:
        remedy = "Haal de tabel opnieuw op met `rodedraad figures refresh`."
        problem = f"geen bewaarde tabel van StatLine ({error})"
        raise FigureError(file=file, problem=problem, remedy=remedy) from error
    if found.format != FORMAT:
        remedy = "Haal de tabel opnieuw op met `rodedraad figures refresh`."
        raise FigureError(file=file, problem=f'onbekend formaat "{found.format}"', remedy=remedy)
    return found
