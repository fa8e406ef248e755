"""Rows of a table become drafts."""

from collections.abc import Callable
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.pen import Pen
from rodedraad.recognising.table_row import Part, Row
from rodedraad.recognising.units import Unit

_ABOUT: Final = frozenset({Kind.ACTIVITY, Kind.GOAL})


class TableWriter:
    """Writes the rows of one table.

    A goal in a column of its own heads the rows beside and below it, up to the next; one right of another
    stands under that.
    """

    def __init__(self, pen: Pen, theme: Callable[[Mark], None]) -> None:
        """Write with a pen; `theme` writes the name of a theme."""
        self._pen = pen
        self._theme = theme
        self._goals: list[int] = []
        self._row = 0

    def write(self, row: Row) -> int:
        """Write one row: its labels, what it is about, and what its cells say; return its number."""
        pen = self._pen
        above = pen.row_judged() if row.judges_above else None
        for unit in row.heads:
            pen.label(Mark(unit, MarkType.HEAD))
        if row.title is not None:
            self._title(row.title, row)
        own = self._row = self._row if row.goes_on else above or pen.drafts.new_row()
        self._parts(row, own)
        for units in row.wholes:
            pen.figures(units, row.kind, row.phase, own)
        for aspect, unit in row.states:
            pen.state(own, aspect, unit)
        return own

    def _title(self, unit: Unit, row: Row) -> None:
        pen, kind = self._pen, row.title_kind or Kind.GOAL
        if kind is Kind.THEME:
            self._goals = []
            self._theme(Mark(unit, MarkType.TITLE, kind=kind, number=unit.number, body=unit.body))
            return
        own = pen.open_record(kind)
        pen.content(Mark(unit, MarkType.RECORD, body=unit.body), kind, Phase.PLAN, own)
        for aspect, state in row.title_states:
            pen.state(own, aspect, state, slice(len(state.text), None))

    def _parts(self, row: Row, own: int) -> None:
        """Write the parts of a row: what is promised and what came of it, each kind in a row of its own.

        The date of a row that promises one thing stands under that.
        """
        rows = {row.kind: own}
        promises: list[int] = []
        for part in row.parts:
            if part.phase is Phase.PLAN:
                rows.setdefault(part.kind, self._pen.drafts.new_row())
            place = rows.get(part.kind, own)
            if part.kind is Kind.GOAL and row.kind is not Kind.GOAL and part.phase is Phase.PLAN:
                self._goal(part, place)
                continue
            under = promises[0] if _is_planned(part) and len(promises) == 1 and row.kind in _ABOUT else None
            written = [
                self._pen.content(_cell(unit, part), part.kind, part.phase, place, under=under)
                for unit in part.units
            ]
            if part.kind is row.kind and part.phase is Phase.PLAN:
                promises += written
        if len(promises) == 1 and row.kind in _ABOUT:
            self._pen.drafts.records[own] = promises[0]

    def _goal(self, part: Part, row: int) -> None:
        pen = self._pen
        above = self._goals[part.level - 1] if 0 < part.level <= len(self._goals) else None
        pen.scope = pen.scope.without_goals()
        first, *further = part.units
        place = pen.content(_cell(first, part), Kind.GOAL, Phase.PLAN, row, under=above)
        heads = pen.scope
        for unit in further:
            pen.content(_cell(unit, part), Kind.GOAL, Phase.PLAN, row, under=above)
        pen.scope = heads
        self._goals[part.level :] = [place]


def _is_planned(part: Part) -> bool:
    """Whether a part gives the date of what its row promises."""
    return part.kind is Kind.PLANNING and part.phase is Phase.PLAN


def _cell(unit: Unit, part: Part) -> Mark:
    return Mark(unit, MarkType.TEXT, number=unit.number or part.number, body=unit.body)
