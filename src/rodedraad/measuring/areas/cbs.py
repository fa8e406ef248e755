"""The tables "Gebieden in Nederland" of CBS: municipalities of one year with their regions."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from rodedraad.measuring.areas.areas import Area, AreaSet
from rodedraad.measuring.areas.sizes import size_class
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.supply import AreaSupply, Asked, Fact, Resident, Supply
from rodedraad.measuring.tables.grid import Cell, Row, read_grid
from rodedraad.measuring.taking import Method, delivery_of
from rodedraad.model.observations import ObservationStatus

METHOD: Final = Method(
    text="Gemeenten van 1 januari met hun regio's, zoals CBS ze geeft; voor andere dagen volgen ze uit de "
    "herindelingen daartussen."
)
INHABITANTS: Final = "inwoners"
_CODE: Final = re.compile(r"Code_(\d+)")
_NAME: Final = re.compile(r"(?:Naam|Omschrijving)_(\d+)")
_REGION: Final = re.compile(r"[A-Z]{2}\d+")


def holds_areas(head: Sequence[str]) -> bool:
    """Tell whether the columns of a table are those of "Gebieden in Nederland"."""
    return "RegioS" in head and "Naam_2" in head and _place(head, "Inwonertal") is not None


def deliver(asked: Asked) -> AreaSupply:
    """Return the municipalities of the year of a table, and how many people live in each.

    Raises:
        FigureError: the year is not known, or a column that is needed is not there.
    """
    grid = read_grid(asked.data, asked.file)
    year = asked.year or _years().get(asked.source)
    if year is None:
        remedy = "Voeg `year = …` toe: het jaar van de gebiedsindeling."
        raise FigureError(file=asked.file, problem="het jaar van deze gebieden is niet bekend", remedy=remedy)
    pairs = _pairs(grid.head)
    read = [(row.number, _area(row, grid.head, pairs)) for row in grid.rows]
    term = f"{asked.source}:{INHABITANTS}"
    return AreaSupply(
        areas=AreaSet(
            day=date(year, 1, 1),
            areas=tuple(sorted(area for _, area in read)),
            regions=_regions(grid.rows, pairs),
        ),
        supply=Supply(
            delivery=delivery_of(asked, len(grid.rows), len(grid.rows), (), METHOD),
            facts=tuple(_counted(term, row, area, year) for row, area in read),
            residents=tuple(
                Resident(area=area.code, inhabitants=area.inhabitants, size_class=area.size_class)
                for _, area in read
                if area.inhabitants is not None
            ),
            units={term: "inwoners"},
        ),
    )


def _counted(term: str, row: int, area: Area, year: int) -> Fact:
    known = area.inhabitants is not None
    return Fact(
        column=term,
        area=area.code,
        period=str(year),
        status=ObservationStatus.FINAL if known else ObservationStatus.UNAVAILABLE,
        row=row,
        value=area.inhabitants,
    )


@cache
def _years() -> dict[str, int]:
    text = (files(__package__) / "tables.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["table"]: int(row["year"]) for row in rows}


def _pairs(head: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the places of codes that a name stands beside."""
    places = range(len(head) - 1)
    return tuple(
        (place, place + 1)
        for place in places
        if _CODE.fullmatch(head[place]) and _NAME.fullmatch(head[place + 1])
    )


def _place(head: Sequence[str], name: str) -> int | None:
    return next((place for place, one in enumerate(head) if one.startswith(name)), None)


def _area(row: Row, head: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Area:
    texts = [_text(cell) for cell in row.cells]
    code = texts[head.index("RegioS")]
    number = texts[_place(head, "Inwonertal") or 0]
    return Area(
        code=code,
        name=texts[head.index("Naam_2")],
        regions=tuple(texts[at] for at, _ in pairs if _REGION.fullmatch(texts[at]) and texts[at] != code),
        inhabitants=int(number) if number.isdecimal() else None,
        size_class=next(filter(None, (size_class(texts[at]) for _, at in pairs)), None),
    )


def _regions(rows: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        for code, name in pairs:
            found[_text(row.cells[code])] = _text(row.cells[name])
    return {code: found[code] for code in sorted(found) if _REGION.fullmatch(code)}


def _text(cell: Cell) -> str:
    return str(cell).strip()
