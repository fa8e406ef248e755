"""What each unit is on the page, by what stands around it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rodedraad.model.terms import BlockRole, Kind
from rodedraad.recognising.figures import aspects_in, figure_cells, is_figure
from rodedraad.recognising.flat_tables import with_flat_tables
from rodedraad.recognising.lexicon import Meaning, Role, labelled
from rodedraad.recognising.marks import Mark, MarkType, as_text
from rodedraad.recognising.prose import speaks_of_document
from rodedraad.recognising.status import reads_as_state

STATE_LENGTH: Final = 40
GROUP_WORDS: Final = 3
HEAD_RUN: Final = 3
MIN_LEAVES: Final = 3
TELLING: Final = 5
_VALUE_ROLES: Final = frozenset({Role.LABEL, Role.STATUS, Role.EXPLANATION})
_CELL_ROLES: Final = frozenset({Role.LABEL, Role.STATUS, Role.EXPLANATION, Role.NUMBER})
_ASPECT_KINDS: Final = frozenset({Kind.PLANNING, Kind.COST, Kind.RISK})


def settle(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks, corrected by their neighbours."""
    found = list(marks)
    for step in (
        _with_listed_heads,
        _with_states,
        _with_head_runs,
        with_flat_tables,
        _with_figures,
        _with_numbers,
        _with_loose_states,
        _with_columns,
        _with_records,
        _without_values,
        _with_codes,
    ):
        found = step(found)
    return tuple(found)


def _at(marks: Sequence[Mark], place: int) -> Mark | None:
    return marks[place] if 0 <= place < len(marks) else None


def _is_head(entry: Mark | None, roles: frozenset[Role]) -> bool:
    return entry is not None and entry.role in roles


def _with_listed_heads(marks: list[Mark]) -> list[Mark]:
    """Take headings that are told as a list ("Wij beantwoorden drie vragen") for the text they are."""
    found = list(marks)
    for place, entry in enumerate(marks):
        if entry.type is not MarkType.HEAD or not entry.unit.listed:
            continue
        if any(_same_list(entry, _at(marks, place + step)) for step in (-1, 1)):
            found[place] = as_text(entry.unit)
    return found


def _with_head_runs(marks: list[Mark]) -> list[Mark]:
    """Take three labels or more in a row for what they are: the heads of a table that lost its cells."""
    found = list(marks)
    place = 0
    while place < len(marks):
        end = place
        while end < len(marks) and _is_head(marks[end], _CELL_ROLES) and marks[end].unit.block.table is None:
            end += 1
        if end - place >= HEAD_RUN:
            found[place:end] = [entry._replace(type=MarkType.FIGURE_HEAD) for entry in marks[place:end]]
        place = max(end, place + 1)
    return found


def _same_list(entry: Mark, other: Mark | None) -> bool:
    if other is None or not other.unit.listed or other.type is not MarkType.HEAD:
        return False
    return not (other if other.unit.place > entry.unit.place else entry).unit.gap


# --- figures -------------------------------------------------------------------------------------------


def _with_figures(marks: list[Mark]) -> list[Mark]:
    """Mark rows of figures: a name with its figures on one line, or on lines of their own."""
    found = list(marks)
    asked: Kind | None = None
    for place, entry in enumerate(marks):
        if entry.type is MarkType.HEAD and entry.meaning is not None:
            asked = entry.meaning.kind
        if entry.unit.block.table is not None or entry.type not in (
            MarkType.TEXT,
            MarkType.TITLE,
            MarkType.NUMBER,
        ):
            continue
        if _is_figures(found, place, of_figures=asked in (Kind.INDICATOR, Kind.COST)):
            found[place] = entry._replace(type=MarkType.FIGURES, body=0, number=None)
        elif _groups_figures(found, place):
            found[place] = Mark(entry.unit, MarkType.FIGURE_HEAD)
    return found


def _groups_figures(marks: Sequence[Mark], place: int) -> bool:
    """Whether a word or two stand between rows of figures: `Lasten` over the taakvelden."""
    before, after = _at(marks, place - 1), _at(marks, place + 1)
    among = before is not None and before.type in (MarkType.FIGURES, MarkType.FIGURE_HEAD)
    text = marks[place].unit.text
    short = len(text.split()) <= GROUP_WORDS and not text.endswith((".", ":", "?"))
    return among and short and after is not None and figure_cells(after.unit.text) > 1


def _is_figures(marks: Sequence[Mark], place: int, *, of_figures: bool) -> bool:
    text = marks[place].unit.text
    before = _at(marks, place - 1)
    in_table = before is not None and before.type in (MarkType.FIGURES, MarkType.FIGURE_HEAD)
    if is_figure(text):
        return in_table or of_figures
    cells = figure_cells(text)
    if cells > 1 or (cells == 1 and (in_table or of_figures)):
        return True
    needed = 1 if of_figures or in_table else 2
    after = [_at(marks, place + step) for step in range(1, needed + 1)]
    short = len(text) < 120 and not text.rstrip().endswith((".", "?", ":"))
    return (
        short
        and marks[place].unit.number is None
        and all(one is not None and is_figure(one.unit.text) for one in after)
    )


