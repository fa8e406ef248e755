"""Fields: the elements of one kind that stand together under one goal, theme or heading."""

from collections.abc import Iterator
from typing import NamedTuple

from rodedraad.checking.case import Case
from rodedraad.model.document import Document, Element
from rodedraad.model.terms import Kind, Phase


class Field(NamedTuple):
    """The promises of a field and the results in it, in reading order."""

    document: Document
    above: Element | None
    kind: Kind
    promises: tuple[Element, ...]
    results: tuple[Element, ...]


def fields(case: Case, *kinds: Kind) -> Iterator[Field]:
    """Yield the fields that hold a promise or a result of these kinds."""
    for document in case.documents:
        groups: dict[tuple[str | None, Kind], list[Element]] = {}
        for element in document.elements:
            if element.kind in kinds and element.phase is not None:
                groups.setdefault((element.parent, element.kind), []).append(element)
        for (parent, kind), group in groups.items():
            above = case.parent(document, group[0]) if parent else None
            yield Field(document, above, kind, _side(group, Phase.PLAN), _side(group, Phase.ACTUAL))


def is_promise(case: Case, document: Document, element: Element) -> bool:
    """Return whether one can be asked about an element: no opening line, no goal with activities."""
    if element.phase is not Phase.PLAN or element.text.rstrip().endswith(":"):
        return False
    below = case.children(document, element)
    has_activities = any(one.kind is Kind.ACTIVITY and one.phase is Phase.PLAN for one in below)
    return not (element.kind is Kind.GOAL and has_activities)


def is_answered(case: Case, document: Document, element: Element) -> bool:
    """Return whether something in the document answers an element, or an element within or around it."""
    if element.status is not None or case.results(document, element):
        return True
    around = [*case.descendants(document, element), *case.ancestors(document, element)]
    return any(one.kind is element.kind and case.results(document, one) for one in around)


def _side(group: list[Element], phase: Phase) -> tuple[Element, ...]:
    return tuple(element for element in group if element.phase is phase)
