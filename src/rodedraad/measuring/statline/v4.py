"""StatLine over OData v4: Properties, Dimensions, MeasureCodes, and one observation a line."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.statline.pages import Fetch, Record, answer, measure_of, records, text_of
from rodedraad.measuring.statline.snapshot import Dimension, Line, Snapshot
from rodedraad.measuring.statline.v3 import TIME

ADDRESS: Final = "https://datasets.cbs.nl/odata/v1/CBS/{table}"
HIDDEN: Final = "."
"""What stands for a value that is not there, as in v3."""


def fetched(fetch: Fetch, table: str, address: str, today: date, filtered: str = "") -> Snapshot:
    """Return a table as the service gives it now.

    Raises:
        FigureError: the service does not answer, or not with such a table; nothing is half fetched.
    """
    properties = answer(fetch, f"{address}/Properties")
    dimensions = tuple(
        Dimension(key=text_of(one, "Identifier"), kind=text_of(one, "Kind"))
        for one in records(fetch, f"{address}/Dimensions")
    )
    measures = tuple(measure_of(one, "Identifier") for one in records(fetch, f"{address}/MeasureCodes"))
    found = records(fetch, f"{address}/Observations", filtered)
    return Snapshot(
        table=table,
        title=text_of(properties, "Title"),
        modified=text_of(properties, "Modified"),
        address=address,
        fetched=today,
        dimensions=dimensions,
        measures=measures,
        statuses=_statuses(fetch, address, dimensions),
        lines=_lines(found, dimensions, [one.key for one in measures]),
    )


def _lines(
    found: Iterable[Record], dimensions: Sequence[Dimension], measures: Sequence[str]
) -> tuple[Line, ...]:
    """Return the observations with one line for each combination of codes."""
    values: dict[tuple[str, ...], dict[str, str]] = {}
    for record in found:
        measure = text_of(record, "Measure")
        if measure not in measures:
            problem = f'een waarneming noemt de maat "{measure}", die de tabel niet heeft'
            remedy = "Probeer het later opnieuw. Wat er stond, staat er nog."
            raise FigureError(file="Observations", problem=problem, remedy=remedy)
        codes = tuple(text_of(record, one.key) for one in dimensions)
        values.setdefault(codes, {})[measure] = text_of(record, "Value") or HIDDEN
    return tuple(
        Line(codes=codes, values=tuple(own.get(key, "") for key in measures))
        for codes, own in sorted(values.items())
    )


def _statuses(fetch: Fetch, address: str, dimensions: Sequence[Dimension]) -> dict[str, str]:
    times = [one.key for one in dimensions if one.kind == TIME]
    return {
        text_of(record, "Identifier"): text_of(record, "Status")
        for key in times
        for record in records(fetch, f"{address}/{key}Codes")
    }
