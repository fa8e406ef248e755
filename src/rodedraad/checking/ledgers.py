"""Tables of money as the elements of a document keep them: rows in order, and the amounts in each column."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from rodedraad.model.document import Amount, Document, Element
from rodedraad.model.terms import Kind, MoneyPhase

Column: TypeAlias = tuple[MoneyPhase, int | None]
_CELL_MARK: Final = " | "
_THOUSAND: Final = 1000
_ROUNDED: Final = 2
"""How many units the sum of rounded amounts may be off."""


class Entry(NamedTuple):
    """One row: its elements (a row may be two, a side each), its name, what it holds, and its amounts."""

    elements: tuple[Element, ...]
    name: str
    what: str
    amounts: Mapping[Column, float]

    @property
    def is_total(self) -> bool:
        """Whether its name says that it sums up others."""
        return self.name.lower().startswith(("totaal", "totale"))


class Ledger(NamedTuple):
    """The rows of one table, and how far its sums may be off by rounding."""

    entries: tuple[Entry, ...]
    tolerance: float


def ledgers(document: Document) -> Iterator[Ledger]:
    """Yield the tables of money of a document: rows that follow each other, or with one line between."""
    run: list[Element] = []
    between = 0
    for element in document.elements:
        if element.kind is Kind.COST and any(one.value is not None for one in element.amounts):
            run.append(element)
            between = 0
        elif element.kind is Kind.HEADING and not between:
            between = 1
        elif run:
            yield _ledger(run)
            run, between = [], 0
    if run:
        yield _ledger(run)


def _ledger(run: Sequence[Element]) -> Ledger:
    rows: list[list[Element]] = []
    for element in run:
        if rows and _name(rows[-1][-1]) == _name(element) and len(rows[-1]) == 1:
            rows[-1].append(element)
        else:
            rows.append([element])
    sizes = [one.value for element in run for one in element.amounts if one.value]
    unit = _THOUSAND if all(size % _THOUSAND == 0 for size in sizes) else 1
    return Ledger(tuple(entry for row in rows for entry in _entries(row)), float(_ROUNDED * unit))


def _entries(row: Sequence[Element]) -> Iterator[Entry]:
    """Yield a row once for each thing that it holds: lasten and baten may stand beside each other."""
    amounts = [one for element in row for one in element.amounts if one.value is not None]
    for what in dict.fromkeys(one.what for one in amounts):
        columns = {(one.phase, one.year): _value(one) for one in amounts if one.what == what}
        yield Entry(tuple(row), _name(row[0]), what, columns)


def _value(amount: Amount) -> float:
    return amount.value or 0.0


def _name(element: Element) -> str:
    return (element.label or element.text).split(_CELL_MARK)[0]
