"""A result that answers no promise."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import Field, fields
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.wording import quoted
from rodedraad.model.document import Element
from rodedraad.model.terms import Kind, Severity, Status

_FEWEST_WORDS = 4


class ResultWithoutPromise(Rule):
    """A report that sets results beside promises holds a result without one, not marked as extra."""

    code = "result-without-promise"
    title = "Resultaat zonder belofte"
    severity = Severity.NOTE
    basis = grounds.CONNECTED
    explanation = (
        "Het verslag zet resultaten naast beloften. Bij dit resultaat is geen belofte gevonden, in dit stuk "
        "noch in een eerder stuk."
    )
    remedy = "Noem de belofte waar het resultaat bij hoort, of zeg dat het extra is."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such result."""
        for field in fields(case, Kind.ACTIVITY):
            paired = any(element.answers for element in field.document.elements)
            for element in field.results if paired else ():
                if _is_loose(case, field, element):
                    yield Remark(
                        subject=about(field.document, element),
                        message=f"Bij het resultaat {quoted(element)} is geen belofte gevonden.",
                        evidence=quotes(field.document, element.spans),
                    )


def _is_loose(case: Case, field: Field, element: Element) -> bool:
    extra = element.status is not None and element.status.value is Status.EXTRA
    around = [element, *case.ancestors(field.document, element), *case.descendants(field.document, element)]
    tied = any(one.answers or case.linked(field.document, one) for one in around)
    is_label = element.text.rstrip().endswith(":") or len(element.text.split()) < _FEWEST_WORDS
    return not (extra or tied or is_label)
