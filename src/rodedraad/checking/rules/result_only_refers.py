"""A result that only says where the answer stands."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.phrases import heard
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.wording import quoted
from rodedraad.model.terms import TWO_SIDED, Phase, Severity

_MOST_WORDS = 25


class ResultOnlyRefers(Rule):
    """A short result that points to another place and tells nothing itself."""

    code = "result-only-refers"
    title = "Antwoord dat alleen verwijst"
    severity = Severity.QUESTION
    basis = grounds.CONNECTED
    explanation = "Het antwoord verwijst naar een andere plek en zegt zelf niet wat er is gedaan."
    remedy = "Zet in één zin het resultaat erbij, en maak de verwijzing een link."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such result."""
        for document, element in case.elements(*TWO_SIDED, phase=Phase.ACTUAL):
            short = len(element.text.split()) <= _MOST_WORDS
            if short and heard("elsewhere", element.text) and len(_sentences(element.text)) == 1:
                yield Remark(
                    subject=about(document, element),
                    message=f"Het antwoord {quoted(element)} verwijst alleen. Wat is het resultaat?",
                    evidence=quotes(document, element.spans),
                )


def _sentences(text: str) -> list[str]:
    return [piece for piece in text.replace("!", ".").split(". ") if piece.strip(" .")]
