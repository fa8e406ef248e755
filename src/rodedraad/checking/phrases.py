"""The turns of phrase that rules listen for, read from data/phrases.tsv."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rodedraad.model.document import Element, Span

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-zà-ÿ])|\n+")


def heard(use: str, text: str) -> re.Match[str] | None:
    """Return the first turn of phrase of this use in a text."""
    return next((found for pattern in _patterns(use) if (found := pattern.search(text))), None)


def sentences(element: Element) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the sentences of an element, each with its place where the element is one stretch of text."""
    start = 0
    for end in [*(found.start() for found in _SENTENCE_END.finditer(element.text)), len(element.text)]:
        piece = element.text[start:end]
        if piece.strip():
            yield piece.strip(), _place(element, start + len(piece) - len(piece.lstrip()), end)
        start = end


def _place(element: Element, start: int, end: int) -> tuple[Span, ...]:
    if len(element.spans) != 1 or element.spans[0].end - element.spans[0].start != len(element.text):
        return element.spans
    whole = element.spans[0]
    return (Span(source=whole.source, start=whole.start + start, end=whole.start + end),)


@cache
def _patterns(use: str) -> tuple[re.Pattern[str], ...]:
    with files(__package__).joinpath("data/phrases.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in rows if row["use"] == use)
