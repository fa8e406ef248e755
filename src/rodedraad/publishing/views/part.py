"""The page of a programme or theme: its goals, and under each what is done for it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup, grouped, is_promise
from rodedraad.publishing.tally import has_outcome
from rodedraad.publishing.views.common import (
    Link,
    Pages,
    Place,
    PromiseLine,
    place_of_element,
    promise_line,
    text_of,
)
from rodedraad.publishing.views.figures import IndicatorRow, MoneyRow, indicator_rows, money_rows
from rodedraad.publishing.views.findings import FindingView, finding_view
from rodedraad.publishing.words import Word, word, words

PAGED = frozenset({Kind.PROGRAMME, Kind.THEME})


class Count(Struct, frozen=True, kw_only=True):
    """An outcome and how often it occurs."""

    key: str
    word: str
    count: int
    confirmed: int


class GoalView(Struct, frozen=True, kw_only=True):
    """A goal (or none) with the activities under it."""

    goal: PromiseLine | None
    activities: tuple[PromiseLine, ...]


class PartPage(Struct, frozen=True, kw_only=True):
    """A programme or theme as shown."""

    title: str
    kind: str
    organisation: str
    document: Link
    above: tuple[Link, ...]
    below: tuple[Link, ...]
    place: Place | None
    in_document: str
    total: int
    confirmed: int
    counts: tuple[Count, ...]
    goals: tuple[GoalView, ...]
    indicators: tuple[IndicatorRow, ...]
    money: tuple[MoneyRow, ...]
    texts: tuple[Link, ...]
    findings: tuple[FindingView, ...]


def parts(document: Document) -> Iterator[Element]:
    """Yield the elements of a document that have a page of their own."""
    return (one for one in document.elements if one.kind in PAGED)


def part_page(pages: Pages, document: Document, element: Element) -> PartPage:
    """Return what the page of a programme or theme shows."""
    lookup = pages.lookup
    pointer = Pointer(document=document.id, element=element.id)
    inside = tuple(lookup.below(pointer))
    tally = _tally(pages, document, inside)
    own = _document_of(document, inside)
    return PartPage(
        title=text_of(element),
        kind=word("kind", element.kind.value),
        organisation=document.organisation.name,
        document=Link(text=document.title, href=addresses.document(document.id)),
        above=_links(document, lookup.above(pointer)),
        below=_links(document, inside),
        place=place_of_element(lookup, pointer),
        in_document=addresses.line(document.id, element.id),
        total=sum(one.count for one in tally),
        confirmed=sum(one.confirmed for one in tally),
        counts=tally,
        goals=tuple(_goals(pages, document, inside)),
        indicators=indicator_rows(lookup, own),
        money=money_rows(lookup, own),
        texts=_around(document, inside),
        findings=tuple(_findings(lookup, document, (element, *inside))),
    )


def _document_of(document: Document, inside: tuple[Element, ...]) -> Document:
    """Return the document with only these elements, for the tables of figures."""
    kept = {one.id for one in inside}
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
        Link(text=text_of(one), href=addresses.part(document.id, one.id))
        for one in elements
        if one.kind in PAGED
    )


def _tally(pages: Pages, document: Document, inside: tuple[Element, ...]) -> tuple[Count, ...]:
    pointers = [Pointer(document=document.id, element=one.id) for one in inside if is_promise(one)]
    fates = grouped(
        (one for one in pointers if has_outcome(pages.lookup, one)),
        lambda one: pages.fates.of(one).outcome.value,
    )
    ordered: Iterable[Word] = words("outcome").values()
    return tuple(
        Count(
            key=one.key,
            word=one.word,
            count=len(fates[one.key]),
            confirmed=sum(map(pages.fates.is_confirmed_at, fates[one.key])),
        )
        for one in ordered
        if one.key in fates
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
        yield GoalView(goal=_line(pages, document, goal), activities=_lines(pages, document, below))
    loose = [one for one in inside if _is_activity(one) and one.id not in taken]
    if loose:
        yield GoalView(goal=None, activities=_lines(pages, document, loose))


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


def _findings(lookup: Lookup, document: Document, elements: Iterable[Element]) -> Iterator[FindingView]:
    for one in elements:
        for finding in lookup.findings_of(Pointer(document=document.id, element=one.id)):
            yield finding_view(lookup, finding)
