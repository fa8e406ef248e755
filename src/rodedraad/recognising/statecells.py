"""Status cells tied to the promises that they judge."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.drafts import Draft, State

_BY_RANK = (Kind.ACTIVITY, Kind.GOAL, Kind.PLANNING)


def judged_by_cells(drafts: Sequence[Draft], states: Sequence[State]) -> Mapping[int, tuple[int, ...]]:
    """Return, by place of the label that a status cell is, the first promise of its row.

    A letter that lost its head may stand beside anything.
    """
    if not states:
        return {}
    labels = {
        (span.source, span.start): place
        for place, draft in enumerate(drafts)
        if draft.kind is Kind.HEADING
        for span in draft.spans
    }
    promises = _promises(drafts)
    tied: dict[int, tuple[int, ...]] = {}
    for state in states:
        place = labels.get((state.span.source, state.span.start)) if state.span is not None else None
        stray = not state.named and len(state.text.strip()) <= 1
        if place is not None and state.row in promises and not stray:
            tied[place] = promises[state.row][:1]
    return tied


def _promises(drafts: Sequence[Draft]) -> Mapping[int, tuple[int, ...]]:
    """Return the promises of each row: its activities, else its goals, else its planning."""
    rows: dict[int, dict[Kind, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, draft in enumerate(drafts):
        if draft.row is not None and draft.phase is Phase.PLAN:
            rows[draft.row][draft.kind].append(place)
    return {
        row: tuple(next((kinds[kind] for kind in _BY_RANK if kind in kinds), ()))
        for row, kinds in rows.items()
    }
