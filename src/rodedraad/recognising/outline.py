"""Marks in reading order become drafts: the one walk over the page."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from rodedraad.model.document import Document, Span
from rodedraad.model.terms import TWO_SIDED, DocumentKind, Kind, Phase
from rodedraad.recognising.answers import clearly_named
from rodedraad.recognising.drafts import Draft, Drafts, State
from rodedraad.recognising.figures import is_figure, names_money, tells_money
from rodedraad.recognising.introductions import introduced_kind, is_bare_introduction
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.marks import Mark, MarkType, as_text
from rodedraad.recognising.prose import Setting, dated_intentions, kind_of
from rodedraad.recognising.scope import Scope
from rodedraad.recognising.sides import split_sides
from rodedraad.recognising.status import reads_as_state
from rodedraad.recognising.tables import Row, read_table
from rodedraad.recognising.tense import looks_back
from rodedraad.recognising.units import Unit

REPORTS: Final = frozenset({DocumentKind.JAARSTUKKEN, DocumentKind.TUSSENRAPPORTAGE})
_TITLES: Final = frozenset({Kind.DOCUMENT, Kind.PROGRAMME, Kind.THEME, Kind.SECTION, Kind.HEADING})


class Outline:
    """Walks over the marks of one document and drafts its elements."""

    def __init__(self, frame: Document) -> None:
        """Start at the top of the document, under no heading."""
        self.drafts = Drafts()
        self._year = frame.year
        self._report = frame.kind in REPORTS
        self._scope = Scope()
        self._pending: list[Mark] = []
        self._figure_kind = Kind.INDICATOR

    def walk(self, marks: Sequence[Mark]) -> Drafts:
        """Draft every mark, in order, and return the drafts."""
        for key, group in groupby(marks, key=lambda entry: _table_of(entry.unit)):
            if key is None:
                self._lines(group)
            else:
                self._flush()
                self._table([entry.unit for entry in group])
        self._flush()
        return self.drafts

    def _lines(self, marks: Iterable[Mark]) -> None:
        readers = {
            MarkType.STAMP: self._stamp,
            MarkType.NUMBER: self._number,
            MarkType.TITLE: self._title,
            MarkType.RECORD: self._record,
            MarkType.HEAD: self._head,
            MarkType.STATE: self._state,
            MarkType.FIGURE_HEAD: self._figure_head,
            MarkType.FIGURES: self._figures,
            MarkType.FIGURE_CELL: self._figure_cell,
            MarkType.INLINE: self._own_label,
        }
        for entry in marks:
            if entry.type is MarkType.TEXT and entry.kind is None:
                self._pending.append(entry)
            elif entry.type is not MarkType.FURNITURE:
                self._flush()
                readers.get(entry.type, self._own_label)(entry)

    # --- single marks -------------------------------------------------------------------------------

    def _stamp(self, entry: Mark) -> None:
        self._draft(entry, Kind.DOCUMENT, None, parent=None)

    def _number(self, entry: Mark) -> None:
        self._draft(entry, Kind.HEADING, None, parent=self._scope.container())
        self._scope = replace(self._scope, row=self.drafts.new_row())

    def _state(self, entry: Mark) -> None:
        row = self._row_in_use()
        self._draft(entry, Kind.HEADING, None, parent=self._scope.container())
        span = Span(source=entry.unit.source, start=entry.unit.block.start + entry.body, end=entry.unit.end)
        self._state_of(row, (entry.label or "status").lower(), entry.unit, span)

    def _figure_head(self, entry: Mark) -> None:
        self._draft(entry, Kind.HEADING, None, parent=self._scope.container())
        money = tells_money(entry.unit.text)
        if money is not None:
            self._figure_kind = Kind.COST if money else Kind.INDICATOR
        if entry.meaning is not None and entry.meaning.kind in (Kind.GOAL, Kind.ACTIVITY):
            self._scope = replace(self._scope, meaning=entry.meaning, record=False, record_kind=None)

    def _figures(self, entry: Mark) -> None:
        """Draft a row of figures, or the name of one: its name tells money from indicators, else the heads."""
        text, asked = entry.unit.text, self._asked()
        if asked in (Kind.INDICATOR, Kind.COST) and not (is_figure(text) and self._in_figures()):
            self._figure_kind = asked
        if is_figure(text):
            self._figure_cell(entry)
            return
        if names_money(text):
            self._figure_kind = Kind.COST
        defines = self._figure_kind is Kind.INDICATOR and self._scope.record
        self._content(entry, self._figure_kind, Phase.ACTUAL if self._report and not defines else Phase.PLAN)

    def _in_figures(self) -> bool:
        """Whether the last draft was a row or cell of figures, so that its kind holds."""
        return bool(self.drafts.found) and self.drafts.found[-1].kind in (Kind.INDICATOR, Kind.COST)

    def _figure_cell(self, entry: Mark) -> None:
        self._content(entry, self._figure_kind, Phase.ACTUAL if self._report else Phase.PLAN)

    def _own_label(self, entry: Mark) -> None:
        """Draft a line that carries its own label: `Planning: 2e kwartaal`, `Actie 1.2: …`."""
        meaning = entry.meaning
        if meaning is None:
            kind = entry.kind or Kind.NARRATIVE
            if kind is Kind.ACTIVITY:
                self._record(entry)
            else:
                self._content(entry, kind, self._phase(kind, entry.unit.text), row=self._scope.row)
        elif meaning.role is Role.STATUS or _tells_state(entry):
            self._state(entry)
        elif meaning.role is Role.EXPLANATION:
            self._content(
                entry, self._record_kind(), Phase.ACTUAL if self._report else Phase.PLAN, row=self._scope.row
            )
        else:
            kind = meaning.kind or Kind.NARRATIVE
            self._content(entry, kind, meaning.phase if kind in TWO_SIDED else None, row=self._scope.row)

    # --- headings -------------------------------------------------------------------------------------

    def _title(self, entry: Mark) -> None:
        kind = entry.kind or Kind.THEME
        if kind is Kind.THEME and self._asked() is Kind.RELATION:
            self._content(entry, Kind.RELATION, None)
        elif kind is Kind.DOCUMENT:
            self._draft(entry, kind, None, parent=None)
        elif kind is Kind.PROGRAMME:
            self._scope = Scope(programme=self._draft(entry, kind, None, parent=None))
        elif kind is Kind.GOAL:
            self._content(entry, kind, Phase.PLAN)
        elif kind is Kind.HEADING:
            self._unknown_question(entry)
        else:
            self._theme(entry)

    def _unknown_question(self, entry: Mark) -> None:
        scope = self._scope
        above = scope.theme if scope.theme is not None else scope.programme
        place = self._draft(entry, Kind.SECTION, None, parent=above)
        self._scope = replace(
            scope.without_goals(), section=place, meaning=None, record=False, two_sided=False, row=None
        )

    def _theme(self, entry: Mark) -> None:
        scope, level = self._scope, entry.unit.block.level
        if scope.programme is None and scope.theme is None and scope.section is None and level == 1:
            self._scope = Scope(programme=self._draft(entry, Kind.PROGRAMME, None, parent=None))
            return
        closes = scope.record or (level is not None and scope.level is not None and level < scope.level)
        above = scope.programme if closes or scope.section is None else scope.section
        place = self._draft(entry, Kind.THEME, None, parent=above)
        told = scope.meaning is not None and scope.meaning.role is Role.CONTEXT
        meaning = None if closes or told else scope.meaning
        self._scope = Scope(
            programme=scope.programme, theme=place, meaning=meaning, level=scope.level, direct=False,
            two_sided=scope.two_sided and not scope.record,
        )  # fmt: skip

    def _record(self, entry: Mark) -> None:
        """Draft the title of a record: what the heads Status and Toelichting speak of."""
        kind = entry.kind or self._promised()
        self._open_record(kind)
        self._content(entry, kind, Phase.PLAN, row=self._scope.row)
        self._scope = replace(self._scope, meaning=self._told_below(kind))

    def _told_below(self, kind: Kind) -> Meaning | None:
        """What stands under the title of a record without a label: in a report, its result."""
        if kind is Kind.ACTIVITY and self._report:
            return Meaning(kind, Phase.ACTUAL, Role.LABEL)
        return self._scope.meaning

    def _promised(self) -> Kind:
        """Return what the records here promise: activities under a question for them, else goals."""
        if self._scope.record and self._scope.record_kind is not None:
            return self._scope.record_kind
        return Kind.ACTIVITY if self._asked() is Kind.ACTIVITY else Kind.GOAL

    def _promised_here(self) -> Kind:
        return self._scope.record_kind or Kind.ACTIVITY

    def _open_record(self, kind: Kind) -> None:
        scope = self._scope.without_goals() if kind is Kind.GOAL else self._scope
        self._scope = replace(
            scope,
            record=True,
            record_kind=kind,
            row=self.drafts.new_row(),
            section=None,
            in_run=False,
            two_sided=False,
        )

    def _head(self, entry: Mark) -> None:
        if entry.meaning is None:
            return
        if entry.meaning.role is Role.LABEL and entry.meaning.kind in (Kind.GOAL, Kind.ACTIVITY):
            self._record_label(entry, entry.meaning)
            return
        place = self._draft(entry, entry.kind or Kind.SECTION, None, parent=self._above(entry.meaning))
        self._scope = self._under(entry.meaning, place, entry)

    def _record_label(self, entry: Mark, meaning: Meaning) -> None:
        self._open_record(meaning.kind or Kind.ACTIVITY)
        self._draft(entry, Kind.HEADING, None, parent=self._scope.container())
        self._scope = replace(self._scope, meaning=meaning, label_number=entry.number)

    def _above(self, meaning: Meaning) -> int | None:
        scope = self._scope
        if scope.record and meaning.role is not Role.SECTION and len(scope.goals) == 1:
            return scope.goals[0]
        return scope.theme if scope.theme is not None else scope.programme

    def _under(self, meaning: Meaning, place: int, entry: Mark) -> Scope:
        """Return the scope under a heading with a meaning."""
        scope = self._scope
        if entry.kind is Kind.THEME:
            scope = replace(scope.without_goals(), theme=place)
        if meaning.role is Role.COLUMN:
            asked = (
                scope.meaning
                if self._asked() in TWO_SIDED
                else Meaning(self._promised_here(), Phase.PLAN, Role.QUESTION)
            )
            return replace(scope, meaning=asked, two_sided=self._report)
        if meaning.role in (Role.STATUS, Role.NUMBER):
            return replace(scope, label_number=None)
        if meaning.role is Role.EXPLANATION:
            return self._under_explanation(scope, place)
        if self._beside(scope.meaning, meaning):
            return replace(scope, meaning=meaning, two_sided=True, section=place, direct=True)
        if scope.record and self._belongs_to_record(meaning):
            row = self.drafts.new_row() if scope.two_sided else scope.row
            own = (
                Meaning(scope.record_kind, Phase.PLAN, Role.LABEL)
                if meaning.role is Role.CONTEXT
                else meaning
            )
            return replace(scope, meaning=own, section=place, row=row, direct=True)
        again = meaning.kind is Kind.GOAL or meaning.role in (Role.SECTION, Role.CONTEXT)
        return replace(
            scope.without_goals() if again else scope, meaning=meaning, section=place, record=False, record_kind=None,
            two_sided=False, row=None, level=entry.unit.block.level, direct=True, label_number=None,
        )  # fmt: skip

    def _under_explanation(self, scope: Scope, place: int) -> Scope:
        """What stands under Toelichting is the result of the record; in a plan, more of the same."""
        if not self._report:
            return replace(scope, section=place, direct=True)
        kind = scope.record_kind if scope.record else self._asked()
        if kind is None or kind not in TWO_SIDED:
            kind = Kind.ACTIVITY
        return replace(
            scope,
            meaning=Meaning(kind, Phase.ACTUAL, Role.LABEL),
            section=place,
            two_sided=False,
            direct=True,
        )

    def _belongs_to_record(self, meaning: Meaning) -> bool:
        if meaning.role is Role.CONTEXT:
            return not self._scope.two_sided
        return meaning.kind in TWO_SIDED and meaning.role is not Role.SECTION and (
            self._scope.two_sided or meaning.role is Role.LABEL
        )  # fmt: skip

    def _beside(self, before: Meaning | None, here: Meaning) -> bool:
        """Whether two heads stand side by side as the columns plan and result."""
        last = self.drafts.found[-2] if len(self.drafts.found) > 1 else None
        adjacent = last is not None and last.kind in (Kind.SECTION, Kind.HEADING)
        same = before is not None and before.kind is here.kind and before.phase is Phase.PLAN
        return adjacent and same and here.phase is Phase.ACTUAL

    # --- text under a heading ---------------------------------------------------------------------------

    def _flush(self) -> None:
        entries, self._pending = self._pending, []
        if not entries:
            return
        if self._scope.two_sided and self._asked() in TWO_SIDED:
            self._two_sides(entries)
        else:
            self._one_side(entries)

    def _asked(self) -> Kind | None:
        return self._scope.meaning.kind if self._scope.meaning is not None else None

    def _two_sides(self, entries: Sequence[Mark]) -> None:
        kind = self._asked() or Kind.ACTIVITY
        plan = split_sides([entry.unit for entry in entries], self._year)
        row = self._row_in_use()
        for place, entry in enumerate(entries):
            self._content(entry, kind, Phase.PLAN if place < plan else Phase.ACTUAL, row=row)

    def _one_side(self, entries: Sequence[Mark]) -> None:
        introduced: Kind | None = None
        for place, entry in enumerate(entries):
            unit = entry.unit
            if not unit.listed or introduced is None:
                introduced, kind = None, self._kind_of(unit)
            else:
                kind = introduced
            if unit.text.rstrip().endswith(":") and place + 1 < len(entries):
                introduced = introduced_kind(unit.text, kind, self._scope.meaning)
                kind = Kind.NARRATIVE if is_bare_introduction(unit.text) else kind
            self._content(entry, kind, self._phase(kind, unit.text), row=self._scope.row)
            if kind is Kind.NARRATIVE and not self._report and self._asked() in (None, Kind.GOAL):
                self._intentions(entry)

    def _intentions(self, entry: Mark) -> None:
        """Draft what is promised by a date inside a paragraph of narrative, under that paragraph."""
        paragraph = len(self.drafts.found) - 1
        base = entry.unit.block.start + entry.body
        for start, end in dated_intentions(entry.unit.text[entry.body :], self._year):
            span = Span(source=entry.unit.source, start=base + start, end=base + end)
            text = entry.unit.text[entry.body + start : entry.body + end]
            self.drafts.add(Draft(kind=Kind.ACTIVITY, phase=Phase.PLAN, spans=(span,), text=text, parent=paragraph))

    def _kind_of(self, unit: Unit) -> Kind:
        scope = self._scope
        opening = scope.meaning is None and scope.theme is None and scope.section is None
        return kind_of(
            unit.words, Setting(scope.meaning, unit.listed, scope.direct, opening=opening, ahead=not self._report)
        )

    def _record_kind(self) -> Kind:
        kind = self._scope.record_kind or self._asked()
        return kind if kind is not None and kind in TWO_SIDED else Kind.ACTIVITY

    def _phase(self, kind: Kind, text: str) -> Phase | None:
        """Return the side of the grid: the one the question asks for, else what the tense tells."""
        if kind not in TWO_SIDED:
            return None
        meaning = self._scope.meaning
        if meaning is not None and meaning.phase is not None:
            return meaning.phase
        return self._side(text)

    def _side(self, text: str) -> Phase:
        return Phase.ACTUAL if self._report and looks_back(text, self._year) > -1 else Phase.PLAN

    # --- rows and cells -----------------------------------------------------------------------------------

    def _table(self, units: Sequence[Unit]) -> None:
        rows = read_table(units, self._scope.meaning, report=self._report)
        if rows is None:
            self._pending.extend(as_text(unit) for unit in units)
            self._flush()
            return
        for row in rows:
            self._row(row)

    def _row(self, row: Row) -> None:
        for unit in row.heads:
            self._draft(Mark(unit, MarkType.HEAD), Kind.HEADING, None, parent=self._scope.container())
        if row.title is not None:
            self._open_record(row.title_kind or Kind.GOAL)
            self._content(
                Mark(row.title, MarkType.RECORD, body=row.title.body), row.title_kind or Kind.GOAL, Phase.PLAN
            )
        own = self.drafts.new_row()
        for unit in row.plan:
            self._content(_cell(unit, row.number), row.kind, Phase.PLAN, row=own)
        if len(row.plan) == 1 and row.kind in (Kind.ACTIVITY, Kind.GOAL):
            self.drafts.records[own] = len(self.drafts.found) - 1
        for unit in row.actual:
            self._content(_cell(unit, None), row.kind, Phase.ACTUAL, row=own)
        for units in row.wholes:
            self._whole(units, row, own)
        for aspect, unit in row.states:
            self._state_of(own, aspect, unit, Span(source=unit.source, start=unit.block.start, end=unit.end))

    def _whole(self, units: Sequence[Unit], row: Row, own: int) -> None:
        spans = tuple(Span(source=unit.source, start=unit.block.start, end=unit.end) for unit in units)
        text = " | ".join(unit.text for unit in units)
        parent = self._parent(row.kind, None, text)
        self.drafts.add(Draft(kind=row.kind, phase=row.phase, spans=spans, text=text, parent=parent, row=own))
        self._scope = self._scope.with_content()

    def _row_in_use(self) -> int:
        if self._scope.row is None:
            self._scope = replace(self._scope, row=self.drafts.new_row())
        return self._scope.row or 0

    def _state_of(self, row: int, aspect: str, unit: Unit, span: Span) -> None:
        text = unit.text[span.start - unit.block.start :]
        self.drafts.states.append(
            State(row=row, aspect=aspect, text=text, symbols=unit.block.symbols, span=span)
        )

    # --- drafting -------------------------------------------------------------------------------------------

    def _content(self, entry: Mark, kind: Kind, phase: Phase | None, row: int | None = None) -> None:
        number = entry.number or self._scope.label_number
        parent = self._parent(kind, number, entry.unit.words)
        place = self._draft(entry, kind, phase if kind in TWO_SIDED else None, parent=parent, row=row)
        scope = self._scope
        if (
            scope.record
            and row is not None
            and row == scope.row
            and kind is scope.record_kind
            and phase is Phase.PLAN
        ):
            self.drafts.records.setdefault(row, place)
        if kind is Kind.GOAL and phase is not Phase.ACTUAL:
            self._scope = self._scope.with_goal(place, number, entry.unit.words)
        else:
            self._scope = self._scope.with_content()

    def _parent(self, kind: Kind, number: str | None, text: str) -> int | None:
        scope = self._scope
        if kind in TWO_SIDED and kind is not Kind.GOAL:
            goal = scope.goal_for(number)
            if goal is None and len(scope.goals) > 1:
                named = clearly_named(scope.goal_texts, text)
                goal = scope.goals[named] if named is not None else None
            if goal is not None:
                return goal
        return scope.container()

    def _draft(
        self, entry: Mark, kind: Kind, phase: Phase | None, *, parent: int | None, row: int | None = None
    ) -> int:
        unit = entry.unit
        body = 0 if kind in _TITLES else entry.body
        span = Span(source=unit.source, start=unit.block.start + body, end=unit.end)
        number = (
            entry.number
            if entry.number is not None
            else (self._scope.label_number if kind not in _TITLES else None)
        )
        return self.drafts.add(
            Draft(
                kind=kind, phase=phase, spans=(span,), text=unit.text[body:], number=number, label=entry.label,
                parent=parent, row=row, extra=self._is_extra(phase),
            )
        )  # fmt: skip

    def _is_extra(self, phase: Phase | None) -> bool:
        meaning = self._scope.meaning
        return phase is Phase.ACTUAL and meaning is not None and meaning.role is Role.EXTRA


def _tells_state(entry: Mark) -> bool:
    """Whether a label with its value is a status cell: `Tijd: oranje`."""
    return reads_as_state(entry.unit.text[entry.body :])


def _table_of(unit: Unit) -> tuple[int, int] | None:
    return None if unit.block.table is None else (unit.source, unit.block.table)


def _cell(unit: Unit, number: str | None) -> Mark:
    return Mark(unit, MarkType.TEXT, number=unit.number or number, body=unit.body)
