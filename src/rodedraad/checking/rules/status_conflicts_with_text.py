"""A status that says one thing where the text says another."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.phrases import heard, sentences
from rodedraad.checking.rule import Remark, Rule, about, pointers, quotes
from rodedraad.checking.wording import quoted
from rodedraad.model.document import Document, Element, Span, StatusJudgement
from rodedraad.model.terms import By, Severity, Status

_GOOD = {Status.DONE: "gedaan", Status.ON_TRACK: "op schema"}
_BAD = {Status.MISSED: "niet gehaald", Status.NOT_STARTED: "niet begonnen"}


class StatusConflictsWithText(Rule):
    """A status apart from the text (a symbol, a status cell) and the words of the result disagree."""

    code = "status-conflicts-with-text"
    title = "Status en tekst zeggen iets anders"
    severity = Severity.QUESTION
    basis = grounds.COHERENT
    explanation = "De status in het stuk, zoals een kleur, zegt iets anders dan de tekst die erbij staat."
    remedy = "Kijk of de status en de tekst allebei kloppen, en pas aan wat niet klopt."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each promise with such a status."""
        for document in case.documents:
            for element in document.elements:
                results = case.results(document, element)
                if element.status is not None and stands_apart(element.status, results):
                    yield from _remark(document, element, element.status, results)


def stands_apart(status: StatusJudgement, results: tuple[Element, ...]) -> bool:
    """Return whether a status comes from the document, and not from the words of the result itself."""
    if status.by is By.PERSON:
        return False
    spans = [span for result in results for span in result.spans]
    return status.by is By.SYMBOL or not any(_within(one, spans) for one in status.evidence)


def _within(one: Span, spans: list[Span]) -> bool:
    return any(one.source == span.source and span.start <= one.start < span.end for span in spans)


def _remark(
    document: Document, element: Element, status: StatusJudgement, results: tuple[Element, ...]
) -> Iterator[Remark]:
    for result in results:
        for sentence, spans in sentences(result):
            said = _said(status.value, sentence)
            if said:
                message = f"De status van {quoted(element)} is ‘{said}’. In de tekst staat: ‘{sentence}’"
                yield Remark(
                    subject=about(document, element),
                    others=pointers(document, [result]),
                    message=f"{message} Hoe past dat bij elkaar?",
                    evidence=quotes(document, (*status.evidence, *spans)),
                )
                return


def _said(value: Status, sentence: str) -> str | None:
    """Return the status in words if the sentence contradicts it."""
    if value in _GOOD and heard("not-done", sentence) and not heard("mended", sentence):
        return _GOOD[value]
    if value in _BAD and heard("all-done", sentence):
        return _BAD[value]
    return None
