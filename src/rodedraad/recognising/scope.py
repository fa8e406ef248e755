"""What the words being read stand under: programme, theme, goal, question."""

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.terms import TWO_SIDED, Kind, Phase
from rodedraad.recognising.codes import code_of
from rodedraad.recognising.lexicon import Meaning, Role


class OpenTheme(NamedTuple):
    """A theme that is open: its place, what it stands under, and how its name is written."""

    place: int
    parent: int | None
    style: str

    @property
    def level(self) -> int | None:
        """The level of its heading, where it is marked up as one."""
        return int(self.style[1]) if self.style[:1] == "h" and self.style[1:2].isdigit() else None


class Scope(Struct, frozen=True, kw_only=True):
    """The open headings, as places in the list of drafts; None where there is none.

    `goals` are the goals that what follows may belong to: a run of goals told one after another
    shares no activities, a goal told alone heads what comes after it.  `record` is true between the
    title of a record and the next heading that is no field of it, `titled` where that title tells what
    it is about; `direct` while no theme stands between the question and the text.  `themes` are the open
    themes, the outermost first, and `asked_under` how many of them were open when the question was asked.
    `of_goal` is true of a field that every goal has of its own; `judged` is what was asked before a status
    judged what was promised, so that what came of it follows.
    """

    programme: int | None = None
    theme: int | None = None
    section: int | None = None
    meaning: Meaning | None = None
    goals: tuple[int, ...] = ()
    goal_numbers: tuple[str | None, ...] = ()
    goal_texts: tuple[str, ...] = ()
    in_run: bool = False
    record: bool = False
    record_kind: Kind | None = None
    titled: bool = False
    two_sided: bool = False
    row: int | None = None
    level: int | None = None
    direct: bool = False
    label_number: str | None = None
    themes: tuple["OpenTheme", ...] = ()
    asked_under: int = 0
    of_goal: bool = False
    judged: Meaning | None = None

    @property
    def asked(self) -> Kind | None:
        """The kind that the heading asks for."""
        return self.meaning.kind if self.meaning is not None else None

    def promised_kind(self) -> Kind:
        """Return the kind of what an explanation here explains: of the record, else of the question."""
        kind = self.record_kind or self.asked
        return kind if kind is not None and kind in TWO_SIDED else Kind.ACTIVITY

    def named_kind(self) -> Kind:
        """Return what records without a label promise: activities under a question for them, else goals."""
        if self.record and self.record_kind is not None:
            return self.record_kind
        return Kind.ACTIVITY if self.asked is Kind.ACTIVITY else Kind.GOAL

    def is_about(self, kind: Kind, side: Phase | None, row: int) -> bool:
        """Whether an element of a row may be what the record is about."""
        return (
            self.record
            and self.titled
            and row == self.row
            and kind is self.record_kind
            and side is Phase.PLAN
        )

    def above_sections(self, meaning: Meaning | None = None) -> int | None:
        """Return what a heading stands under: the goal of the record, else the theme or programme."""
        of_record = self.record and meaning is not None and meaning.role is not Role.SECTION
        if of_record and len(self.goals) == 1:
            return self.goals[0]
        return self.theme if self.theme is not None else self.programme

    def container(self) -> int | None:
        """Return the nearest heading that is no goal."""
        return next(
            (place for place in (self.section, self.theme, self.programme) if place is not None), None
        )

    def goal_for(self, number: str | None) -> int | None:
        """Return the goal that an element with this number stands under, if that can be told."""
        if len(self.goals) == 1:
            return self.goals[0]
        own = code_of(number)
        above = [
            (len(code_of(other)), goal)
            for goal, other in zip(self.goals, self.goal_numbers, strict=True)
            if code_of(other)
            and len(own) > len(code_of(other))
            and own[: len(code_of(other))] == code_of(other)
        ]
        return max(above)[1] if above else None

    def with_goal(self, place: int, number: str | None, text: str, *, above: int | None = None) -> "Scope":
        """Return the scope after a goal was read: it joins the run of goals, or begins one.

        A goal right under the last one (`above`) takes its place.
        """
        nested = above is not None and self.goals == (above,)
        before = self if self.in_run and not nested else self.without_goals()
        return replace(
            before,
            goals=(*before.goals, place),
            goal_numbers=(*before.goal_numbers, number),
            goal_texts=(*before.goal_texts, text),
            in_run=True,
        )

    def without_goals(self) -> "Scope":
        """Return the scope with no goal open."""
        return replace(self, goals=(), goal_numbers=(), goal_texts=(), in_run=False)

    def with_content(self) -> "Scope":
        """Return the scope after something else than a goal was read."""
        return replace(self, in_run=False) if self.in_run else self
