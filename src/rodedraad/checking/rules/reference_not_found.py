"""A reference to a place in the document that is not there."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule, about, pointers, quotes
from rodedraad.model.document import Document, Element, Reference
from rodedraad.model.terms import STRUCTURE, Severity

_SEE = "see"
_LINK = "link"


class ReferenceNotFound(Rule):
    """Words or a link that lead to another place in the same document, and that place was not found."""

    code = "reference-not-found"
    title = "Verwijzing waarvan het doel niet is gevonden"
    severity = Severity.QUESTION
    basis = grounds.CONNECTED
    explanation = (
        "De tekst verwijst naar een hoofdstuk, paragraaf, bijlage of pagina van hetzelfde stuk. Die plek is "
        "niet gevonden in wat van het stuk is ingelezen. Links naar andere websites tellen niet mee."
    )
    remedy = (
        "Maak van de verwijzing een link naar de goede plek, of neem de ontbrekende pagina op bij de bronnen "
        "van het document."
    )

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield one remark for each place that a document refers to in vain."""
        for document in case.documents:
            for (kind, key), found in _lost(document).items():
                elements = list(dict.fromkeys(element for element, _ in found))
                yield Remark(
                    subject=about(document, elements[0]),
                    others=pointers(document, elements[1:]),
                    message=_message(document, kind, found[0][1].name),
                    evidence=quotes(document, tuple(reference.evidence for _, reference in found)),
                    key=f"{kind} {key}",
                )


def _lost(document: Document) -> dict[tuple[str, str], list[tuple[Element, Reference]]]:
    """Return the references that lead nowhere, by what they name."""
    found: dict[tuple[str, str], list[tuple[Element, Reference]]] = {}
    for element in document.elements:
        for one in element.refs:
            if one.kind in (_SEE, _LINK) and one.element is None and one.source is None:
                found.setdefault((one.kind, one.name.casefold()), []).append((element, one))
    return found


def _message(document: Document, kind: str, name: str) -> str:
    pages, headings = len(document.sources), sum(one.kind in STRUCTURE for one in document.elements)
    read = f"{pages} ingelezen bestand{'en' if pages != 1 else ''}"
    only = (
        f" Van dit stuk hoort alleen bij het dossier: {', '.join(document.covers)}."
        if document.covers
        else ""
    )
    if kind == _LINK:
        return f"De link ‘{name}’ leidt naar een pagina die niet bij de {read} staat.{only}"
    places = f"{headings} kop{'pen' if headings != 1 else ''}"
    return f"De tekst verwijst naar ‘{name}’. Die plek is niet gevonden in de {places} van {read}.{only}"
