"""The status of the promises among the drafts of a document."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from rodedraad.model.document import Aspect, Document, LegendEntry, Span, StatusJudgement
from rodedraad.model.terms import By, Kind, Phase, Status
from rodedraad.recognising.drafts import Draft, Drafts, State
from rodedraad.recognising.legend_words import meanings_of
from rodedraad.recognising.phases import When
from rodedraad.recognising.status import Said
from rodedraad.recognising.status_cells import entry_for, is_worded, meanings_for, status_of_cell
from rodedraad.recognising.telling import is_extra, is_headed_extra, said_outright, told_of
from rodedraad.recognising.vocabulary import words_of

JUDGED: Final = frozenset({Kind.ACTIVITY, Kind.GOAL, Kind.PLANNING})
REPORTED: Final = frozenset({Kind.ACTIVITY, Kind.GOAL})
OF_PROGRESS: Final = frozenset(words_of("words", "progress"))
APART: Final = frozenset(words_of("words", "aspect-apart"))
"""Aspects that tell nothing of what became of the promise itself: its money, its risks."""


REFINED: Final = {
    Status.MISSED: frozenset({Status.STOPPED, Status.MOVED, Status.CHANGED, Status.NOT_STARTED}),
    Status.PARTLY: frozenset({Status.STOPPED, Status.MOVED, Status.CHANGED, Status.DELAYED}),
    Status.DELAYED: frozenset({Status.STOPPED, Status.MOVED, Status.CHANGED, Status.NOT_STARTED}),
}
"""What the words behind a symbol tell more closely than a colour of one meaning for all that did not come."""


class _Shown(NamedTuple):
    """What a status cell or icon shows, and what else its words may mean."""

    aspect: str
    value: Status
    also: tuple[Status, ...]
    worded: bool
    evidence: tuple[Span, ...]


PAIR: Final = 2
"""A title and the one text that describes it."""
FEW: Final = 5
"""Where at most one of so many lines on what is done looks ahead, a report quotes no promises."""
Judgement = tuple[StatusJudgement | None, tuple[Aspect, ...]]


def judge(drafts: Drafts, answers: Mapping[int, tuple[int, ...]], frame: Document) -> Mapping[int, Judgement]:
    """Return the status and aspects of each promise that has one, by its place.

    What the document's own status cell or icon says goes before what its words say; the words choose where
    it leaves a choice.  Aspects are not rolled up.  Where a report does not quote what was promised, the
    status stands on what it reports.
    """
    return _Judge(drafts, answers, frame).all()


class _Judge:
    def __init__(self, drafts: Drafts, answers: Mapping[int, tuple[int, ...]], frame: Document) -> None:
        self._found = drafts.found
        self._records = drafts.records
        self._answers = answers
        self._when = When(frame.kind, frame.year)
        self._legend = meanings_for(frame)
        self._results: dict[int, list[int]] = defaultdict(list)
        about = _described(drafts)
        for result, promises in answers.items():
            for promise in promises:
                self._results[about.get(promise, promise)].append(result)
        self._states: dict[int, list[State]] = defaultdict(list)
        for state in drafts.states:
            self._states[state.row].append(state)
        self._quotes = self._quotes_promises(drafts)

    def all(self) -> Mapping[int, Judgement]:
        judged: dict[int, Judgement] = {}
        for place, draft in enumerate(self._found):
            if draft.kind not in JUDGED or not self._when.reports:
                continue
            status, aspects = self._one(place, draft)
            if status is not None or aspects:
                judged[place] = (status, aspects)
        return judged

    def _one(self, place: int, draft: Draft) -> Judgement:
        if draft.kind in REPORTED and (draft.extra or self._says_extra(place, draft)):
            return StatusJudgement(value=Status.EXTRA, by=By.TEXT, evidence=draft.spans), ()
        if draft.phase is Phase.PLAN:
            return self._promise(place, draft)
        unquoted = draft.phase is Phase.ACTUAL and draft.kind is Kind.ACTIVITY and place not in self._answers
        return (self._reported(draft), ()) if unquoted else (None, ())

    def _says_extra(self, place: int, draft: Draft) -> bool:
        """Whether a line says that it was not planned: as its heading, or anywhere where it stands alone."""
        if is_headed_extra(draft.text):
            return True
        return not self._results[place] and place not in self._answers and is_extra(draft.text)

    def _promise(self, place: int, draft: Draft) -> Judgement:
        results = [self._found[result] for result in sorted(self._results[place])]
        cells = [_shown(state, self._legend) for state in self._states_of(place, draft)]
        icons = [_icon(one, self._legend) for one in (draft, *results) if one.symbols]
        shown = list({one.aspect: one for one in reversed(cells) if one is not None}.values())[::-1]
        aspects = tuple(_aspect(one) for one in shown)
        told = _told(draft, results, self._when)
        whole = _whole(shown) or next((one for one in icons if one is not None), None)
        if whole is not None:
            if told is not None and _refines(told.value, whole):
                return told, aspects
            value = told.value if told is not None and told.value in whole.also else whole.value
            return StatusJudgement(value=value, by=By.SYMBOL, evidence=whole.evidence), aspects
        return told, aspects

    def _states_of(self, place: int, draft: Draft) -> Sequence[State]:
        """Return the status cells of a row; they judge what the row is about, where that is one promise."""
        if draft.row is None or self._records.get(draft.row, place) != place:
            return ()
        return self._states.get(draft.row, ())

    # --- what is reported without its plan --------------------------------------------------------------

    def _reported(self, draft: Draft) -> StatusJudgement | None:
        if self._quotes:
            return None
        icon = _icon(draft, self._legend) if draft.symbols else None
        if icon is not None:
            return StatusJudgement(value=icon.value, by=By.SYMBOL, evidence=icon.evidence)
        said = said_outright(draft.text)
        return None if said is None else _by_text(said, [draft])

    def _quotes_promises(self, drafts: Drafts) -> bool:
        """Whether a report repeats what was to be done: in a few lines of many, that is by chance."""
        activities = [draft for draft in drafts.found if draft.kind is Kind.ACTIVITY]
        quoted = sum(draft.phase is Phase.PLAN for draft in activities)
        return bool(drafts.states) or quoted * FEW > len(activities)


def _described(drafts: Drafts) -> Mapping[int, int]:
    """Return, by the one text that describes a promise, the title of its record that an icon judges."""
    judged = {state.row for state in drafts.states}
    own = Counter(draft.row for draft in drafts.found if _is_promised(draft))
    found: dict[int, int] = {}
    for row, title in drafts.records.items():
        entry = drafts.found[title]
        below = _below(drafts.found, title)
        if entry.kind is not Kind.ACTIVITY or below is None or not (entry.symbols or row in judged):
            continue
        described = drafts.found[below]
        apart = described.row != row
        alone = own[described.row] == (1 if apart else PAIR)
        if alone and not (apart and (described.row in drafts.records or below == title + 1)):
            found[below] = title
    return found


def _below(found: Sequence[Draft], title: int) -> int | None:
    """Return the place of the text right below a title, headings left aside, where it is a promise."""
    below = next((at for at in range(title + 1, len(found)) if found[at].kind is not Kind.HEADING), None)
    return below if below is not None and _is_promised(found[below]) else None


def _is_promised(draft: Draft) -> bool:
    return draft.phase is Phase.PLAN and draft.kind in REPORTED


def _shown(state: State, legend: Sequence[LegendEntry]) -> _Shown | None:
    value = status_of_cell(state.text, state.symbols, legend, state.aspect)
    if value is None:
        return None
    entry = entry_for(state.text, state.symbols, legend, state.aspect)
    evidence = (state.span,) if state.span is not None else ()
    return _Shown(state.aspect, value, _others(entry), is_worded(state.text), evidence)


def _icon(draft: Draft, legend: Sequence[LegendEntry]) -> _Shown | None:
    """Return what the icon beside a line shows."""
    value = status_of_cell("", draft.symbols, legend)
    entry = entry_for("", draft.symbols, legend, "")
    return (
        None
        if value is None
        else _Shown("status", value, _others(entry), worded=False, evidence=draft.spans[:1])
    )


def _refines(told: Status, shown: _Shown) -> bool:
    """Whether words say more closely what a symbol shows: a colour is one for all that did not come."""
    settled = shown.worded and shown.value is not Status.MISSED
    return not settled and told in REFINED.get(shown.value, frozenset())


def _others(entry: LegendEntry | None) -> tuple[Status, ...]:
    return meanings_of(entry.words)[1:] if entry is not None else ()


def _aspect(shown: _Shown) -> Aspect:
    return Aspect(aspect=shown.aspect, value=shown.value, by=By.SYMBOL, evidence=shown.evidence)


def _whole(shown: Sequence[_Shown]) -> _Shown | None:
    """Return the one status cell, or the one on progress as a whole; that on money or risks alone is none."""
    own = [one for one in shown if one.aspect in OF_PROGRESS]
    if not own and len(shown) == 1 and shown[0].aspect not in APART:
        own = list(shown)
    return own[0] if len(own) == 1 else None


def _told(promise: Draft, results: Sequence[Draft], when: When) -> StatusJudgement | None:
    """Return what the results say together: their lines are read as one text."""
    if not results or (promise.kind is Kind.GOAL and all(one.kind is Kind.GOAL for one in results)):
        return None
    said = told_of(promise.text, "\n".join(result.text for result in results), when)
    return None if said is None else _by_text(said, results)


def _by_text(said: Said, results: Sequence[Draft]) -> StatusJudgement:
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
