"""A plan that speaks of a past year as if it were still to come."""

import re
from collections.abc import Iterator
from datetime import date

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.phrases import heard, sentences
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.model.document import Deadline, Document, Element
from rodedraad.model.terms import DocumentKind, Phase, Severity

_CLAUSE_END = re.compile(r"[,:;()]|\b(?:die|dat|waarin|omdat|nadat)\b")


class StaleYear(Rule):
    """A plan for a year names a time before that year for something that is still to be done."""

    code = "stale-year"
    title = "Voorbij jaar in een plan"
    severity = Severity.QUESTION
    basis = grounds.CONNECTED
    explanation = (
        "Het plan gaat over een jaar, maar noemt een eerdere tijd voor iets dat nog gaat gebeuren. "
        "Misschien is de tekst van een vorig jaar overgenomen."
    )
    remedy = "Werk de tekst bij: schrijf wat er intussen is gebeurd, of noem de nieuwe termijn."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each element with such a time."""
        for document in case.documents:
            for element in document.elements:
                if element.phase is Phase.PLAN:
                    yield from _remarks(document, element)


def _remarks(document: Document, element: Element) -> Iterator[Remark]:
    for deadline in element.deadlines:
        if _is_past(document, deadline) and _is_ahead(element, deadline):
            message = (
                f"Het plan voor {document.year} noemt ‘{deadline.text}’ voor iets dat nog gaat gebeuren. "
                "Is deze tekst bijgewerkt?"
            )
            yield Remark(
                subject=about(document, element),
                message=message,
                evidence=quotes(document, (deadline.evidence,)),
            )
            return


def _is_past(document: Document, deadline: Deadline) -> bool:
    """Return whether the time lies before the year of the plan, and was over when the document came out."""
    is_report = document.kind in (DocumentKind.JAARSTUKKEN, DocumentKind.TUSSENRAPPORTAGE)
    return deadline.end < date(document.year, 1, 1) and (is_report or deadline.end < document.adopted)


def _is_ahead(element: Element, deadline: Deadline) -> bool:
    """Return whether the clause around the time looks ahead, and not back."""
    for sentence, _ in sentences(element):
        for clause in _CLAUSE_END.split(sentence):
            if deadline.text in clause:
                return bool(heard("ahead", clause)) and not heard("behind", clause)
    return False
