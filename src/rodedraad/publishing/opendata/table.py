"""A table and its CSV: RFC 4180, UTF-8, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from msgspec import Struct

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
FORMULA_NOTE: Final = (
    "In kolommen van het type string staat een apostrof (') voor een cel die begint met =, +, -, @, een tab"
    " of een regelteken: zo leest een rekenblad de tekst van een bron niet als formule."
)


class Field(Struct, frozen=True, kw_only=True):
    """A column: its name, its type, and what it holds.

    `type` is one of Table Schema, or `decimal`: a number that is exact.  `required` says that no cell is
    empty, `values` are the only ones there may be, `fiscal` is its column type in a Fiscal Data Package, and
    `source` names where it comes from.
    """

    name: str
    type: str = "string"
    description: str = ""
    required: bool = False
    values: tuple[str, ...] = ()
    fiscal: str = ""
    source: str = ""


class Reference(Struct, frozen=True, kw_only=True):
    """Columns that name a row of another table by its columns `to`."""

    fields: tuple[str, ...]
    table: str
    to: tuple[str, ...]


class Table(Struct, frozen=True, kw_only=True):
    """A table with its columns described."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Any, ...], ...]
    explanation: str = ""
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


def fields(*described: str) -> tuple[Field, ...]:
    """Return columns written as `name` or `name/type`."""
    return tuple(_field(one) for one in described)


def _field(described: str) -> Field:
    name, _, kind = described.partition("/")
    return Field(name=name, type=kind or "string")


def csv_bytes(table: Table) -> bytes:
    """Return the table as CSV with a head; the same table gives the same bytes."""
    writers = [_plain if field.type != "string" else _text for field in table.fields]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows(_cells(row, writers) for row in table.rows)
    return out.getvalue().encode()


def _cells(row: Sequence[Any], writers: Iterable[Callable[[Any], str]]) -> list[str]:
    return [write(value) for write, value in zip(writers, row, strict=True)]


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)


def _text(value: object) -> str:
    text = _plain(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
