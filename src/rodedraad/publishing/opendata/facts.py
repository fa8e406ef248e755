"""The tables of what documents hold in themselves: documents, deadlines, amounts and values."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any, Final, TypeVar

from rodedraad.model.document import Amount, Document, Element, Value
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.opendata.described import described
from rodedraad.publishing.opendata.table import Table

Row = tuple[Any, ...]
Fact = TypeVar("Fact")

DIRECTIONS: Final = {"lasten": "expenditure", "baten": "revenue"}


def documents(lookup: Lookup) -> Table:
    """Return a row a document, in order of adoption."""
    return described("documents", map(_document, lookup.build.documents))


def _document(one: Document) -> Row:
    return (
        one.id,
        one.organisation.code,
        one.organisation.name,
        one.kind.value,
        one.year,
        one.period,
        one.title,
        one.language,
        one.adopted,
        "; ".join(one.covers),
        one.reporting.value if one.reporting else None,
    )


def deadlines(lookup: Lookup) -> Table:
    """Return a row a deadline that an element names."""
    rows = (
        (*place, one.start, one.end, one.text)
        for place, _, one in _facts(lookup, lambda element: element.deadlines)
    )
    return described("deadlines", rows)


def amounts(lookup: Lookup) -> Table:
    """Return a row an amount of money, with the stage of the budget that it belongs to."""
    rows = (_amount(lookup, *fact) for fact in _facts(lookup, lambda element: element.amounts))
    return described("amounts", rows)


def _amount(lookup: Lookup, place: Row, element: Element, one: Amount) -> Row:
    return (
        *place,
        lookup.document(place[0]).organisation.code,
        element.label,
        one.what,
        DIRECTIONS.get(one.what),
        one.phase.value,
        one.year,
        exact(one.value),
        "EUR",
        one.raw,
        one.taakveld.code if one.taakveld else None,
        one.taakveld.scheme if one.taakveld else None,
    )


def values(lookup: Lookup) -> Table:
    """Return a row a value of an indicator."""
    rows = (_value(*fact) for fact in _facts(lookup, lambda element: element.values))
    return described("values", rows)


def _value(place: Row, _: Element, one: Value) -> Row:
    return (
        *place,
        one.name,
        one.standard,
        one.side.value,
        one.period,
        exact(one.value),
        one.words,
        one.missing,
        one.unit,
        one.source,
        one.raw,
    )


def exact(value: float | None) -> Decimal | None:
    """Return a number as its shortest decimal digits, with neither exponent nor idle zeros."""
    if value is None:
        return None
    return Decimal(f"{Decimal(repr(value)).normalize():f}")


def _facts(
    lookup: Lookup, of: Callable[[Element], Iterable[Fact]]
) -> Iterator[tuple[tuple[str, str, int], Element, Fact]]:
    """Yield what the elements hold, each with its document, its element and its number from 1."""
    for at, element in lookup.elements.items():
        for position, one in enumerate(of(element), start=1):
            yield (at.document, at.element, position), element, one
