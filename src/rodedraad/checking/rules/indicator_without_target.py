"""An indicator without the figure that is aimed at."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.fields import fields
from rodedraad.checking.phrases import heard, sentences
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.wording import counted, such_as
from rodedraad.model.document import Element
from rodedraad.model.terms import Kind, Severity, Side

_AIMED_AT = (Side.TARGET, Side.BASELINE)


class IndicatorWithoutTarget(Rule):
    """Planned indicators name no figure that can be compared with later."""

    code = "indicator-without-target"
    title = "Indicator zonder streefwaarde"
    severity = Severity.NOTE
    basis = grounds.QUANTIFIED
    explanation = "Het plan noemt een indicator, maar geen cijfer om naar te streven."
    remedy = "Noem de waarde nu en de waarde die de gemeente wil bereiken, met het jaar erbij."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each group of such indicators."""
        for field in fields(case, Kind.INDICATOR):
            bare = [element for element in field.promises if not _has_target(element)]
            if bare:
                count = counted(len(bare), Kind.INDICATOR)
                yield together(
                    field.document, bare, f"Bij {count} is geen streefwaarde gevonden{such_as(bare)}"
                )


def _has_target(element: Element) -> bool:
    """Return whether a figure to aim at was recognised; a number in the text may be one."""
    recognised = any(value.side in _AIMED_AT and value.missing is None for value in element.values)
    running_text = len(list(sentences(element))) > 1
    return recognised or running_text or heard("amount", element.text) is not None
