"""Rows of figures and bare numbers among the lines of a page."""

import re
from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import Kind
from rodedraad.recognising.around import VALUE_ROLES, at, is_head
from rodedraad.recognising.figures import figure_cells, is_figure
from rodedraad.recognising.marks import Mark, MarkType, as_text

GROUP_WORDS: Final = 3
"""A word or two, or three (`Lasten en baten`), group rows; more words are text."""
LONGEST_NAME: Final = 120
"""The name of an indicator may be long, a paragraph is longer."""


def with_figures(marks: list[Mark]) -> list[Mark]:
    """Mark rows of figures: a name with its figures on one line, or on lines of their own."""
    found = list(marks)
    asked: Kind | None = None
    for place, entry in enumerate(marks):
        if entry.type is MarkType.HEAD and entry.meaning is not None:
            asked = entry.meaning.kind
        if entry.unit.block.table is not None or entry.type not in (
            MarkType.TEXT,
            MarkType.TITLE,
            MarkType.NUMBER,
        ):
            continue
        if _is_figures(found, place, of_figures=asked in (Kind.INDICATOR, Kind.COST)):
            found[place] = entry._replace(type=MarkType.FIGURES, body=0, number=None)
        elif _groups_figures(found, place):
            found[place] = Mark(entry.unit, MarkType.FIGURE_HEAD)
    return found


def _groups_figures(marks: Sequence[Mark], place: int) -> bool:
    """Whether a word or two stand between rows of figures: `Lasten` over the taakvelden."""
    before, after = at(marks, place - 1), at(marks, place + 1)
    among = before is not None and before.type in (MarkType.FIGURES, MarkType.FIGURE_HEAD)
    text = marks[place].unit.text
    short = len(text.split()) <= GROUP_WORDS and not text.endswith((".", ":", "?"))
    return among and short and after is not None and figure_cells(after.unit.text) > 1


def _is_figures(marks: Sequence[Mark], place: int, *, of_figures: bool) -> bool:
    text = marks[place].unit.text
    before = at(marks, place - 1)
    in_table = before is not None and before.type in (MarkType.FIGURES, MarkType.FIGURE_HEAD)
    if is_figure(text):
        return in_table or (of_figures and not _is_value(marks, place))
    cells = figure_cells(text)
    if cells > 1 or (cells == 1 and (in_table or of_figures)):
        return True
    needed = 1 if of_figures or in_table else 2
    after = [at(marks, place + step) for step in range(1, needed + 1)]
    short = len(text) < LONGEST_NAME and not text.rstrip().endswith((".", "?", ":"))
    return (
        short
        and marks[place].unit.number is None
        and all(one is not None and is_figure(one.unit.text) for one in after)
    )


def _is_value(marks: Sequence[Mark], place: int) -> bool:
    """Whether a figure is the one value under a label: "Financiële middelen: € 20.000"."""
    after = at(marks, place + 1)
    alone = after is None or not is_figure(after.unit.text)
    return is_head(at(marks, place - 1), VALUE_ROLES) and alone


def with_numbers(marks: list[Mark]) -> list[Mark]:
    """Keep bare numbers that count rows: 1, 2, 3; any other is the text of its cell."""
    found = list(marks)
    last = 0
    for place, entry in enumerate(marks):
        if entry.type is not MarkType.NUMBER:
            continue
        digits = re.sub(r"\D", "", entry.unit.text.split(".")[-1] or entry.unit.text)
        counts = entry.unit.text.rstrip(".)").count(".") > 0 or (
            digits.isdigit() and int(digits) in (1, last + 1)
        )
        if entry.unit.block.table is None and not counts and not entry.unit.text.endswith((".", ")")):
            found[place] = as_text(entry.unit)
        elif digits:
            last = int(digits)
    return found
