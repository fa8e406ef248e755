"""A figure in a document that is not what its source comes to."""

from collections.abc import Iterator
from typing import Final

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.computed import Beside, beside, sources, told
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.wording import number
from rodedraad.model.observations import Observation
from rodedraad.model.terms import Severity

_HALF: Final = 0.5
_SLACK: Final = 1e-9
"""What arithmetic on a computer may be off."""


class FigureDiffers(Rule):
    """A measured figure of a document differs from the value computed for the same place and period.

    They are the same where the mark of a mandatory set or the name is that of the definition, the period is
    one year, and both count by the same number of people.  What rounding can explain is no difference: of
    the document's figure, or of the counts of people that the value was computed from.
    """

    code = "figure-differs"
    title = "Cijfer anders dan in de bron"
    severity = Severity.QUESTION
    basis = grounds.CHECKABLE
    explanation = (
        "Het document noemt een waarde van een indicator. Uit de cijfers van hetzelfde jaar komt een andere "
        "waarde. Wat afronding kan verklaren, telt niet als verschil."
    )
    remedy = "Kijk welke van de twee klopt, en of zij hetzelfde tellen op hetzelfde moment."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such figure."""
        for found in beside(case):
            told_here = found.value.value
            if told_here is not None and _differs(told_here, found.seen):
                yield _remark(case, found, told_here)


def _differs(told_here: float, seen: Observation) -> bool:
    return abs(told_here - (seen.value or 0)) > _tolerance(told_here) + seen.margin


def _tolerance(told: float) -> float:
    """Return half of the last digit that the document gives."""
    _, _, decimals = f"{told:.10f}".rstrip("0").partition(".")
    return _HALF * 10.0 ** -len(decimals) + _SLACK


def _remark(case: Case, found: Beside, told_here: float) -> Remark:
    return Remark(
        subject=about(found.document, found.element),
        message=(
            f"Het stuk noemt bij ‘{found.name}’ over {found.value.period} {number(told_here)}; "
            f"de bron ({sources(case, found.seen)}) zegt {told(found.seen)}."
        ),
        evidence=quotes(found.document, found.spans),
        key=f"{found.name}-{found.value.period}",
    )
