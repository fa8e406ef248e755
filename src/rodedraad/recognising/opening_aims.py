"""Sentences that open themes: between its name and what is done for it stands what a theme aims at."""

import re
from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import Kind, Phase
from rodedraad.recognising.around import at
from rodedraad.recognising.language import sentences
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.tense import looks_back

TWICE: Final = 2
"""A sentence that opens one theme may be chance; in several it is a way of telling."""
LONGEST: Final = 220
"""An aim is told in no more characters."""
_NO_YEAR: Final = 9999
"""Which year is reported on does not matter here."""
_ACTS: Final = re.compile(r"\b(?:wij|we|ons|onze|college|gemeente|raad)\b", re.IGNORECASE)


def with_opening_aims(marks: list[Mark]) -> list[Mark]:
    """Take the one sentence between a theme and its acts for what the theme aims at, where themes open so."""
    places = [place for place, entry in enumerate(marks) if _may_aim(entry) and _is_between(marks, place)]
    if len(places) < TWICE:
        return marks
    found = list(marks)
    for place in places:
        found[place] = marks[place]._replace(type=MarkType.TITLE, kind=Kind.GOAL, body=marks[place].unit.body)
    return found


def _may_aim(entry: Mark) -> bool:
    """Whether a line is one sentence that tells neither what somebody does nor what has been."""
    text = entry.unit.words
    plain = entry.type is MarkType.TEXT and entry.kind is None and entry.unit.block.table is None
    alone = plain and len(text) <= LONGEST and not text.rstrip().endswith(":") and len(sentences(text)) == 1
    return alone and _ACTS.search(text) is None and looks_back(text, _NO_YEAR) <= 0


def _is_between(marks: Sequence[Mark], place: int) -> bool:
    """Whether a line stands right between the name of a theme and the heading of what is done."""
    before, after = at(marks, place - 1), at(marks, place + 1)
    theme = before is not None and before.type is MarkType.TITLE and before.kind is Kind.THEME
    meaning = after.meaning if after is not None and after.type is MarkType.HEAD else None
    return theme and meaning is not None and meaning.kind is Kind.ACTIVITY and meaning.phase is Phase.PLAN
