"""An indicator whose figure is missing."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.phrases import heard
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.wording import quoted
from rodedraad.model.document import Element
from rodedraad.model.terms import Kind, Phase, Severity, Side


class IndicatorWithoutValue(Rule):
    """A reported indicator has a place for its figure of the year, and that is empty or marked as missing."""

    code = "indicator-without-value"
    title = "Indicator zonder cijfer"
    severity = Severity.QUESTION
    basis = grounds.NO_FIGURE
    explanation = "De indicator staat in het stuk, maar er is geen gemeten cijfer bij gevonden."
    remedy = "Vul het cijfer in, of schrijf ‘gegevens niet beschikbaar’ en wanneer het er wel is."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such indicator."""
        for document, element in case.elements(Kind.INDICATOR):
            if _lacks_value(element, document.year):
                yield Remark(
                    subject=about(document, element),
                    message=f"Bij de indicator {quoted(element)} is geen gemeten cijfer gevonden.",
                    evidence=quotes(document, element.spans),
                )


def _lacks_value(element: Element, year: int) -> bool:
    """Return whether the figure of the document's year is missing; where no place is its, every figure."""
    measured = [value for value in element.values if value.side is Side.VALUE]
    own = [value for value in measured if str(year) in (value.period or "")]
    if measured:
        return all(value.value is None and value.words is None for value in own or measured)
    return element.phase is Phase.ACTUAL and heard("no-value", element.text.strip()) is not None
