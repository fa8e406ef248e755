"""One row of figures on one line: its cells, by tabs or bars, else counted from the end of the line."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from rodedraad.model.document import Span
from rodedraad.recognising.heads import Head, Use
from rodedraad.recognising.numbers import NUMBER, YEAR, missing_pattern
from rodedraad.recognising.sheets import Cell, Line, line_of

_BREAK: Final = re.compile(r"\t|\s\|\s|\|\s*$|^\s*\|")
_FIGURE: Final = (
    rf"(?:[<>≤≥=~±]{{1,2}}\s?)?[-+−–]?(?:€\s?)?[-+−–]?\(?{NUMBER}\)?-?(?:,--?)?"
    rf"(?:\s?(?:%|‰|mln\.?|miljoen|fte))?"
    rf"(?:\s\({YEAR}\))?\*{{0,3}}"
)
_LETTERS: Final = re.compile(r"[\sISVN]*", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"\s(?:\(?(?P<unit>(?:per [\d.]+|%|percentage|aantal|in (?:weken|dagen|euro))(?![\w]).*?)\)?)$",
    re.IGNORECASE,
)


@cache
def _end_cell() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:(?:{_FIGURE}|{missing_pattern()})(?:\s[VN](?!\S))?)(?!\S)", re.IGNORECASE)


def read_flat(place: int, text: str, span: Span, heads: Sequence[Head], group: str) -> Line | None:
    """Return the row that a line of text is under these heads; None where the two cannot be laid together."""
    if _BREAK.search(text):
        return line_of(place, heads, list(_broken(text.rstrip("| "), span)), group)
    columns = [head for head in heads if head.is_figure]
    found = _last_figures(text, len(columns), tail=any(head.use is Use.SOURCE for head in heads))
    if not columns or found is None:
        return None
    name, unit = _with_unit(
        text[: found[0].start()].strip(), split=any(head.use is Use.UNIT for head in heads)
    )
    cells = [_cell(text, match.start(), match.end(), span) for match in found]
    source = text[found[-1].end() :].strip()
    named = [Head(Use.NAME), Head(Use.UNIT), *columns, Head(Use.SOURCE)]
    return line_of(place, named, [Cell(name, None), Cell(unit, None), *cells, Cell(source, None)], group)


def _broken(text: str, span: Span) -> Iterator[Cell]:
    position = 0
    for match in _BREAK.finditer(text):
        yield _cell(text, position, match.start(), span)
        position = match.end()
    yield _cell(text, position, len(text), span)


def _cell(text: str, start: int, end: int, span: Span) -> Cell:
    own = text[start:end]
    bare = own.strip()
    first = span.start + start + len(own) - len(own.lstrip())
    return Cell(bare, Span(source=span.source, start=first, end=first + len(bare)) if bare else None)


def figures_at_end(text: str, *, tail: bool = False) -> list[re.Match[str]]:
    """Return the figures at the end of a line, with nothing between them but letters such as V and N.

    With a `tail`, words may stand behind the last of them.
    """
    found: list[re.Match[str]] = []
    for match in _end_cell().finditer(text):
        if found and not _LETTERS.fullmatch(text[found[-1].end() : match.start()]):
            found = []
        found.append(match)
    ends = bool(found) and (tail or bool(_LETTERS.fullmatch(text[found[-1].end() :])))
    return found if ends else []


def _last_figures(text: str, count: int, *, tail: bool) -> list[re.Match[str]] | None:
    found = figures_at_end(text, tail=tail)
    return found[-count:] if count and len(found) >= count else None


def _with_unit(name: str, *, split: bool) -> tuple[str, str]:
    match = _UNIT.search(name) if split else None
    return (name[: match.start()], match["unit"]) if match is not None else (name, "")
