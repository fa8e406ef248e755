"""Writes drafts: knows what the words being read stand under, and keeps it up to date."""

import re
from typing import Final

from msgspec.structs import replace

from rodedraad.model.document import Document, Span
from rodedraad.model.terms import LABELS, TWO_SIDED, DocumentKind, Kind, Phase
from rodedraad.recognising.answers import clearly_named
from rodedraad.recognising.codes import Code, code_of
from rodedraad.recognising.drafts import Draft, Drafts, State
from rodedraad.recognising.language import is_told
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.marks import Mark
from rodedraad.recognising.scope import Scope
from rodedraad.recognising.statements import states_values
from rodedraad.recognising.tense import looks_back
from rodedraad.recognising.units import Unit

REPORTS: Final = frozenset({DocumentKind.JAARSTUKKEN, DocumentKind.TUSSENRAPPORTAGE})
_VALUED: Final = re.compile(r":\s*[<>≤≥±€]*\s*\d[^()]*\([^()]*\b20\d\d\b")
"""A value with that of another year behind it: `Bezoekers: 340 (2021: 310)`."""
_PROMISES: Final = frozenset({Kind.GOAL, Kind.ACTIVITY})
_TITLES: Final = frozenset({Kind.DOCUMENT, Kind.PROGRAMME, Kind.THEME, Kind.SECTION, Kind.HEADING})


WHOLE: Final = slice(None)
"""All of a line."""


