"""What a heading changes in the scope of the words that follow it."""

from typing import Final

from msgspec.structs import replace

from rodedraad.model.terms import TWO_SIDED, Kind, Phase
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.scope import OpenTheme, Scope

NESTING: Final = frozenset({Role.QUESTION, Role.MIXED, Role.SECTION, Role.VISION, Role.EXTRA})
"""Questions and sections go on over the themes under them; what is told in passing does not."""


def beside(scope: Scope, style: str, level: int | None, *, opens_part: bool) -> int | None:
    """Return how many open themes a new theme stands under as a sibling of the next; None if it is nested.

    Names written alike ("Thema …" after "Thema …", headings of one level) are siblings, and so are a name
    with such a mark and the plain ones before it.  Of plain names, one that opens a part of the document
    is the sibling of the outermost, any other of the one before it.
    """
    styles = [theme.style for theme in scope.themes]
    if style in styles and (style or opens_part):
        return styles.index(style)
    higher = level is not None and scope.level is not None and level < scope.level
    if styles and (higher or scope.record):
        return 0
    under_question = styles[scope.asked_under :]
    if style:
        return scope.asked_under if "" in under_question else None
    return len(styles) - 1 if under_question and not styles[-1] else None


def parent_of_theme(scope: Scope, depth: int | None, *, opens_part: bool) -> int | None:
    """Return what a new theme stands under."""
    if depth is not None:
        return scope.themes[depth].parent
    nests = scope.meaning is not None and scope.meaning.role in NESTING
    if nests and scope.section is not None and not opens_part:
        return scope.section
    inside = scope.themes and (scope.section is None or opens_part)
    return scope.themes[-1].place if inside else scope.programme


def under_theme(scope: Scope, theme: OpenTheme, depth: int | None, *, opens_part: bool) -> Scope:
    """Return the scope under the name of a theme.

    The question above it goes on, unless it was asked under a theme that the new one stands beside, or
    the theme opens a part with questions of its own.
    """
    scope = scope if scope.judged is None else replace(scope, meaning=scope.judged)
    above = scope.themes if depth is None else scope.themes[:depth]
    told = scope.meaning is None or scope.meaning.role not in NESTING
    ends = (
        opens_part
        or told
        or (scope.record and scope.judged is None)
        or (depth is not None and scope.asked_under > depth)
    )
    return Scope(
        programme=scope.programme,
        theme=theme.place,
        meaning=None if ends else scope.meaning,
        level=scope.level,
        two_sided=scope.two_sided and not scope.record and not ends,
        themes=(*above, theme),
        asked_under=min(scope.asked_under, len(above)),
    )


def under_unknown(scope: Scope, place: int) -> Scope:
    """Return the scope under a question that the vocabulary does not know."""
    return replace(
        scope.without_goals(), section=place, meaning=None, record=False, two_sided=False, row=None
    )


def under_columns(scope: Scope, *, report: bool) -> Scope:
    """Return the scope under the heads Status and Toelichting of columns that follow."""
    if scope.asked in TWO_SIDED:
        return replace(scope, two_sided=report)
    promised = Meaning(scope.record_kind or Kind.ACTIVITY, Phase.PLAN, Role.QUESTION)
    return replace(scope, meaning=promised, two_sided=report)


def under_explanation(scope: Scope, place: int, *, report: bool) -> Scope:
    """Return the scope under Toelichting: the result of the record; in a plan, more of the same."""
    if not report:
        return replace(scope, section=place, direct=True)
    meaning = Meaning(scope.promised_kind(), Phase.ACTUAL, Role.LABEL)
    return replace(scope, meaning=meaning, section=place, two_sided=False, direct=True)


def under_field(scope: Scope, meaning: Meaning, place: int, row: int | None) -> Scope:
    """Return the scope under a field of a record: its planning, indicators, costs, or its description."""
    own = Meaning(scope.record_kind, Phase.PLAN, Role.LABEL) if meaning.role is Role.CONTEXT else meaning
    return replace(scope, meaning=own, section=place, row=row, direct=True)


def back_to_question(scope: Scope, meaning: Meaning) -> Scope:
    """Return the scope with the themes closed that were opened under the question before this heading."""
    asked = scope.meaning is not None and scope.meaning.role in NESTING
    label_of_theme = meaning.role in (Role.STATUS, Role.EXPLANATION, Role.COLUMN, Role.NUMBER)
    if scope.record or not asked or label_of_theme or len(scope.themes) <= scope.asked_under:
        return scope
    themes = scope.themes[: scope.asked_under]
    return replace(scope, themes=themes, theme=themes[-1].place if themes else None)


def above_heading(scope: Scope, level: int | None) -> Scope:
    """Return the scope with the themes closed whose headings are of a lower level than this one."""
    open_still = [
        theme for theme in scope.themes if level is None or theme.level is None or theme.level <= level
    ]
    if len(open_still) == len(scope.themes):
        return scope
    themes = scope.themes[: scope.themes.index(next(one for one in scope.themes if one not in open_still))]
    above = themes[-1].place if themes else None
    return replace(after_record(scope.without_goals()), themes=themes, theme=above)


def after_record(scope: Scope) -> Scope:
    """Return the scope after the last field of a record."""
    if not scope.record:
        return scope
    return replace(
        scope.without_goals(), record=False, record_kind=None, section=None, row=None, label_number=None
    )


def after_acts(scope: Scope) -> Scope:
    """Return the scope after a table of what is done for a goal: what is told next is told of that."""
    if not scope.record or scope.record_kind is not Kind.GOAL:
        return scope
    return replace(scope, record_kind=Kind.ACTIVITY, titled=False, label_number=None)


def under_question(scope: Scope, meaning: Meaning, place: int, level: int | None) -> Scope:
    """Return the scope under a question: it ends the record; one for goals or context ends the goals too."""
    again = meaning.kind is Kind.GOAL or meaning.role in (Role.SECTION, Role.CONTEXT)
    return replace(
        scope.without_goals() if again else scope,
        meaning=meaning,
        section=place,
        record=False,
        record_kind=None,
        two_sided=False,
        row=None,
        level=level,
        direct=True,
        label_number=None,
        asked_under=len(scope.themes),
    )


def is_field_of(scope: Scope, meaning: Meaning) -> bool:
    """Whether a heading is a field of the record being read."""
    of_document = meaning.role is Role.EXTRA or (meaning.role is Role.QUESTION and meaning.kind is Kind.COST)
    if not scope.record or of_document:
        return False
    if meaning.role is Role.CONTEXT:
        return not scope.two_sided
    labels = scope.two_sided or meaning.role is Role.LABEL
    return meaning.kind in TWO_SIDED and meaning.role is not Role.SECTION and labels


def are_columns(before: Meaning | None, here: Meaning) -> bool:
    """Whether two heads that stand side by side are the columns plan and result."""
    same = before is not None and before.kind is here.kind and before.phase is Phase.PLAN
    return same and here.phase is Phase.ACTUAL
