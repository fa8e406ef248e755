"""The rows of a table of figures, one by one: the facts in it, or why it cannot be used."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from rodedraad.measuring.areas.areas import Areas
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.leaving import Miss
from rodedraad.measuring.periods import Period, period_of
from rodedraad.measuring.supply import Asked, Fact
from rodedraad.measuring.tables.cells import Wrong, value_of
from rodedraad.measuring.tables.grid import Cell, Row
from rodedraad.measuring.tables.mapping import VALUES, Column, Role, TableMapping
from rodedraad.measuring.tables.marks import Mark, statuses
from rodedraad.model.observations import ObservationStatus, Survey

_CODE: Final = re.compile(r"[A-Z]{2}[0-9A-Z]*")
_DISTRICT: Final = re.compile(r"(?:WK|BU)(\d{4})\d*")
_COUNTRY: Final = frozenset({"NL", "NL00", "NL01"})


class Reader:
    """How the rows of one table are read."""

    def __init__(self, asked: Asked, mapping: TableMapping, places: Mapping[str, int], areas: Areas) -> None:
        self._asked = asked
        self._mapping = mapping
        self._places = places
        self._areas = areas
        self._values = [column for column in mapping.columns if column.role in VALUES]

    def facts(self, row: Row) -> tuple[Fact, ...] | Miss:
        """Return what a row says in each of its columns with values; one wrong cell leaves the row out.

        Raises:
            FigureError: the row names another unit than was agreed.
        """
        period = self._period(row)
        if isinstance(period, Miss):
            return period
        area = self._area(row, period)
        if isinstance(area, Miss):
            return area
        self._refuse_unit(row)
        found = []
        for column in self._values:
            fact = self._fact(row, column, area, period)
            if isinstance(fact, Miss):
                return fact
            found.append(fact)
        return tuple(found)

    def _period(self, row: Row) -> Period | Miss:
        text = self._told(row, Role.PERIOD)
        period = period_of(text)
        if period is None:
            remedy = "Schrijf een jaar, of `2024-H1`, `2024-Q3`, `2024-07`, of een periode van CBS."
            return self._miss(row, Role.PERIOD, text, "dit is geen periode", remedy)
        day = self._asked.delivered or self._asked.today
        if period.start > day:
            remedy = "Verbeter de periode, of `delivered` in dossier.toml."
            return self._miss(row, Role.PERIOD, text, f"ligt na de aanlevering ({day})", remedy)
        return period

    def _area(self, row: Row, period: Period) -> str | Miss:
        text = self._told(row, Role.AREA)
        code = text if _CODE.fullmatch(text) else self._areas.code_of(text, period.start)
        if code is None or not self._is_known(code, period.start):
            why = f"dit gebied is er in {period.name} niet"
            remedy = "Gebruik de code of naam van die tijd; een opgeheven gemeente telt tot haar herindeling."
            return self._miss(row, Role.AREA, text, why, remedy)
        return code

    def _is_known(self, code: str, day: date) -> bool:
        district = _DISTRICT.fullmatch(code)
        whole = f"GM{district[1]}" if district else code
        return whole in _COUNTRY or self._areas.knows(whole, day)

    def _refuse_unit(self, row: Row) -> None:
        unit = self._told(row, Role.UNIT)
        declared = {column.unit for column in self._values}
        if unit and unit not in declared:
            raise FigureError(
                file=self._asked.file,
                place=f"rij {row.number}",
                problem=f'de eenheid is "{unit}", afgesproken is "{", ".join(sorted(declared))}"',
                remedy="Er is niets van gebruikt. Pas `unit` (en `times`) aan, of lever de tabel opnieuw.",
            )

    def _fact(self, row: Row, column: Column, area: str, period: Period) -> Fact | Miss:
        cell = row.cells[self._places[column.name]]
        value = value_of(cell, column, self._mapping.decimal)
        if isinstance(value, Wrong):
            shown = "" if column.role == Role.PEOPLE else str(cell)
            return Miss(row=row.number, column=column.name, value=shown, why=value.why, remedy=value.remedy)
        survey = self._survey(row, column)
        if isinstance(survey, Miss):
            return survey
        if not isinstance(value, Mark) and survey and (survey.n or 0) < self._least:
            reason = f"te weinig antwoorden (minder dan {self._least})"
            value = Mark(status=ObservationStatus.NOT_MEASURED, reason=reason)
        is_mark = isinstance(value, Mark)
        return Fact(
            column=f"{self._asked.source}:{column.term}",
            area=area,
            period=period.name,
            status=value.status if isinstance(value, Mark) else self._status(row),
            row=row.number,
            value=None if isinstance(value, Mark) else value,
            reason=(self._told(row, Role.REASON) or value.reason) if isinstance(value, Mark) else None,
            survey=None if is_mark else survey,
        )

    @property
    def _least(self) -> int:
        return self._mapping.survey.least if self._mapping.survey else 0

    def _survey(self, row: Row, column: Column) -> Survey | Miss | None:
        """Return what the value of a column rests on, where the table is a survey."""
        parts = {one.role: one for one in self._mapping.columns if one.of == column.term}
        numbers: dict[Role, float] = {}
        for role, part in parts.items():
            cell: Cell = row.cells[self._places[part.name]]
            value = value_of(cell, part, self._mapping.decimal)
            if isinstance(value, Wrong):
                return Miss(
                    row=row.number, column=part.name, value=str(cell), why=value.why, remedy=value.remedy
                )
            if not isinstance(value, Mark):
                numbers[role] = value
        asking = self._mapping.survey
        if asking is None:
            return None
        return Survey(
            n=int(numbers[Role.N]) if Role.N in numbers else None,
            response=numbers.get(Role.RESPONSE),
            low=numbers.get(Role.LOW),
            high=numbers.get(Role.HIGH),
            weighting=asking.weighting,
            mode=asking.mode,
        )

    def _status(self, row: Row) -> ObservationStatus:
        return statuses().get(self._told(row, Role.STATUS).lower(), self._mapping.status)

    def _told(self, row: Row, role: Role) -> str:
        """Return what a row says in its column of a role, else what holds for the whole table."""
        column = self._mapping.holding(role)
        if column is None:
            return self._mapping.whole(role)
        cell = row.cells[self._places[column.name]]
        return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()

    def _miss(self, row: Row, role: Role, text: str, why: str, remedy: str) -> Miss:
        column = self._mapping.holding(role)
        name = column.name if column else None
        return Miss(row=row.number, column=name, value=text, why=why, remedy=remedy)
