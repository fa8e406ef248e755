"""A table and its CSV: RFC 4180, UTF-8, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from msgspec import Struct

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
FORMULA_NOTE: Final = (
    "In columns of type string, a cell that begins with =, +, -, @, a tab or a carriage return is preceded by"
    " an apostrophe ('), so that a spreadsheet does not take text of a source for a formula."
)


class Field(Struct, frozen=True, kw_only=True):
    """A column: its name, its type in a table schema, and what it holds."""

    name: str
    type: str = "string"
    description: str = ""


class Table(Struct, frozen=True, kw_only=True):
    """A table with its columns described."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Any, ...], ...]
    key: tuple[str, ...] = ()


def fields(*described: str) -> tuple[Field, ...]:
    """Return columns written as `name: what it holds` or `name/type: what it holds`."""
    return tuple(_field(one) for one in described)


def _field(described: str) -> Field:
    head, _, description = described.partition(": ")
    name, _, kind = head.partition("/")
    return Field(name=name, type=kind or "string", description=description)


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
    return "" if value is None else str(value)


def _text(value: object) -> str:
    text = _plain(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
