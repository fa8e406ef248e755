"""Results told under the number of a promise: `4.1.3 Wachttijd` over the words that answer promise 4.1.3."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from rodedraad.model.terms import TWO_SIDED, Kind, Phase
from rodedraad.recognising.codes import Code, code_of
from rodedraad.recognising.drafts import Draft

PARTS: Final = 2
"""A number with fewer parts than this (`3.`) counts lines, and names no promise."""
_PROMISES: Final = frozenset({Kind.GOAL, Kind.ACTIVITY})
_STRUCTURE: Final = frozenset({Kind.THEME, Kind.SECTION, Kind.HEADING})


def numbered_answers(drafts: Sequence[Draft]) -> dict[int, tuple[int, ...]]:
    """Return, by place of the result, the promise that bears the number it is told under.

    That is its own number, that of the result it goes on with, or that of a heading behind the promise; only
    a number that one promise has counts.
    """
    promises = _by_number(drafts)
    answers: dict[int, tuple[int, ...]] = {}
    if not promises:
        return answers
    running: Code = ()
    for place, draft in enumerate(drafts):
        if not _is_result(draft):
            running = ()
            continue
        running = _own(draft) or running
        code, since = (running, place) if running else _above(drafts, draft)
        if code in promises and promises[code] < since:
            answers[place] = (promises[code],)
    return answers


def _by_number(drafts: Sequence[Draft]) -> Mapping[Code, int]:
    """Return the promises by their number, those alone with it."""
    found: dict[Code, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        code = code_of(draft.number)
        if draft.kind in _PROMISES and draft.phase is Phase.PLAN and len(code) >= PARTS:
            found[code].append(place)
    return {code: places[0] for code, places in found.items() if len(places) == 1}


def _is_result(draft: Draft) -> bool:
    return draft.phase is Phase.ACTUAL and draft.kind in TWO_SIDED and draft.kind is not Kind.INDICATOR


def _own(draft: Draft) -> Code:
    code = code_of(draft.number) if draft.kind in _PROMISES else ()
    return code if len(code) >= PARTS else ()


def _above(drafts: Sequence[Draft], draft: Draft) -> tuple[Code, int]:
    """Return the number of the nearest heading above that has one, and the heading's place."""
    place = draft.parent
    while place is not None and drafts[place].kind in _STRUCTURE:
        code = code_of(drafts[place].number)
        if len(code) >= PARTS:
            return code, place
        place = drafts[place].parent
    return (), 0
