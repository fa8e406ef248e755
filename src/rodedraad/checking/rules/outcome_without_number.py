"""A result that says that something rose, fell or was reached, without a figure."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.directions import tells_outcome
from rodedraad.checking.numbers import figures
from rodedraad.checking.phrases import heard, sentences
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.checking.subjects import measured_in_common, stems
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase, Severity

_SAME_SUBJECT = 2
_SPEAKERS = frozenset({Kind.INDICATOR, Kind.ACTIVITY, Kind.GOAL, Kind.RISK})


class OutcomeWithoutNumber(Rule):
    """A result says that something rose, fell, stayed the same or was reached, and no figure stands with it.

    A figure in the same element counts, and one of a reported indicator in the document on the same subject.
    """

    code = "outcome-without-number"
    title = "Uitkomst zonder cijfer"
    severity = Severity.QUESTION
    basis = grounds.QUANTIFIED
    explanation = (
        "De tekst zegt dat iets meer of minder werd, of dat een norm is gehaald, maar noemt geen cijfer."
    )
    remedy = "Noem het cijfer nu en het cijfer ervoor, met de bron en de peildatum."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each result, with its first sentence of this kind."""
        for document in case.documents:
            measured = [stems(figure.name) for one in document.elements for figure in figures(one)]
            for element in document.elements:
                if element.phase is Phase.ACTUAL and element.kind in _SPEAKERS:
                    yield from _remark(document, element, measured)


def _remark(document: Document, element: Element, measured: list[frozenset[str]]) -> Iterator[Remark]:
    if heard("amount", element.text) or any(one.value is not None for one in element.values):
        return
    for text, spans in sentences(element):
        if tells_outcome(text) and not heard("number-word", text) and not _is_measured(text, measured):
            yield Remark(
                subject=about(document, element),
                message=f"De tekst zegt: ‘{text}’ Er is geen cijfer bij gevonden. Om hoeveel gaat het?",
                evidence=quotes(document, spans),
                key=text,
            )
            return


def _is_measured(text: str, measured: list[frozenset[str]]) -> bool:
    subject = stems(text)
    return any(len(measured_in_common(one, subject)) >= _SAME_SUBJECT for one in measured)
