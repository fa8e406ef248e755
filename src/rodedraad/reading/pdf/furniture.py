"""Heads and feet that return on page after page."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from rodedraad.reading.pdf.geometry import Line
from rodedraad.reading.pdf.words import Page

RUNNING = "kop- of voetregel"
PAGE_NUMBER = "paginanummer"
_MARGIN = 0.12  # of the height, above and below
_OUTERMOST = 3  # lines at the top and at the bottom
_FEWEST = 2
_LARGER = 1.1
_SHARE = 3  # on a third of the pages
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–|\s]*(?:(?:pagina|blad|bladzijde|p\.|page)\s*)?\d{1,4}(?:\s*(?:van|/|of)\s*\d{1,4})?[-–|\s]*",
    re.IGNORECASE,
)


def running_lines(pages: Sequence[Page]) -> frozenset[str]:
    """What the lines say, numbers aside, that stand in the margin of enough pages to be no content."""
    counts = Counter(key for page in pages for key in {_key(line, page) for line in _candidates(page)})
    enough = max(_FEWEST, -(-len(pages) // _SHARE))
    return frozenset(key for key, count in counts.items() if count >= enough)


def margins(page: Page, running: frozenset[str]) -> list[tuple[Line, str]]:
    """The lines of a page that are no content, each with why: they return elsewhere, or number the page."""
    whys = ((line, _why(line, page, running)) for line in _candidates(page))
    return [(line, why) for line, why in whys if why]


def _why(line: Line, page: Page, running: frozenset[str]) -> str | None:
    if _PAGE_NUMBER.fullmatch(line.text):
        return PAGE_NUMBER
    return RUNNING if _key(line, page) in running else None


def _candidates(page: Page) -> list[Line]:
    """The outermost lines in the margins; larger than the text they are headings of the content."""
    lines = page.lines
    usual = median(word.size for word in page.words) if page.words else 0.0
    top = [line for line in lines[:_OUTERMOST] if line.box.bottom < _MARGIN * page.height]
    below = [line for line in lines[-_OUTERMOST:] if line.box.top > (1 - _MARGIN) * page.height]
    return [line for line in (*top, *below) if line.size <= usual * _LARGER]


def _key(line: Line, page: Page) -> str:
    """What a line says, numbers aside, and whether it says so at the top or at the bottom."""
    side = "top" if line.box.bottom < page.height / 2 else "bottom"
    return f"{side} {_DIGITS.sub('#', line.text.casefold())}"
