"""How goals and activities hang together."""

from rodedraad.checking.case import Case
from rodedraad.checking.fields import Field
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase


def activities_below(case: Case, document: Document, goal: Element) -> bool:
    """Return whether a planned activity stands under a goal, at any depth."""
    return any(_is(one, Kind.ACTIVITY) for one in case.descendants(document, goal))


def activities_beside(case: Case, field: Field) -> bool:
    """Return whether planned activities stand beside the goals of a field, as they do in running text."""
    beside = case.children(field.document, field.above) if field.above else ()
    return any(_is(one, Kind.ACTIVITY) for one in beside)


def goal_around(case: Case, field: Field) -> bool:
    """Return whether the activities of a field stand under a goal, or under a heading that holds one."""
    if field.above is None:
        return False
    above = [field.above, *case.ancestors(field.document, field.above)]
    below = case.descendants(field.document, field.above)
    return any(one.kind is Kind.GOAL for one in above) or any(_is(one, Kind.GOAL) for one in below)


def _is(element: Element, kind: Kind) -> bool:
    return element.kind is kind and element.phase is Phase.PLAN
