"""Rows of figures that lost their table: heads, names and cells, one or several on a line."""

from msgspec.structs import replace

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising import scoping
from rodedraad.recognising.figures import is_figure, names_money, tells_money
from rodedraad.recognising.lexicon import Role
from rodedraad.recognising.marks import Mark
from rodedraad.recognising.pen import Pen


class FigureRows:
    """Writes rows of figures; remembers whether the table at hand is of money or of indicators."""

    def __init__(self, pen: Pen) -> None:
        """Write with `pen`; figures are indicators until something says money."""
        self._pen = pen
        self._kind = Kind.INDICATOR

    def head(self, entry: Mark) -> None:
        """Write the head of a column: it may tell money, or what the rows promise."""
        pen = self._pen
        pen.label(entry)
        money = tells_money(entry.unit.text)
        if money is not None:
            self._kind = Kind.COST if money else Kind.INDICATOR
        if entry.meaning is not None and entry.meaning.kind in (Kind.GOAL, Kind.ACTIVITY):
            pen.scope = replace(pen.scope, meaning=entry.meaning, record=False, record_kind=None)
        if entry.meaning is not None and entry.meaning.role in (Role.EXPLANATION, Role.RESULT):
            pen.scope = scoping.under_columns(pen.scope, report=pen.report)

    def row(self, entry: Mark) -> None:
        """Write a row of figures, or the name of one: its words tell the kind, else the question does."""
        pen, text = self._pen, entry.unit.text
        asked = pen.scope.asked
        if asked in (Kind.INDICATOR, Kind.COST) and not (is_figure(text) and self._in_figures()):
            self._kind = asked
        if is_figure(text):
            self.cell(entry)
            return
        if names_money(text):
            self._kind = Kind.COST
        defines = self._kind is Kind.INDICATOR and pen.scope.record
        pen.content(entry, self._kind, Phase.PLAN if defines else pen.side_of_report())

    def cell(self, entry: Mark) -> None:
        """Write one figure of a row."""
        self._pen.content(entry, self._kind, self._pen.side_of_report())

    def _in_figures(self) -> bool:
        """Whether the last draft was a row or cell of figures, so that its kind holds."""
        found = self._pen.drafts.found
        return bool(found) and found[-1].kind in (Kind.INDICATOR, Kind.COST)
