"""Rows of figures from lines that lost their cells: a row a line, or a cell a line."""

from collections.abc import Iterator, Sequence
from enum import IntEnum, auto

from rodedraad.model.terms import STRUCTURE, Kind
from rodedraad.recognising.drafts import Draft
from rodedraad.recognising.flatrows import figures_at_end, read_flat
from rodedraad.recognising.heads import Head, Use, in_order, split_heads
from rodedraad.recognising.moneyrows import is_group
from rodedraad.recognising.notes import Note, read_note
from rodedraad.recognising.numbers import is_year, read_figure
from rodedraad.recognising.sheets import FIGURED, Cell, Line, Sheet


class _Is(IntEnum):
    """What a draft is in a table whose cells are lost."""

    HEADS = auto()
    HEAD = auto()
    GROUP = auto()
    NOTE = auto()
    NAME = auto()
    CELL = auto()
    ROW = auto()
    OTHER = auto()


def flat_sheets(drafts: Sequence[Draft], notes: Sequence[Note], taken: frozenset[int]) -> Iterator[Sheet]:
    """Yield the rows of figures on lines of text under their heads; drafts that are `taken` are passed by."""
    reader = _Reader()
    for place, draft in enumerate(drafts):
        after = drafts[place + 1] if place + 1 < len(drafts) else None
        what = _Is.OTHER if place in taken else _role(draft, after)
        if reader.lines and (what is _Is.OTHER or what in {_Is.HEADS, _Is.HEAD}):
            yield _sheet(drafts, notes, reader.lines)
            reader = _Reader()
        if what is _Is.OTHER:
            reader = _Reader()
        else:
            reader.read(place, draft, what)
    if reader.lines:
        yield _sheet(drafts, notes, reader.lines)


def _sheet(drafts: Sequence[Draft], notes: Sequence[Note], lines: Sequence[Line]) -> Sheet:
    money = sum(drafts[line.place].kind is Kind.COST for line in lines) * 2 > len(lines)
    return Sheet(tuple(lines), notes[lines[0].place], of_money=money)


def _role(draft: Draft, after: Draft | None) -> _Is:
    before_cell = after is not None and after.kind in FIGURED and read_figure(after.text) is not None
    if draft.kind in STRUCTURE:
        return _Is.NAME if before_cell and is_group(draft.text) else _role_of_label(draft.text)
    if draft.kind not in FIGURED or len(draft.spans) != 1:
        return _Is.OTHER
    return _role_of_figures(draft.text, before_cell=before_cell)


def _role_of_figures(text: str, *, before_cell: bool) -> _Is:
    if read_figure(text) is not None:
        return _Is.CELL
    if text.rstrip().endswith((".", ";", ":", "?")):
        return _Is.OTHER
    if _are_years(text):
        return _Is.HEADS
    if "\t" in text or figures_at_end(text, tail=True):
        return _Is.ROW
    return _Is.NAME if before_cell else _Is.OTHER


def _are_years(text: str) -> bool:
    """Whether a line that looks like a row has years for figures: `Onderwerp 2024 2025` are heads."""
    found = figures_at_end(text)
    years = len(found) > 1 and all(is_year(match.group()) for match in found)
    return years and all(head.whole for head in split_heads(text))


def _role_of_label(text: str) -> _Is:
    heads = split_heads(text)
    figures = sum(head.use is Use.FIGURE for head in heads)
    known = sum(head.whole for head in heads)
    if figures and known > 1 and known * 2 > len(heads):
        return _Is.HEADS
    if is_group(text):
        return _Is.GROUP
    if len(heads) == 1 and heads[0].whole:
        return _Is.HEAD
    return _Is.NOTE if read_note(text).scale is not None else _Is.OTHER


class _Reader:
    """The heads in force and the rows read under them, line by line."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._heads: tuple[Head, ...] = ()
        self._run: list[Head] = []
        self._group = ""
        self._name = ""
        self._column = 0

    def read(self, place: int, draft: Draft, what: _Is) -> None:
        """Take in one line."""
        if what is _Is.HEADS:
            self._heads, self._run, self._group = split_heads(draft.text), [], ""
        elif what is _Is.HEAD or (what is _Is.GROUP and self._run):
            self._run.extend(split_heads(draft.text))
            self._heads = in_order(self._run)
        elif what is _Is.GROUP:
            self._group = draft.text.strip()
        elif what is _Is.NAME:
            self._name, self._column = draft.text.strip(), 0
        elif what is _Is.CELL:
            self._cell(place, draft)
        elif what is _Is.ROW:
            self._row(place, draft)

    def _cell(self, place: int, draft: Draft) -> None:
        lone = [Head(Use.FIGURE)] if is_group(self._name) else []
        columns = [head for head in self._heads if head.is_figure] or lone
        if self._name and self._column < len(columns):
            cell = Cell(draft.text.strip(), draft.spans[0])
            self.lines.append(Line(place, self._name, ((columns[self._column], cell),), group=self._group))
        self._column += 1

    def _row(self, place: int, draft: Draft) -> None:
        alone = draft.kind is Kind.COST and len(figures_at_end(draft.text)) == 1
        lone = (Head(Use.FIGURE),) if alone else ()
        line = read_flat(place, draft.text, draft.spans[0], self._heads or lone, self._group)
        if line is not None:
            self.lines.append(line)
