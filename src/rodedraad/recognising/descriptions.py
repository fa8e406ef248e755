"""Descriptions under a title: Omschrijving tells what is promised, or what the actions after it are for."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.vocabulary import words_of

TWICE: Final = 2
"""From so many descriptions on, a document tells of each thing in the same fields."""
_AIM: Final = Meaning(Kind.GOAL, Phase.PLAN, Role.LABEL)
_ACT: Final = Meaning(Kind.ACTIVITY, Phase.PLAN, Role.LABEL)
_JUDGES: Final = frozenset({Role.STATUS, Role.COLUMN})
_STATES: Final = frozenset({MarkType.STATE})
_TITLES: Final = frozenset({MarkType.TITLE, MarkType.RECORD})
_WORDS: Final = frozenset(words_of("words", "describes"))


def with_descriptions(marks: list[Mark]) -> list[Mark]:
    """Tell what descriptions that come back describe, by the fields around them.

    Beside an aim, or before how it went, that is what is promised; before actions, what those are for.
    """
    places = [place for place, entry in enumerate(marks) if _describes(entry)]
    if len(places) < TWICE:
        return marks
    found = list(marks)
    for place in places:
        before = _before(marks, place)
        if any(_judges(marks[one]) or _names_act(marks[one]) for one in before):
            continue
        after = takewhile(lambda entry: not _describes(entry) and not _is_title(entry), marks[place + 1 :])
        told = next((entry for entry in after if _judges(entry) or _promises(entry)), None)
        aims = [one for one in before if _is_aim(marks[one])]
        for one in aims:
            found[one] = marks[one]._replace(meaning=_AIM)
        if aims or told is not None:
            of_act = aims or told is None or _judges(told)
            found[place] = marks[place]._replace(meaning=_ACT if of_act else _AIM)
    return found


def _describes(entry: Mark) -> bool:
    return entry.role is Role.CONTEXT and heading_key(entry.unit.text) in _WORDS


def _is_title(entry: Mark) -> bool:
    return entry.type in _TITLES and entry.unit.block.table is None


def _before(marks: Sequence[Mark], place: int) -> list[int]:
    """Return the places between the title that a field stands under and the field, with the title's label.

    Where the title was not found there is none to tell.
    """
    first = place
    while first > 0 and not _is_title(marks[first - 1]) and not _describes(marks[first - 1]):
        first -= 1
    if first > 0 and _describes(marks[first - 1]):
        return []
    label = [first - 2] if first > 1 and marks[first - 2].role is Role.LABEL else []
    return [*label, *range(first, place)]


def _is_aim(entry: Mark) -> bool:
    meaning = entry.meaning
    aim = entry.type is MarkType.HEAD and meaning is not None and meaning.kind is Kind.GOAL
    return aim and meaning is not None and meaning.role in (Role.VISION, Role.LABEL)


def _names_act(entry: Mark) -> bool:
    """Whether a line names something to do by a label of its own: what describes it says more of that."""
    if entry.type is MarkType.HEAD:
        return entry.role is Role.LABEL and _promises(entry)
    return entry.kind is Kind.ACTIVITY


def _judges(entry: Mark) -> bool:
    return entry.type in _STATES or entry.role in _JUDGES


def _promises(entry: Mark) -> bool:
    meaning = entry.meaning if entry.type is MarkType.HEAD else None
    return meaning is not None and meaning.kind is Kind.ACTIVITY and meaning.phase is Phase.PLAN
