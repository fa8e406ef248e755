"""Headings that are none: told as a list, or the heads of a table that lost its cells."""

from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import Kind
from rodedraad.recognising.around import at, is_head
from rodedraad.recognising.language import is_told, words
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.marks import Mark, MarkType, as_text

HEAD_RUN: Final = 3
LONGEST_NAME: Final = 5
"""A name with a bullet that heads a text has no more words."""
_DESCRIBED: Final = Meaning(Kind.NARRATIVE, None, Role.CONTEXT)
_RESULT_ROLES: Final = frozenset({Role.EXPLANATION, Role.RESULT})
_QUESTION_ROLES: Final = frozenset({Role.QUESTION, Role.MIXED, Role.VISION})
_CELL_ROLES: Final = frozenset({Role.LABEL, Role.STATUS, Role.EXPLANATION, Role.NUMBER, Role.RESULT})


def with_listed_heads(marks: list[Mark]) -> list[Mark]:
    """Take headings that are told as a list ("Wij beantwoorden drie vragen") for the text they are."""
    found = list(marks)
    for place, entry in enumerate(marks):
        if entry.type is not MarkType.HEAD or not entry.unit.listed:
            continue
        if any(_same_list(entry, at(marks, place + step)) for step in (-1, 1)):
            found[place] = as_text(entry.unit)
    return found


def _same_list(entry: Mark, other: Mark | None) -> bool:
    if other is None or not other.unit.listed or other.type is not MarkType.HEAD:
        return False
    return not (other if other.unit.place > entry.unit.place else entry).unit.gap


def with_item_titles(marks: list[Mark]) -> list[Mark]:
    """Take short names with a bullet for titles, where each stands alone over a text of its own."""
    places = [place for place in range(len(marks)) if _names_text(marks, place)]
    found = list(marks)
    for place in places if len(places) > 1 else ():
        entry = marks[place]
        found[place] = entry._replace(type=MarkType.TITLE, kind=Kind.THEME, body=entry.unit.body)
    return found


def _names_text(marks: Sequence[Mark], place: int) -> bool:
    entry, before, after = marks[place], at(marks, place - 1), at(marks, place + 1)
    if entry.type is not MarkType.TEXT or entry.kind is not None or not entry.unit.listed or after is None:
        return False
    alone = (before is None or not before.unit.listed) and not after.unit.listed
    named = entry.unit.text[-1:].isalnum() and len(words(entry.unit.words)) <= LONGEST_NAME
    return alone and named and after.type is MarkType.TEXT and is_told(after.unit.text)


def with_budget_labels(marks: list[Mark]) -> list[Mark]:
    """Take Begroting 2022 for a label of promises, where it comes back with what came of them behind."""
    found = list(marks)
    places = [place for place in range(len(marks)) if _labels_budget(marks, place)]
    for place in places if len(places) > 1 else ():
        found[place] = marks[place]._replace(type=MarkType.HEAD, kind=None, meaning=_DESCRIBED)
        before = at(marks, place - 1)
        if before is not None and before.type is MarkType.TITLE and before.kind in (Kind.THEME, Kind.GOAL):
            found[place - 1] = before._replace(
                type=MarkType.RECORD, kind=Kind.ACTIVITY, body=before.unit.body
            )
        elif before is not None and before.type is MarkType.TEXT and before.kind is Kind.ACTIVITY:
            found[place - 1] = before._replace(type=MarkType.RECORD)
    return found


def _labels_budget(marks: Sequence[Mark], place: int) -> bool:
    entry = marks[place]
    if entry.type is not MarkType.TITLE or entry.kind is not Kind.DOCUMENT:
        return False
    behind = next((mark for mark in marks[place + 1 :] if mark.type is not MarkType.TEXT), None)
    return behind is not None and behind.unit.place > entry.unit.place + 1 and is_head(behind, _RESULT_ROLES)


def with_head_runs(marks: list[Mark]) -> list[Mark]:
    """Take three labels or more in a row for what they are: the heads of a table that lost its cells."""
    found = list(marks)
    place = 0
    while place < len(marks):
        end = place
        while end < len(marks) and is_head(marks[end], _CELL_ROLES) and marks[end].unit.block.table is None:
            end += 1
        if end - place >= HEAD_RUN:
            found[place:end] = [entry._replace(type=MarkType.FIGURE_HEAD) for entry in marks[place:end]]
        place = max(end, place + 1)
    return found


def with_parts(marks: list[Mark]) -> list[Mark]:
    """Tell the titles that open a part of the document: a question for goals or activities follows."""
    found = list(marks)
    for place, entry in enumerate(marks):
        if entry.type is not MarkType.TITLE:
            continue
        after = at(marks, place + 1)
        meaning = after.meaning if after is not None and is_head(after, _QUESTION_ROLES) else None
        if meaning is not None and meaning.kind in (Kind.GOAL, Kind.ACTIVITY):
            found[place] = entry._replace(heads_question=True)
    return found
