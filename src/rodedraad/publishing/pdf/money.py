"""Lines of money that stand together, as tables with the unit in the head."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.model.document import Amount, Element
from rodedraad.model.terms import MoneyPhase
from rodedraad.publishing.dutch import number
from rodedraad.publishing.lookup import grouped
from rodedraad.publishing.pdf.records import Money, MoneyLine
from rodedraad.publishing.views.common import row_name, text_of
from rodedraad.publishing.views.facts import UNKNOWN
from rodedraad.publishing.words import word

Row = tuple[Element, ...]

THOUSAND: Final = 1000
WIDEST: Final = 5
DIFFERENCE: Final = "verschil"
_PHASES: Final = tuple(MoneyPhase)


class _Column(Struct, frozen=True):
    """A column of a table: a stage of the budget of one year, or the difference that the document gives."""

    year: int
    phase: MoneyPhase
    differs: bool

    @property
    def order(self) -> tuple[int, int, bool]:
        return self.year, _PHASES.index(self.phase), self.differs

    @property
    def words(self) -> str:
        return f"{DIFFERENCE if self.differs else word('money-phase', self.phase.value)} {self.year}"


def money_tables(rows: Sequence[Row], year: int) -> Iterator[Money]:
    """Yield the tables of rows of money, each row an element with its results.

    A table has no more columns than fit on a page; an amount without a year is of the given one.
    """
    amounts = [amount for row in rows for one in row for amount in one.amounts]
    columns = sorted({_column(one, year) for one in amounts}, key=lambda one: one.order)
    scale = THOUSAND if all((one.value or 0) % THOUSAND == 0 for one in amounts) else 1
    for start in range(0, len(columns), WIDEST):
        part = columns[start : start + WIDEST]
        yield Money(
            unit="× € 1.000" if scale == THOUSAND else "in €",
            columns=tuple(one.words for one in part),
            lines=tuple(line for row in rows for line in _lines(row, part, year, scale)),
        )


def _column(amount: Amount, year: int) -> _Column:
    return _Column(amount.year or year, amount.phase, amount.what.startswith(DIFFERENCE))


def _what(amount: Amount) -> str:
    """Return what an amount is, or for a difference what it is the difference of."""
    return amount.what.removeprefix(DIFFERENCE).strip() or amount.what


def _lines(row: Row, columns: Sequence[_Column], year: int, scale: int) -> Iterator[MoneyLine]:
    amounts = [amount for one in row for amount in one.amounts]
    for what, own in grouped(amounts, _what).items():
        cells = {_column(one, year): one for one in own}
        if not cells.keys().isdisjoint(columns):
            yield MoneyLine(
                name=_name(row[0], what),
                what=what,
                cells=tuple(_cell(cells.get(column), scale) for column in columns),
            )


def _name(element: Element, what: str) -> str:
    """Return the name of a row, without the words that the next column repeats."""
    name = row_name(text_of(element))
    shorter = name.rpartition(", ")
    return shorter[0] if shorter[2].casefold() == what.casefold() and shorter[0] else name


def _cell(amount: Amount | None, scale: int) -> str:
    """Return an amount without its unit; an amount that is not known is not a zero."""
    if amount is None:
        return ""
    return UNKNOWN if amount.value is None else number(amount.value / scale).replace("-", "−")
