"""An indicator that was planned and is not reported on."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import fields, is_answered
from rodedraad.checking.phrases import sentences
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.wording import counted, quoted, such_as, titles
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Reporting, Severity, Side
from rodedraad.model.threads import Pointer


class IndicatorNotReported(Rule):
    """A report in full gives no result for a planned indicator, whether it repeats the indicator or not."""

    code = "indicator-not-reported"
    title = "Indicator zonder resultaat"
    severity = Severity.QUESTION
    basis = grounds.BBV_RESULTS
    explanation = "Het plan noemt een indicator, maar in het verslag is er geen resultaat bij gevonden."
    remedy = "Geef per indicator het resultaat, of schrijf waarom het er niet is."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each group of such indicators."""
        yield from _dropped(case)
        for field in fields(case, Kind.INDICATOR):
            missed = [
                element for element in field.promises if not _is_reported(case, field.document, element)
            ]
            if missed and field.document.reporting is Reporting.FULL:
                count = counted(len(missed), Kind.INDICATOR)
                yield together(
                    field.document, missed, f"Bij {count} is geen resultaat gevonden{such_as(missed)}"
                )


def _dropped(case: Case) -> Iterator[Remark]:
    """Yield a remark for each indicator of a plan that the report on it does not hold."""
    for dropped in case.threads.dropped:
        element = case.element(Pointer(document=dropped.document, element=dropped.element))
        if element.kind is Kind.INDICATOR and len(list(sentences(element))) == 1:
            searched = titles([case.document(one) for one in dropped.searched])
            message = f"De indicator {quoted(element)} is niet teruggevonden in {searched}."
            yield together(case.document(dropped.document), [element], message)


def _is_reported(case: Case, document: Document, element: Element) -> bool:
    measured = any(value.side is Side.VALUE for value in element.values)
    return measured or is_answered(case, document, element)
