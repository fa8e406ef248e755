"""Lines that state the values of an indicator and nothing else, wherever they stand: they are indicators."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from rodedraad.model.terms import Kind, Phase, Side
from rodedraad.recognising.drafts import Draft
from rodedraad.recognising.figures import names_indicator
from rodedraad.recognising.phases import When
from rodedraad.recognising.statements import Statement, statement_of

_OPEN: Final = frozenset({Kind.NARRATIVE, Kind.GOAL, Kind.ACTIVITY})
_LONGEST: Final = 200
"""A line of values is short; a paragraph that holds some tells more."""


def with_stated_indicators(drafts: Sequence[Draft], when: When) -> list[Draft]:
    """Return the drafts, with lines such as `Bezoekers: 83 (2023: 71, begroot 90)` as indicators.

    A line beside such a line, of the same form but with one value or none, is one too.  What other
    drafts stand under is left as it is.
    """
    parents = {draft.parent for draft in drafts}
    stated = {
        place: statement
        for place, draft in enumerate(drafts)
        if draft.kind in _OPEN and place not in parents and (statement := _stated(draft)) is not None
    }
    sure = {place for place, statement in stated.items() if _is_sure(statement)}
    sure.update(_beside(drafts, stated.keys() - sure, sure))
    return [
        draft
        if place not in sure
        else replace(draft, kind=Kind.INDICATOR, phase=_phase(draft, stated[place], when))
        for place, draft in enumerate(drafts)
    ]


def _stated(draft: Draft) -> Statement | None:
    short = len(draft.spans) == 1 and len(draft.text) <= _LONGEST
    return statement_of(draft.text) if short and ":" in draft.text else None


def _is_sure(statement: Statement) -> bool:
    told = [side for side in statement.sides if side is not None]
    return len(statement.sides) > 1 or bool(told) or statement.share or names_indicator(statement.name)


def _beside(drafts: Sequence[Draft], open_places: set[int], sure: set[int]) -> Iterator[int]:
    for place in open_places:
        beside = (other for other in (place - 1, place + 1) if other in sure)
        if any(drafts[other].parent == drafts[place].parent for other in beside):
            yield place


def _phase(draft: Draft, statement: Statement, when: When) -> Phase:
    if draft.phase is not None:
        return draft.phase
    aimed = all(side is Side.TARGET for side in statement.sides)
    return Phase.PLAN if aimed or not when.reports else Phase.ACTUAL
