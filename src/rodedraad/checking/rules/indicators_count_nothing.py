"""A goal whose indicators are all steps, so that nothing tells whether it comes nearer."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.directions import UNCLEAR, direction
from rodedraad.checking.fields import Field, fields
from rodedraad.checking.phrases import heard, sentences
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.wording import counted
from rodedraad.model.document import Element
from rodedraad.model.terms import Kind, Severity

_FEWEST = 2


class IndicatorsCountNothing(Rule):
    """A goal wants more or less of something, and none of its planned indicators counts anything.

    An indicator counts where it names a number, a share, a time, a score or an amount, or has a figure.
    """

    code = "indicators-count-nothing"
    title = "Indicatoren tellen niet wat het doel wil"
    severity = Severity.QUESTION
    basis = grounds.QUANTIFIED
    explanation = "Het doel wil dat iets meer of minder wordt, maar de indicatoren noemen alleen stappen."
    remedy = "Kies een indicator die telt wat het doel wil veranderen, met een waarde nu en een streefwaarde."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such goal, about its indicators."""
        for field in fields(case, Kind.INDICATOR):
            aim = _aim(field)
            promised = field.promises
            if aim and len(promised) >= _FEWEST and not any(_counts(one) for one in promised):
                yield together(
                    field.document,
                    promised,
                    f"Het doel is: ‘{aim}’ Geen van de {counted(len(promised), Kind.INDICATOR)} telt dat: "
                    "ze noemen stappen of stukken.",
                )


def _aim(field: Field) -> str | None:
    """Return the sentence of the goal that wants more or less of something."""
    if field.above is None or field.above.kind is not Kind.GOAL:
        return None
    return next((text for text, _ in sentences(field.above) if direction(text) is not UNCLEAR), None)


def _counts(indicator: Element) -> bool:
    if any(value.value is not None or value.unit for value in indicator.values):
        return True
    return any(heard(use, indicator.text) is not None for use in ("counts", "rise", "fall", "amount"))
