"""Tables that lost their cells: one cell a line, the heads first."""

from collections.abc import Sequence
from typing import Final

from rodedraad.recognising.figures import (
    figure_cells,
    heads_figures,
    is_column_head,
    is_figure,
    may_stand_among_heads,
)
from rodedraad.recognising.lexicon import Role
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.vocabulary import pattern_of

MIN_COLUMNS: Final = 2
MOST_COLUMNS: Final = 14
ENOUGH: Final = 0.6
"""The share of the cells under heads of figures that are figures: some are empty or remarks."""
SOON: Final = 4
"""Within this many lines of the heads stands a figure: a name, perhaps a unit and a source, go before."""
_NAME_HEADS: Final = pattern_of("figures", "row-name")
_FREE: Final = frozenset({MarkType.TEXT, MarkType.TITLE, MarkType.NUMBER, MarkType.FIGURE_HEAD})


def with_flat_tables(marks: list[Mark]) -> list[Mark]:
    """Mark the heads and cells of tables of figures that stand one cell a line.

    Heads are two or more lines in a row that head columns.  Below them, lines are taken a row at a
    time while the cells under the heads of figures are figures.
    """
    found = list(marks)
    place = 0
    while place < len(marks):
        end = _end_of_heads(marks, place)
        if end - place >= MIN_COLUMNS and _figures_follow(marks, end):
            found[place:end] = [Mark(entry.unit, MarkType.FIGURE_HEAD) for entry in marks[place:end]]
            end = _mark_rows(found, place, end)
        place = max(end, place + 1)
    return found


def _end_of_heads(marks: Sequence[Mark], place: int) -> int:
    end = place
    while end < len(marks) and _may_head(marks[end], first=end == place):
        end += 1
    if end - place < MIN_COLUMNS:
        return place
    sure = [entry for entry in marks[place:end] if is_column_head(entry.unit.text)]
    return end if len(sure) >= MIN_COLUMNS else place


def _may_head(entry: Mark, *, first: bool) -> bool:
    text = entry.unit.text
    if entry.unit.block.table is not None:
        return False
    if first and _NAME_HEADS.fullmatch(text.strip(" :")):
        return True
    free = entry.type in _FREE or entry.role in (Role.LABEL, Role.CONTEXT, Role.EXPLANATION)
    return free and (is_column_head(text) or (not first and may_stand_among_heads(text)))


def _figures_follow(marks: Sequence[Mark], place: int) -> bool:
    """Whether a name with a figure after it, or a row of figures, stands soon after a place."""
    soon = [entry.unit.text for entry in marks[place : place + SOON]]
    return any(is_figure(text) or figure_cells(text) for text in soon)


def _mark_rows(found: list[Mark], start: int, end: int) -> int:
    """Mark the rows below the heads `found[start:end]` and return where they end."""
    heads = [entry.unit.text for entry in found[start:end]]
    width = len(heads)
    if width > MOST_COLUMNS:
        return end
    place = end
    while place + width <= len(found) and _is_row(found[place : place + width], heads):
        name, *cells = found[place : place + width]
        found[place] = name._replace(type=MarkType.FIGURES, body=0, number=None)
        for step, cell in enumerate(cells, start=1):
            found[place + step] = cell._replace(type=MarkType.FIGURE_CELL, body=0, number=None)
        place += width
    return place


def _is_row(entries: Sequence[Mark], heads: Sequence[str]) -> bool:
    if any(entry.type not in _FREE or entry.unit.block.table is not None for entry in entries):
        return False
    expected = [entry for entry, head in zip(entries[1:], heads[1:], strict=True) if heads_figures(head)]
    figures = sum(is_figure(entry.unit.text) for entry in expected)
    return not is_figure(entries[0].unit.text) and len(expected) > 0 and figures >= ENOUGH * len(expected)
