"""A result that went the other way than its target."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.directions import UNCLEAR, direction, tells_outcome
from rodedraad.checking.phrases import heard, sentences
from rodedraad.checking.rule import Remark, Rule, about, pointers, quotes
from rodedraad.checking.subjects import measured_in_common, stems
from rodedraad.checking.wording import quoted
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase, Severity


class DirectionAgainstTarget(Rule):
    """The plan wants something to rise or fall; the result that answers it says that it went the other way.

    Both speak of the same: they share what is measured.
    """

    code = "direction-against-target"
    title = "Andere richting dan beoogd"
    severity = Severity.QUESTION
    basis = grounds.CHECKABLE
    explanation = "Het plan wil dat iets stijgt of daalt; het verslag zegt dat het de andere kant op ging."
    remedy = "Leg uit waardoor het anders ging, en wat de gemeente daarmee doet."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each promise with such a result."""
        for document, promise in case.elements(Kind.INDICATOR, Kind.GOAL, Kind.ACTIVITY, phase=Phase.PLAN):
            aim = direction(promise.text)
            if aim is not UNCLEAR:
                for result in case.results(document, promise):
                    yield from _remark(document, promise, aim, result)


def _remark(document: Document, promise: Element, aim: int, result: Element) -> Iterator[Remark]:
    for text, spans in sentences(result):
        opposite = tells_outcome(text) and not heard("denial", text) and direction(text) == -aim
        if opposite and measured_in_common(stems(promise.text), stems(text)):
            yield Remark(
                subject=about(document, promise),
                others=pointers(document, [result]),
                message=f"Het plan was: {quoted(promise)}. Het verslag zegt: ‘{text}’ Hoe komt dat?",
                evidence=quotes(document, (*promise.spans, *spans)),
                key=text,
            )
            return
