"""A snapshot of StatLine as facts."""

from collections.abc import Callable
from typing import Final

from msgspec import structs

from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.leaving import Miss, left_out
from rodedraad.measuring.periods import period_of
from rodedraad.measuring.statline.snapshot import Dimension, Line, Snapshot, read_snapshot
from rodedraad.measuring.statline.v3 import TIME
from rodedraad.measuring.supply import Asked, Fact, Supply
from rodedraad.measuring.tables.marks import marks, statuses
from rodedraad.measuring.tables.numbers import number_of
from rodedraad.measuring.taking import Method, delivery_of
from rodedraad.model.observations import ObservationStatus

METHOD: Final = Method(
    text="Waarden zoals CBS ze in StatLine geeft, met hun afronding; een punt is onbekend, onvoldoende "
    "betrouwbaar of geheim."
)
_AREAS: Final = ("RegioS", "Gemeenten", "WijkenEnBuurten")


def deliver(asked: Asked) -> Supply:
    """Return the facts of a snapshot: each measure is a column, with the codes of further dimensions.

    A column is `source:measure`, or `source:measure|dimension=code` where a table is split by more than area
    and period. Codes of areas are those of CBS itself, and taken as they are.

    Raises:
        FigureError: it is no snapshot, or does not say of which area or period it speaks.
    """
    snapshot = read_snapshot(asked.data, asked.file)
    reader = _Reader(asked, snapshot)
    read = [reader.facts(number, line) for number, line in enumerate(snapshot.lines, start=1)]
    misses = [one for one in read if isinstance(one, Miss)]
    used = [one for one in read if not isinstance(one, Miss)]
    delivery = delivery_of(asked, len(read), len(used), left_out(misses), METHOD)
    return Supply(
        delivery=structs.replace(delivery, fetched=snapshot.fetched),
        facts=tuple(fact for one in used for fact in one),
        units=reader.units,
    )


class _Reader:
    """How the lines of one snapshot are read."""

    def __init__(self, asked: Asked, snapshot: Snapshot) -> None:
        self._asked = asked
        self._snapshot = snapshot
        keys = [one.key for one in snapshot.dimensions]
        self._area = _place(snapshot, lambda one: one.kind.startswith("Geo") or one.key in _AREAS)
        self._time = _place(snapshot, lambda one: one.kind == TIME)
        if self._area is None or (self._time is None and asked.year is None):
            missing = "gebied" if self._area is None else "periode"
            remedy = "Zonder gebied is zij hier niet te gebruiken; zonder periode met `year = …`."
            raise FigureError(file=asked.file, problem=f"deze tabel heeft geen {missing}", remedy=remedy)
        self._more = [(place, key) for place, key in enumerate(keys) if place not in (self._area, self._time)]
        self.units: dict[str, str] = {}

    def facts(self, number: int, line: Line) -> tuple[Fact, ...] | Miss:
        """Return what a line says, or why it cannot be used."""
        code = line.codes[self._time] if self._time is not None else str(self._asked.year)
        period = period_of(code)
        if period is None:
            why = "een periode die geen jaar, halfjaar, kwartaal of maand is"
            return Miss(row=number, value=code, why=why, remedy="Gebruik een tabel met zulke perioden.")
        status = statuses().get(self._snapshot.statuses.get(code, "").lower(), ObservationStatus.FINAL)
        suffix = "".join(f"|{key}={line.codes[place]}" for place, key in self._more)
        pairs = zip(self._snapshot.measures, line.values, strict=True)
        found = []
        for measure, raw in pairs:
            column = f"{self._asked.source}:{measure.key}{suffix}"
            if measure.unit:
                self.units[column] = measure.unit
            area = line.codes[self._area or 0]
            empty = Fact(column=column, area=area, period=period.name, status=status, row=number)
            found.append(_read(empty, raw))
        return tuple(found)


def _place(snapshot: Snapshot, wanted: Callable[[Dimension], bool]) -> int | None:
    return next((place for place, one in enumerate(snapshot.dimensions) if wanted(one)), None)


def _read(empty: Fact, raw: str) -> Fact:
    """Return a fact with the value that CBS wrote, or with why there is none."""
    value, mark = number_of(raw, "."), marks().get(raw.lower())
    if value is not None:
        return structs.replace(empty, value=value)
    reason = mark.reason if mark else f"CBS schrijft hier {raw!r}"
    status = mark.status if mark else ObservationStatus.UNAVAILABLE
    return structs.replace(empty, status=status, reason=reason)
