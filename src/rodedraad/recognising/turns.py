"""Reports that tell promise and result in turns, with nothing but their looks or their tense to part them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import fmean
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.language import sentences
from rodedraad.recognising.lexicon import Role
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.prose import cue_scores
from rodedraad.recognising.tense import looks_back

TURNS: Final = 3
"""So many promises with a result behind them are a way of telling, and no chance."""
LONGEST_PROMISE: Final = 2
"""A promise that is quoted has no more sentences than this."""
CLEAR: Final = 0.5
"""Results look back, on average, by at least this much."""
_FIELDS: Final = frozenset({Role.LABEL, Role.STATUS, Role.EXPLANATION, Role.COLUMN, Role.RESULT})
_LEADING: Final = 0.6
"""Of the lines of a style of promises, at least this share has a line of another style behind it."""


class _Tense(dict[int, float]):
    """How much the line at a place looks back, for the places that are asked about."""

    def __init__(self, marks: Sequence[Mark], year: int) -> None:
        super().__init__()
        self._marks = marks
        self._year = year

    def __missing__(self, place: int) -> float:
        tense = self[place] = looks_back(self._marks[place].unit.words, self._year)
        return tense


def with_turns(marks: Sequence[Mark], year: int) -> tuple[Mark, ...]:
    """Mark the promises of a report that tells them in turns with their results as titles of records."""
    texts = [place for place, entry in enumerate(marks) if _is_told(entry)]
    tense = _Tense(marks, year)
    promises = _by_looks(marks, texts, tense) or _by_tense(marks, _outside_fields(marks), tense)
    found = list(marks)
    for place in promises:
        entry = marks[place]
        found[place] = entry._replace(type=MarkType.RECORD, kind=_kind_of(entry), body=entry.unit.body)
    return tuple(found)


def _outside_fields(marks: Sequence[Mark]) -> list[int]:
    """Return the places of the lines of text that stand under no label of a field and in no record."""
    found: list[int] = []
    in_field = False
    for place, entry in enumerate(marks):
        told = _is_told(entry)
        if told and not in_field:
            found.append(place)
        elif entry.type is MarkType.HEAD:
            in_field = entry.role in _FIELDS or (
                entry.meaning is not None and entry.meaning.phase is Phase.ACTUAL
            )
        elif entry.type in (MarkType.RECORD, MarkType.STATE):
            in_field = True
        elif entry.type is MarkType.TITLE and not told:
            in_field = False
    return found


def _is_told(entry: Mark) -> bool:
    """Whether a line is text, or was taken for a title by its shape alone."""
    block = entry.unit.block
    plain = entry.type is MarkType.TEXT and entry.kind in (None, Kind.ACTIVITY)
    shaped = entry.type is MarkType.TITLE and block.level is None and entry.kind in (Kind.THEME, Kind.GOAL)
    return block.table is None and not entry.unit.listed and (plain or shaped)


def _by_looks(marks: Sequence[Mark], texts: Sequence[int], tense: Mapping[int, float]) -> list[int]:
    """Return the places of the one style that looks ahead and is answered by lines of other styles."""
    styles: dict[str, list[int]] = defaultdict(list)
    for place in texts:
        style = marks[place].unit.block.style
        if style is not None:
            styles[style].append(place)
    told = frozenset(texts)
    promising = [places for places in styles.values() if _promises(marks, places, told, tense)]
    return max(promising, key=len, default=[])


def _promises(
    marks: Sequence[Mark], places: Sequence[int], told: frozenset[int], tense: Mapping[int, float]
) -> bool:
    """Whether the lines of a style look ahead, and are answered by lines of text (`told`) behind them."""
    if len(places) < TURNS or fmean(tense[place] for place in places) >= 0:
        return False
    style = marks[places[0]].unit.block.style
    behind = [place + 1 for place in places if place + 1 in told]
    answers = [place for place in behind if marks[place].unit.block.style != style]
    clear = [tense[place] for place in answers]
    return len(answers) >= TURNS and len(answers) >= _LEADING * len(behind) and fmean(clear) >= CLEAR


def _by_tense(marks: Sequence[Mark], texts: Sequence[int], tense: Mapping[int, float]) -> list[int]:
    """Return the places of the short lines that look ahead, where as a rule one that looks back follows."""
    ahead = [place for place in texts if tense[place] < 0 and _is_promise(marks[place])]
    promises = set(ahead)
    turned = [place for place, after in pairwise(texts) if place in promises and tense[after] > 0]
    told = sum(tense[place] > 0 for place in texts)
    return (
        ahead
        if len(turned) >= TURNS and len(turned) * 2 > len(ahead) and told < 2 * len(turned) + TURNS
        else []
    )


def _is_promise(entry: Mark) -> bool:
    return len(sentences(entry.unit.words)) <= LONGEST_PROMISE and bool(_scores(entry))


def _scores(entry: Mark) -> dict[Kind, float]:
    scores = cue_scores(entry.unit.words)
    return {kind: scores[kind] for kind in (Kind.GOAL, Kind.ACTIVITY) if scores.get(kind, 0.0) > 0}


def _kind_of(entry: Mark) -> Kind:
    scores = _scores(entry)
    return Kind.GOAL if scores.get(Kind.GOAL, 0.0) > scores.get(Kind.ACTIVITY, 0.0) else Kind.ACTIVITY
