"""Promises that an icon of status stands beside, outside tables."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import BlockRole, Kind
from rodedraad.recognising.around import at
from rodedraad.recognising.aspects import is_aspect
from rodedraad.recognising.language import words
from rodedraad.recognising.legend import aspects, lines_of_legend
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.records import as_record
from rodedraad.recognising.status_cells import SHORT, reads_as_state
from rodedraad.recognising.symbols import colour_seen

FEWEST: Final = 2
"""One icon is decoration; two lines with icons of status, and words below them, are promises."""
FEWEST_WORDS: Final = 2
"""A shorter line names what the icon judges: time, money."""
_LINES: Final = frozenset({MarkType.TEXT, MarkType.TITLE, MarkType.RECORD})


def with_icons(marks: list[Mark]) -> list[Mark]:
    """Take lines that show an icon of status for promises, where words follow most; not the legend."""
    found = list(marks)
    shown = [place for place, entry in enumerate(marks) if entry.unit.block.symbols]
    if not shown:
        return found
    explained = lines_of_legend([marks[place].unit for place in shown])
    for place in shown:
        if marks[place].unit.place in explained:
            found[place] = marks[place]._replace(type=MarkType.TEXT, kind=Kind.NARRATIVE)
        elif _is_aspect(marks[place]) or _is_bare_head(marks, place):
            aspect = words(marks[place].unit.text)[0]
            found[place] = marks[place]._replace(type=MarkType.STATE, kind=None, label=aspect, body=0)
    beside = [place for place in shown if _is_promise(found[place]) and not _under_aspect(marks, place)]
    told = sum(_is_told(marks, place) for place in beside)
    if len(beside) >= FEWEST and told * 2 > len(beside):
        asked = _asked(marks)
        for place in beside:
            entry = as_record(found[place])
            kind = entry.kind if entry.kind in (Kind.GOAL, Kind.ACTIVITY) else asked[place]
            found[place] = entry._replace(kind=kind)
        _label_fields(found, beside)
    return found


def _label_fields(found: list[Mark], beside: Sequence[int]) -> None:
    """Take a title that stands right below several such lines for the label of what was promised."""
    below = [place + 1 for place in beside if place + 1 < len(found)]
    counts = Counter(found[place].unit.text for place in below if found[place].type is MarkType.TITLE)
    for place in below:
        if counts[found[place].unit.text] >= FEWEST:
            meaning = Meaning(Kind.NARRATIVE, None, Role.CONTEXT)
            found[place] = found[place]._replace(type=MarkType.HEAD, kind=None, meaning=meaning)


def _asked(marks: Sequence[Mark]) -> list[Kind | None]:
    """Return, by place, what a line with an icon is: what is done, unless the heading above asks for aims."""
    kinds: list[Kind | None] = []
    kind: Kind | None = Kind.ACTIVITY
    for entry in marks:
        if entry.type is MarkType.HEAD and entry.meaning is not None:
            kind = None if entry.meaning.kind is Kind.GOAL else Kind.ACTIVITY
        kinds.append(kind)
    return kinds


def _is_aspect(entry: Mark) -> bool:
    """Whether a line names what its icon judges, perhaps with a word on it: `Tijd: op schema`."""
    named = _names_aspect(entry.unit.text)
    short = len(entry.unit.text) <= SHORT and entry.type in _LINES
    return named and short and entry.unit.block.table is None and _shows(entry)


def _under_aspect(marks: Sequence[Mark], place: int) -> bool:
    """Whether a line tells what an aspect is judged by: its icon is that of the aspect right above it."""
    before = at(marks, place - 1)
    return before is not None and before.type is MarkType.HEAD and is_aspect(before.unit.text)


def _names_aspect(text: str) -> bool:
    return next(iter(words(text)), "") in aspects()


def _is_bare_head(marks: Sequence[Mark], place: int) -> bool:
    """Whether a heading names what its icon judges, and no text stands under it."""
    entry, after = marks[place], at(marks, place + 1)
    alone = after is None or after.type is not MarkType.TEXT or _names_aspect(after.unit.text)
    return (
        entry.type is MarkType.HEAD
        and is_aspect(entry.unit.text)
        and _shows(entry)
        and alone
        and (entry.unit.block.table is None)
    )


def _shows(entry: Mark) -> bool:
    return colour_seen(entry.unit.block.symbols) is not None


def _is_promise(entry: Mark) -> bool:
    return (
        entry.type in _LINES
        and entry.kind is not Kind.NARRATIVE
        and entry.unit.block.table is None
        and entry.unit.block.role is not BlockRole.HEADING
        and _shows(entry)
        and not reads_as_state(entry.unit.text)
        and len(words(entry.unit.text)) >= FEWEST_WORDS
        and not _is_aspect(entry)
    )


def _is_told(marks: Sequence[Mark], place: int) -> bool:
    """Whether words follow a line before the next one with an icon."""
    after = at(marks, place + 1)
    if after is None or after.unit.block.symbols or after.type is MarkType.RECORD:
        return False
    return not (after.role is Role.CONTEXT and marks[place].type is MarkType.TITLE)
