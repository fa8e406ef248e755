"""A programme or portfolio through the years: what came of its promises, year by year and part by part."""

from collections.abc import Iterator

from msgspec import Struct

from rodedraad.model.document import Document
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import grouped
from rodedraad.publishing.remits import Remit
from rodedraad.publishing.reports import oldest
from rodedraad.publishing.tally import Tally
from rodedraad.publishing.views.balance import BalanceView, balance_view
from rodedraad.publishing.views.common import Link, Pages, Place, place_of_element, text_of
from rodedraad.publishing.views.counts import Count, counts_of, under
from rodedraad.publishing.views.figures import IndicatorRow, MoneyRow, indicator_rows, money_rows
from rodedraad.publishing.views.part import Below, Party, below, document_of, parties
from rodedraad.publishing.views.taakvelden import taakveld_link


class YearView(Struct, frozen=True, kw_only=True):
    """The balance of one year, with the documents that it counts over."""

    year: int
    documents: tuple[Link, ...]
    balance: BalanceView


class PlaceView(Struct, frozen=True, kw_only=True):
    """Where a document has the programme or portfolio: its page, its parts, and its counts."""

    text: str
    href: str
    place: Place | None
    counts: tuple[Count, ...]
    below: tuple[Below, ...]


class DocumentPlaces(Struct, frozen=True, kw_only=True):
    """The places of one document."""

    document: Link
    places: tuple[PlaceView, ...]


class RemitPage(Struct, frozen=True, kw_only=True):
    """A programme or portfolio as shown; `now` is the newest year that was reported on."""

    title: str
    sort: str
    organisation: str
    questions: Link
    now: YearView | None
    years: tuple[YearView, ...]
    documents: tuple[DocumentPlaces, ...]
    without: tuple[Link, ...]
    figures: str
    indicators: tuple[IndicatorRow, ...]
    money: tuple[MoneyRow, ...]
    taakvelden: tuple[Link, ...]
    parties: tuple[Party, ...]
    risks: int


class RemitLine(Struct, frozen=True, kw_only=True):
    """A programme or portfolio in the list of all."""

    text: str
    href: str
    questions: str
    asked: int
    now: YearView | None


class RemitGroup(Struct, frozen=True, kw_only=True):
    """The programmes and portfolios of an organisation, and how many promises no portfolio answers for."""

    organisation: str
    programmes: tuple[RemitLine, ...]
    portfolios: tuple[RemitLine, ...]
    unheld: int


def remit_page(pages: Pages, remit: Remit) -> RemitPage:
    """Return what the page of a programme or portfolio shows."""
    years = tuple(_year(pages, one) for one in pages.tallies.remits[remit.key])
    newest = pages.lookup.document(
        max(remit.places, key=lambda at: pages.lookup.position[at.document]).document
    )
    with_figures = _newest_with_figures(pages, remit)
    return RemitPage(
        title=remit.name,
        sort=remit.sort,
        organisation=remit.organisation,
        questions=Link(
            text=str(len(pages.questions.about(remit.elements))), href=addresses.questions(remit.key)
        ),
        now=_now(pages, remit, years),
        years=years,
        documents=tuple(_documents(pages, remit)),
        without=tuple(_document_link(pages, one) for one in remit.without),
        figures=with_figures.title if with_figures else "",
        indicators=indicator_rows(pages.lookup, with_figures) if with_figures else (),
        money=money_rows(pages.lookup, with_figures) if with_figures else (),
        taakvelden=tuple(_taakvelden(pages, remit)),
        parties=tuple(parties(pages.lookup, newest, document_of(newest, remit.elements).elements)),
        risks=sum(pages.lookup.elements[at].kind is Kind.RISK for at in remit.elements),
    )


def remit_groups(pages: Pages) -> tuple[RemitGroup, ...]:
    """Return all programmes and portfolios by organisation, without those that promise nothing."""
    counted = [one for one in pages.remits.all if any(year.total for year in pages.tallies.remits[one.key])]
    return tuple(
        RemitGroup(
            organisation=name,
            programmes=tuple(_line(pages, one) for one in own if one.sort == "programma"),
            portfolios=tuple(_line(pages, one) for one in own if one.sort == "portefeuille"),
            unheld=_unheld(pages, name, own),
        )
        for name, own in grouped(counted, lambda one: one.organisation).items()
    )


def _line(pages: Pages, remit: Remit) -> RemitLine:
    years = tuple(_year(pages, one) for one in pages.tallies.remits[remit.key])
    return RemitLine(
        text=remit.name,
        href=addresses.remit(remit.key),
        questions=addresses.questions(remit.key),
        asked=len(pages.questions.about(remit.elements)),
        now=_now(pages, remit, years),
    )


def _unheld(pages: Pages, organisation: str, remits: tuple[Remit, ...]) -> int:
    """Return how many counted promises of an organisation stand under no portfolio."""
    held = {at for one in remits if one.sort == "portefeuille" for at in one.elements}
    return sum(
        one not in held
        for one in pages.tallies.counted
        if pages.lookup.document(one.document).organisation.name == organisation
    )


def _now(pages: Pages, remit: Remit, years: tuple[YearView, ...]) -> YearView | None:
    """Return the newest year that the organisation reported on, else the newest with promises."""
    code = pages.lookup.document(remit.places[0].document).organisation.code
    reported = pages.tallies.reported(code)
    told = [one for one in years if one.balance.total and (reported is None or one.year <= reported.year)]
    return next(iter(told or [one for one in years if one.balance.total]), None)


def _year(pages: Pages, tally: Tally) -> YearView:
    return YearView(
        year=tally.year,
        documents=tuple(_document_link(pages, one) for one in tally.documents),
        balance=balance_view(tally),
    )


def _document_link(pages: Pages, identity: str) -> Link:
    return Link(text=pages.lookup.document(identity).title, href=addresses.document(identity))


def _documents(pages: Pages, remit: Remit) -> Iterator[DocumentPlaces]:
    """Yield the documents that have it, the newest first."""
    by_document = grouped(remit.places, lambda at: at.document)
    for identity in sorted(by_document, key=lambda one: -pages.lookup.position[one]):
        yield DocumentPlaces(
            document=_document_link(pages, identity),
            places=tuple(_place(pages, at) for at in by_document[identity]),
        )


def _place(pages: Pages, place: Pointer) -> PlaceView:
    return PlaceView(
        text=text_of(pages.lookup.elements[place]),
        href=addresses.part(place.document, place.element),
        place=place_of_element(pages.lookup, place),
        counts=counts_of(pages, under(pages, place)),
        below=tuple(below(pages, place)),
    )


def _taakvelden(pages: Pages, remit: Remit) -> Iterator[Link]:
    """Yield the taakvelden that its documents name, where the newest report by taakveld has them."""
    code = pages.lookup.document(remit.places[0].document).organisation.code
    named = {
        oldest(one.taakveld)
        for at in remit.elements
        for one in pages.lookup.elements[at].amounts
        if one.taakveld
    }
    for report in pages.reports.get(code, ())[:1]:
        for line in report.lines:
            if oldest(line.taakveld) in named:
                yield taakveld_link(report, line)


def _newest_with_figures(pages: Pages, remit: Remit) -> Document | None:
    """Return the newest document with indicators or money of a remit, without all that is not of it."""
    for document in reversed(pages.lookup.build.documents):
        own = document_of(document, remit.elements)
        if indicator_rows(pages.lookup, own) or money_rows(pages.lookup, own):
            return own
    return None
