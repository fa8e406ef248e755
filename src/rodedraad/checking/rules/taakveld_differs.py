"""Amounts by taakveld that are not those that the municipality gave CBS."""

from collections.abc import Iterator, Sequence
from typing import Final

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.iv3 import THOUSAND, Column, Line, compared
from rodedraad.checking.rule import Remark, Rule, about, pointers, quotes
from rodedraad.checking.wording import euro
from rodedraad.model.document import Document
from rodedraad.model.terms import Severity

_TOLERANCE: Final = 1000.0
"""Euro: both may be rounded to thousands."""
_NAMED: Final = 3
_FEWEST: Final = 3
"""So many taakvelden must be a thousandth of Iv3 before that is said of a column."""


class TaakveldDiffers(Rule):
    """Lasten or baten by taakveld that differ from Iv3 of the same year and report, with the bridge."""

    code = "taakveld-differs"
    title = "Bedragen per taakveld anders dan in Iv3"
    severity = Severity.QUESTION
    basis = grounds.CHECKABLE
    explanation = (
        "De gemeente levert dezelfde begroting of jaarrekening aan het CBS (Iv3). De bedragen per taakveld "
        "zijn daar anders dan in dit document. Verschillen door afronding op duizenden tellen niet mee."
    )
    remedy = "Leg het verschil uit, of verbeter het document of de levering aan het CBS."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each column of a document."""
        for document in case.documents:
            for column, lines in compared(document, case.observations):
                yield from _remarks(document, column, lines)


def _remarks(document: Document, column: Column, lines: Sequence[Line]) -> Iterator[Remark]:
    small = [line for line in lines if line.here and abs(line.here * THOUSAND - line.there) <= _TOLERANCE]
    if len(small) >= _FEWEST and 2 * len(small) > len(lines):
        asked = "Staan de bedragen hier in duizenden euro's?"
        told = f"De {_name(column)} zijn in Iv3 duizend keer zo hoog. {asked}"
        yield _remark(document, column, small, told)
        return
    off = sorted((line for line in lines if abs(line.gap) > _TOLERANCE), key=lambda line: -abs(line.gap))
    if off:
        yield _remark(document, column, off, _bridge(column, lines, off))


def _bridge(column: Column, lines: Sequence[Line], off: Sequence[Line]) -> str:
    """Return the way from the total of the document to that of Iv3, the largest steps first."""
    here, there = sum(line.here for line in lines), sum(line.there for line in lines)
    steps = [f"{line.name} {_signed(line.gap)}" for line in off[:_NAMED]]
    rest = off[_NAMED:]
    if rest:
        steps.append(f"{len(rest)} andere samen {_signed(sum(line.gap for line in rest))}")
    count = "1 taakveld" if len(lines) == 1 else f"{len(lines)} taakvelden"
    return (
        f"De {_name(column)} van {count} zijn hier samen {euro(here)} en in Iv3 {euro(there)}. "
        f"Van het ene naar het andere: {'; '.join(steps)}."
    )


def _remark(document: Document, column: Column, lines: Sequence[Line], message: str) -> Remark:
    elements = list({one.id: one for line in lines for one in line.elements}.values())
    return Remark(
        subject=about(document, elements[0]),
        message=message,
        evidence=quotes(document, elements[0].spans),
        others=pointers(document, elements[1:]),
        key="-".join(map(str, column)),
    )


def _name(column: Column) -> str:
    return f"{column.what} {column.year} ({column.report})"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '−'} {euro(abs(value))}"
