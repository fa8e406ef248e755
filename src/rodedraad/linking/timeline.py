"""When an element was said: documents and elements in order of time."""

from collections.abc import Iterable, Sequence
from datetime import date

from rodedraad.model.document import Document
from rodedraad.model.terms import DocumentKind

REPORTS = frozenset({DocumentKind.TUSSENRAPPORTAGE, DocumentKind.JAARSTUKKEN})
USUAL_MONTH_OF_BUDGET = 11


def in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents by organisation, then by adoption; the order they came in does not matter."""
    return tuple(sorted(documents, key=lambda one: (one.organisation.code, one.adopted, one.id)))


def quoted_budget_date(report: Document, documents: Sequence[Document]) -> date:
    """Return when the budget that a report quotes was adopted, or would usually have been."""
    budgets = [
        one.adopted
        for one in documents
        if one.kind is DocumentKind.BEGROTING
        and one.year == report.year
        and one.organisation.code == report.organisation.code
    ]
    return min([*budgets, report.adopted]) if budgets else date(report.year - 1, USUAL_MONTH_OF_BUDGET, 1)
