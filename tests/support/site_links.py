"""Follows every link of a site on disk, without a browser: of its pages, feeds, data and search."""

import gzip
import os.path
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree, html
from msgspec import json

from rodedraad.publishing.search.settled import MARK


def broken_links(site: Path) -> list[str]:
    """Return the links, fragments included, that lead nowhere or out of the site."""
    files = _files(site)
    return [
        f"{page.relative_to(site)}: {href}"
        for page in pages(site)
        for href in _read(str(page)).hrefs
        if not _resolves(files, page, href)
    ]


def broken_elsewhere(site: Path) -> list[str]:
    """Return the addresses in feeds, in descriptions of the data and in the index of search that lead nowhere."""
    files = _files(site)
    return [
        f"{file.relative_to(site)}: {address}"
        for file, addresses in _beside_pages(site)
        for address in sorted(addresses)
        if not _resolves(files, file, address)
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


class _Page(NamedTuple):
    """Where a page leads, and the places in it that others may lead to."""

    hrefs: frozenset[str]
    ids: frozenset[str]


@cache
def _read(page: str) -> _Page:
    tree = html.document_fromstring(Path(page).read_bytes().decode())
    links = tree.xpath("//@href | //@src | //*[local-name()='use']/@*[local-name()='href']")
    refresh = [one.partition("url=")[2] for one in tree.xpath("//meta[@http-equiv='refresh']/@content")]
    hrefs = (str(one) for one in [*links, *refresh])
    return _Page(
        frozenset(one for one in hrefs if not one.startswith("data:image/svg+xml,")),
        frozenset(map(str, tree.xpath("//@id"))),
    )


def _files(site: Path) -> frozenset[str]:
    return frozenset(f"{folder}/{name}" for folder, _, names in os.walk(site) for name in names)


def _resolves(files: frozenset[str], page: Path, href: str) -> bool:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return False
    target = os.path.normpath(page.parent / unquote(parts.path)) if parts.path else str(page)
    if target not in files:
        return False
    return not parts.fragment or not target.endswith(".html") or unquote(parts.fragment) in _read(target).ids
