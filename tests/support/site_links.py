"""Follows every link of a site on disk, without a browser."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html


def broken_links(site: Path) -> list[str]:
    """Return the links, fragments included, that lead nowhere or out of the site."""
    return [
        f"{page.relative_to(site)}: {href}"
        for page in pages(site)
        for href in _hrefs(page)
        if not _resolves(site, page, href)
    ]


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
