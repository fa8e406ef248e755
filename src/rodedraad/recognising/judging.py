"""The status of the promises among the drafts of a document."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rodedraad.model.document import Aspect, LegendEntry, Span, StatusJudgement
from rodedraad.model.terms import By, Kind, Phase
from rodedraad.recognising.drafts import Draft, Drafts, State
from rodedraad.recognising.status import status_of_result, status_of_symbol

JUDGED = frozenset({Kind.ACTIVITY, Kind.GOAL, Kind.PLANNING})




def judge(
    drafts: Drafts, answers: Mapping[int, tuple[int, ...]], legend: Sequence[LegendEntry]
) -> Mapping[int, tuple[StatusJudgement, tuple[Aspect, ...]]]:
    """Return the status and aspects of each promise that has one, by its place.

    What the document's own status cell says goes before what its words say.
    """
    results: dict[int, list[int]] = defaultdict(list)
    for result, promises in answers.items():
        for promise in promises:
            results[promise].append(result)
    states = _states_by_row(drafts.states)
    judged: dict[int, tuple[StatusJudgement, tuple[Aspect, ...]]] = {}
    for place, draft in enumerate(drafts.found):
        if draft.phase is not Phase.PLAN or draft.kind not in JUDGED:
            continue
        aspects = _aspects(states.get(draft.row, []), legend) if draft.row is not None else ()
        told = _told([drafts.found[result] for result in sorted(results[place])]) if results[place] else None
        status = _overall(aspects) or told
        if status is not None:
            judged[place] = (status, aspects)
    return judged


def _states_by_row(states: Sequence[State]) -> Mapping[int, list[State]]:
    rows: dict[int, list[State]] = defaultdict(list)
    for state in states:
        rows[state.row].append(state)
    return rows


def _aspects(states: Sequence[State], legend: Sequence[LegendEntry]) -> tuple[Aspect, ...]:
    found = []
    for state in states:
        value = status_of_symbol(state.text, state.symbols, legend)
        if value is not None:
            evidence = (state.span,) if state.span is not None else ()
            found.append(Aspect(aspect=state.aspect, value=value, by=By.SYMBOL, evidence=evidence))
    return tuple(found)


def _overall(aspects: Sequence[Aspect]) -> StatusJudgement | None:
    """Return the status of a single status cell; several aspects are not rolled up into one."""
    if len(aspects) != 1:
        return None
    return StatusJudgement(value=aspects[0].value, by=By.SYMBOL, evidence=aspects[0].evidence)


def _told(results: Sequence[Draft]) -> StatusJudgement:
    """Return what the results say together: their lines are read as one text."""
    text = "\n".join(result.text for result in results)
    said = status_of_result(text)
    return StatusJudgement(value=said.value, by=By.TEXT, evidence=_evidence(results, said.start, said.end))


def _evidence(results: Sequence[Draft], start: int, end: int) -> tuple[Span, ...]:
    position = 0
    for result in results:
        if start < position + len(result.text):
            span = result.spans[0]
            first = span.start + start - position
            last = min(span.start + end - position, span.end)
            return (Span(source=span.source, start=first, end=last),) if last > first else (span,)
        position += len(result.text) + 1
    return ()
