"""Follows every link of a site on disk, without a browser: of its pages, feeds, data and search."""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html
from msgspec import json

from rodedraad.publishing.search.settled import MARK


def broken_links(site: Path) -> list[str]:
    """Return the links, fragments included, that lead nowhere or out of the site."""
    return [
        f"{page.relative_to(site)}: {href}"
        for page in pages(site)
        for href in _hrefs(page)
        if not _resolves(site, page, href)
    ]


def broken_elsewhere(site: Path) -> list[str]:
    """Return the addresses in feeds, in descriptions of the data and in the index of search that lead nowhere."""
    return [
        f"{file.relative_to(site)}: {address}"
        for file, addresses in _beside_pages(site)
        for address in sorted(addresses)
        if not _resolves(site, file, address)
    ]


def _beside_pages(site: Path) -> Iterator[tuple[Path, set[str]]]:
    """Yield each such file, or the page that reads it, with the addresses it holds."""
    for feed in sorted(site.rglob("*.atom")):
        yield feed, set(map(str, etree.parse(feed).xpath("//@href")))
    package = site / "data" / "datapackage.json"
    yield package, {one["path"] for one in json.decode(package.read_bytes())["resources"]}
    catalogue = site / "data" / "catalogus.jsonld"
    named = _named(json.decode(catalogue.read_bytes()))
    yield catalogue, {one.partition("#")[0] for one in named if not urlsplit(one).scheme}
    for fragment in sorted((site / "zoeken").rglob("*.pf_fragment")):
        yield (
            site / "index.html",
            {json.decode(gzip.decompress(fragment.read_bytes()).removeprefix(MARK))["url"]},
        )


def _named(part: object) -> Iterator[str]:
    """Yield what a description in JSON-LD names by its address."""
    if isinstance(part, dict):
        yield from (str(value) for key, value in part.items() if key == "@id")
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from _named(one)


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@cache
def _tree(page: Path) -> html.HtmlElement:
    return html.document_fromstring(page.read_bytes().decode())


def _hrefs(page: Path) -> set[str]:
    links = _tree(page).xpath("//@href | //@src | //*[local-name()='use']/@*[local-name()='href']")
    refresh = [
        one.partition("url=")[2] for one in _tree(page).xpath("//meta[@http-equiv='refresh']/@content")
    ]
    return {str(one) for one in [*links, *refresh] if not str(one).startswith("data:image/svg+xml,")}


@cache
def _ids(page: Path) -> frozenset[str]:
    return frozenset(map(str, _tree(page).xpath("//@id")))


def _resolves(site: Path, page: Path, href: str) -> bool:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return False
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_relative_to(site.resolve()) or not target.is_file():
        return False
    return not parts.fragment or target.suffix != ".html" or unquote(parts.fragment) in _ids(target)
