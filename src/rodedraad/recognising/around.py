"""Small questions about the marks around a mark."""

from collections.abc import Sequence
from typing import Final

from rodedraad.model.terms import BlockRole, Kind
from rodedraad.recognising.lexicon import Role, labelled
from rodedraad.recognising.marks import Mark, MarkType

VALUE_ROLES: Final = frozenset({Role.LABEL, Role.STATUS, Role.EXPLANATION})


def at(marks: Sequence[Mark], place: int) -> Mark | None:
    """Return the mark at a place, or None before the first and behind the last."""
    return marks[place] if 0 <= place < len(marks) else None


def is_head(entry: Mark | None, roles: frozenset[Role]) -> bool:
    """Whether there is a mark and it is a heading with one of these roles."""
    return entry is not None and entry.role in roles


def by_shape_alone(entry: Mark) -> bool:
    """Whether a line is taken for a title without mark-up or a label that says so."""
    if entry.type is not MarkType.TITLE or entry.kind not in (Kind.THEME, Kind.GOAL):
        return False
    return entry.unit.block.role is not BlockRole.HEADING and labelled(entry.unit.text) is None
