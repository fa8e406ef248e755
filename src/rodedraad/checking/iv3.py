"""Amounts by taakveld as a document gives them, beside those that the municipality gave CBS (Iv3)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from rodedraad.model.document import Amount, Document, Element, TaakveldCode
from rodedraad.model.observations import Observations
from rodedraad.model.taakvelden import rolled_up, taakveld_names
from rodedraad.model.terms import MoneyPhase

_REPORTS: Final = {
    MoneyPhase.PROPOSED: "begroting",
    MoneyPhase.APPROVED: "begroting",
    MoneyPhase.EXECUTED: "jaarrekening",
}
_SIDES: Final = frozenset({"lasten", "baten"})
THOUSAND: Final = 1000


class Column(NamedTuple):
    """Lasten or baten of a year, as budgeted or as in the accounts."""

    what: str
    year: int
    report: str


class Line(NamedTuple):
    """One taakveld in both: what the document says nearest to Iv3, and the elements that say it."""

    taakveld: TaakveldCode
    here: float
    there: float
    elements: tuple[Element, ...]

    @property
    def gap(self) -> float:
        """How much Iv3 is above the document."""
        return self.there - self.here

    @property
    def name(self) -> str:
        """The code and name of the taakveld."""
        return f"{self.taakveld.code} {taakveld_names().get(self.taakveld, '')}".strip()


def compared(document: Document, observations: Observations) -> Iterator[tuple[Column, tuple[Line, ...]]]:
    """Yield the taakvelden that document and Iv3 both have, for each column of the document."""
    told = _told(document)
    for column in sorted(told):
        there = _delivered(document.organisation.code, column, observations)
        lines = tuple(
            Line(taakveld, _nearest(found, there[taakveld]), there[taakveld], tuple(one for _, one in found))
            for taakveld, found in told[column].items()
            if taakveld in there
        )
        if lines:
            yield column, lines


def _told(document: Document) -> dict[Column, dict[TaakveldCode, list[tuple[float, Element]]]]:
    found: dict[Column, dict[TaakveldCode, list[tuple[float, Element]]]] = defaultdict(dict)
    for element in document.elements:
        for amount in element.amounts:
            column = _column(amount)
            if column and amount.taakveld and amount.value is not None:
                found[column].setdefault(amount.taakveld, []).append((amount.value, element))
    return found


def _column(amount: Amount) -> Column | None:
    report = _REPORTS.get(amount.phase)
    if report is None or amount.year is None or amount.what not in _SIDES:
        return None
    return Column(amount.what, amount.year, report)


def _delivered(area: str, column: Column, observations: Observations) -> Mapping[TaakveldCode, float]:
    """Return the amounts of Iv3 by taakveld; one with nought itself is its parts together."""
    names = {
        one.sha256 for one in observations.deliveries if one.source == f"iv3/{column.year}/{column.report}"
    }
    own = {
        one.amount.taakveld: one.amount.value
        for one in observations.money
        if one.area == area
        and one.category is None
        and one.origin.sha256 in names
        and one.amount.what == column.what
        and one.amount.taakveld is not None
        and one.amount.value is not None
    }
    return {taakveld: value or _parts(taakveld, own) for taakveld, value in own.items()}


def _parts(whole: TaakveldCode, amounts: Mapping[TaakveldCode, float]) -> float:
    return sum(
        value
        for taakveld, value in amounts.items()
        if taakveld != whole and (up := rolled_up(taakveld)) is not None and up.code == whole.code
    )


def _nearest(found: list[tuple[float, Element]], there: float) -> float:
    """Return what the document says: one of its amounts, or their sum, whichever is nearest to Iv3.

    A taakveld stands in more than one programme, or in more than one table: nobody says which.
    """
    amounts = {value for value, _ in found}
    return min((*sorted(amounts), sum(amounts)), key=lambda value: abs(value - there))
