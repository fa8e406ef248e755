"""What stands in a cell in the place of a number, and how people write how sure a number is."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct

from rodedraad.model.observations import ObservationStatus


class Mark(Struct, frozen=True, kw_only=True):
    """Why there is no number."""

    status: ObservationStatus
    reason: str | None


@cache
def marks() -> dict[str, Mark]:
    """Return what is written in the place of a number, in small letters, and what it means."""
    return {
        row["mark"]: Mark(status=ObservationStatus(row["status"]), reason=row["reason"] or None)
        for row in _rows("marks.tsv")
    }


@cache
def statuses() -> dict[str, ObservationStatus]:
    """Return how a status is written, in small letters."""
    return {row["written"]: ObservationStatus(row["status"]) for row in _rows("statuses.tsv")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
