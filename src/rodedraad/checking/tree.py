"""How goals and activities hang together."""

from rodedraad.checking.case import Case
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase


def activities_below(case: Case, document: Document, goal: Element) -> list[Element]:
    """Return the planned activities under a goal, at any depth."""
    below = case.descendants(document, goal)
    return [element for element in below if element.kind is Kind.ACTIVITY and element.phase is Phase.PLAN]
