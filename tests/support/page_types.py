"""Which template made a page, told by its address, so that a proof can say that it has seen them all."""

import re
from collections.abc import Iterable
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "src" / "rodedraad" / "publishing" / "templates"
WHOLE_PAGE = '{% extends "base.html" %}'
ADDRESSES = {
    "about.html": r"over/",
    "answering.html": r"antwoorden/",
    "changes.html": r"veranderd/[^/]+/",
    "comparison.html": r"vergelijk/[^/]+/[^/]+/",
    "comparisons.html": r"vergelijk/",
    "coverage.html": r"cijfers/",
    "deadlines.html": r"termijnen/",
    "dictionary.html": r"gegevens/",
    "document.html": r"document/[^/]+/(?:te-laat/|zonder-antwoord/)?",
    "finding.html": r"bevinding/[^/]+/",
    "findings.html": r"bevindingen/",
    "front.html": r"",
    "glossary.html": r"begrippen/",
    "indicator.html": r"indicator/[^/]+/",
    "indicators.html": r"indicatoren/(?:[^/]+/)?",
    "money.html": r"geld/",
    "moneyprogramme.html": r"geld/(?![^/]*-iv3-)[^/]+/",
    "outcome.html": r"beloften/[^/]+/[^/]+/",
    "part.html": r"document/[^/]+/onderdeel/[^/]+/",
    "parties.html": r"partners/",
    "promises.html": r"beloften/",
    "question_sheets.html": r"vragen/",
    "questions.html": r"vragen/[^/]+/",
    "register.html": r"trefwoorden/(?:[^/]+/)?",
    "remit.html": r"programma/[^/]+/",
    "remits.html": r"programma/",
    "risks.html": r"risicos/",
    "search.html": r"zoeken/",
    "shifts.html": r"verschuivingen/",
    "source.html": r"bron/[^/]+/[^/]+/",
    "taakvelden.html": r"geld/[^/]+-iv3-[^/]+/",
    "thread.html": r"draad/[^/]+/",
    "wording.html": r"zachter-verwoord/",
}
"""The addresses of the pages of each template, without `index.html`."""
FORMER = "former.html"
"""A page of any address, for what stands there no more."""
MARK_OF_FORMER = b'<meta name="robots" content="noindex">'
ENGLISH = "en"
REFRESH = b'http-equiv="refresh"'


def templates() -> set[str]:
    """Return the templates that make whole pages."""
    return {one.name for one in TEMPLATES.iterdir() if WHOLE_PAGE in one.read_text("utf-8")}


def pages_of(site: Path) -> list[Path]:
    """Return every page in Dutch but those that lead on to another at once; English has its own proof."""
    own = (one for one in site.rglob("*.html") if one.relative_to(site).parts[0] != ENGLISH)
    return sorted(one for one in own if REFRESH not in one.read_bytes())


def type_of(page: Path, site: Path) -> str:
    """Return the template that made a page.

    Raises:
        ValueError: no template has such an address, or more than one has.
    """
    if MARK_OF_FORMER in page.read_bytes():
        return FORMER
    address = str(page.relative_to(site)).removesuffix("index.html")
    found = [one for one, pattern in ADDRESSES.items() if re.fullmatch(pattern, address)]
    if len(found) != 1:
        raise ValueError(
            f"{found} have the address {address}; the list of addresses needs a line for its template"
        )
    return found[0]


def one_of_each_type(sites: Iterable[Path]) -> dict[str, Path]:
    """Return the largest page of each template in the first of the sites that has one."""
    found: dict[str, Path] = {}
    for site in sites:
        own: dict[str, Path] = {}
        for page in sorted(pages_of(site), key=lambda one: (one.stat().st_size, one)):
            own[type_of(page, site)] = page
        found = own | found
    return dict(sorted(found.items()))