# --- numbers -------------------------------------------------------------------------------------------


def _with_numbers(marks: list[Mark]) -> list[Mark]:
    """Keep bare numbers that count rows: 1, 2, 3; any other is the text of its cell."""
    found = list(marks)
    last = 0
    for place, entry in enumerate(marks):
        if entry.type is not MarkType.NUMBER:
            continue
        digits = re.sub(r"\D", "", entry.unit.text.split(".")[-1] or entry.unit.text)
        counts = entry.unit.text.rstrip(".)").count(".") > 0 or (
            digits.isdigit() and int(digits) in (1, last + 1)
        )
        if entry.unit.block.table is None and not counts and not entry.unit.text.endswith((".", ")")):
            found[place] = as_text(entry.unit)
        elif digits:
            last = int(digits)
    return found


# --- status cells --------------------------------------------------------------------------------------


def _with_states(marks: list[Mark]) -> list[Mark]:
    """Mark the words or letter in a status cell, and the heads over such cells."""
    found = list(marks)
    for place in range(1, len(marks)):
        head, entry = found[place - 1], found[place]
        if head.type is not MarkType.HEAD or head.meaning is None or entry.unit.block.table is not None:
            continue
        aspect = head.role is Role.LABEL and head.meaning.kind in _ASPECT_KINDS
        readable = reads_as_state(entry.unit.text)
        value = head.role is Role.STATUS and entry.type is MarkType.HEAD and readable
        if entry.type not in (MarkType.TEXT, MarkType.TITLE, MarkType.NUMBER) and not value:
            continue
        if (aspect and readable) or (
            head.role is Role.STATUS and (readable or len(entry.unit.text) <= STATE_LENGTH)
        ):
            found[place] = entry._replace(
                type=MarkType.STATE, label=head.unit.text.rstrip(":").strip().lower(), body=0
            )
            found[place - 1] = head._replace(meaning=Meaning(None, None, Role.STATUS))
    return found


def _with_loose_states(marks: list[Mark]) -> list[Mark]:
    """Mark status cells that stand without a head right behind what they speak of, and that as a record."""
    found = list(marks)
    aspects: list[str] = []
    heads: tuple[str, ...] = ()
    for place in range(1, len(marks)):
        before, entry = found[place - 1], found[place]
        if before.type is MarkType.FIGURE_HEAD:
            further = place > 1 and found[place - 2].type is MarkType.FIGURE_HEAD
            heads = (heads if further else ()) + aspects_in(before.unit.text)
        loose = entry.type in (MarkType.TEXT, MarkType.TITLE, MarkType.NUMBER) and reads_as_state(
            entry.unit.text
        )
        if not loose or entry.unit.block.table is not None:
            continue
        if before.type in (MarkType.TEXT, MarkType.TITLE) and before.kind not in (
            Kind.DOCUMENT,
            Kind.PROGRAMME,
        ):
            found[place - 1] = _as_record(before)
            aspects = list(heads)
        elif before.type is not MarkType.STATE:
            continue
        found[place] = entry._replace(
            type=MarkType.STATE, label=aspects.pop(0) if aspects else "status", body=0
        )
    return found


# --- records -------------------------------------------------------------------------------------------


def _with_columns(marks: list[Mark]) -> list[Mark]:
    """Tell column heads from labels: a head Status or Toelichting that another heading follows is a column's."""
    found = list(marks)
    for place, entry in enumerate(marks):
        if entry.role not in (Role.STATUS, Role.EXPLANATION) or entry.meaning is None:
            continue
        after = _at(marks, place + 1)
        if after is None or after.type in (MarkType.HEAD, MarkType.NUMBER):
            found[place] = entry._replace(meaning=entry.meaning._replace(role=Role.COLUMN))
    return found


_RECORD_ROLES: Final = frozenset({Role.STATUS, Role.EXPLANATION, Role.COLUMN})


def _with_records(marks: list[Mark]) -> list[Mark]:
    """Mark the title of a record: the text right before the heads Status and Toelichting."""
    found = list(marks)
    for place in range(1, len(marks)):
        starts = _is_head(marks[place], _RECORD_ROLES) and not _is_head(marks[place - 1], _RECORD_ROLES)
        if starts and _can_name_record(marks, place - 1, of_status=marks[place].role is not Role.EXPLANATION):
            found[place - 1] = _as_record(marks[place - 1])
    return _with_measures(found)


def _with_measures(marks: list[Mark]) -> list[Mark]:
    """Take a record judged on several aspects (tijd, geld, kwaliteit) for an activity: aims have none."""
    found = list(marks)
    starts = [place for place, entry in enumerate(marks) if entry.type is MarkType.RECORD]
    for place, end in pairwise([*starts, len(marks)]):
        aspects = {entry.label for entry in marks[place:end] if entry.type is MarkType.STATE}
        if len(aspects) > 1 and labelled(marks[place].unit.text) is None:
            found[place] = marks[place]._replace(kind=Kind.ACTIVITY)
    return found


