"""Records: a promise with its heads Status and Toelichting, and fields with a label."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.around import VALUE_ROLES, at, by_shape_alone, is_head
from rodedraad.recognising.lexicon import Meaning, Role, labelled
from rodedraad.recognising.marks import Mark, MarkType, as_text
from rodedraad.recognising.prose import speaks_of_document

_OF_FIELD: Final = frozenset({MarkType.HEAD, MarkType.TEXT, MarkType.INLINE})
_OVER_VALUES: Final = VALUE_ROLES | {Role.CONTEXT, Role.VISION}
_RECORD_ROLES: Final = frozenset({Role.STATUS, Role.EXPLANATION, Role.COLUMN})


def with_results(marks: list[Mark]) -> list[Mark]:
    """Tell whether Resultaat heads what is to come of it or what came of it.

    Where Voortgang or Toelichting follows before the word comes again, it heads the promise.
    """
    found = list(marks)
    places = [place for place, entry in enumerate(marks) if entry.role is Role.RESULT]
    for place, end in pairwise([*places, len(marks)]):
        explained = any(entry.role is Role.EXPLANATION for entry in marks[place + 1 : end])
        promised = Meaning(Kind.ACTIVITY, Phase.PLAN, Role.LABEL)
        meaning = promised if explained else Meaning(None, None, Role.EXPLANATION)
        found[place] = marks[place]._replace(meaning=meaning)
    return found


def with_columns(marks: list[Mark]) -> list[Mark]:
    """Tell column heads from labels: Status or Toelichting with another heading behind it is a column's."""
    found = list(marks)
    for place, entry in enumerate(marks):
        if entry.role not in (Role.STATUS, Role.EXPLANATION) or entry.meaning is None:
            continue
        after = at(marks, place + 1)
        if after is None or after.type in (MarkType.HEAD, MarkType.NUMBER):
            found[place] = entry._replace(meaning=entry.meaning._replace(role=Role.COLUMN))
    return found


def with_records(marks: list[Mark]) -> list[Mark]:
    """Mark the title of a record: the text right before the heads Status and Toelichting."""
    found = list(marks)
    heads = [entry.role in _RECORD_ROLES for entry in marks]
    own = _in_own_field(marks)
    in_shown = False
    for place in range(1, len(marks)):
        in_shown = _in_shown(marks[place - 1], within=in_shown)
        starts = heads[place] and not heads[place - 1] and not in_shown and not own[place - 1]
        before = _before_icons(marks, place) if starts else 0
        of_status = marks[place].role is not Role.EXPLANATION
        if starts and _can_name_record(marks, before, of_status=of_status):
            found[before] = as_record(marks[before])
    return _with_measures(found)


def _in_shown(before: Mark, *, within: bool) -> bool:
    """Whether a line stands in a record that an icon begins: it ends at the next title or question."""
    if before.type is MarkType.RECORD:
        return bool(before.unit.block.symbols)
    ends = before.type is MarkType.TITLE or before.role is Role.QUESTION
    return within and not ends


def _before_icons(marks: Sequence[Mark], place: int) -> int:
    """Return the place of the nearest line with words before this one."""
    before = place - 1
    while before > 0 and not any(map(str.isalnum, marks[before].unit.text)):
        before -= 1
    return before


def _in_own_field(marks: Sequence[Mark]) -> list[bool]:
    """Tell of each line whether it is text of a field for what is promised or aimed at."""
    found: list[bool] = []
    in_field = False
    for entry in marks:
        if entry.type is MarkType.HEAD:
            in_field = _asks_for_promise(entry)
        in_field = in_field and entry.type in _OF_FIELD
        found.append(in_field)
    return found


def _asks_for_promise(entry: Mark) -> bool:
    meaning = entry.meaning
    label = meaning is not None and meaning.role is Role.LABEL and meaning.kind in (Kind.ACTIVITY, Kind.GOAL)
    return label or entry.role is Role.VISION


def as_record(entry: Mark) -> Mark:
    """Return the mark of a record's title; the heading above says what its shape alone seemed to tell."""
    return entry._replace(type=MarkType.RECORD, kind=None if by_shape_alone(entry) else entry.kind)


def _with_measures(marks: list[Mark]) -> list[Mark]:
    """Take a record judged on several aspects (tijd, geld) for an activity: aims have none."""
    found = list(marks)
    starts = [place for place, entry in enumerate(marks) if entry.type is MarkType.RECORD]
    for place, end in pairwise([*starts, len(marks)]):
        aspects = {entry.label for entry in marks[place:end] if entry.type is MarkType.STATE}
        if len(aspects) > 1 and labelled(marks[place].unit.text) is None:
            found[place] = marks[place]._replace(kind=Kind.ACTIVITY)
    return found


def _can_name_record(marks: Sequence[Mark], place: int, *, of_status: bool) -> bool:
    """Whether a line can be what the heads after it speak of; a mere name can if they ask for its status."""
    entry = marks[place]
    named = entry.type is MarkType.TITLE and (
        entry.kind is Kind.GOAL or (entry.kind is Kind.THEME and of_status)
    )
    read = entry.type is MarkType.TEXT and entry.kind is not Kind.NARRATIVE
    told = read and not speaks_of_document(entry.unit.text)
    if entry.unit.block.table is not None or not (told or named):
        return False
    return not is_head(at(marks, place - 1), _OVER_VALUES)


def without_values(marks: list[Mark]) -> list[Mark]:
    """Take a short line under a field's label for the value it is ("Nog te bepalen"), not for a title."""
    found = list(marks)
    in_record = False
    for place, entry in enumerate(marks):
        in_record = in_record or entry.type is MarkType.RECORD
        if not by_shape_alone(entry):
            continue
        before, after = at(marks, place - 1), at(marks, place + 1)
        ends_field = after is None or is_head(after, VALUE_ROLES)
        last_of_field = in_record and ends_field and before is not None and before.type is MarkType.TEXT
        if (is_head(before, VALUE_ROLES) or last_of_field) and "." not in (entry.number or "").strip("."):
            found[place] = as_text(entry.unit)
    return found
