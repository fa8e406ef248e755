"""Iv3 as a table with a row a municipality and taakveld, and lasten and baten as columns, x 1.000 euro."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from rodedraad.measuring.areas.areas import Areas
from rodedraad.measuring.areas.sizes import size_class
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.iv3.source import Report
from rodedraad.measuring.iv3.taakveld import taakveld_of_row
from rodedraad.measuring.leaving import Miss, left_out
from rodedraad.measuring.supply import Asked, MoneyFact, Resident, Supply
from rodedraad.measuring.tables.grid import Row, read_grid
from rodedraad.measuring.tables.numbers import number_of
from rodedraad.measuring.taking import Method, delivery_of

METHOD: Final = Method(
    text="Lasten en baten per taakveld, zoals gemeenten ze aan CBS leverden (Iv3), maal 1.000 euro. "
    "Gemeenten zijn bij hun naam gezocht tussen die van 1 januari van het jaar."
)
THOUSAND: Final = 1000
AREA: Final = "Gemeenten"
TAAKVELD: Final = "Taakveld"
AMOUNTS: Final = {"Lasten": "lasten", "Baten": "baten"}
PEOPLE: Final = "Inwonertal"
SIZE: Final = "Gemeentegrootte"


def deliver(asked: Asked, report: Report, areas: Areas) -> Supply:
    """Return the money of all municipalities in the table.

    Raises:
        FigureError: a column is not there, a taakveld of a municipality stands in it twice, or no row of it
            can be used.
    """
    grid = read_grid(asked.data, asked.file)
    _refuse_without(grid.head, asked.file)
    table = _Table(places={name: place for place, name in enumerate(grid.head)}, report=report, areas=areas)
    read = [table.money(row) for row in grid.rows]
    misses = [one for one in read if isinstance(one, Miss)]
    used = [one for one in read if not isinstance(one, Miss)]
    _refuse_twice(used, asked.file)
    if not used:
        raise _useless(misses, asked.file)
    return Supply(
        delivery=delivery_of(asked, len(grid.rows), len(used), left_out(misses), METHOD),
        money=tuple(fact for facts in used for fact in facts),
        residents=table.residents(grid.rows),
        step=THOUSAND,
    )


class _Table:
    """How the rows of a table are read."""

    def __init__(self, *, places: Mapping[str, int], report: Report, areas: Areas) -> None:
        self._places = places
        self._report = report
        self._areas = areas
        self._day = date(report.year, 1, 1)
        self._codes: dict[str, str | None] = {}

    def money(self, row: Row) -> tuple[MoneyFact, ...] | Miss:
        """Return lasten and baten of a row, or why it cannot be used."""
        name, label = self._text(row, AREA), self._text(row, TAAKVELD)
        area = self._code(name)
        if area is None:
            return Miss(row=row.number, column=AREA, value=name, why=_UNKNOWN_NAME, remedy=_NAME_REMEDY)
        taakveld = taakveld_of_row(label, self._report.year)
        if taakveld is None:
            why = f"dit taakveld is er in {self._report.year} niet"
            return Miss(row=row.number, column=TAAKVELD, value=label, why=why, remedy=_TAAKVELD_REMEDY)
        found = []
        for column, what in AMOUNTS.items():
            raw = self._text(row, column)
            value = number_of(row.cells[self._places[column]], ".")
            if value is None:
                return Miss(row=row.number, column=column, value=raw, why=_NO_NUMBER, remedy=_NUMBER_REMEDY)
            fact = MoneyFact(
                area=area,
                taakveld=taakveld,
                what=what,
                phase=self._report.phase,
                year=self._report.year,
                value=value * THOUSAND,
                raw=raw,
                rows=(row.number,),
            )
            found.append(fact)
        return tuple(found)

    def residents(self, rows: Sequence[Row]) -> tuple[Resident, ...]:
        """Return how many people live in each municipality, where the table says so."""
        if PEOPLE not in self._places:
            return ()
        found: dict[str, Resident] = {}
        for row in rows:
            area = self._code(self._text(row, AREA))
            if area is None or area in found:
                continue
            count = number_of(row.cells[self._places[PEOPLE]], ".")
            if count is not None:
                size = size_class(self._text(row, SIZE)) if SIZE in self._places else None
                found[area] = Resident(area=area, inhabitants=int(count), size_class=size)
        return tuple(found.values())

    def _code(self, name: str) -> str | None:
        if name not in self._codes:
            self._codes[name] = self._areas.code_of(name, self._day)
        return self._codes[name]

    def _text(self, row: Row, column: str) -> str:
        return str(row.cells[self._places[column]]).strip()


_UNKNOWN_NAME: Final = "geen gemeente met deze naam op 1 januari van dat jaar"
_NAME_REMEDY: Final = "Noem in dossier.toml een tabel met gebieden (cbs/85067NED), of verbeter de naam."
_TAAKVELD_REMEDY: Final = "Gebruik de codes van het Iv3-informatievoorschrift van dat jaar."
_NO_NUMBER: Final = "dit is geen getal"
_NUMBER_REMEDY: Final = "Schrijf een getal zonder tekst, met een punt voor de decimalen."


def _refuse_without(head: Sequence[str], file: str) -> None:
    missing = [name for name in (AREA, TAAKVELD, *AMOUNTS) if name not in head]
    if missing:
        problem = f'de kolom "{missing[0]}" is er niet'
        remedy = f"Er staan: {', '.join(head)}. Gebruik het bestand zoals CBS het geeft."
        raise FigureError(file=file, place="rij 1", problem=problem, remedy=remedy)


def _refuse_twice(used: Sequence[tuple[MoneyFact, ...]], file: str) -> None:
    """Refuse a table in which a municipality has the same taakveld twice: nobody knows which one counts."""
    seen: dict[tuple[object, ...], int] = {}
    for fact, *_ in used:
        (row,) = fact.rows
        first = seen.setdefault((fact.area, fact.taakveld), row)
        if first != row:
            problem = f"taakveld {fact.taakveld.code} van {fact.area} staat ook op rij {first}"
            remedy = "Laat één van de twee weg. Er is niets van gebruikt."
            raise FigureError(file=file, place=f"rij {row}", problem=problem, remedy=remedy)


def _useless(misses: Sequence[Miss], file: str) -> FigureError:
    if not misses:
        return FigureError(file=file, problem="de tabel is leeg", remedy="Haal het bestand opnieuw op.")
    first = misses[0]
    problem = f'geen enkele rij is te gebruiken; de eerste niet om "{first.value}": {first.why}'
    return FigureError(file=file, place=f"rij {first.row}", problem=problem, remedy=first.remedy)
