"""The pages over documents and years: programmes and portfolios, questions to ask, comparisons."""

from collections.abc import Iterator

from rodedraad.publishing import addresses
from rodedraad.publishing.calendar import calendar
from rodedraad.publishing.render import Site, render
from rodedraad.publishing.spread import File
from rodedraad.publishing.views.common import Pages
from rodedraad.publishing.views.comparison import ComparisonPage, by_organisation
from rodedraad.publishing.views.glossary import glossary_page
from rodedraad.publishing.views.lists import deadline_events, deadline_page
from rodedraad.publishing.views.questions import question_sheets, sheet_groups
from rodedraad.publishing.views.remit import remit_groups, remit_page


def overview_files(pages: Pages, site: Site, comparisons: tuple[ComparisonPage, ...]) -> Iterator[File]:
    """Yield the pages of every programme and portfolio, what can be asked, and lists of such pages."""
    yield render("remits.html", addresses.REMITS, site, remit_groups(pages))
    for remit in pages.remits.all:
        yield render("remit.html", addresses.remit(remit.key), site, remit_page(pages, remit))
    yield render("comparisons.html", addresses.COMPARISONS, site, by_organisation(comparisons))
    yield render("glossary.html", addresses.GLOSSARY, site, glossary_page(pages.lookup, site.glossary))
    if site.is_original:
        yield from _calendar(pages)
    sheets = tuple(question_sheets(pages))
    yield render("question_sheets.html", addresses.QUESTIONS, site, sheet_groups(sheets))
    for sheet in sheets:
        yield render("questions.html", sheet.address, site, sheet)


def _calendar(pages: Pages) -> Iterator[File]:
    """Yield the deadlines as a calendar; none where there are none, for a calendar may not be empty."""
    build = pages.lookup.build
    events = tuple(deadline_events(deadline_page(pages), build.dossier.address or ""))
    if events:
        made = calendar(build.dossier.title, events, build.manifest.stamp, build.manifest.version)
        yield addresses.CALENDAR, made
