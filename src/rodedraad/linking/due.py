"""When a promise should have been done, and so reported on."""

from typing import Final

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import DocumentKind, Kind, Reporting

ANSWERING = frozenset({DocumentKind.JAARSTUKKEN})
ANSWERED_FOR: Final = frozenset({DocumentKind.BEGROTING})
"""Reports answer for budgets; what a kadernota announced is promised when the budget takes it over."""
ASKED_FOR: Final = frozenset({Kind.GOAL, Kind.ACTIVITY})
"""What is counted as a promise; indicators and planning are counted apart."""
ANSWERS: Final = ASKED_FOR | {Kind.PLANNING}
"""What can answer a promise; context, figures, risks and partners mention its subject, answered or not."""
SAID_FROM: Final = 0.5
"""Below this probability there is too good a candidate to say that a promise is not found."""


def last_year(element: Element, document: Document) -> int:
    """Return the year in which a promise should be done: of its last deadline, or else of its document."""
    return max([document.year, *(deadline.end.year for deadline in element.deadlines)])


def is_due(element: Element, document: Document, report: Document) -> bool:
    """Tell whether a report is about a time by which a promise should be done."""
    return report.kind in ANSWERING and report.year >= last_year(element, document)


def reports_fully(report: Document) -> bool:
    """Tell whether a document answers everything that was promised, not only what deviates."""
    return report.reporting is Reporting.FULL
