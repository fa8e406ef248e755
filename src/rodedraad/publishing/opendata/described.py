"""The tables of the open data as tables.tsv and columns.tsv describe them."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Any, Final

from rodedraad.linking.outcome import Outcome
from rodedraad.model import terms
from rodedraad.model.indicators import Direction
from rodedraad.model.observations import BreakCause, ObservationStatus
from rodedraad.publishing.opendata.table import Field, Reference, Table
from rodedraad.publishing.words import rows as rows_of

_VOCABULARIES: Final[dict[str, type[StrEnum]]] = {
    one.__name__: one
    for one in (
        BreakCause,
        Direction,
        ObservationStatus,
        Outcome,
        terms.By,
        terms.ChangeKind,
        terms.Decision,
        terms.DocumentKind,
        terms.Effect,
        terms.Kind,
        terms.MoneyPhase,
        terms.Phase,
        terms.Relation,
        terms.Reporting,
        terms.Severity,
        terms.Side,
        terms.Status,
    )
}


def described(name: str, rows: Iterable[tuple[Any, ...]]) -> Table:
    """Return the table of that name with these rows."""
    about = next(row for row in rows_of("opendata/tables.tsv") if row["name"] == name)
    return Table(
        name=name,
        title=about["title"],
        explanation=about["explanation"],
        fields=_fields(name),
        rows=tuple(rows),
        key=tuple(about["key"].split()),
        references=tuple(_reference(one) for one in about["references"].split(";") if one),
    )


@cache
def _fields(table: str) -> tuple[Field, ...]:
    return tuple(
        Field(
            name=row["name"],
            type=row["type"],
            description=row["meaning"],
            required=bool(row["required"]),
            values=_values(row["values"]),
            fiscal=row["fiscal"],
            source=row["source"],
        )
        for row in rows_of("opendata/columns.tsv")
        if row["table"] == table
    )


def _values(written: str) -> tuple[str, ...]:
    """Return the values of a vocabulary by its name, or those that are written out."""
    vocabulary = _VOCABULARIES.get(written)
    return tuple(vocabulary) if vocabulary else tuple(written.split())


def _reference(written: str) -> Reference:
    """Return what `columns>table columns` says."""
    own, _, other = written.partition(">")
    table, *to = other.split()
    return Reference(fields=tuple(own.split()), table=table, to=tuple(to))
