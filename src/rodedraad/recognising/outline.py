"""Marks in reading order become drafts: the one walk over the page."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from rodedraad.model.document import Document
from rodedraad.model.terms import LABELS, TWO_SIDED, BlockRole, Kind, Phase
from rodedraad.model.text import Extract
from rodedraad.recognising import scoping
from rodedraad.recognising.aspects import is_aspect
from rodedraad.recognising.chapters import Chapter, chapter_of
from rodedraad.recognising.codes import code_of
from rodedraad.recognising.deeds import names_deed
from rodedraad.recognising.drafts import Drafts
from rodedraad.recognising.figure_rows import FigureRows
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.marks import Mark, MarkType, as_text
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.pages import Pages, Place
from rodedraad.recognising.paragraphs import write_paragraphs
from rodedraad.recognising.pen import Pen
from rodedraad.recognising.returning import Returning, returning
from rodedraad.recognising.scope import OpenTheme, Scope
from rodedraad.recognising.spoken_states import spoken_states
from rodedraad.recognising.status_cells import reads_as_state
from rodedraad.recognising.tables import Tables
from rodedraad.recognising.tablewriter import TableWriter
from rodedraad.recognising.titles import names_structure, style_of
from rodedraad.recognising.units import Unit

LONGEST_NAME: Final = 8
"""The name of a programme has no more words."""
NUMBERED: Final = 3
"""From so many bare numbers on, a report's lines between them are the rows of a table: promise and result."""

_SENTENCED: Final = re.compile(r"\.\s*$|:\s")
_BEFORE_ALL: Final = frozenset({Kind.DOCUMENT, Kind.HEADING})
_TITLED: Final = frozenset({MarkType.TITLE, MarkType.RECORD, MarkType.HEAD})


def outline(marks: Sequence[Mark], frame: Document, texts: Sequence[Extract] = ()) -> Drafts:
    """Return the drafts of a document's elements, in reading order."""
    return _Walk(frame, texts).over(marks)


