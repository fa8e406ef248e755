"""What was budgeted and what was spent where a sentence about money stands."""

from collections.abc import Iterator
from typing import NamedTuple

from rodedraad.checking.case import Case
from rodedraad.checking.ledgers import Entry, ledgers
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import MoneyPhase

_BUDGETS = (MoneyPhase.ADJUSTED, MoneyPhase.APPROVED)


class Spending(NamedTuple):
    """The lasten of one year: what the last budget allowed, what was spent, and how far rounding reaches."""

    row: Element
    name: str
    total: bool
    budget: float
    spent: float
    tolerance: float

    @property
    def over(self) -> bool:
        """Whether more was spent than budgeted, beyond rounding."""
        return self.spent - self.budget > self.tolerance


def spending(case: Case, document: Document, element: Element) -> Spending | None:
    """Return the lasten of the document's year in the table nearest around an element; nothing where unclear.

    It is clear where one row has both sides, or one of them is the total.
    """
    rows = {row.row.id: row for row in _rows(document)}
    for above in case.ancestors(document, element):
        inside = [rows[one.id] for one in case.descendants(document, above) if one.id in rows]
        if inside:
            totals = [row for row in inside if row.total]
            certain = totals or inside
            return certain[0] if len(certain) == 1 else None
    return None


def _rows(document: Document) -> Iterator[Spending]:
    for ledger in ledgers(document):
        for entry in ledger.entries:
            budget = next((entry.amounts[column] for column in _columns(document, entry)), None)
            spent = entry.amounts.get((MoneyPhase.EXECUTED, document.year))
            if entry.what == "lasten" and budget is not None and spent is not None:
                yield Spending(entry.elements[0], entry.name, entry.is_total, budget, spent, ledger.tolerance)


def _columns(document: Document, entry: Entry) -> list[tuple[MoneyPhase, int | None]]:
    return [(phase, document.year) for phase in _BUDGETS if (phase, document.year) in entry.amounts]
