"""The pages at addresses that were public: where something went, or that it is there no more."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from rodedraad.model.terms import Kind
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.render import Site, render
from rodedraad.publishing.spread import File
from rodedraad.publishing.views.common import Link, Pages, title_of
from rodedraad.publishing.words import words

_PAGED: Final = frozenset({Kind.PROGRAMME, Kind.THEME, Kind.GOAL})
"""Kinds of elements that may have had a page of their own."""


class FormerPage(Struct, frozen=True, kw_only=True):
    """Such a page as shown; `moved` is true where what stood here now stands at the link."""

    title: str
    told: str
    link: Link
    moved: bool = False


def former_files(pages: Pages, site: Site) -> Iterator[File]:
    """Yield a page for each public address that is no page of its own any more."""
    lookup = pages.lookup
    for address, view in (*_joined(lookup), *_gone(lookup)):
        yield render("former.html", address, site, view)


def _joined(lookup: Lookup) -> Iterator[tuple[str, FormerPage]]:
    for thread in lookup.threads.values():
        link = Link(text=title_of(lookup, thread), href=addresses.thread(thread.id))
        for alias in thread.aliases:
            if alias not in lookup.threads:
                yield addresses.thread(alias), _page("joined", link, moved=True)


def _gone(lookup: Lookup) -> Iterator[tuple[str, FormerPage]]:
    former = lookup.build.former
    for document in former.documents:
        yield addresses.document(document), _page("document", _last(lookup, document))
    for one in former.elements:
        if one.kind in _PAGED:
            yield addresses.part(one.document, one.element), _page("part", _last(lookup, one.document))
    for thread in former.threads:
        yield addresses.thread(thread.id), _page("thread", _last(lookup, thread.document))
    for finding in former.findings:
        yield addresses.finding(finding.id), _page("finding", _last(lookup, finding.document))


def _last(lookup: Lookup, document: str) -> Link:
    """Return the document where something stood last, or the front page where that is gone too."""
    found = lookup.documents.get(document)
    if found is None:
        return Link(text=lookup.build.dossier.title, href=addresses.FRONT)
    return Link(text=found.title, href=addresses.document(document))


def _page(key: str, link: Link, *, moved: bool = False) -> FormerPage:
    told = words("former")[key]
    return FormerPage(title=told.word, told=told.explanation, link=link, moved=moved)
