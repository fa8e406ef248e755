"""Titles that look alike name things of one kind: the names on one level of headings go by what most are."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from rodedraad.model.terms import BlockRole, Kind
from rodedraad.recognising.lexicon import labelled
from rodedraad.recognising.marks import Mark, MarkType

_VOTING: Final = frozenset({Kind.THEME, Kind.GOAL, Kind.ACTIVITY})
LONE: Final = 1
"""One sentence among names strays; more are aims of their own."""
_RECORDS: Final = 0.5
"""From this share of records on, all titles of a style are titles of records."""


def with_alike_titles(marks: list[Mark]) -> list[Mark]:
    """Make the titles of one style records where most are, and give headings of one level one kind.

    Names ("Jeugd") speak for themes, sentences for aims or things to do; what carries its own label or
    stands alone on its level is left as it is.
    """
    found = list(marks)
    for places in _by_style(marks).values():
        records = [place for place in places if marks[place].type is MarkType.RECORD]
        if len(records) > 1 and len(records) >= _RECORDS * len(places):
            kind = Counter(marks[place].kind for place in records).most_common(1)[0][0]
            for place in places:
                found[place] = marks[place]._replace(type=MarkType.RECORD, kind=kind)
        elif len(places) > 1 and not records and marks[places[0]].unit.block.role is BlockRole.HEADING:
            _agree(found, places)
    return found


def _by_style(marks: Sequence[Mark]) -> Mapping[str, list[int]]:
    styles: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(marks):
        titled = entry.type in (MarkType.TITLE, MarkType.RECORD) or _told_act(entry)
        style = _style(entry)
        if style and titled and entry.kind in (*_VOTING, None) and labelled(entry.unit.text) is None:
            styles[style].append(place)
    return styles


def _told_act(entry: Mark) -> bool:
    """Whether a heading tells what "we" do."""
    return entry.type is MarkType.TEXT and entry.unit.block.role is BlockRole.HEADING


def _style(entry: Mark) -> str:
    """Return how a title looks: for a heading its level and own classes, else its whole style."""
    block = entry.unit.block
    if block.table is not None or entry.unit.listed:
        return ""
    if block.role is BlockRole.HEADING:
        return f"h{block.level} {(block.style or '').rpartition(' ')[2]}"
    return block.style or ""


def _agree(found: list[Mark], places: Sequence[int]) -> None:
    votes = Counter(found[place].kind or Kind.THEME for place in places)
    kind, most = max(votes.items(), key=lambda vote: (vote[1], vote[0] is Kind.THEME))
    strayed = len(places) - most
    if strayed == 0 or strayed * 2 >= len(places) or (kind is not Kind.GOAL and strayed > LONE):
        return
    type_ = MarkType.TEXT if kind is Kind.ACTIVITY else MarkType.TITLE
    for place in places:
        entry = found[place]
        if entry.kind is not kind:
            found[place] = entry._replace(type=type_, kind=kind, body=entry.unit.body)
