"""The status of the promises among the drafts of a document."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from rodedraad.model.document import Aspect, LegendEntry, Span, StatusJudgement
from rodedraad.model.terms import By, Kind, Phase, Status
from rodedraad.recognising.deadlines import find_deadlines
from rodedraad.recognising.drafts import Draft, Drafts, State
from rodedraad.recognising.language import is_perfect, sentence_at
from rodedraad.recognising.status import status_of_result, status_of_symbol
from rodedraad.recognising.vocabulary import words_of

JUDGED: Final = frozenset({Kind.ACTIVITY, Kind.GOAL, Kind.PLANNING})
OF_PROGRESS: Final = frozenset(words_of("words", "progress"))
OPEN: Final = frozenset({Status.ON_TRACK, Status.UNCLEAR, Status.DONE})


def judge(
    drafts: Drafts, answers: Mapping[int, tuple[int, ...]], legend: Sequence[LegendEntry], year: int
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
        if draft.extra and draft.kind in JUDGED:
            judged[place] = (StatusJudgement(value=Status.EXTRA, by=By.TEXT, evidence=draft.spans), ())
        if draft.phase is not Phase.PLAN or draft.kind not in JUDGED:
            continue
        aspects = _aspects(states.get(draft.row, []), legend) if draft.row is not None else ()
        said = [drafts.found[result] for result in sorted(results[place])]
        status = _overall(aspects) or (_of_results(draft, said, year) if said else None)
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
        value = status_of_symbol(state.text, state.symbols, legend, state.aspect)
        if value is not None:
            evidence = (state.span,) if state.span is not None else ()
            found.append(Aspect(aspect=state.aspect, value=value, by=By.SYMBOL, evidence=evidence))
    return tuple(found)


def _overall(aspects: Sequence[Aspect]) -> StatusJudgement | None:
    """Return the status of the one status cell, or of the one on progress; aspects are not rolled up."""
    own = aspects if len(aspects) == 1 else [aspect for aspect in aspects if aspect.aspect in OF_PROGRESS]
    if len(own) != 1:
        return None
    return StatusJudgement(value=own[0].value, by=By.SYMBOL, evidence=own[0].evidence)


def _of_results(promise: Draft, results: Sequence[Draft], year: int) -> StatusJudgement:
    told = _told(results)
    return _put_off(told, promise, results, year) or told


def _put_off(
    told: StatusJudgement, promise: Draft, results: Sequence[Draft], year: int
) -> StatusJudgement | None:
    """Return `delayed` where a result that tells no end names a time after the last one promised."""
    if told.value not in OPEN:
        return None
    due = max((moment.last for moment in find_deadlines(promise.text, year)), default=None)
    for result in results:
        for moment in find_deadlines(result.text, year):
            ahead = due is not None and moment.precise and moment.first > due
            if ahead and not is_perfect(sentence_at(result.text, moment.start)):
                span = result.spans[0]
                place = Span(source=span.source, start=span.start + moment.start, end=span.start + moment.end)
                return StatusJudgement(value=Status.DELAYED, by=By.TEXT, evidence=(place,))
    return None


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
