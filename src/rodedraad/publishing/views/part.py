"""The page of a programme or theme: its goals, and under each what is done for it."""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from rodedraad.linking.shelf import PLACES
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup, is_promise
from rodedraad.publishing.views.common import (
    Link,
    Pages,
    Place,
    PromiseLine,
    home_of,
    place_of,
    place_of_element,
    promise_line,
    text_of,
)
from rodedraad.publishing.views.counts import Count, counts_of, under
from rodedraad.publishing.views.figures import IndicatorRow, MoneyRow, indicator_rows, money_rows
from rodedraad.publishing.views.findings import FindingView, finding_view
from rodedraad.publishing.words import word

PARTIES = frozenset({"organisation", "region"})


class Below(Struct, frozen=True, kw_only=True):
    """A programme, theme or goal that stands under another, with what came of the promises in it."""

    text: str
    href: str
    kind: str
    depth: int
    total: int
    counts: tuple[Count, ...]


class Party(Struct, frozen=True, kw_only=True):
    """Whom the text names, where that stands, and its place among all parties."""

    name: str
    href: str
    place: Place


class GoalView(Struct, frozen=True, kw_only=True):
    """A goal (or none) with the activities under it."""

    goal: PromiseLine | None
    page: str
    counts: tuple[Count, ...]
    activities: tuple[PromiseLine, ...]


class PartPage(Struct, frozen=True, kw_only=True):
    """A programme or theme as shown."""

    title: str
    kind: str
    organisation: str
    document: Link
    above: tuple[Link, ...]
    below: tuple[Below, ...]
    thread: str
    remits: tuple[Link, ...]
    place: Place | None
    in_document: str
    total: int
    confirmed: int
    counts: tuple[Count, ...]
    goals: tuple[GoalView, ...]
    indicators: tuple[IndicatorRow, ...]
    money: tuple[MoneyRow, ...]
    parties: tuple[Party, ...]
    texts: tuple[Link, ...]
    findings: tuple[FindingView, ...]


def parts(document: Document) -> Iterator[Element]:
    """Yield the elements of a document that have a page of their own: programmes, themes, promised goals."""
    return (one for one in document.elements if has_page(one))


def has_page(element: Element) -> bool:
    """Return whether an element has a page of its own."""
    return element.kind in PLACES or (element.kind is Kind.GOAL and is_promise(element))


def part_page(pages: Pages, document: Document, element: Element) -> PartPage:
    """Return what the page of a programme or theme shows."""
    lookup = pages.lookup
    pointer = Pointer(document=document.id, element=element.id)
    inside = tuple(lookup.below(pointer))
    tally = counts_of(pages, under(pages, pointer))
    own = document_of(document, under(pages, pointer))
    return PartPage(
        title=text_of(element),
        kind=word("kind", element.kind.value),
        organisation=document.organisation.name,
        document=Link(text=document.title, href=addresses.document(document.id)),
        above=_links(document, lookup.above(pointer)),
        below=tuple(below(pages, pointer)),
        thread=home_of(lookup, pointer) if element.kind is Kind.GOAL else "",
        remits=tuple(Link(text=one.name, href=addresses.remit(one.key)) for one in pages.remits.of(pointer)),
        place=place_of_element(lookup, pointer),
        in_document=addresses.line(document.id, element.id),
        total=sum(one.count for one in tally),
        confirmed=sum(one.confirmed for one in tally),
        counts=tally,
        goals=tuple(_goals(pages, document, inside)),
        indicators=indicator_rows(lookup, own),
        money=money_rows(lookup, own),
        parties=tuple(parties(lookup, document, inside)),
        texts=_around(document, inside),
        findings=tuple(_findings(lookup, document, (element, *inside))),
    )


def document_of(document: Document, elements: Collection[Pointer]) -> Document:
    """Return the document with only these of its elements, for the tables of figures."""
    kept = {one.element for one in elements if one.document == document.id}
    return Document(
        id=document.id,
        organisation=document.organisation,
        kind=document.kind,
        year=document.year,
        title=document.title,
        adopted=document.adopted,
        elements=tuple(one for one in document.elements if one.id in kept),
    )


def _links(document: Document, elements: Iterable[Element]) -> tuple[Link, ...]:
    return tuple(
        Link(text=text_of(one), href=addresses.part(document.id, one.id)) for one in elements if has_page(one)
    )


def below(pages: Pages, pointer: Pointer) -> Iterator[Below]:
    """Yield the programmes and themes under an element, with how deep they stand."""
    highest = sum(one.kind in PLACES for one in pages.lookup.above(pointer))
    for at in under(pages, pointer)[1:]:
        element = pages.lookup.elements[at]
        if element.kind in PLACES:
            counts = counts_of(pages, under(pages, at))
            yield Below(
                text=text_of(element),
                href=addresses.part(at.document, at.element),
                kind=word("kind", element.kind.value),
                depth=sum(one.kind in PLACES for one in pages.lookup.above(at)) - highest,
                total=sum(one.count for one in counts),
                counts=counts,
            )


def _goals(pages: Pages, document: Document, inside: tuple[Element, ...]) -> Iterator[GoalView]:
    goals = [one for one in inside if one.kind is Kind.GOAL and is_promise(one)]
    taken: set[str] = set()
    for goal in goals:
        below = [
            one
            for one in pages.lookup.below(Pointer(document=document.id, element=goal.id))
            if _is_activity(one)
        ]
        taken |= {one.id for one in below}
        yield GoalView(
            goal=_line(pages, document, goal),
            page=addresses.part(document.id, goal.id),
            counts=counts_of(pages, [Pointer(document=document.id, element=one.id) for one in below]),
            activities=_lines(pages, document, below),
        )
    loose = [one for one in inside if _is_activity(one) and one.id not in taken]
    if loose:
        yield GoalView(goal=None, page="", counts=(), activities=_lines(pages, document, loose))


def _is_activity(element: Element) -> bool:
    return element.kind is Kind.ACTIVITY and is_promise(element)


def _lines(pages: Pages, document: Document, elements: Iterable[Element]) -> tuple[PromiseLine, ...]:
    return tuple(_line(pages, document, one) for one in elements)


def _line(pages: Pages, document: Document, element: Element) -> PromiseLine:
    return promise_line(pages, Pointer(document=document.id, element=element.id))


def _around(document: Document, inside: tuple[Element, ...]) -> tuple[Link, ...]:
    """Return the partners, risks and relations: what the promises depend on."""
    return tuple(
        Link(text=f"{word('kind', one.kind.value)}: {text_of(one)}", href=addresses.line(document.id, one.id))
        for one in inside
        if one.kind in {Kind.PARTNER, Kind.RISK, Kind.RELATION}
    )


def parties(lookup: Lookup, document: Document, inside: tuple[Element, ...]) -> Iterator[Party]:
    """Yield each organisation and region that the elements name, once, where it is first named."""
    named = {
        one.name.casefold(): one
        for element in reversed(inside)
        for one in reversed(element.refs)
        if one.kind in PARTIES
    }
    for one in sorted(named.values(), key=lambda ref: ref.evidence):
        yield Party(
            name=one.name, href=addresses.party(one.name), place=place_of(lookup, document.id, one.evidence)
        )


def _findings(lookup: Lookup, document: Document, elements: Iterable[Element]) -> Iterator[FindingView]:
    for one in elements:
        for finding in lookup.findings_of(Pointer(document=document.id, element=one.id)):
            yield finding_view(lookup, finding)
