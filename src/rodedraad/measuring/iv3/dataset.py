"""Iv3 as CBS publishes it raw: a line a municipality, report, taakveld and category, x 1.000 euro.

Categories with L are lasten and those with B baten; what begins with A or P stands on the balance sheet.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.iv3.matrix import THOUSAND
from rodedraad.measuring.iv3.source import Report, report_of_code
from rodedraad.measuring.iv3.taakveld import taakveld_of_row
from rodedraad.measuring.leaving import Miss, left_out
from rodedraad.measuring.statline.snapshot import Line, Snapshot, read_snapshot
from rodedraad.measuring.supply import Asked, MoneyFact, Supply
from rodedraad.measuring.tables.numbers import number_of
from rodedraad.measuring.taking import Method, delivery_of
from rodedraad.model.document import TaakveldCode

METHOD: Final = Method(
    text="Bedragen per taakveld en categorie, zoals gemeenten ze aan CBS leverden (Iv3), maal 1.000 euro; de "
    "tweede plaatsing gaat voor de eerste. Lasten en baten zijn de som van de categorieën L en B."
)
_DIMENSIONS: Final = ("Gemeenten", "Verslagsoort", "TaakveldBalanspost", "Categorie")
_MEASURES: Final = ("k_2ePlaatsing_2", "k_1ePlaatsing_1")
_SIDES: Final = {"L": "lasten", "B": "baten"}


class _Part(Struct, frozen=True, kw_only=True):
    """What one line says: the amount of a category."""

    area: str
    taakveld: TaakveldCode
    category: str
    raw: str
    value: float
    row: int

    @property
    def what(self) -> str:
        return _SIDES[self.category[0]]


def deliver(asked: Asked, report: Report) -> Supply:
    """Return the money of a report: by category, and lasten and baten of each taakveld as their sums.

    Raises:
        FigureError: it is no snapshot of Iv3, or no line of it is of the report.
    """
    snapshot = read_snapshot(asked.data, asked.file)
    places = _places(snapshot, asked.file)
    read = [_part(number, line, places, report) for number, line in enumerate(snapshot.lines, start=1)]
    misses = [one for one in read if isinstance(one, Miss)]
    parts = [one for one in read if isinstance(one, _Part)]
    if not parts:
        problem = f"geen enkele regel gaat over {report.stage} {report.year}"
        raise FigureError(
            file=asked.file, problem=problem, remedy="Haal de tabel opnieuw op, of zie `source`."
        )
    return Supply(
        delivery=delivery_of(asked, len(read), len(parts), left_out(misses), METHOD),
        money=(*_totals(parts, report), *(_fact(one, report) for one in parts)),
        step=THOUSAND,
    )


def _places(snapshot: Snapshot, file: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    dimensions = [one.key for one in snapshot.dimensions]
    measures = [one.key for one in snapshot.measures]
    missing = [key for key in _DIMENSIONS if key not in dimensions]
    missing += [key for key in _MEASURES if key not in measures]
    if missing:
        remedy = "Vraag een tabel met Iv3 van dataderden.cbs.nl."
        raise FigureError(file=file, problem=f'de kolom "{missing[0]}" is er niet', remedy=remedy)
    return tuple(map(dimensions.index, _DIMENSIONS)), tuple(map(measures.index, _MEASURES))


def _part(
    number: int, line: Line, places: tuple[tuple[int, ...], tuple[int, ...]], report: Report
) -> _Part | Miss:
    area, told, label, category = (line.codes[place] for place in places[0])
    if report_of_code(told) != report:
        why = "een ander verslag dan `source` noemt"
        return Miss(row=number, column="Verslagsoort", value=told, why=why, remedy=_OTHER)
    taakveld = taakveld_of_row(label, report.year)
    if taakveld is None or category[:1] not in _SIDES:
        return Miss(row=number, column="TaakveldBalanspost", value=label, why=_BALANCE, remedy=_NONE)
    raw = next((line.values[place] for place in places[1] if line.values[place]), "")
    value = number_of(raw, ".")
    if value is None:
        return Miss(row=number, column=_MEASURES[0], value=raw, why="dit is geen bedrag", remedy=_NONE)
    amount = value * THOUSAND
    return _Part(area=area, taakveld=taakveld, category=category, raw=raw, value=amount, row=number)


_OTHER: Final = "Noem dat verslag als eigen bron, zoals iv3/2024/jaarrekening."
_BALANCE: Final = "geen lasten of baten van een taakveld van dat jaar, maar een post van de balans"
_NONE: Final = "U hoeft niets te doen."


def _fact(part: _Part, report: Report) -> MoneyFact:
    return MoneyFact(
        area=part.area,
        taakveld=part.taakveld,
        what=part.what,
        phase=report.phase,
        year=report.year,
        value=part.value,
        raw=part.raw,
        rows=(part.row,),
        category=part.category,
    )


def _totals(parts: Sequence[_Part], report: Report) -> Iterator[MoneyFact]:
    """Yield lasten and baten of each taakveld; `raw` is empty, for no cell holds the sum."""
    groups: defaultdict[tuple[str, TaakveldCode, str], list[_Part]] = defaultdict(list)
    for part in parts:
        groups[part.area, part.taakveld, part.what].append(part)
    for (area, taakveld, what), own in groups.items():
        yield MoneyFact(
            area=area,
            taakveld=taakveld,
            what=what,
            phase=report.phase,
            year=report.year,
            value=sum(one.value for one in own),
            raw="",
            rows=tuple(one.row for one in own),
        )
