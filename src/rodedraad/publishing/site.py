"""The pages of the site, kind by kind."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import resources
from itertools import islice
from typing import Any, Final, TypeVar

from msgspec import Struct

from rodedraad.model.document import Document
from rodedraad.model.findings import Finding
from rodedraad.model.theme import Theme
from rodedraad.model.threads import Thread
from rodedraad.publishing import addresses
from rodedraad.publishing.feeds.files import feed_files
from rodedraad.publishing.former import former_files
from rodedraad.publishing.language.spoken import spoken_in
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.opendata import lists as exports
from rodedraad.publishing.opendata.table import Table, csv_bytes
from rodedraad.publishing.opendata.thread import thread_json
from rodedraad.publishing.overviews import overview_files
from rodedraad.publishing.render import Site, in_language, render, site_of
from rodedraad.publishing.search import findable, search_files, search_pages
from rodedraad.publishing.spread import File, Part, Spread, one_by_one
from rodedraad.publishing.tally import Tally
from rodedraad.publishing.theming.sheet import style_sheet
from rodedraad.publishing.views import lists
from rodedraad.publishing.views.about import about_page
from rodedraad.publishing.views.changes import changes_page
from rodedraad.publishing.views.common import Pages
from rodedraad.publishing.views.comparison import ComparisonPage, comparison_pages
from rodedraad.publishing.views.coverage import coverage_page
from rodedraad.publishing.views.dictionary import dictionary_page
from rodedraad.publishing.views.document import document_pages
from rodedraad.publishing.views.findings import answering_page, finding_groups, finding_view
from rodedraad.publishing.views.front import front_page
from rodedraad.publishing.views.indicator import indicator_pages
from rodedraad.publishing.views.indicators import indicator_lists
from rodedraad.publishing.views.money import money_pages
from rodedraad.publishing.views.part import part_page, parts
from rodedraad.publishing.views.parties import party_rows
from rodedraad.publishing.views.risks import risk_groups
from rodedraad.publishing.views.source import source_page
from rodedraad.publishing.views.taakvelden import report_links, taakveld_pages
from rodedraad.publishing.views.thread import thread_page
from rodedraad.publishing.views.wording import wording_page

STATIC = ("theme.css", "style.css", "tables.js")
PORTION: Final = 100
"""So many threads or findings are made together: small enough to share out, large enough to be worth it."""

One = TypeVar("One")


class Listing(Struct, frozen=True, kw_only=True):
    """A list page: its template and address, its rows, how they are exported, and what it leads to."""

    template: str
    address: str
    rows: Any
    export: Callable[[Any], Table]
    beside: Any = ()


Family = Callable[[], Iterable[Listing]]


def site_files(pages: Pages, tables: Sequence[Table], spread: Spread = one_by_one) -> Iterator[File]:
    """Yield every file of the site but the open data; `spread` says where its parts are made."""
    site = site_of(pages.lookup)
    yield from _static()
    yield from _theme(pages.lookup.build.dossier.theme or Theme())
    yield from page_files(pages, site, tables, spread)
    found = findable(pages)
    for language in site.languages:
        yield from spoken_in(language, search_pages(pages, in_language(site, language), found))
    yield from search_files(found)


def page_files(
    pages: Pages, site: Site, tables: Sequence[Table], spread: Spread = one_by_one
) -> Iterator[File]:
    """Yield the pages in every language, and the lists, feeds and data that stand beside those in Dutch."""
    sites = tuple(in_language(site, one) for one in site.languages)
    for one in sites:
        yield from _told(one, partial(_front, pages, one))
    spoken = (part for one in sites for part in _spoken(pages, one, tables))
    yield from spread((*_shared(pages, site), *spoken))


def _front(pages: Pages, site: Site) -> Iterator[File]:
    yield render("front.html", addresses.FRONT, site, front_page(pages))


def _shared(pages: Pages, site: Site) -> Iterator[Part]:
    """Yield the parts that all languages share: feeds, and the texts as they were read."""
    yield partial(feed_files, pages, site.owner)
    yield from (partial(_sources, pages, site, document) for document in pages.lookup.build.documents)


def _spoken(pages: Pages, site: Site, tables: Sequence[Table]) -> Iterator[Part]:
    """Yield the parts in the language of a site, each made while that language is spoken."""
    return (partial(_told, site, part) for part in _parts(pages, site, tables))


def _told(site: Site, part: Part) -> Iterator[File]:
    yield from spoken_in(site.spoken, iter(part()))


def _parts(pages: Pages, site: Site, tables: Sequence[Table]) -> Iterator[Part]:
    """Yield the parts of the site that can be made by themselves; what all share, the front page has made."""
    lookup = pages.lookup
    yield partial(_about, pages, site, tables)
    yield from (partial(_threads, pages, site, some) for some in _in_portions(lookup.threads.values()))
    yield partial(_changes, pages, site)
    yield from (
        partial(_findings, pages, site, some) for some in _in_portions(lookup.build.findings.findings)
    )
    yield partial(former_files, pages, site)
    yield partial(_comparisons, pages, site)
    yield from (partial(_document, pages, site, document) for document in lookup.build.documents)
    yield from (partial(_listed, site, family) for family in _families(pages))
    if site.preview:
        yield partial(_answering, pages, site)


def _in_portions(several: Iterable[One]) -> Iterator[tuple[One, ...]]:
    left = iter(several)
    while portion := tuple(islice(left, PORTION)):
        yield portion


def _about(pages: Pages, site: Site, tables: Sequence[Table]) -> Iterator[File]:
    yield render("about.html", addresses.ABOUT, site, about_page(pages.lookup, tables))
    yield render("coverage.html", addresses.COVERAGE, site, coverage_page(pages.lookup))
    yield render("dictionary.html", addresses.DICTIONARY, site, dictionary_page(pages.lookup.build, tables))


def _comparisons(pages: Pages, site: Site) -> Iterator[File]:
    made = comparison_pages(pages)
    yield from overview_files(pages, site, made)
    yield from _listed(site, lambda: _compared(made))


def _answering(pages: Pages, site: Site) -> Iterator[File]:
    yield render("answering.html", addresses.ANSWERING, site, answering_page(pages.lookup))
    if site.is_original:
        yield "robots.txt", b"User-agent: *\nDisallow: /\n"


def _theme(theme: Theme) -> Iterator[File]:
    if theme.light or theme.dark:
        yield addresses.THEME, style_sheet(theme).encode()
    if theme.logo:
        yield addresses.LOGO, theme.logo.encode()


def _static() -> Iterator[File]:
    folder = resources.files(__package__).joinpath("static")
    for name in STATIC:
        yield f"static/{name}", folder.joinpath(name).read_bytes()


def _threads(pages: Pages, site: Site, threads: Iterable[Thread]) -> Iterator[File]:
    for thread in threads:
        yield render("thread.html", addresses.thread(thread.id), site, thread_page(pages, thread))
        if site.is_original:
            yield addresses.thread_data(thread.id), thread_json(pages.lookup, thread)


def _findings(pages: Pages, site: Site, findings: Iterable[Finding]) -> Iterator[File]:
    for one in findings:
        yield render("finding.html", addresses.finding(one.id), site, finding_view(pages.lookup, one))


def _changes(pages: Pages, site: Site) -> Iterator[File]:
    codes = dict.fromkeys(one.organisation.code for one in pages.lookup.build.documents)
    for basis in filter(None, map(pages.tallies.reported, codes)):
        view = changes_page(pages, basis)
        if view:
            yield render("changes.html", view.address, site, view)


def _document(pages: Pages, site: Site, document: Document) -> Iterator[File]:
    for selection, view in document_pages(pages, document).items():
        address = addresses.document(document.id, selection)
        yield render("document.html", address, site, view, document=document)
    for part in parts(document):
        yield render(
            "part.html", addresses.part(document.id, part.id), site, part_page(pages, document, part)
        )


def _sources(pages: Pages, site: Site, document: Document) -> Iterator[File]:
    for number in range(len(document.sources)):
        address = addresses.source(document.id, number)
        view = source_page(pages.lookup, document, number)
        yield render("source.html", address, site, view, translated=False)


def _families(pages: Pages) -> Iterator[Family]:
    """Yield what makes the list pages, in families that can be made by themselves."""
    yield partial(_overviews, pages)
    yield partial(_indicators, pages.lookup)
    yield partial(_money, pages)
    by_remit = (tally for years in pages.tallies.remits.values() for tally in years)
    for tally in (*pages.tallies.years.values(), *pages.tallies.documents.values(), *by_remit):
        yield partial(_outcomes, pages, tally)


def _overviews(pages: Pages) -> Iterator[Listing]:
    yield Listing(
        template="promises.html",
        address=addresses.PROMISES,
        rows=lists.year_tallies(pages),
        export=exports.tally_table,
    )
    yield Listing(
        template="shifts.html",
        address=addresses.SHIFTS,
        rows=lists.shift_rows(pages),
        export=exports.shift_table,
    )
    yield Listing(
        template="wording.html",
        address=addresses.WORDING,
        rows=wording_page(pages),
        export=exports.wording_table,
    )
    yield Listing(
        template="deadlines.html",
        address=addresses.DEADLINES,
        rows=lists.deadline_page(pages),
        export=lambda page: exports.deadline_table(page.groups),
    )
    yield Listing(
        template="parties.html",
        address=addresses.PARTIES,
        rows=party_rows(pages),
        export=exports.party_table,
    )
    yield Listing(
        template="risks.html",
        address=addresses.RISKS,
        rows=risk_groups(pages),
        export=exports.risk_table,
    )
    yield Listing(
        template="findings.html",
        address=addresses.FINDINGS,
        rows=finding_groups(pages.lookup),
        export=exports.finding_table,
    )


def _indicators(lookup: Lookup) -> Iterable[Listing]:
    for one in indicator_lists(lookup):
        yield Listing(
            template="indicators.html",
            address=addresses.indicators(one.gap) if one.gap else addresses.INDICATORS,
            rows=one,
            export=exports.indicator_table,
        )
    for page in indicator_pages(lookup):
        yield Listing(template="indicator.html", address=page.href, rows=page, export=exports.reading_table)


def _money(pages: Pages) -> Iterable[Listing]:
    shown = money_pages(pages.lookup)
    yield Listing(
        template="money.html",
        address=addresses.MONEY,
        rows=shown,
        export=exports.money_table,
        beside=report_links(pages),
    )
    for one in shown:
        yield Listing(
            template="moneyprogramme.html",
            address=one.href,
            rows=one,
            export=lambda page: exports.money_table([page]),
        )
    for report in taakveld_pages(pages):
        yield Listing(
            template="taakvelden.html", address=report.href, rows=report, export=exports.taakveld_table
        )


def _compared(comparisons: Iterable[ComparisonPage]) -> Iterator[Listing]:
    for one in comparisons:
        yield Listing(
            template="comparison.html", address=one.address, rows=one, export=exports.comparison_table
        )


def _outcomes(pages: Pages, tally: Tally) -> Iterator[Listing]:
    for outcome, _ in tally.groups:
        yield Listing(
            template="outcome.html",
            address=addresses.outcome(tally.scope, outcome.value),
            rows=lists.outcome_list(pages, tally, outcome.value),
            export=lambda view: exports.promise_table(view.promises),
        )


def _listed(site: Site, family: Family) -> Iterator[File]:
    for listing in family():
        export = addresses.beside(listing.address, "lijst.csv")
        yield render(
            listing.template,
            listing.address,
            site,
            listing.rows,
            export=site.shared + export,
            beside=listing.beside,
        )
        if site.is_original:
            yield export, csv_bytes(listing.export(listing.rows))
