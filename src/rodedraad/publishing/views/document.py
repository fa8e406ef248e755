"""The page of a document: its promises and results in reading order."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from rodedraad.model.document import Document
from rodedraad.publishing import addresses
from rodedraad.publishing.language.spoken import say, shared
from rodedraad.publishing.shown import day
from rodedraad.publishing.views.balance import BalanceView, balance_view
from rodedraad.publishing.views.common import Link, Pages, document_words, source_name
from rodedraad.publishing.views.comparison import comparisons_of
from rodedraad.publishing.views.findings import FindingView
from rodedraad.publishing.views.lines import Line, choose, joined, wanted
from rodedraad.publishing.views.outline import HIGHEST, Entry, contents
from rodedraad.publishing.views.reader import Reader
from rodedraad.publishing.words import word

SELECTIONS: Final = {
    "": "alles",
    "te-laat": "alleen te laat",
    "zonder-antwoord": "alleen zonder antwoord",
}


class Selection(Struct, frozen=True, kw_only=True):
    """A choice of promises, with the page that shows it."""

    words: str
    href: str
    current: bool
    count: int | None


class DocumentPage(Struct, frozen=True, kw_only=True):
    """A document as shown."""

    title: str
    organisation: str
    kind: str
    adopted: str
    selections: tuple[Selection, ...]
    balance: BalanceView
    contents: tuple[Entry, ...]
    findings: tuple[FindingView, ...]
    lines: tuple[Line, ...]
    answered: bool
    headed: bool
    sources: tuple[Link, ...]
    compared: tuple[Link, ...]
    former: tuple[Link, ...]
    """Elements that stood here and are gone, by the id that their address names."""


def document_pages(pages: Pages, document: Document) -> dict[str, DocumentPage]:
    """Return the page of a document by selection: whole, and with only some promises."""
    reader = Reader(pages, document)
    lines = tuple(reader.lines())
    findings = reader.findings.get(None, ())
    return {one: _page(pages, document, lines, findings, one) for one in SELECTIONS}


def _page(
    pages: Pages,
    document: Document,
    lines: tuple[Line, ...],
    findings: tuple[FindingView, ...],
    selection: str,
) -> DocumentPage:
    chosen = joined(choose(lines, selection), document.title)
    shown = {line.anchor for line in chosen if line.type == "heading"}
    entries = contents(pages.lookup, document, page=addresses.document(document.id, selection))
    return DocumentPage(
        title=document.title,
        organisation=document.organisation.name,
        kind=document_words(document),
        adopted=day(document.adopted),
        selections=tuple(_selection(document, lines, one, selection) for one in SELECTIONS),
        balance=balance_view(pages.tallies.documents[document.id]),
        contents=_once(one for one in entries if one.href.rpartition("#")[2] in shown),
        findings=findings,
        lines=chosen,
        answered=any(line.answers or line.type == "result" for line in chosen),
        headed=selection == "",
        sources=_sources(document),
        compared=comparisons_of(pages, document.id),
        former=_former(pages, document) if selection == "" else (),
    )


def _former(pages: Pages, document: Document) -> tuple[Link, ...]:
    return tuple(
        Link(text=f"{word('kind', one.kind.value)} {one.element}", href=addresses.anchor(one.element))
        for one in pages.lookup.build.former.elements
        if one.document == document.id
    )


def _once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the contents without what does not tell one place from another.

    Those are the upper heading that each file of a document repeats, and the fixed headings, such as
    `Risico's`, that return under every programme.
    """
    listed = tuple(entries)
    times = Counter(entry.text for entry in listed if entry.level > HIGHEST)
    upper = [""]
    kept = []
    for entry in listed:
        if entry.level == HIGHEST and entry.text != upper[-1]:
            upper.append(entry.text)
            kept.append(entry)
        elif entry.level > HIGHEST and times[entry.text] == 1:
            kept.append(entry)
    return tuple(kept)


def _selection(document: Document, lines: tuple[Line, ...], key: str, current: str) -> Selection:
    return Selection(
        words=say(SELECTIONS[key]),
        href=addresses.document(document.id, key),
        current=key == current,
        count=sum(wanted(line, key) for line in lines) if key else None,
    )


def _sources(document: Document) -> tuple[Link, ...]:
    return tuple(
        Link(text=source_name(source), href=shared(addresses.source(document.id, number)))
        for number, source in enumerate(document.sources)
    )
