"""What people decided, laid on the documents; and what of it finds nothing to stand on any more."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from rodedraad.linking import lost_decisions
from rodedraad.model.build import Build
from rodedraad.model.decisions import Decisions, StatusDecision
from rodedraad.model.document import Document, Element, StatusJudgement
from rodedraad.model.terms import By


def ruled(document: Document, rulings: Sequence[StatusDecision]) -> Document:
    """Return the document with the status that a person set in the place of what was read."""
    own = {ruling.element: ruling for ruling in rulings if ruling.document == document.id}
    if not own:
        return document
    elements = (_ruled(element, own.get(element.id)) for element in document.elements)
    return structs.replace(document, elements=tuple(elements))


def lost(build: Build, decisions: Decisions) -> tuple[str, ...]:
    """Return a line for each decision that joins, judges or answers nothing in the build any more."""
    return tuple(_lost(build, decisions))


def _ruled(element: Element, ruling: StatusDecision | None) -> Element:
    if ruling is None:
        return element
    judgement = StatusJudgement(value=ruling.value, by=By.PERSON, reason=ruling.reason, role=ruling.role)
    return structs.replace(element, status=judgement)


def _lost(build: Build, decisions: Decisions) -> Iterator[str]:
    for link in lost_decisions(build.documents, decisions):
        ends = " en ".join(f"{end.document} {end.element}" for end in (link.from_, link.to))
        yield f"[[link]] tussen {ends}"
    elements = {(document.id, element.id) for document in build.documents for element in document.elements}
    for status in decisions.status:
        if (status.document, status.element) not in elements:
            yield f"[[status]] van {status.document} {status.element}"
    findings = {finding.id for finding in build.findings.findings}
    for reply in decisions.reply:
        if reply.finding not in findings:
            yield f"[[reply]] op {reply.finding}"