class Pen:
    """The drafts of one document, and the scope in which the next one will be written."""

    def __init__(self, frame: Document) -> None:
        """Start at the top of the document, under no heading."""
        self.drafts = Drafts()
        self.scope = Scope()
        self._promised: set[Code] = set()
        self._coded: dict[tuple[int | None, Code], int] = {}
        self.year = frame.year
        self.report = frame.kind in REPORTS

    # --- headings -----------------------------------------------------------------------------------------

    def title(self, entry: Mark, kind: Kind, parent: int | None) -> int:
        """Write a heading or title with all of its words and return its place."""
        return self._write(entry, kind, None, parent=parent, row=None)

    def label(self, entry: Mark) -> int:
        """Write a bare label in the scope at hand and return its place."""
        return self.title(entry, Kind.HEADING, self.scope.container())

    # --- content ------------------------------------------------------------------------------------------

    def content(
        self,
        entry: Mark,
        kind: Kind,
        phase: Phase | None,
        row: int | None = None,
        *,
        under: int | None = None,
    ) -> int:
        """Write an element that says something, bring the scope up to date, and return its place.

        Its parent is what it stands `under` if that was told, else what the scope tells.
        """
        number = entry.number or self.scope.label_number
        side = phase if kind in TWO_SIDED else None
        parent = self.parent_of(kind, number, entry.unit.words) if under is None else under
        place = self._write(entry, kind, side, parent=parent, row=row)
        if side is Phase.PLAN and kind in _PROMISES and entry.number:
            self._promised.add(code_of(entry.number))
        if row is not None and self.scope.is_about(kind, side, row):
            self.drafts.records.setdefault(row, place)
        if kind is Kind.GOAL and side is Phase.PLAN:
            self._coded[self.scope.programme, code_of(number)] = place
            self.scope = self.scope.with_goal(place, number, entry.unit.words, above=parent)
        else:
            self.scope = self.scope.with_content()
        return place

    def part(self, entry: Mark, start: int, end: int, parent: int) -> None:
        """Write a promise that stands inside a paragraph; its places count from the paragraph's own words."""
        unit, base = entry.unit, entry.body
        first = unit.block.start + base
        self.drafts.add(
            Draft(
                kind=Kind.ACTIVITY,
                phase=Phase.PLAN,
                spans=(Span(source=unit.source, start=first + start, end=first + end),),
                text=unit.text[base + start : base + end],
                parent=parent,
            )
        )

    def figures(self, units: tuple[Unit, ...], kind: Kind, phase: Phase | None, row: int) -> None:
        """Write a row of figures as one element."""
        spans = tuple(Span(source=unit.source, start=unit.block.start, end=unit.end) for unit in units)
        text = " | ".join(unit.text for unit in units)
        parent = self.parent_of(kind, None, text)
        self.drafts.add(Draft(kind=kind, phase=phase, spans=spans, text=text, parent=parent, row=row))
        self.scope = self.scope.with_content()

    def state(self, row: int, aspect: str, unit: Unit, part: slice = WHOLE, *, named: bool = False) -> None:
        """Keep what stands in a status cell of a row, or in a part of a line.

        A column or a label of its own names what it judges.
        """
        first, last, _ = part.indices(len(unit.text))
        text, symbols = unit.text[part], unit.block.symbols if part.stop is None else ()
        start = unit.block.start
        span = Span(source=unit.source, start=start + first, end=start + last)
        self.drafts.states.append(
            State(
                row=row,
                aspect=aspect.lower(),
                text=text,
                symbols=symbols,
                span=span,
                named=named or unit.block.table is not None,
            )
        )

    # --- where things stand ---------------------------------------------------------------------------------

    def row_in_use(self) -> int:
        """Return the row being written, a new one if there is none."""
        row = self.scope.row if self.scope.row is not None else self.drafts.new_row()
        self.scope = replace(self.scope, row=row)
        return row

    def row_judged(self) -> int:
        """Return the row that a status belongs to: that of the record, else of the promise right above it.

        What came of that promise may follow.
        """
        place = self._promise_above() if self.scope.row is None else None
        if place is None:
            return self.row_in_use()
        draft = self.drafts.found[place]
        row = draft.row if draft.row is not None else self.drafts.new_row()
        self.drafts.found[place] = replace(draft, row=row)
        self.drafts.records.setdefault(row, place)
        if self.report and self.scope.judged is None:
            told = Meaning(draft.kind, Phase.ACTUAL, Role.LABEL)
            self.scope = replace(self.scope, judged=self.scope.meaning, meaning=told)
        self.scope = replace(self.scope, row=row, record=True, record_kind=draft.kind)
        return row

    def _promise_above(self) -> int | None:
        found = self.drafts.found
        place = len(found) - 1
        while place >= 0 and found[place].kind in LABELS:
            place -= 1
        promised = place >= 0 and found[place].phase is Phase.PLAN and found[place].kind in _PROMISES
        return place if promised else None

    def open_record(self, kind: Kind, *, titled: bool = True) -> int:
        """Begin a record about a promise of a kind, or a field of such promises, and return its row."""
        row = self.drafts.new_row()
        scope = self.scope.without_goals() if kind is Kind.GOAL else self.scope
        self.scope = replace(
            scope,
            record=True,
            record_kind=kind,
            titled=titled,
            row=row,
            section=None,
            in_run=False,
            two_sided=False,
        )
        return row

    def reopen_record(self, row: int) -> None:
        """Go on with the record about the promise of a row that was written."""
        kind = self.drafts.found[self.drafts.records[row]].kind
        self.scope = replace(self.scope, record=True, record_kind=kind, titled=True, row=row, two_sided=False)

    def parent_of(self, kind: Kind, number: str | None, text: str) -> int | None:
        """Return the goal an element stands under, by place, number or words, else the nearest heading."""
        scope = self.scope
        of_goal = scope.record or scope.of_goal or (scope.section is None and scope.theme is not None)
        apart = kind in (Kind.COST, Kind.RISK) and not of_goal
        if kind is Kind.GOAL:
            above = self._goal_above(number)
            return above if above is not None else scope.container()
        if kind not in TWO_SIDED or apart:
            return scope.container()
        goal = scope.goal_for(number)
        if goal is None and len(scope.goals) > 1:
            named = clearly_named(scope.goal_texts, text)
            goal = scope.goals[named] if named is not None else None
        return goal if goal is not None else scope.container()

    def refers_back(self, number: str | None) -> bool:
        """Whether a number in a report is that of a promise told before: `2.4.1`, but not `3.`."""
        code = code_of(number) if self.report else ()
        return len(code) > 1 and code in self._promised

    def _goal_above(self, number: str | None) -> int | None:
        """Return the goal of this programme whose code the number goes on from: 3.1 of 3.1.2."""
        code = code_of(number)
        known = (
            self._coded.get((self.scope.programme, code[:length])) for length in range(len(code) - 1, 0, -1)
        )
        return next((place for place in known if place is not None), None)

    def side_of(self, kind: Kind, text: str) -> Phase | None:
        """Return the side of the grid: the one the question asks for, else the one the tense tells."""
        if kind not in TWO_SIDED:
            return None
        meaning = self.scope.meaning
        if meaning is not None and meaning.phase is not None and not self._reports(meaning, text):
            return meaning.phase
        told = looks_back(text, self.year)
        return Phase.ACTUAL if self.report and told > (0 if kind is Kind.GOAL else -1) else Phase.PLAN

    def _reports(self, meaning: Meaning, text: str) -> bool:
        """Whether a report tells under a label for plans how it went: figures reached, what it cost."""
        if not self.report or meaning.phase is not Phase.PLAN:
            return False
        if meaning.kind is Kind.COST and is_told(text):
            return True
        if meaning.role is not Role.LABEL:
            return False
        if meaning.kind is Kind.INDICATOR:
            return states_values(text) and (not self.scope.record or _VALUED.search(text) is not None)
        return meaning.kind is Kind.COST and not self.scope.record and any(map(str.isdigit, text))

    def side_of_report(self) -> Phase:
        """Return the side that a report's own words are on."""
        return Phase.ACTUAL if self.report else Phase.PLAN

    def _write(
        self, entry: Mark, kind: Kind, phase: Phase | None, *, parent: int | None, row: int | None
    ) -> int:
        unit, titled = entry.unit, kind in _TITLES
        body = 0 if titled else entry.body
        own_number = entry.number is not None or titled
        meaning = self.scope.meaning
        return self.drafts.add(
            Draft(
                kind=kind,
                phase=phase,
                spans=(Span(source=unit.source, start=unit.block.start + body, end=unit.end),),
                text=unit.text[body:],
                number=entry.number if own_number else self.scope.label_number,
                label=entry.label,
                parent=parent,
                row=row,
                symbols=unit.block.symbols,
                extra=phase is Phase.ACTUAL and meaning is not None and meaning.role is Role.EXTRA,
            )
        )
