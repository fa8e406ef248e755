"""Small pages of invented figures, and what is read from them in a form that is easy to compare."""

from datetime import date

from rodedraad.model.document import Document, Organisation
from rodedraad.model.terms import DocumentKind
from rodedraad.reading import read
from rodedraad.recognising import recognise


def page(text: str, kind: str = "begroting", year: int = 2024, name: str = "pagina.txt") -> Document:
    frame = Document(
        id="proefstede",
        organisation=Organisation(code="GM9990", name="Proefstede"),
        kind=DocumentKind(kind),
        year=year,
        title="Proefstuk",
        adopted=date(year, 1, 1),
    )
    extract = read(text.encode(), name)
    document = recognise(frame, [extract])
    _check_evidence(document, extract.text)
    return document


def _check_evidence(document: Document, text: str) -> None:
    """Every figure leads back to its place: the words there are the words kept as raw."""
    for element in document.elements:
        for one in (*element.amounts, *element.values):
            assert (
                one.raw == ""
                if one.evidence is None
                else one.raw == text[one.evidence.start : one.evidence.end]
            )


def money(document: Document) -> list[tuple[str, str, int | None, float | None]]:
    return [
        (one.what, one.phase.value, one.year, one.value)
        for element in document.elements
        for one in element.amounts
    ]


def figures(document: Document) -> list[tuple[str, str, str | None, float | str | None]]:
    """Name, side, period, and the value, the words or the mark that it is missing."""
    return [
        (
            one.name,
            one.side.value,
            one.period,
            one.value if one.value is not None else one.words or one.missing,
        )
        for element in document.elements
        for one in element.values
    ]
