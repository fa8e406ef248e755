"""A reported figure that is far from what a national rate leads to expect."""

from collections.abc import Iterator
from typing import Final

from rodedraad.checking import grounds
from rodedraad.checking.benchmarks import Benchmark, benchmarks
from rodedraad.checking.case import Case
from rodedraad.checking.numbers import Figure, figures
from rodedraad.checking.phrases import sentences
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.wording import number
from rodedraad.model.document import Document, Element
from rodedraad.model.observations import Residents
from rodedraad.model.terms import Kind, Phase, Severity

_WIDE: Final = 2.0
"""Between half and twice of what is expected nothing is asked."""


class FigureOutsideBenchmark(Rule):
    """A reported number is less than half or more than twice what the national rate comes to here.

    Asked of municipalities of which the dossier's figures give the inhabitants, for the months of the
    document's year in which the rate was measured; where the text says since when is counted, from then on.
    """

    code = "figure-outside-benchmark"
    title = "Aantal ver van het landelijke cijfer"
    severity = Severity.QUESTION
    basis = grounds.CHECKABLE
    explanation = "Het aantal is veel kleiner of groter dan bij zoveel inwoners te verwachten is."
    remedy = "Kijk of hetzelfde geteld is, over welke maanden, en leg het verschil uit."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such figure."""
        people = {one.area: one for one in reversed(case.observations.residents)}
        for document, element in case.elements(Kind.INDICATOR, phase=Phase.ACTUAL):
            residents = people.get(document.organisation.code)
            if residents is not None:
                for figure in figures(element):
                    yield from _remarks(case, document, element, figure, residents)


def _remarks(
    case: Case, document: Document, element: Element, figure: Figure, residents: Residents
) -> Iterator[Remark]:
    for benchmark in benchmarks():
        if benchmark.speaks_of(figure.name):
            months = benchmark.months(benchmark.start(_told(case, document, element)), document.year)
            expected = benchmark.expected(residents.inhabitants, months)
            if months and not expected / _WIDE <= figure.value <= expected * _WIDE:
                yield Remark(
                    subject=about(document, element),
                    message=_message(figure, benchmark, residents, months, expected),
                    evidence=quotes(document, figure.spans),
                    key=benchmark.name,
                )


def _told(case: Case, document: Document, element: Element) -> Iterator[str]:
    """Yield the sentences of the results under the same goal."""
    goal = next((one for one in case.ancestors(document, element) if one.kind is Kind.GOAL), None)
    for one in case.descendants(document, goal) if goal else ():
        if one.phase is Phase.ACTUAL:
            yield from (text for text, _ in sentences(one))


def _message(figure: Figure, benchmark: Benchmark, residents: Residents, months: int, expected: float) -> str:
    rate = f"{number(benchmark.rate)} {benchmark.unit} per {number(benchmark.per)} inwoners per maand"
    people = f"{number(residents.inhabitants)} inwoners ({residents.source})"
    time = "1 maand" if months == 1 else f"{months} maanden"
    return (
        f"Er staat ‘{figure.name}’: {number(figure.value)}. Het landelijke cijfer is {rate}. Bij {people} "
        f"en {time} is dat ongeveer {number(round(expected))}. Wordt hier iets anders geteld? "
        f"Bron: {benchmark.source}."
    )
