"""A judgement about money that the amounts speak against."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.phrases import heard, sentences
from rodedraad.checking.rule import Remark, Rule, about, pointers, quotes
from rodedraad.checking.spending import Spending, spending
from rodedraad.checking.wording import euro
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase, Severity


class MoneyAgainstAmount(Rule):
    """A result says that the money was enough while more was spent than budgeted, or the other way round.

    The amounts are the lasten of the document's year in the nearest table around it, against the last budget.
    """

    code = "money-against-amount"
    title = "Oordeel over geld past niet bij de bedragen"
    severity = Severity.QUESTION
    basis = grounds.CHECKABLE
    explanation = "De tekst zegt dat het geld wel of niet genoeg was; de bedragen ernaast zeggen iets anders."
    remedy = "Kijk of de zin over dezelfde bedragen gaat, en leg het verschil uit."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each sentence that does not fit."""
        for document, element in case.elements(Kind.COST, phase=Phase.ACTUAL):
            for text, spans in sentences(element):
                beside = _against(case, document, element, text)
                if beside is not None:
                    yield Remark(
                        subject=about(document, element),
                        others=pointers(document, [beside.row]),
                        message=f"De tekst zegt: ‘{text}’ {_told(beside)} Hoe past dat bij elkaar?",
                        evidence=quotes(document, (*spans, *beside.row.spans)),
                        key=text,
                    )


def _against(case: Case, document: Document, element: Element, text: str) -> Spending | None:
    """Return the spending that a sentence does not fit."""
    enough, short = (heard(use, text) is not None for use in ("money-enough", "money-short"))
    beside = spending(case, document, element) if enough or short else None
    return beside if beside and (enough if beside.over else short) else None


def _told(beside: Spending) -> str:
    budget, spent = (euro(value) for value in (beside.budget, beside.spent))
    return f"Bij ‘{beside.name}’ was {budget} begroot en is {spent} uitgegeven."
