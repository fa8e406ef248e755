"""The page of a document: its promises and results in reading order."""

from typing import Final

from msgspec import Struct

from rodedraad.model.document import Document
from rodedraad.publishing import addresses
from rodedraad.publishing.dutch import day
from rodedraad.publishing.views.balance import BalanceView, balance_view
from rodedraad.publishing.views.common import Link, Pages, document_words
from rodedraad.publishing.views.findings import FindingView
from rodedraad.publishing.views.lines import Line, choose, joined, wanted
from rodedraad.publishing.views.outline import Entry, contents
from rodedraad.publishing.views.reader import Reader

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
    count: int


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
    sources: tuple[Link, ...]


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
    chosen = joined(choose(lines, selection))
    shown = {line.anchor for line in chosen if line.type == "heading"}
    entries = contents(pages.lookup, document, page=addresses.document(document.id, selection))
    return DocumentPage(
        title=document.title,
        organisation=document.organisation.name,
        kind=document_words(document),
        adopted=day(document.adopted),
        selections=tuple(_selection(document, lines, one, selection) for one in SELECTIONS),
        balance=balance_view(pages.tallies.documents[document.id]),
        contents=tuple(one for one in entries if one.href.rpartition("#")[2] in shown),
        findings=findings,
        lines=chosen,
        sources=_sources(document),
    )


def _selection(document: Document, lines: tuple[Line, ...], key: str, current: str) -> Selection:
    return Selection(
        words=SELECTIONS[key],
        href=addresses.document(document.id, key),
        current=key == current,
        count=sum(wanted(line, key) if key else line.type == "promise" for line in lines),
    )


def _sources(document: Document) -> tuple[Link, ...]:
    return tuple(
        Link(text=source.name, href=addresses.source(document.id, number))
        for number, source in enumerate(document.sources)
    )
