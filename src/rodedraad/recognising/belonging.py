"""Promises that nothing but their words tie to a goal."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.answers import Rarity
from rodedraad.recognising.drafts import Draft

SPEAKS: Final = 0.05
"""From this likeness on, what is to be done speaks of a goal."""
CLEARER: Final = 2.0
"""The goal that it belongs to is so many times as like it as any other."""
_WITHIN: Final = frozenset({Kind.THEME, Kind.PROGRAMME})


def with_goals(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, with what is to be done under no goal put under the one goal it clearly speaks of.

    That is a goal told before it under the same theme, where there is one, else in the same programme.
    """
    found = list(drafts)
    rarity = Rarity(draft.text for draft in drafts)
    goals: dict[int | None, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        if draft.phase is not Phase.PLAN:
            continue
        if draft.kind is Kind.GOAL:
            for part in _parts(drafts, place):
                goals[part].append(place)
        elif draft.kind is Kind.ACTIVITY and not _has_goal(drafts, place):
            own = _clear(drafts, _told_before(drafts, place, goals), draft.text, rarity)
            found[place] = draft if own is None else replace(draft, parent=own)
    return found


def _parts(drafts: Sequence[Draft], place: int) -> list[int]:
    """Return the themes and programmes that a draft stands under, the nearest first."""
    found: list[int] = []
    above = drafts[place].parent
    while above is not None:
        if drafts[above].kind in _WITHIN:
            found.append(above)
        above = drafts[above].parent
    return found


def _has_goal(drafts: Sequence[Draft], place: int) -> bool:
    above = drafts[place].parent
    while above is not None and drafts[above].kind is not Kind.GOAL:
        above = drafts[above].parent
    return above is not None


def _told_before(
    drafts: Sequence[Draft], place: int, goals: Mapping[int | None, Sequence[int]]
) -> Sequence[int]:
    return next((goals[part] for part in _parts(drafts, place) if part in goals), ())


def _clear(drafts: Sequence[Draft], goals: Sequence[int], text: str, rarity: Rarity) -> int | None:
    """Return the one of several goals that a text clearly speaks of."""
    if len(goals) <= 1:
        return None
    likely = sorted(((_likeness(rarity, drafts[goal].text, text), goal) for goal in goals), reverse=True)
    (best, goal), (next_best, _) = likely[:2]
    return goal if best >= SPEAKS and best >= CLEARER * next_best else None


def _likeness(rarity: Rarity, goal: str, text: str) -> float:
    return max(rarity.likeness(goal, text), rarity.likeness(text, goal))
