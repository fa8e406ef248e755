"""The front page: what was promised, and what came of it."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.model.document import Document, Organisation
from rodedraad.model.terms import DocumentKind, Effect
from rodedraad.model.threads import Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.outcome import Fate
from rodedraad.publishing.shown import counted, number
from rodedraad.publishing.tally import Tally, is_asked_after
from rodedraad.publishing.timeline import Timeline
from rodedraad.publishing.views.balance import BalanceView, balance_view
from rodedraad.publishing.views.changes import Reworded, changes_page
from rodedraad.publishing.views.common import Link, Pages, PromiseLine, StatusView, status_of, title_of
from rodedraad.publishing.views.figures import IndicatorRow, MoneyRow, indicator_rows, money_rows
from rodedraad.publishing.views.lists import ShiftRow
from rodedraad.publishing.views.taakvelden import report_link
from rodedraad.publishing.views.thread import line_of
from rodedraad.publishing.views.wording import newest_first
from rodedraad.publishing.words import word

MOST_NEWS, SOME_FIGURES = 6, 8
SPENT: Final = "lasten"


class News(Struct, frozen=True, kw_only=True):
    """A thread with news: title, time line, last status."""

    title: str
    href: str
    line: Timeline
    status: StatusView
    news: tuple[str, ...]


class DocumentCard(Struct, frozen=True, kw_only=True):
    """A document with its balance."""

    title: str
    href: str
    kind: str
    balance: BalanceView


class DocumentYear(Struct, frozen=True, kw_only=True):
    """The documents of one year."""

    year: int
    documents: tuple[DocumentCard, ...]


class Changes(Struct, frozen=True, kw_only=True):
    """What changed since a document, and the page with the lists."""

    since: str
    href: str
    shifts: str
    reworded: str
    new: str
    confirmed: str


class Weakened(Struct, frozen=True, kw_only=True):
    """How many promises of an organisation became weaker, and of how many a person confirmed the thread."""

    count: str
    confirmed: str


class OrganisationView(Struct, frozen=True, kw_only=True):
    """What the front page says of one organisation."""

    name: str
    anchor: str
    headline: str
    basis: tuple[Link, ...]
    balance: BalanceView | None
    questions: Link
    changes: Changes | None
    weakened: Weakened | None
    news: tuple[News, ...]
    years: tuple[DocumentYear, ...]
    indicators: tuple[IndicatorRow, ...]
    indicators_known: int
    indicators_total: int
    money: tuple[MoneyRow, ...]
    reports: tuple[Link, ...]


class FrontPage(Struct, frozen=True, kw_only=True):
    """The front page as shown."""

    organisations: tuple[OrganisationView, ...]


def front_page(pages: Pages) -> FrontPage:
    """Return what the front page shows: one section an organisation."""
    documents = grouped(pages.lookup.build.documents, lambda one: one.organisation.code)
    named = [
        documents[one.code][0].organisation
        for one in pages.lookup.build.dossier.organisations
        if one.code in documents
    ]
    others = [group[0].organisation for group in documents.values() if group[0].organisation not in named]
    return FrontPage(
        organisations=tuple(_organisation(pages, one, documents[one.code]) for one in (*named, *others))
    )


def _organisation(
    pages: Pages, organisation: Organisation, documents: tuple[Document, ...]
) -> OrganisationView:
    basis = pages.tallies.reported(organisation.code)
    figures = _newest_with_figures(pages.lookup, documents)
    indicators = indicator_rows(pages.lookup, figures) if figures else ()
    return OrganisationView(
        name=organisation.name,
        anchor=f"organisatie-{addresses.safe(organisation.code)}",
        headline=_headline(basis),
        basis=_links(pages.lookup, basis) if basis else (),
        balance=balance_view(basis) if basis else None,
        questions=_questions(pages, organisation, documents),
        changes=_changes(pages, basis) if basis else None,
        weakened=_weakened(pages, organisation),
        news=_news(pages, organisation),
        years=_years(pages, documents),
        indicators=indicators[:SOME_FIGURES],
        indicators_known=sum(row.known for row in indicators),
        indicators_total=len(indicators),
        money=_money(pages, documents),
        reports=tuple(map(report_link, pages.reports.get(organisation.code, ()))),
    )


def _money(pages: Pages, documents: tuple[Document, ...]) -> tuple[MoneyRow, ...]:
    """Return what was budgeted and spent in the newest year that has both."""
    tables = (money_rows(pages.lookup, one) for one in reversed(documents))
    newest = next((rows for rows in tables if rows), ())
    return tuple(one for one in newest if one.what == SPENT)[:SOME_FIGURES] or newest[:SOME_FIGURES]


def _questions(pages: Pages, organisation: Organisation, documents: tuple[Document, ...]) -> Link:
    chosen = pages.questions.about(pages.lookup.elements_of(documents))
    return Link(text=str(len(chosen)), href=addresses.questions(organisation.code))


def _headline(basis: Tally | None) -> str:
    if basis is None:
        return say("Er is nog niets gelezen.")
    return say(
        "In {year} beloofde de gemeente {things}.",
        year=basis.year,
        things=counted(basis.total, "ding", "dingen"),
    )


def _links(lookup: Lookup, basis: Tally) -> tuple[Link, ...]:
    return tuple(
        Link(text=lookup.document(one).title, href=addresses.document(one)) for one in basis.documents
    )


def _newest_with_figures(lookup: Lookup, documents: tuple[Document, ...]) -> Document | None:
    """Return the newest report with indicators, or else the newest plan with indicators."""
    with_figures = [one for one in documents if indicator_rows(lookup, one)]
    reports = [
        one for one in with_figures if one.kind in {DocumentKind.JAARSTUKKEN, DocumentKind.TUSSENRAPPORTAGE}
    ]
    return next(reversed(reports or with_figures), None)


def _changes(pages: Pages, basis: Tally) -> Changes | None:
    page = changes_page(pages, basis)
    if page is None:
        return None
    return Changes(
        since=page.since.text,
        href=page.address,
        shifts=counted(len(page.shifts), "termijn verschoven", "termijnen verschoven"),
        reworded=counted(len(page.reworded), "belofte anders verwoord", "beloften anders verwoord"),
        new=counted(len(page.new), "belofte nieuw", "beloften nieuw"),
        confirmed=number(_confirmed(page.shifts, page.reworded, page.new)),
    )


def _confirmed(*lists: Sequence[ShiftRow | Reworded | PromiseLine]) -> int:
    return sum(row.confirmed for rows in lists for row in rows)


def _weakened(pages: Pages, organisation: Organisation) -> Weakened | None:
    lookup = pages.lookup
    own = {
        one.thread
        for one in newest_first(lookup)
        if one.effect is Effect.WEAKER
        and lookup.document(one.now.document).organisation.code == organisation.code
    }
    if not own:
        return None
    return Weakened(
        count=counted(len(own), "belofte zachter verwoord", "beloften zachter verwoord"),
        confirmed=number(sum(pages.fates.is_confirmed(lookup.threads[one]) for one in own)),
    )


def _news(pages: Pages, organisation: Organisation) -> tuple[News, ...]:
    lookup = pages.lookup
    own = [
        thread
        for thread in lookup.threads.values()
        if lookup.document(thread.members[0].document).organisation.code == organisation.code
        and is_asked_after(lookup, thread)
    ]
    most_first = sorted(own, key=lambda thread: (-_weight(pages, thread), thread.id))
    return tuple(_news_of(pages, thread) for thread in _apart(most_first)[:MOST_NEWS])


def _apart(threads: list[Thread]) -> list[Thread]:
    """Return the first of threads that begin with the same promise: the others are reached through it."""
    return list({one.members[0]: one for one in reversed(threads)}.values())[::-1]


def _weight(pages: Pages, thread: Thread) -> float:
    """Return how much there is to tell: shifts first, then documents, then a clear status."""
    documents = {one.document for one in thread.members}
    told = pages.fates.of_thread(thread).judgement is not None
    return 3 * len(pages.lookup.shifts.get(thread.id, ())) + len(documents) + told / 2


def _news_of(pages: Pages, thread: Thread) -> News:
    fate = pages.fates.of_thread(thread)
    shifts = len(pages.lookup.shifts.get(thread.id, ()))
    return News(
        title=title_of(pages.lookup, thread),
        href=addresses.thread(thread.id),
        line=line_of(pages.lookup, thread, fate.outcome),
        status=status_of(pages.lookup, fate),
        news=tuple(_news_words(pages.lookup, shifts, None if fate.judgement else pages.fates.latest(thread))),
    )


def _news_words(lookup: Lookup, shifts: int, latest: Fate | None) -> Iterator[str]:
    if latest and latest.at:
        yield f"{lookup.document(latest.at.document).title}: {word('outcome', latest.outcome.value)}"
    if shifts:
        yield counted(shifts, "keer verschoven", "keer verschoven")


def _years(pages: Pages, documents: tuple[Document, ...]) -> tuple[DocumentYear, ...]:
    by_year = grouped(documents, lambda one: one.year)
    return tuple(
        DocumentYear(year=year, documents=tuple(_card(pages, one) for one in by_year[year]))
        for year in sorted(by_year)
    )


def _card(pages: Pages, document: Document) -> DocumentCard:
    return DocumentCard(
        title=document.title,
        href=addresses.document(document.id),
        kind=word("document-kind", document.kind.value),
        balance=balance_view(pages.tallies.documents[document.id]),
    )
