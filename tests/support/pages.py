"""Flattened pages taken apart into what they were before: headings, lists, tables, paragraphs.

Where the tables of a known page stood is told by line numbers only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Lines = tuple[int, int]  # the first and last line of a cell; (0, 0) where it is empty
ICON: Lines = (-1, -1)  # a cell with nothing but an image without alternative text
NONE: Lines = (0, 0)

_BULLET = re.compile(r"\s*[•\-–*▪]\s+")
_NUMBER = re.compile(r"\s*\d{1,2}\.\s+(?=\S)")
_QUESTION = re.compile(r"(?:Wat|Welke|Hoe|Waar) |.*\?$")
_MOST_WORDS = 12
_MOST_LABEL_WORDS = 5


@dataclass(frozen=True)
class Table:
    """A table of a page: its rows of cells by line numbers, the first row a header."""

    rows: tuple[tuple[Lines, ...], ...]


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    text: str
    is_label: bool = False


@dataclass(frozen=True)
class Listing:
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Icon:
    """An image without alternative text."""


@dataclass(frozen=True)
class Grid:
    rows: tuple[tuple[tuple["Part", ...], ...], ...]


Part = Heading | Paragraph | Listing | Icon | Grid


def _one(line: int) -> Lines:
    return (line, line)


def _fields(header: Sequence[int], *rows: tuple[Lines, Lines]) -> Table:
    """A table of a priority: its header, then a row a field with plan, status icon and result."""
    return Table((tuple(map(_one, header)), *((plan, ICON, result) for plan, result in rows)))


TABLES: dict[str, tuple[Table, ...]] = {
    "nieuwegein-jaarstukken-2020-eigen-kracht": (
        Table(
            (
                (NONE, (10, 10), (12, 12)),
                ((14, 14), (16, 16), (18, 18)),
                ((20, 20), (22, 22), (24, 25)),
                ((27, 27), (29, 29), (31, 31)),
                ((33, 33), (35, 35), (37, 38)),
                ((40, 40), (42, 42), (44, 47)),
                ((49, 49), (51, 51), (53, 53)),
                ((55, 55), (57, 57), (59, 59)),
                ((61, 61), (63, 63), (65, 65)),
                ((67, 67), (69, 69), (71, 71)),
                ((73, 73), (75, 75), (77, 78)),
                ((80, 80), (82, 82), (84, 84)),
            )
        ),
    ),
    "hulst-jaarstukken-2021": (
        _fields(
            (18, 20, 22),
            ((24, 31), (33, 41)),
            ((43, 45), NONE),
            ((47, 56), (58, 59)),
            ((61, 63), (65, 65)),
            ((67, 69), (71, 71)),
        ),
        _fields(
            (73, 75, 77),
            ((79, 82), (84, 84)),
            ((86, 89), (91, 91)),
            ((93, 97), (99, 103)),
            ((105, 107), (109, 109)),
            ((111, 113), (115, 115)),
        ),
        _fields(
            (117, 119, 121),
            ((123, 129), (131, 135)),
            ((137, 142), (144, 146)),
            ((148, 154), (156, 159)),
            ((161, 163), (165, 165)),
            ((167, 171), (173, 173)),
        ),
    ),
}


def parts(text: str, tables: Sequence[Table] = ()) -> list[Part]:
    """The page, its tables in the place of the first of their lines."""
    lines = text.split("\n")
    first_of = {min(first for row in table.rows for first, _ in row if first > 0): table for table in tables}
    in_tables = {
        number
        for table in tables
        for row in table.rows
        for first, last in row
        for number in range(first, last + 1)
    }
    found: list[Part] = []
    loose: list[str] = []
    for number, line in enumerate(lines, start=1):
        if number in first_of:
            found += _flow(loose, is_start=not found)
            loose = []
            found.append(_grid(first_of[number], lines))
        elif number not in in_tables:
            loose.append(line)
    return found + _flow(loose, is_start=not found)


def _grid(table: Table, lines: Sequence[str]) -> Grid:
    return Grid(tuple(tuple(_cell(cell, lines) for cell in row) for row in table.rows))


def _cell(cell: Lines, lines: Sequence[str]) -> tuple[Part, ...]:
    if cell == ICON:
        return (Icon(),)
    return tuple(
        _plain_heading(part)
        for part in _flow(lines[cell[0] - 1 : cell[1]] if cell[0] else [], is_start=False)
    )


def _plain_heading(part: Part) -> Part:
    return Paragraph(part.text, is_label=part.text.endswith(":")) if isinstance(part, Heading) else part


def _flow(lines: Sequence[str], *, is_start: bool) -> list[Part]:
    found: list[Part] = []
    for kind, group in _groups(lines):
        if kind == "lines":
            found += (
                _told(line, following, is_start=is_start and not found and not index)
                for index, (line, following) in enumerate(zip(group, [*group[1:], ""], strict=True))
            )
        elif kind != "blank":
            mark = _BULLET if kind == "bullets" else _NUMBER
            found.append(
                Listing(tuple(mark.sub("", line, count=1).strip() for line in group), kind == "numbers")
            )
    return found


def _groups(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    group: list[str] = []
    last = ""
    for line in lines:
        kind = _kind(line)
        if kind != last and group:
            yield last, group
            group = []
        group.append(line)
        last = kind
    if group:
        yield last, group


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    if _BULLET.match(line):
        return "bullets"
    return "numbers" if _NUMBER.match(line) else "lines"


def _told(line: str, following: str, *, is_start: bool) -> Part:
    text = line.strip()
    if following.strip()[:1].islower():  # a sentence that was broken off, not a heading
        return Paragraph(text)
    words = len(text.split())
    if text.endswith(":") and words <= _MOST_LABEL_WORDS:
        return Heading(4, text)
    if words > _MOST_WORDS or text[-1] in ".;:,!" or ": " in text or not text[0].isupper():
        return Paragraph(text)
    if is_start:
        return Heading(1, text)
    return Heading(2 if _QUESTION.match(text) else 3, text)
