"""What a heading changes in the scope of the words that follow it."""

from msgspec.structs import replace

from rodedraad.model.terms import TWO_SIDED, Kind, Phase
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.scope import Scope


def under_theme(scope: Scope, place: int, level: int | None) -> Scope:
    """Return the scope under the name of a theme: the question above it goes on.

    What was told in passing, such as the context of another theme, does not.
    """
    told = scope.meaning is not None and scope.meaning.role is Role.CONTEXT
    return Scope(
        programme=scope.programme,
        theme=place,
        meaning=None if told or scope.closes(level) else scope.meaning,
        level=scope.level,
        two_sided=scope.two_sided and not scope.record,
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
    )


def is_field_of(scope: Scope, meaning: Meaning) -> bool:
    """Whether a heading is a field of the record being read."""
    if not scope.record:
        return False
    if meaning.role is Role.CONTEXT:
        return not scope.two_sided
    labels = scope.two_sided or meaning.role is Role.LABEL
    return meaning.kind in TWO_SIDED and meaning.role is not Role.SECTION and labels


def are_columns(before: Meaning | None, here: Meaning) -> bool:
    """Whether two heads that stand side by side are the columns plan and result."""
    same = before is not None and before.kind is here.kind and before.phase is Phase.PLAN
    return same and here.phase is Phase.ACTUAL
