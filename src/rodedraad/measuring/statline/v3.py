"""StatLine over OData v3: TableInfos, DataProperties, a table a dimension, and UntypedDataSet.

UntypedDataSet gives values as CBS prints them, with `.` and `x` and the decimals of the table; TypedDataSet
gives nothing where they stand.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.statline.pages import Fetch, Record, measure_of, records, text_of
from rodedraad.measuring.statline.snapshot import Dimension, Line, Measure, Snapshot

ADDRESS: Final = "https://opendata.cbs.nl/ODataFeed/odata/{table}"
TIME: Final = "TimeDimension"
_TOPIC: Final = "Topic"


def fetched(fetch: Fetch, table: str, address: str, today: date, filtered: str = "") -> Snapshot:
    """Return a table as the service gives it now.

    Raises:
        FigureError: the service does not answer, or not with such a table; nothing is half fetched.
    """
    info = next(iter(records(fetch, f"{address}/TableInfos")), None)
    if info is None:
        remedy = "Controleer het nummer van de tabel."
        raise FigureError(file=address, problem="deze tabel is er niet", remedy=remedy)
    properties = list(records(fetch, f"{address}/DataProperties"))
    dimensions = tuple(_dimensions(properties))
    measures = tuple(_measures(properties))
    lines = tuple(_lines(records(fetch, f"{address}/UntypedDataSet", filtered), dimensions, measures))
    return Snapshot(
        table=table,
        title=text_of(info, "Title"),
        modified=text_of(info, "Modified"),
        address=address,
        fetched=today,
        dimensions=dimensions,
        measures=measures,
        statuses=_statuses(fetch, address, dimensions),
        lines=tuple(sorted(lines, key=lambda line: line.codes)),
    )


def _dimensions(properties: Sequence[Record]) -> Iterator[Dimension]:
    for one in properties:
        kind = text_of(one, "Type")
        if kind.endswith("Dimension") or kind == "GeoDetail":
            yield Dimension(key=text_of(one, "Key"), kind=kind)


def _measures(properties: Sequence[Record]) -> Iterator[Measure]:
    for one in properties:
        if text_of(one, "Type") == _TOPIC and text_of(one, "Datatype") != "String":
            yield measure_of(one, "Key")


def _lines(
    found: Iterator[Record], dimensions: Sequence[Dimension], measures: Sequence[Measure]
) -> Iterator[Line]:
    keys = [*(one.key for one in dimensions), *(one.key for one in measures)]
    for record in found:
        missing = [key for key in keys if key not in record]
        if missing:
            problem = f'een rij mist de kolom "{missing[0]}" die de tabel zegt te hebben'
            remedy = "Probeer het later opnieuw. Wat er stond, staat er nog."
            raise FigureError(file="UntypedDataSet", problem=problem, remedy=remedy)
        yield Line(
            codes=tuple(text_of(record, one.key) for one in dimensions),
            values=tuple(text_of(record, one.key) for one in measures),
        )


def _statuses(fetch: Fetch, address: str, dimensions: Sequence[Dimension]) -> dict[str, str]:
    times = [one.key for one in dimensions if one.kind == TIME]
    return {
        text_of(record, "Key"): text_of(record, "Status")
        for key in times
        for record in records(fetch, f"{address}/{key}")
    }
