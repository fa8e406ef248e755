"""Pages of an invented municipality, recognised, and shown as trees that a person can read."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rodedraad.model.document import Document, Element, LegendEntry, Organisation
from rodedraad.model.identities import ElementIdentity
from rodedraad.model.terms import DocumentKind, Reporting
from rodedraad.model.text import Extract
from rodedraad.reading import read
from rodedraad.recognising import recognise

ADOPTED = {
    DocumentKind.BEGROTING: (-1, 11),
    DocumentKind.KADERNOTA: (-1, 6),
    DocumentKind.TUSSENRAPPORTAGE: (0, 9),
    DocumentKind.JAARSTUKKEN: (1, 6),
}


def frame(
    kind: DocumentKind = DocumentKind.BEGROTING,
    year: int = 2022,
    *,
    covers: tuple[str, ...] = (),
    legend: tuple[LegendEntry, ...] = (),
) -> Document:
    """A document without elements."""
    years, month = ADOPTED[kind]
    return Document(
        id=f"nergenshuizen-{kind}-{year}",
        organisation=Organisation(code="GM9999", name="Nergenshuizen"),
        kind=kind,
        year=year,
        title=f"{kind.value.capitalize()} {year}",
        adopted=date(year + years, month, 1),
        covers=covers,
        reporting=Reporting.FULL
        if kind in (DocumentKind.JAARSTUKKEN, DocumentKind.TUSSENRAPPORTAGE)
        else None,
        legend=legend,
    )


def extract(page: str | bytes, name: str = "pagina.txt") -> Extract:
    """A page as it is read; the name tells the format."""
    return read(page.encode() if isinstance(page, str) else page, name)


def recognised(
    page: str | bytes,
    kind: DocumentKind = DocumentKind.BEGROTING,
    year: int = 2022,
    name: str = "pagina.txt",
    known: tuple[ElementIdentity, ...] = (),
) -> Document:
    """The document that a page makes."""
    return recognise(frame(kind, year), [extract(page, name)], known)


def budget(page: str, year: int = 2022) -> Document:
    return recognised(page, DocumentKind.BEGROTING, year)


def report(page: str, year: int = 2022) -> Document:
    return recognised(page, DocumentKind.JAARSTUKKEN, year)


def saying(document: Document, words: str) -> Element:
    """The one element that has these words."""
    found = [element for element in document.elements if words in element.text]
    assert len(found) == 1, f"{len(found)} elements say {words!r}"
    return found[0]


def kinds(document: Document) -> list[tuple[str, str]]:
    """Kind (with its side of the grid) and text of every element, in order."""
    return [(_named(element), element.text) for element in document.elements]


def _named(element: Element) -> str:
    return f"{element.kind}/{element.phase}" if element.phase else str(element.kind)


def tree(document: Document) -> str:
    """The document as an indented tree: number, label and text, then what was found in it."""
    children: dict[str | None, list[Element]] = defaultdict(list)
    order = {element.id: place for place, element in enumerate(document.elements, start=1)}
    for element in document.elements:
        children[element.parent].append(element)

    def shown(parent: str | None, depth: int) -> Iterator[str]:
        for element in children[parent]:
            head = " ".join(
                filter(None, (element.number, f"[{element.label}]" if element.label else "", element.text))
            )
            yield f"{'  ' * depth}{order[element.id]} {_named(element)}: {head}"
            yield from (f"{'  ' * depth}    {fact}" for fact in _facts(element, order))
            yield from shown(element.id, depth + 1)

    aside = [f"aside ({one.why})" for one in document.set_aside]
    return "\n".join([*shown(None, 0), *aside]) + "\n"


def _facts(element: Element, order: dict[str, int]) -> Iterator[str]:
    if element.answers:
        yield "answers " + ", ".join(str(order[promise]) for promise in element.answers)
    if element.status is not None:
        yield f"status {element.status.value} by {element.status.by}"
    for aspect in element.aspects:
        yield f"aspect {aspect.aspect}: {aspect.value} by {aspect.by}"
    for deadline in element.deadlines:
        yield f"deadline {deadline.start} to {deadline.end} ({deadline.text})"
    for amount in element.amounts:
        yield f"amount {amount.what} {amount.phase} {amount.year}: {amount.value} ({amount.raw})"
    for value in element.values:
        told = value.value if value.value is not None else value.words or f"missing {value.missing}"
        yield f"value {value.side} {value.period}: {told} ({value.raw})"
