"""One line under the heads of its table, cut into cells: the figures first, then the words around them."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from rodedraad.recognising.heads import Use
from rodedraad.recognising.numbers import YEAR
from rodedraad.recognising.rowlines.headline import Heads
from rodedraad.recognising.rowlines.tokens import Looks, Token, figures_of, stretches
from rodedraad.recognising.vocabulary import any_of

_UNIT: Final = re.compile(rf"(?<=\s){any_of('figures', 'unit-start')}")
_SOURCE: Final = re.compile(rf"(?<=\s){any_of('figures', 'known-source')}(?![\w-]).*$")
_NUMBER: Final = re.compile(r"[A-Z]{0,3}\d{1,3}(?:[.\-]\d{1,3}){0,4}[a-z]?[.)]?(?=\s)")
_KIND: Final = re.compile(r"\s(?:lasten|baten|saldo|l|b|i|s)$", re.IGNORECASE)
_YEAR: Final = re.compile(YEAR)
_LEADING: Final = frozenset({Looks.YEAR, Looks.MOMENT})


class Part(NamedTuple):
    """A stretch of a line and its column; None is for a figure that could be under several heads."""

    start: int
    end: int
    column: int | None


class Row(NamedTuple):
    """A line cut into cells; `full` where it has a figure for each column of figures."""

    parts: tuple[Part, ...]
    full: bool


def cut(text: str, way: Heads) -> Row | None:
    """Return the cells of a line under heads; None where it has no figures where the heads want them."""
    figured = way.figured
    tailed = any(head.use in _IN_WORDS for head in way.heads[figured[-1] + 1 :])
    stretch = _stretch(text, len(figured), tailed=tailed)
    if stretch is None:
        return None
    placed = _placed(text, stretch, way)
    tokens = [part for part in placed if part.column is not None]
    lead = _lead(text, min(part.start for part in placed), way)
    tail = _tail(text, max(part.end for part in placed), way)
    return Row((*lead, *placed, *tail), full={part.column for part in tokens} >= set(figured))


_IN_WORDS: Final = frozenset({Use.SOURCE, Use.REMARK, Use.UNIT, Use.NAME, Use.KIND, Use.NUMBER})


def _stretch(text: str, count: int, *, tailed: bool) -> list[Token] | None:
    """Return the figures of a row: at its end, or before a source; the last of them if there are too many."""
    found = stretches(text)
    if tailed:
        best = max(found, key=lambda one: (min(len(figures_of(one)), count), one[0].start), default=None)
    else:
        best = found[-1] if found and not text[found[-1][-1].end :].strip() else None
    if best is None:
        return None
    own = list(best)
    while len(_groups(text, own)) > count:
        own = own[1:]
    while own and own[0].looks is Looks.LETTER:
        own = own[1:]
    return own if own and (own[0].start > 0 or len(own) > 1) else None


def _groups(text: str, stretch: Sequence[Token]) -> list[list[Token]]:
    """Return the figures by cell: those that name their years go on while the years rise."""
    found: list[list[Token]] = []
    for token in figures_of(stretch):
        both = bool(found) and token.looks is found[-1][-1].looks is Looks.DATED
        if both and text[found[-1][-1].start :][:4] < text[token.start :][:4]:
            found[-1].append(token)
        else:
            found.append([token])
    return found


def _placed(text: str, stretch: Sequence[Token], way: Heads) -> list[Part]:
    """Return the figures and letters of a row in their columns, as far as their places are certain."""
    groups = _groups(text, stretch)
    columns = _columns(groups, stretch, way)
    parts = [
        Part(token.start, token.end, column)
        for group, column in zip(groups, columns, strict=True)
        for token in group
    ]
    letters = [token for token in stretch if token.looks is Looks.LETTER]
    return sorted([*parts, *(Part(one.start, one.end, _letter_column(one, parts, way)) for one in letters)])


def _columns(groups: Sequence[Sequence[Token]], stretch: Sequence[Token], way: Heads) -> list[int | None]:
    figured = way.figured
    if len(groups) == len(figured):
        return list(figured)
    columns: list[int | None] = [None] * len(groups)
    if way.heads[figured[0]].use is Use.PERIOD and groups[0][0].looks in _LEADING:
        columns[0] = figured[0]
    differences = [place for place in figured if way.heads[place].difference]
    last = groups[-1][-1]
    if len(differences) == 1 and any(one.looks is Looks.LETTER and one.start >= last.end for one in stretch):
        columns[-1] = differences[0]
    return columns


def _letter_column(letter: Token, parts: Sequence[Part], way: Heads) -> int | None:
    """Return the column of a letter: one of letters behind that of its figure, if there is one."""
    before = [part.column for part in parts if part.end <= letter.start]
    figure = before[-1] if before else None
    if figure is not None and figure + 1 < len(way.heads) and way.heads[figure + 1].use is Use.LETTER:
        return figure + 1
    own = [place for place, head in enumerate(way.heads) if head.use is Use.LETTER]
    return own[0] if len(own) == 1 else figure


def _lead(text: str, end: int, way: Heads) -> list[Part]:
    """Return the words before the figures: a number, a name, a unit, a source."""
    uses = {head.use: place for place, head in enumerate(way.heads[: way.figured[0]])}
    number = _NUMBER.match(text.lstrip(), 0, end) if Use.NUMBER in uses else None
    start = number.end() if number is not None else 0
    behind: list[Part] = []
    for use, pattern in ((Use.SOURCE, _SOURCE), (Use.UNIT, _UNIT), (Use.KIND, _KIND)):
        match = pattern.search(text[:end].rstrip(), start + 1) if use in uses else None
        if match is not None:
            behind.insert(0, Part(match.start(), end, uses[use]))
            end = match.start()
    found = [Part(0, start, uses.get(Use.NUMBER)), Part(start, end, uses.get(Use.NAME, 0)), *behind]
    return [bare for part in found if (bare := _bare(text, part)) is not None]


def _tail(text: str, start: int, way: Heads) -> list[Part]:
    """Return the words behind the figures, under the first head of words there."""
    last = way.figured[-1]
    columns = [place for place, head in enumerate(way.heads) if place > last and head.use in _IN_WORDS]
    bare = _bare(text, Part(start, len(text), columns[0] if columns else None))
    return [] if bare is None else [bare]


def _bare(text: str, part: Part) -> Part | None:
    """Return a part without the spaces around it; None where there is nothing else."""
    own = text[part.start : part.end]
    start = part.start + len(own) - len(own.lstrip())
    return Part(start, start + len(own.strip()), part.column) if own.strip() else None
