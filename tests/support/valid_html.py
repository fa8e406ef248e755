"""What is wrong with the HTML of a page: as a parser of the standard reads it, and as people hear it read."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lxml import html
from tinyhtml5.parser import HTMLParser

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")
"""Attributes that name other elements of the page by their ids."""
SAFE_SCHEMES = ("data:image/svg+xml,", "https:", "http:")


def html_problems(content: bytes, language: str = "nl") -> list[str]:
    """Return what is wrong with a page, a line a fault."""
    tree = html.document_fromstring(content.decode())
    found = (_unparsed(content), _ids(tree), _outline(tree, language), _tables(tree), _unsafe(tree))
    return [problem for problems in found for problem in problems]


def _unparsed(content: bytes) -> Iterator[str]:
    """Yield what the parser of the HTML standard reports."""
    parser = HTMLParser()
    parser.parse(content.decode())
    return (f"HTML: {code} {told} at {place}" for place, code, told in parser.errors)


def _ids(tree: html.HtmlElement) -> Iterator[str]:
    ids = Counter(map(str, tree.xpath("//@id")))
    yield from (f"id used {count} times: {one}" for one, count in ids.items() if count > 1)
    for attribute in POINTING:
        named = {word for value in tree.xpath(f"//@{attribute}") for word in str(value).split()}
        yield from (f"{attribute} names no element: {one}" for one in sorted(named - set(ids)))


def _outline(tree: html.HtmlElement, language: str) -> Iterator[str]:
    if tree.get("lang") != language:
        yield f"lang is {tree.get('lang')}"
    if len(tree.xpath("//head/title[normalize-space()]")) != 1:
        yield "no title, or more than one"
    if len(tree.xpath("//main")) != 1:
        yield "no main, or more than one"
    headings = list(tree.iter(*HEADINGS))
    levels = [int(one.tag[1]) for one in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"h1 is not the first heading and the only one of its level: {levels}"
    yield from (f"heading skips from {one} to {two}" for one, two in pairwise(levels) if two - one > 1)
    empty = (
        one for one in headings if not one.text_content().strip() and not one.xpath("ancestor::template")
    )
    yield from (f"empty {one.tag}" for one in empty)


def _tables(tree: html.HtmlElement) -> Iterator[str]:
    for table in tree.iter("table"):
        heads = table.xpath("./thead//th")
        named = table.xpath("./caption[normalize-space()]") or table.xpath(
            "./@aria-labelledby | ./@aria-label"
        )
        headed = table.xpath("preceding::*[self::h1 or self::h2 or self::h3 or self::h4]")
        if not heads or table.xpath(".//th[not(@scope)]"):
            yield f"table without heads, or a head without scope: {_start(table)}"
        if not named and not headed:
            yield f"table without a caption and under no heading: {_start(table)}"
        widths = {sum(int(cell.get("colspan", "1")) for cell in row) for row in table.xpath("./tbody/tr")}
        if not table.xpath(".//@rowspan") and widths - {sum(int(one.get("colspan", "1")) for one in heads)}:
            yield f"rows as wide as {widths} under {len(heads)} heads: {_start(table)}"


def _unsafe(tree: html.HtmlElement) -> Iterator[str]:
    """Yield what could run, or look other than the page says."""
    for one in tree.xpath(
        "//script[not(@type='application/ld+json')][not(@src) or text()] | //iframe | //style"
    ):
        yield f"forbidden: {one.tag}"
    for name in tree.xpath("//@*[starts-with(name(), 'on') or name() = 'style']"):
        yield f"forbidden attribute: {name}"
    for address in map(str, tree.xpath("//@href | //@src | //@action")):
        scheme, mark, _ = address.partition(":")
        if mark and "/" not in scheme and not address.startswith(SAFE_SCHEMES):
            yield f"address: {address}"


def _start(table: html.HtmlElement) -> str:
    return " ".join(table.text_content().split())[:60]
