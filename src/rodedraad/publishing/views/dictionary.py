"""The page that tells what every column of the open data means."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct

from rodedraad.model.build import Build
from rodedraad.publishing.opendata.table import Field, Table
from rodedraad.publishing.shown import counted
from rodedraad.publishing.words import Word, words

_LONGEST: Final = 80


class Column(Struct, frozen=True, kw_only=True):
    """A column as shown; `example` is the first value there is, empty where there is none."""

    name: str
    anchor: str
    type: Word
    required: bool
    meaning: str
    values: tuple[str, ...]
    example: str
    source: str
    points_to: str


class Dictionary(Struct, frozen=True, kw_only=True):
    """A table as shown."""

    name: str
    title: str
    explanation: str
    rows: str
    key: str
    files: tuple[str, ...]
    columns: tuple[Column, ...]


class DictionaryPage(Struct, frozen=True, kw_only=True):
    """The page as shown."""

    tables: tuple[Dictionary, ...]


def dictionary_page(build: Build, tables: Sequence[Table]) -> DictionaryPage:
    """Return the tables of the open data, each with its columns."""
    endings = ("csv", "parquet") if build.dossier.parquet else ("csv",)
    return DictionaryPage(tables=tuple(_table(one, endings) for one in tables))


def _table(table: Table, endings: tuple[str, ...]) -> Dictionary:
    return Dictionary(
        name=table.name,
        title=table.title,
        explanation=table.explanation,
        rows=counted(len(table.rows), "rij", "rijen"),
        key=", ".join(table.key),
        files=tuple(f"{table.name}.{ending}" for ending in endings),
        columns=tuple(_column(table, place, field) for place, field in enumerate(table.fields)),
    )


def _column(table: Table, place: int, field: Field) -> Column:
    referred = next((one.table for one in table.references if field.name in one.fields), "")
    return Column(
        name=field.name,
        anchor=f"{table.name}-{field.name}",
        type=words("column-type")[field.type],
        required=field.required,
        meaning=field.description,
        values=field.values,
        example=_shown(next((row[place] for row in table.rows if row[place] not in {None, ""}), "")),
        source=field.source,
        points_to=referred,
    )


def _shown(value: Any) -> str:  # noqa: ANN401 - a cell may hold any type of a column
    """Return a value as it stands in the CSV, shortened where it is long."""
    text = " ".join(str(value).lower().split() if isinstance(value, bool) else str(value).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
