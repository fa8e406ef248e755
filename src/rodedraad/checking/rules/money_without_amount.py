"""A judgement about money without an amount."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.phrases import heard, sentences
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.spending import spending
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase, Severity


class MoneyWithoutAmount(Rule):
    """A result says that the money was or was not enough, and no amounts stand with it or around it."""

    code = "money-without-amount"
    title = "Oordeel over geld zonder bedrag"
    severity = Severity.QUESTION
    basis = grounds.CHECKABLE
    explanation = "De tekst zegt dat het geld wel of niet genoeg was, maar er is geen bedrag bij gevonden."
    remedy = "Noem wat er begroot was en wat er is uitgegeven, en verklaar het verschil."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each result, with its first sentence of this kind."""
        for document, element in case.elements(Kind.COST, phase=Phase.ACTUAL):
            judged = next(((text, spans) for text, spans in sentences(element) if _judges(text)), None)
            if judged and not _has_amount(case, document, element):
                text, spans = judged
                yield Remark(
                    subject=about(document, element),
                    message=f"De tekst zegt: ‘{text}’ Er is geen bedrag bij gevonden. "
                    "Wat was begroot, en wat is uitgegeven?",
                    evidence=quotes(document, spans),
                    key=text,
                )


def _judges(text: str) -> bool:
    return any(heard(use, text) is not None for use in ("money-enough", "money-short"))


def _has_amount(case: Case, document: Document, element: Element) -> bool:
    said = bool(element.amounts) or heard("amount", element.text) is not None
    return said or spending(case, document, element) is not None
