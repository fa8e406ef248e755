"""What each unit is on the page, by what stands around it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from rodedraad.model.document import Document
from rodedraad.recognising.alike import with_alike_titles
from rodedraad.recognising.aspect_fields import with_aspect_fields, with_planned_aspects
from rodedraad.recognising.codes import with_codes
from rodedraad.recognising.descriptions import with_descriptions
from rodedraad.recognising.figure_marks import with_figures, with_numbers
from rodedraad.recognising.flat_tables import with_flat_tables
from rodedraad.recognising.head_marks import (
    with_budget_labels,
    with_head_runs,
    with_item_titles,
    with_listed_heads,
    with_parts,
)
from rodedraad.recognising.icons import with_icons
from rodedraad.recognising.legend_marks import with_legends
from rodedraad.recognising.marks import Mark
from rodedraad.recognising.opening_aims import with_opening_aims
from rodedraad.recognising.pen import REPORTS
from rodedraad.recognising.records import with_columns, with_records, with_results, without_values
from rodedraad.recognising.states import with_loose_states, with_states
from rodedraad.recognising.turns import with_turns

_FIRST: Final = (
    with_icons,
    with_listed_heads,
    with_item_titles,
    with_budget_labels,
    with_legends,
    with_states,
    with_head_runs,
    with_results,
    with_flat_tables,
    with_figures,
    with_numbers,
    with_loose_states,
)
_THEN: Final = (
    with_descriptions,
    with_columns,
    with_records,
    without_values,
    with_codes,
    with_alike_titles,
    with_opening_aims,
    with_parts,
)


def _steps(*, report: bool) -> tuple[Callable[[list[Mark]], list[Mark]], ...]:
    return (*_FIRST, with_aspect_fields if report else with_planned_aspects, *_THEN)


def looks(marks: Sequence[Mark], frame: Document) -> Iterator[tuple[str, Sequence[Mark]]]:
    """Yield the marks as they are, and after each step, by its name; a step reads what those before made."""
    found = list(marks)
    report = frame.kind in REPORTS
    yield "", found
    for step in _steps(report=report):
        found = step(found)
        yield step.__name__.removeprefix("with_").removeprefix("without_"), found
    if report:
        yield "turns", with_turns(found, frame.year)


def settle(marks: Sequence[Mark], frame: Document) -> tuple[Mark, ...]:
    """Return the marks of a document, each corrected by its neighbours."""
    *_, (_, found) = looks(marks, frame)
    return tuple(found)