class _Walk:
    """One walk over the marks of one document."""

    def __init__(self, frame: Document, texts: Sequence[Extract]) -> None:
        self._pen = Pen(frame)
        self._tables = Tables(report=self._pen.report)
        self._pages = Pages(texts)
        self._chapter: Chapter | None = None
        self._counted = ""
        self._figures = FigureRows(self._pen)
        self._pending: list[Mark] = []
        self._numbered = False
        self._plain = False
        self._chapters = 0
        self._returning = Returning()
        self._readers = {
            MarkType.STAMP: self._stamp,
            MarkType.NUMBER: self._number,
            MarkType.TITLE: self._title,
            MarkType.RECORD: self._record,
            MarkType.HEAD: self._head,
            MarkType.STATE: self._state,
            MarkType.FIGURE_HEAD: self._figures.head,
            MarkType.FIGURES: self._figures.row,
            MarkType.FIGURE_CELL: self._figures.cell,
            MarkType.INLINE: self._own_label,
            MarkType.TEXT: self._own_label,
        }

    def over(self, marks: Sequence[Mark]) -> Drafts:
        self._returning = returning(marks)
        self._numbered = sum(entry.type is MarkType.NUMBER for entry in marks) >= NUMBERED
        self._plain, self._chapters = _is_plain(marks), _chapters(marks)
        for source, page in groupby(marks, key=lambda entry: entry.unit.source):
            self._turn(source)
            for key, group in groupby(page, key=lambda entry: _table_of(entry.unit)):
                if key is None:
                    self._lines(group)
                else:
                    self._flush()
                    self._table([entry.unit for entry in group])
        self._flush()
        return self._pen.drafts

    def _turn(self, source: int) -> None:
        """Begin a page: under the page above it in the document, else go on where the last one ended."""
        start = self._pages.turn(source)
        if start is not None:
            self._flush()
            self._pen.scope, self._chapter = start.scope, start.chapter

    def _lines(self, marks: Iterable[Mark]) -> None:
        for entry in marks:
            if entry.type is MarkType.TEXT and entry.kind is None:
                self._pending.append(entry)
                continue
            self._flush()
            self._readers[entry.type](entry)
            if entry.type in _TITLED and entry.kind is not Kind.DOCUMENT:
                self._pages.titled(entry.unit.words, Place(scope=self._pen.scope, chapter=self._chapter))

    def _flush(self) -> None:
        entries, self._pending = self._pending, []
        if entries:
            write_paragraphs(self._pen, entries)

    # --- single marks -------------------------------------------------------------------------------------

    def _stamp(self, entry: Mark) -> None:
        self._pen.title(entry, Kind.DOCUMENT, None)

    def _number(self, entry: Mark) -> None:
        pen = self._pen
        pen.label(entry)
        pen.scope = replace(pen.scope, row=pen.drafts.new_row())
        if self._numbered and pen.report and pen.scope.asked in TWO_SIDED:
            pen.scope = replace(pen.scope, two_sided=True)

    def _state(self, entry: Mark) -> None:
        row = self._pen.row_judged()
        self._pen.label(entry)
        named = entry.meaning is not None
        spoken = () if entry.label else spoken_states(entry.unit.text)
        for aspect, start, end in spoken:
            self._pen.state(row, aspect, entry.unit, slice(start, end), named=True)
        if not spoken:
            self._pen.state(row, entry.label or "status", entry.unit, slice(entry.body, None), named=named)

    def _own_label(self, entry: Mark) -> None:
        """Write a line that carries its own label: `Planning: 2e kwartaal`, `Actie 1.2: …`."""
        pen, meaning = self._pen, entry.meaning
        self._shown(entry, entry.label or "")
        if meaning is None:
            self._labelled(entry, entry.kind or Kind.NARRATIVE)
        elif meaning.role is Role.STATUS or reads_as_state(entry.unit.text[entry.body :]):
            self._state(entry)
        elif meaning.role in (Role.EXPLANATION, Role.RESULT):
            pen.content(entry, pen.scope.promised_kind(), pen.side_of_report(), pen.scope.row)
        else:
            kind = meaning.kind or Kind.NARRATIVE
            pen.content(entry, kind, meaning.phase if kind in TWO_SIDED else None, pen.scope.row)

    def _shown(self, entry: Mark, label: str) -> None:
        """Keep the icon beside the label of a field as the status of that aspect of the record."""
        if label and entry.unit.block.symbols and (self._pen.scope.record or is_aspect(label)):
            self._pen.state(self._pen.row_judged(), label.strip(" :"), entry.unit)

    def _labelled(self, entry: Mark, kind: Kind) -> None:
        if kind is Kind.ACTIVITY:
            self._record(entry)
        else:
            self._pen.content(entry, kind, self._pen.side_of(kind, entry.unit.text), self._pen.scope.row)

    # --- titles -------------------------------------------------------------------------------------------

    def _title(self, entry: Mark) -> None:
        pen, kind = self._pen, entry.kind or Kind.THEME
        structural = kind is Kind.HEADING and entry.meaning is None and names_structure(entry.unit.words)
        named = kind is Kind.THEME or structural
        if self._repeats(entry) or (named and self._opens_chapter(entry)):
            return
        kind = Kind.THEME if self._heads_page(entry) and kind in (Kind.GOAL, Kind.ACTIVITY) else kind
        if kind in (Kind.THEME, Kind.PROGRAMME) and pen.scope.asked is Kind.RELATION:
            pen.content(entry, Kind.RELATION, None)
        elif kind is Kind.DOCUMENT:
            pen.title(entry, kind, None)
        elif kind is Kind.PROGRAMME or (kind is Kind.THEME and self._names_programme(entry)):
            pen.scope = Scope(programme=pen.title(entry, Kind.PROGRAMME, None))
        elif kind is Kind.GOAL:
            pen.scope = scoping.after_record(pen.scope)
            pen.content(entry, kind, Phase.PLAN)
        elif structural:
            pen.label(entry)
        elif kind is Kind.HEADING:
            place = pen.title(entry, Kind.SECTION, pen.scope.above_sections())
            pen.scope = scoping.under_unknown(pen.scope, place)
            pen.scope = replace(pen.scope, meaning=entry.meaning if pen.report else None)
        else:
            self._theme(entry)

    def _repeats(self, entry: Mark) -> bool:
        """Write a title that repeats the name of a page above this one as a bare label."""
        above = self._pages.repeated(entry.unit.words)
        if above is None:
            return False
        self._pen.scope, self._chapter = above.scope, above.chapter
        self._pen.label(entry)
        return True

    def _opens_chapter(self, entry: Mark) -> bool:
        return self._gathers(entry) or self._is_other_chapter(entry)

    def _gathers(self, entry: Mark) -> bool:
        """Write a heading that gathers chapters, such as Programma's or Paragrafen: it ends what is open."""
        pen, level = self._pen, entry.unit.block.level
        if self._chapter is not None and self._chapter.is_over(level):
            self._chapter = None
        chapter = chapter_of(entry.unit.words, level)
        if chapter is None or level is None or (level > 1 and pen.scope.container() is not None):
            return False
        pen.scope = Scope()
        place = pen.title(entry, Kind.SECTION, None)
        self._chapter = replace(chapter, place=place)
        if chapter.holds is not Kind.PROGRAMME:
            pen.scope = scoping.under_unknown(pen.scope, place)
        return True

    def _is_other_chapter(self, entry: Mark) -> bool:
        """Write a heading right under Paragrafen or Bijlagen: what it names is no part of a programme."""
        chapter, level = self._chapter, entry.unit.block.level
        if chapter is None or chapter.holds is Kind.PROGRAMME:
            return False
        if not (chapter.is_right_above(level) or self._pages.names_page(entry.unit.words)):
            return False
        place = self._pen.title(entry, Kind.SECTION, chapter.place)
        self._pen.scope = scoping.under_unknown(Scope(), place)
        return True

    def _names_programme(self, entry: Mark) -> bool:
        """Whether a name is that of a programme: it heads the page, so that all of it stands under it.

        So do the chapters under Programma's, and the numbered chapters that follow such a one.
        """
        level, chapter = entry.unit.block.level, self._chapter
        if chapter is not None and chapter.holds is Kind.PROGRAMME and chapter.is_right_above(level):
            return True
        counted = style_of(entry.unit) if level == 1 and entry.unit.number else ""
        if counted and counted == self._counted:
            return True
        says_so = heading_key(entry.unit.words).startswith("programma ")
        heads = says_so or self._pages.names_page(entry.unit.words)
        if not (heads and self._pen.scope.container() is None) and not self._heads_page(entry):
            return False
        self._counted = counted
        return True

    def _heads_page(self, entry: Mark) -> bool:
        """Whether a title is the first largest heading: lines without mark-up before it open nothing.

        Where nothing is marked up it is the very first title, unless another says that it is a programme.
        A name may well be a sentence: "Iedereen doet mee".
        """
        scope = self._pen.scope
        level = entry.unit.block.level
        opened = any(theme.style.startswith("h") for theme in scope.themes)
        named = len(entry.unit.words.split()) <= LONGEST_NAME and not _SENTENCED.search(entry.unit.text)
        return (
            (self._opens_plain_page(entry) if level is None or entry.unit.listed else level == 1)
            and scope.programme is None
            and not opened
            and named
        )

    def _opens_plain_page(self, entry: Mark) -> bool:
        """Whether a document without mark-up has told nothing yet but its own title.

        The first of numbered chapters is no more than that.
        """
        nothing_yet = all(draft.kind in _BEFORE_ALL for draft in self._pen.drafts.found)
        return self._plain and nothing_yet and not (entry.number and self._chapters > 1)

    def _theme(self, entry: Mark) -> None:
        pen, level = self._pen, entry.unit.block.level
        style = style_of(entry.unit)
        depth = scoping.beside(pen.scope, style, level, opens_part=entry.heads_question)
        parts = entry.heads_question
        parent = scoping.parent_of_theme(pen.scope, depth, opens_part=parts)
        theme = OpenTheme(pen.title(entry, Kind.THEME, parent), parent, style)
        pen.scope = scoping.under_theme(pen.scope, theme, depth, opens_part=parts)

    def _record(self, entry: Mark) -> None:
        """Write the title of a record; in a report its result may follow without a label."""
        pen = self._pen
        aimed = pen.scope.asked is Kind.GOAL and entry.number is None and names_deed(entry.unit.words)
        kind = pen.scope.named_kind() if entry.kind in (None, Kind.THEME) or aimed else entry.kind
        pen.content(entry, kind, Phase.PLAN, pen.open_record(kind))
        if kind is Kind.ACTIVITY and pen.report:
            pen.scope = replace(pen.scope, meaning=Meaning(kind, Phase.ACTUAL, Role.LABEL))

    # --- headings with a meaning ----------------------------------------------------------------------------

    def _head(self, entry: Mark) -> None:
        pen, meaning = self._pen, entry.meaning
        if meaning is None:
            return
        self._shown(entry, entry.unit.words)
        if meaning.role is Role.LABEL and meaning.kind in (Kind.GOAL, Kind.ACTIVITY):
            pen.open_record(meaning.kind, titled=entry.number is not None)
            pen.label(entry)
            pen.scope = replace(pen.scope, meaning=meaning, label_number=entry.number)
            return
        pen.scope = scoping.above_heading(pen.scope, entry.unit.block.level)
        if not self._is_of_theme(entry):
            pen.scope = scoping.back_to_question(pen.scope, meaning)
        adjacent = bool(pen.drafts.found) and pen.drafts.found[-1].kind in LABELS
        named = entry.kind if entry.kind is not None and entry.kind not in TWO_SIDED else Kind.SECTION
        place = pen.title(entry, named, self._above_head(meaning))
        scope = pen.scope
        if entry.kind is Kind.THEME:
            theme = OpenTheme(place, scope.programme, style_of(entry.unit))
            scope = replace(scope.without_goals(), theme=place, themes=(theme,))
        scope = self._under(scope, meaning, place, entry.unit.block.level, adjacent=adjacent)
        pen.scope = replace(scope, of_goal=entry.unit.place in self._returning.of_goals)

    def _is_of_theme(self, entry: Mark) -> bool:
        """Whether a heading is one of the open theme: its level says so, or it comes back with each theme."""
        level, themes = entry.unit.block.level, self._pen.scope.themes
        above = themes[-1].level if themes else None
        lower = level is not None and above is not None and level > above
        return lower or entry.unit.place in self._returning.of_themes

    def _above_head(self, meaning: Meaning) -> int | None:
        """Return what a heading stands under: outside programmes that is the chapter that gathers it."""
        above = self._pen.scope.above_sections(meaning)
        if above is None and self._chapter is not None and self._chapter.holds is not Kind.PROGRAMME:
            return self._chapter.place
        return above

    def _under(
        self, scope: Scope, meaning: Meaning, place: int, level: int | None, *, adjacent: bool
    ) -> Scope:
        report = self._pen.report
        if meaning.role is Role.COLUMN:
            return scoping.under_columns(scope, report=report)
        if meaning.role in (Role.STATUS, Role.NUMBER, Role.LEGEND):
            return scope if meaning.role is Role.LEGEND else replace(scope, label_number=None)
        if meaning.role is Role.EXPLANATION:
            return scoping.under_explanation(scope, place, report=report)
        if adjacent and scoping.are_columns(scope.meaning, meaning):
            return replace(scope, meaning=meaning, two_sided=True, section=place, direct=True)
        if scoping.is_field_of(scope, meaning):
            row = self._pen.drafts.new_row() if scope.two_sided else scope.row
            return scoping.under_field(scope, meaning, place, row)
        return scoping.under_question(scope, meaning, place, level)

    # --- tables -------------------------------------------------------------------------------------------

    def _table(self, units: Sequence[Unit]) -> None:
        before = self._pen.drafts.found[-1].text if self._pen.drafts.found else ""
        rows = self._tables.read(units, self._pen.scope.meaning, before)
        if rows is None:
            self._pending.extend(as_text(unit) for unit in units)
            self._flush()
            return
        writer = TableWriter(self._pen, self._theme)
        places = [writer.write(row) for row in rows]
        told = [place for place, row in zip(places, rows, strict=True) if row.parts]
        if self._pen.report and len(told) == 1 and told[0] in self._pen.drafts.records:
            self._pen.reopen_record(told[0])
        if any(row.kind is Kind.ACTIVITY and row.parts for row in rows):
            self._pen.scope = scoping.after_acts(self._pen.scope)


def _is_plain(marks: Sequence[Mark]) -> bool:
    """Whether no title is marked up, and none says that it is a programme."""
    titles = (entry for entry in marks if entry.type is MarkType.TITLE)
    return not any(
        entry.unit.block.role is BlockRole.HEADING or entry.kind is Kind.PROGRAMME for entry in titles
    )


def _chapters(marks: Sequence[Mark]) -> int:
    """Return how many titles have a number without parts."""
    codes = {code_of(entry.number) for entry in marks if entry.type is MarkType.TITLE}
    return sum(len(code) == 1 for code in codes)


def _table_of(unit: Unit) -> tuple[int, int] | None:
    return None if unit.block.table is None else (unit.source, unit.block.table)
