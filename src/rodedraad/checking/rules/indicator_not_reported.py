"""An indicator that was planned and is not reported on."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import fields, is_answered
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.wording import counted, such_as
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Reporting, Severity, Side


class IndicatorNotReported(Rule):
    """A report in full repeats planned indicators and gives no result for them."""

    code = "indicator-not-reported"
    title = "Indicator zonder resultaat"
    severity = Severity.QUESTION
    basis = grounds.BBV_RESULTS
    explanation = "Het verslag herhaalt een indicator uit het plan, maar er is geen resultaat bij gevonden."
    remedy = "Geef per indicator het resultaat, of schrijf waarom het er niet is."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each group of such indicators."""
        for field in fields(case, Kind.INDICATOR):
            silent = [
                element for element in field.promises if not _is_reported(case, field.document, element)
            ]
            if silent and field.document.reporting is Reporting.FULL:
                count = counted(len(silent), Kind.INDICATOR)
                yield together(
                    field.document, silent, f"Bij {count} is geen resultaat gevonden{such_as(silent)}"
                )


def _is_reported(case: Case, document: Document, element: Element) -> bool:
    measured = any(value.side is Side.VALUE for value in element.values)
    return measured or is_answered(case, document, element)