def _as_record(entry: Mark) -> Mark:
    """Return the mark of a record's title; what its shape alone seemed to tell is left to the heading above."""
    return entry._replace(type=MarkType.RECORD, kind=None if _by_shape_alone(entry) else entry.kind)


def _can_name_record(marks: Sequence[Mark], place: int, *, of_status: bool) -> bool:
    """Whether a line can be what the heads after it speak of; a mere name can if they ask for its status."""
    entry = marks[place]
    named = entry.type is MarkType.TITLE and (
        entry.kind is Kind.GOAL or (entry.kind is Kind.THEME and of_status)
    )
    told = entry.type is MarkType.TEXT and not speaks_of_document(entry.unit.text)
    if entry.unit.block.table is not None or not (told or named):
        return False
    return not _is_head(_at(marks, place - 1), _VALUE_ROLES | {Role.CONTEXT})


def _without_values(marks: list[Mark]) -> list[Mark]:
    """Take a short line under a field's label for the value it is ("Nog te bepalen"), not for a title."""
    found = list(marks)
    in_record = False
    for place, entry in enumerate(marks):
        in_record = in_record or entry.type is MarkType.RECORD
        before, after = _at(marks, place - 1), _at(marks, place + 1)
        ends_field = after is None or _is_head(after, _VALUE_ROLES)
        last_of_field = in_record and ends_field and before is not None and before.type is MarkType.TEXT
        if _by_shape_alone(entry) and (_is_head(before, _VALUE_ROLES) or last_of_field):
            found[place] = as_text(entry.unit)
    return found


def _by_shape_alone(entry: Mark) -> bool:
    plain = entry.unit.block.role is not BlockRole.HEADING and labelled(entry.unit.text) is None
    return entry.type is MarkType.TITLE and plain and entry.kind in (Kind.THEME, Kind.GOAL)


# --- trees of codes ------------------------------------------------------------------------------------


def _with_codes(marks: list[Mark]) -> list[Mark]:
    """Tell goals from activities in a tree of codes: what has codes under it is a goal."""
    found = list(marks)
    codes = {place: code_of(entry.number) for place, entry in enumerate(marks) if _has_code(entry)}
    codes = {place: code for place, code in codes.items() if code}
    leaves = [place for place, code in codes.items() if not _has_below(codes, code)]
    told = _are_told(marks, codes, leaves)
    for place, code in codes.items():
        entry = found[place]
        if entry.type is MarkType.HEAD:
            continue
        if _has_below(codes, code):
            if entry.kind is Kind.ACTIVITY or (told and not _is_theme(entry, code, codes)):
                body = entry.body if labelled(entry.unit.text) else entry.unit.body
                found[place] = entry._replace(type=MarkType.TITLE, kind=Kind.GOAL, body=body)
        elif told and entry.kind in (None, Kind.THEME, Kind.GOAL) and labelled(entry.unit.text) is None:
            found[place] = entry._replace(type=MarkType.RECORD, kind=Kind.ACTIVITY, body=entry.unit.body)
    return found


def _has_below(codes: dict[int, tuple[str, ...]], code: tuple[str, ...]) -> bool:
    return any(len(other) > len(code) and other[: len(code)] == code for other in codes.values())


def _is_theme(entry: Mark, code: tuple[str, ...], codes: dict[int, tuple[str, ...]]) -> bool:
    """Whether a line at the top of the tree is a name, not an aim."""
    top = len(code) == min(len(other) for other in codes.values())
    return entry.type is MarkType.TITLE and entry.kind in (Kind.THEME, Kind.PROGRAMME) and top


def _are_told(marks: Sequence[Mark], codes: dict[int, tuple[str, ...]], leaves: Sequence[int]) -> bool:
    """Whether the leaves of a tree of codes are things to do, and not the titles of chapters.

    A tree has three leaves or more, at least half of them under a code of their own tree, and most of
    them say something: a sentence, or words enough for one.
    """
    under = [
        place
        for place in leaves
        if any(codes[place][: len(code)] == code != codes[place] for code in codes.values())
    ]
    if len(under) < MIN_LEAVES or any(marks[place].type is MarkType.HEAD for place in under):
        return False
    telling = sum(len(marks[place].unit.words.split()) >= TELLING for place in under)
    return telling * 2 > len(under)


def _has_code(entry: Mark) -> bool:
    named = entry.type in (MarkType.TEXT, MarkType.TITLE, MarkType.HEAD)
    return named and bool(entry.number) and entry.unit.block.table is None and len(code_of(entry.number)) > 0


def code_of(number: str | None) -> tuple[str, ...]:
    """Return the parts of a number or code: `Doel 3.1` gives (3, 1), `H2.1.a` gives (2, 1, a)."""
    groups = re.findall(r"\d+(?:\.(?:\d+|[a-z]))*", number or "")
    return tuple(groups[-1].split(".")) if groups else ()
