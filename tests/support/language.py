"""Reads pages in English for Dutch that does not say that it is Dutch."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree, html

DUTCH = re.compile(
    r"\b(de|het|een|van|niet|wordt|worden|zijn|voor|met|bij|naar|dat|deze|dit|uit|aan|ook|maar|wij|geen|staat)\b",
    re.IGNORECASE,
)
"""Common Dutch words that are not English ones."""
READ_ALOUD = ("aria-label", "title", "alt", "placeholder", "data-label", "data-says", "data-sort")


def unmarked(pages: Mapping[str, bytes]) -> list[str]:
    """Return what pages say in Dutch without marking it, each with the name of its page."""
    return [
        f"{name}: {text.strip()}"
        for name, content in pages.items()
        for text in _dutch(html.document_fromstring(content.decode()))
    ]


def _dutch(element: html.HtmlElement) -> Iterator[str]:
    if element.tag in {"script", "style", "head"} or "rd-paper" in (element.get("class") or ""):
        return
    if element.get("lang") != "nl":
        yield from _in_dutch(element.get(name) for name in READ_ALOUD)
        yield from _in_dutch((element.text, *(child.tail for child in element)))
        for child in element.iterchildren(tag=etree.Element):
            yield from _dutch(child)


def _in_dutch(texts: Iterable[str | None]) -> Iterator[str]:
    return (text for text in texts if text and DUTCH.search(text))
