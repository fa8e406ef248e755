"""A table as rows of cells, whatever kind of file it stands in."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from msgspec import Struct
from python_calamine import CalamineError, CalamineWorkbook

from rodedraad.measuring.errors import FigureError

Cell: TypeAlias = str | float | date

MOST_UNPACKED: Final = 500_000_000
"""Bytes that a workbook may take when it is unpacked; a table of all municipalities takes a tenth."""
_SHEETS: Final = frozenset({".xlsx", ".ods", ".xlsm"})
_MARKS: Final = ";\t,|"


class Row(Struct, frozen=True):
    """A row of a table; `number` is its place in the file, counted from 1."""

    number: int
    cells: tuple[Cell, ...]


class Grid(Struct, frozen=True, kw_only=True):
    """The heads of the columns of a table, and the rows under them that are not empty."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]


def read_grid(data: bytes, file: str, *, head: int = 1, sheet: str | None = None) -> Grid:
    """Return the table in a file: CSV, or a sheet of XLSX or ODS (the first, unless one is named).

    `head` is the row that the names of the columns stand in.

    Raises:
        FigureError: the file is not what its name says, is cut off, or has no such sheet or row.
    """
    kind = PurePosixPath(file).suffix.lower()
    rows = list(_of_sheet(data, file, sheet) if kind in _SHEETS else _of_csv(data, file))
    if len(rows) < head:
        remedy = "Controleer het bestand en de sleutel `head`."
        raise FigureError(file=file, place=f"rij {head}", problem="hier staan geen kolomnamen", remedy=remedy)
    names = tuple(str(cell).strip() for cell in rows[head - 1].cells)
    under = tuple(row for row in rows[head:] if any(cell != "" for cell in row.cells))
    if kind not in _SHEETS:
        _refuse_cut_off(names, under, file)
    return Grid(head=names, rows=tuple(_filled(row, len(names)) for row in under))


def read_head(data: bytes) -> tuple[str, ...]:
    """Return the first row of a CSV file, of which no more is read."""
    line = _decoded(data.split(b"\n", 1)[0])
    return tuple(next(csv.reader([line], delimiter=_mark(line)), []))


def _mark(line: str) -> str:
    return max(_MARKS, key=line.count)


def _of_csv(data: bytes, file: str) -> Iterator[Row]:
    text = _decoded(data)
    mark = _mark(text.split("\n", 1)[0])
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        for cells in lines:
            yield Row(lines.line_num, tuple(cells))
    except csv.Error as error:
        remedy = "Is het bestand afgebroken? Haal het opnieuw op. Sluit elk aanhalingsteken."
        raise FigureError(
            file=file, place=f"rij {lines.line_num}", problem=f"geen geldige CSV ({error})", remedy=remedy
        ) from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _refuse_cut_off(names: Sequence[str], rows: Sequence[Row], file: str) -> None:
    """Refuse a file whose last row lacks cells that the others have."""
    if rows and len(rows[-1].cells) < len(names) and any(len(row.cells) >= len(names) for row in rows[:-1]):
        problem = f"afgebroken: de laatste rij heeft {len(rows[-1].cells)} van de {len(names)} kolommen"
        raise FigureError(
            file=file,
            place=f"rij {rows[-1].number}",
            problem=problem,
            remedy="Haal het bestand opnieuw op. Er is niets van gebruikt.",
        )


def _filled(row: Row, width: int) -> Row:
    return Row(row.number, (*row.cells, *("",) * (width - len(row.cells))))


def _of_sheet(data: bytes, file: str, sheet: str | None) -> Iterator[Row]:
    _refuse_too_large(data, file)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = book.sheet_names
        wanted = sheet if sheet is not None else next(iter(names), "")
        if wanted not in names:
            remedy = f"Kies uit: {', '.join(names)}."
            raise FigureError(file=file, problem=f'er is geen blad "{wanted}"', remedy=remedy)
        rows = book.get_sheet_by_name(wanted).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise _unreadable(file, str(error)) from error
    for number, cells in enumerate(rows, start=1):
        yield Row(number, tuple(_cell(cell) for cell in cells))


def _refuse_too_large(data: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(entry.file_size for entry in package.infolist())
    except zipfile.BadZipFile as error:
        raise _unreadable(file, "het is afgebroken of een ander soort bestand") from error
    if size > MOST_UNPACKED:
        problem = f"uitgepakt is het {size // 1_000_000} megabyte, meer dan {MOST_UNPACKED // 1_000_000}"
        raise FigureError(file=file, problem=problem, remedy="Lever alleen de tabel die nodig is.")


def _unreadable(file: str, why: str) -> FigureError:
    remedy = "Open het in een rekenprogramma en sla het opnieuw op als XLSX, ODS of CSV."
    return FigureError(file=file, problem=f"dit werkblad is niet te lezen ({why})", remedy=remedy)


def _cell(cell: object) -> Cell:
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, str | float | date) else str(cell)
