"""Headings that come back: under each theme, or under each goal."""

from collections.abc import Sequence
from typing import NamedTuple

from rodedraad.model.terms import Kind
from rodedraad.recognising.lexicon import Role
from rodedraad.recognising.marks import Mark, MarkType
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.scoping import NESTING


class Returning(NamedTuple):
    """The places of the units whose heading comes back with every theme, and with every goal."""

    of_themes: frozenset[int] = frozenset()
    of_goals: frozenset[int] = frozenset()


class _Passed(NamedTuple):
    """What was passed so far: how many programmes, themes, goals and questions."""

    programmes: int = 0
    themes: int = 0
    goals: int = 0
    questions: int = 0

    def with_mark(self, entry: Mark) -> "_Passed":
        kind = entry.meaning.kind if entry.type is MarkType.HEAD and entry.meaning is not None else entry.kind
        titled = entry.type in (MarkType.TITLE, MarkType.RECORD)
        label = entry.role is Role.LABEL
        return _Passed(
            self.programmes + (titled and kind is Kind.PROGRAMME),
            self.themes + (titled and kind is Kind.THEME),
            self.goals + (kind is Kind.GOAL and (titled or label)),
            self.questions + (entry.role in NESTING),
        )

    def is_theme_later(self, then: "_Passed") -> bool:
        """Whether a theme, but no other question than the one asked then, stands in between."""
        alone = self.questions == then.questions + 1 and self.programmes == then.programmes
        return alone and self.themes > then.themes

    def is_goal_later(self, then: "_Passed") -> bool:
        """Whether one goal stands in between in each theme, or goals of one theme do."""
        goals, themes = self.goals - then.goals, self.themes - then.themes
        return self.programmes == then.programmes and goals > 0 and themes in (0, goals)


def returning(marks: Sequence[Mark]) -> Returning:
    """Return the headings that come back with one theme, or one goal, between each time and the next.

    A question that others stand between is asked of the programme, as is what stands after many goals.
    """
    themes: set[int] = set()
    goals: set[int] = set()
    last: dict[str, tuple[int, _Passed]] = {}
    passed = _Passed()
    for entry in marks:
        if entry.type is MarkType.HEAD and entry.unit.block.table is None:
            key = heading_key(entry.unit.text)
            place, then = last.get(key, (entry.unit.place, passed))
            both = {place, entry.unit.place}
            themes |= both if passed.is_theme_later(then) else set()
            goals |= both if passed.is_goal_later(then) else set()
            last[key] = (entry.unit.place, passed)
        passed = passed.with_mark(entry)
    return Returning(frozenset(themes), frozenset(goals))
