"""A claim in the text that a reported number speaks against."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.numbers import Figure, figures, trend
from rodedraad.checking.phrases import heard, sentences
from rodedraad.checking.rule import Remark, Rule, about, pointers, quotes
from rodedraad.checking.subjects import shared, stems
from rodedraad.checking.wording import number
from rodedraad.model.document import Document, Element, Span
from rodedraad.model.terms import Kind, Phase, Severity

_YEAR = re.compile(r"\b20\d\d\b")
_ENOUGH_SHARED = 2


class Claim(NamedTuple):
    """A sentence of a result."""

    element: Element
    text: str
    spans: tuple[Span, ...]


class Number(NamedTuple):
    """A reported figure, and the words in its name that no other kind of figure beside it has."""

    element: Element
    figure: Figure
    own: frozenset[str]


class ClaimContradictsNumber(Rule):
    """The text says that people get something, that there is none, or that it rises; a figure differs.

    Only sentences and figures under the same goal are compared.  Of a zero only the words count that figures
    above zero beside it lack: they tell what exactly was counted as none.
    """

    code = "claim-contradicts-number"
    title = "Tekst en cijfer zeggen iets anders"
    severity = Severity.QUESTION
    basis = grounds.CHECKABLE
    explanation = "De tekst zegt iets wat niet lijkt te passen bij een cijfer dat ernaast staat."
    remedy = "Kijk of de tekst en het cijfer allebei kloppen, en leg het verschil uit."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each sentence, with the first figure that speaks against it."""
        for document in case.documents:
            for group in _groups(case, document):
                yield from _remarks(document, group)


def _groups(case: Case, document: Document) -> Iterator[list[Element]]:
    """Yield the results under each goal, or under the document where they have no goal."""
    groups: dict[str | None, list[Element]] = {}
    for element in document.elements:
        if element.phase is Phase.ACTUAL:
            goals = (above.id for above in case.ancestors(document, element) if above.kind is Kind.GOAL)
            groups.setdefault(next(goals, element.parent), []).append(element)
    yield from groups.values()


def _remarks(document: Document, group: list[Element]) -> Iterator[Remark]:
    numbers = _numbers(group)
    for claim in _claims(document, group):
        against = next((number for number in numbers if _contradicts(claim, number)), None)
        if against:
            figure = f"‘{against.figure.name}’: {number(against.figure.value)}"
            yield Remark(
                subject=about(document, claim.element),
                others=pointers(document, [against.element]),
                message=f"De tekst zegt: ‘{claim.text}’ Ernaast staat {figure}. Hoe past dat bij elkaar?",
                evidence=quotes(document, (*claim.spans, *against.figure.spans)),
                key=claim.text,
            )


def _numbers(group: list[Element]) -> list[Number]:
    found = [(element, figure) for element in group for figure in figures(element)]
    positive = frozenset[str]().union(*(stems(figure.name) for _, figure in found if figure.value > 0))
    return [
        Number(element, figure, stems(figure.name) - (positive if figure.value == 0 else frozenset()))
        for element, figure in found
    ]


def _claims(document: Document, group: list[Element]) -> Iterator[Claim]:
    """Yield the sentences that speak of the year of the document, outside the figures themselves."""
    for element in group:
        if any(True for _ in figures(element)):
            continue
        for text, spans in sentences(element):
            years = {int(year) for year in _YEAR.findall(text)}
            if not years or document.year in years:
                yield Claim(element, text, spans)


def _contradicts(claim: Claim, number: Number) -> bool:
    return any(judge(claim, number) for judge in _JUDGES)


def _given_but_zero(claim: Claim, number: Number) -> bool:
    affirmed = (
        heard("given", claim.text) and not heard("denial", claim.text) and not heard("modal", claim.text)
    )
    return number.figure.value == 0 and bool(affirmed) and bool(_counted_in(number, claim.text))


def _none_but_some(claim: Claim, number: Number) -> bool:
    """Return whether the words right behind "geen" are what was counted, and more than none were."""
    denied = heard("none", claim.text)
    if number.figure.value <= 0 or denied is None or heard("modal", claim.text):
        return False
    behind = re.split(r"[,;:.]", claim.text[denied.end() :])[0]
    head = stems(" ".join(behind.split()[:2]))
    return bool(head) and shared(_head(number.figure.name), head) != frozenset()


def _rises_but_falls(claim: Claim, number: Number) -> bool:
    direction = trend(number.element)
    said = bool(heard("rise", claim.text)) - bool(heard("fall", claim.text))
    names_it = len(_counted_in(number, claim.text)) >= _ENOUGH_SHARED
    return (
        direction * said < 0
        and names_it
        and not heard("denial", claim.text)
        and not heard("modal", claim.text)
    )


_JUDGES: tuple[Callable[[Claim, Number], bool], ...] = (_given_but_zero, _none_but_some, _rises_but_falls)


def _counted_in(number: Number, text: str) -> frozenset[str]:
    return shared(number.own, stems(text))


def _head(name: str) -> frozenset[str]:
    """Return what is counted: the first content word behind "aantal", else the first of the name."""
    behind = re.split(r"\baantal(?:len)?\b", name, maxsplit=1, flags=re.IGNORECASE)[-1]
    return next((stems(word) for word in behind.split() if stems(word)), frozenset())
