"""Columns that hold the difference of two others, whatever their head says: `Resultaat 2023`."""

from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import MoneyPhase
from rodedraad.recognising.entries import near
from rodedraad.recognising.heads import Head, Use
from rodedraad.recognising.numbers import read_figure
from rodedraad.recognising.sheets import Line, Sheet

_FEWEST: Final = 2
_OPEN: Final = frozenset({None, "saldo", "resultaat"})


def with_differences(sheet: Sheet) -> Sheet:
    """Return a table of money with its columns that are the difference of a budget and what came of it.

    Such a column stands behind both, and in most rows is as large as they are apart.
    """
    if not sheet.of_money:
        return sheet
    heads = dict.fromkeys(head for line in sheet.lines for head, _ in line.figures)
    told = [head for head in heads if _is_budget(head)], [head for head in heads if _is_outcome(head)]
    if not all(told):
        return sheet
    found = {head for head in heads if _may_differ(head) and _differs(head, told, sheet.lines)}
    return sheet if not found else sheet._replace(lines=tuple(_marked(line, found) for line in sheet.lines))


def _is_budget(head: Head) -> bool:
    return not head.difference and (head.budget or head.phase in {MoneyPhase.APPROVED, MoneyPhase.ADJUSTED})


def _is_outcome(head: Head) -> bool:
    return not head.difference and (head.forecast or head.phase is MoneyPhase.EXECUTED)


def _may_differ(head: Head) -> bool:
    plain = head.phase is None and not (head.budget or head.forecast or head.difference or head.side)
    return head.use in {Use.FIGURE, Use.UNKNOWN} and plain and head.what in _OPEN


def _differs(head: Head, told: tuple[Sequence[Head], Sequence[Head]], lines: Sequence[Line]) -> bool:
    budgets, outcomes = told
    filled = right = 0
    for line in lines:
        sizes = {own: size for own, cell in line.figures if (size := _size(cell.text)) is not None}
        if head not in sizes or not sizes[head]:
            continue
        filled += 1
        right += any(
            near(abs(sizes[head]), abs(sizes[outcome] - sizes[budget]))
            for outcome in outcomes
            for budget in budgets
            if outcome in sizes and budget in sizes
        )
    return right >= _FEWEST and right * 2 > filled


def _size(text: str) -> float | None:
    figure = read_figure(text) if text else None
    return None if figure is None else figure.value


def _marked(line: Line, found: set[Head]) -> Line:
    return line._replace(
        figures=tuple(
            (head._replace(use=Use.FIGURE, difference=True, what=None) if head in found else head, cell)
            for head, cell in line.figures
        )
    )
