"""Results tied to promises, over the drafts of a document."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rodedraad.model.terms import TWO_SIDED, Kind, Phase
from rodedraad.recognising.answers import Rarity, align
from rodedraad.recognising.drafts import Draft
from rodedraad.recognising.lexicon import defines
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.numbered import numbered_answers


def answers_of(drafts: Sequence[Draft], records: Mapping[int, int]) -> Mapping[int, tuple[int, ...]]:
    """Return, by place of the result, the places of the promises it answers, the best first.

    A result told under the number of a promise answers that; one in a record what the record is about,
    else a promise of its own row or field; where its row has none, one of its kind under a theme of the same
    name; what was done where no activities were promised answers a goal.
    """
    rarity = Rarity(draft.text for draft in drafts)
    answers: dict[int, tuple[int, ...]] = {}
    rest: dict[tuple[Kind, str | None], list[int]] = defaultdict(list)
    planned = _planned(drafts)
    by_row: dict[int | None, list[int]] = defaultdict(list)
    for place, draft in planned:
        by_row[draft.row].append(place)
    for (row, kind), results in _by_row(drafts).items():
        promises = _promises(drafts, by_row[row] if row is not None else [], kind)
        about = records.get(row) if row is not None else None
        if about is not None and drafts[about].phase is Phase.PLAN:
            answers.update(dict.fromkeys(results, (about,)))
        elif promises:
            answers.update(_aligned(drafts, promises, results, rarity, field=True))
        else:
            for result in results:
                rest[kind, _theme(drafts, result)].append(result)
    by_theme = _by_theme(drafts, planned) if rest else {}
    for (kind, theme), results in rest.items():
        promises = by_theme.get((kind, theme), [])
        if not promises and kind is Kind.ACTIVITY:
            promises = by_theme.get((Kind.GOAL, theme), [])
        for goal, own in _by_goal(drafts, results).items():
            within = [place for place in promises if goal in (None, _goal(drafts, place))]
            if goal is not None and not within:
                answers.update({place: (goal,) for place in own if len(drafts[place].spans) == 1})
            else:
                answers.update(_aligned(drafts, within, own, rarity, field=False))
    answers.update(numbered_answers(drafts))
    return {result: named for result, named in answers.items() if named}


def of_own_kind(
    drafts: Sequence[Draft], answers: Mapping[int, tuple[int, ...]]
) -> Mapping[int, tuple[int, ...]]:
    """Return the answers without those of an activity to a goal elsewhere: it has a status of its own."""
    return {
        result: tuple(one for one in promises if not _rolls_up(drafts[result], drafts[one]))
        for result, promises in answers.items()
    }


def _rolls_up(result: Draft, promise: Draft) -> bool:
    apart = result.row is None or result.row != promise.row
    return apart and promise.kind is Kind.GOAL and result.kind in (Kind.ACTIVITY, Kind.INDICATOR)


def _by_goal(drafts: Sequence[Draft], results: Sequence[int]) -> Mapping[int | None, list[int]]:
    """Return figures by the goal they stand under, whose indicators alone they can be of."""
    found: dict[int | None, list[int]] = defaultdict(list)
    for place in results:
        found[_goal(drafts, place) if drafts[place].kind is Kind.INDICATOR else None].append(place)
    return found


def _goal(drafts: Sequence[Draft], place: int) -> int | None:
    above = drafts[place].parent
    while above is not None and drafts[above].kind is not Kind.GOAL:
        above = drafts[above].parent
    return above


def _by_row(drafts: Sequence[Draft]) -> Mapping[tuple[int | None, Kind], list[int]]:
    rows: dict[tuple[int | None, Kind], list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        if draft.phase is Phase.ACTUAL and draft.kind in TWO_SIDED:
            rows[draft.row, draft.kind].append(place)
    return rows


def _promises(drafts: Sequence[Draft], own: Sequence[int], kind: Kind) -> list[int]:
    """Return the promises of a row that a result of a kind may answer: of its own kind, else what is done."""
    same = [place for place in own if drafts[place].kind is kind]
    return same or [place for place in own if drafts[place].kind in (Kind.ACTIVITY, Kind.GOAL)]


def _planned(drafts: Sequence[Draft]) -> list[tuple[int, Draft]]:
    return [
        (place, draft)
        for place, draft in enumerate(drafts)
        if draft.phase is Phase.PLAN and not (draft.label and defines(draft.label))
    ]


def _by_theme(
    drafts: Sequence[Draft], planned: Sequence[tuple[int, Draft]]
) -> Mapping[tuple[Kind, str | None], list[int]]:
    found: dict[tuple[Kind, str | None], list[int]] = defaultdict(list)
    for place, draft in planned:
        found[draft.kind, _theme(drafts, place)].append(place)
    return found


def _aligned(
    drafts: Sequence[Draft], promises: list[int], results: list[int], rarity: Rarity, *, field: bool
) -> dict[int, tuple[int, ...]]:
    texts = [drafts[place].text for place in promises]
    named = align(texts, [drafts[place].text for place in results], rarity, field=field)
    return {
        result: tuple(promises[place] for place in places)
        for result, places in zip(results, named, strict=True)
    }


def _theme(drafts: Sequence[Draft], place: int) -> str | None:
    """Return the name of the theme that a draft stands under: results may stand in a part of their own."""
    above = drafts[place].parent
    while above is not None and drafts[above].kind not in (Kind.THEME, Kind.PROGRAMME):
        above = drafts[above].parent
    return None if above is None else heading_key(drafts[above].text)
