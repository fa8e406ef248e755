"""When a document was adopted, where the dossier does not say."""

import re
from datetime import date

from rodedraad.model.terms import DocumentKind, Reporting

_USUAL: dict[DocumentKind, tuple[int, int]] = {
    DocumentKind.BEGROTING: (-1, 11),
    DocumentKind.KADERNOTA: (-1, 6),
    DocumentKind.TUSSENRAPPORTAGE: (0, 9),
    DocumentKind.JAARSTUKKEN: (1, 6),
}
_PERIOD = re.compile(r"(?:\d{4}-)?(?:(?P<quarter>Q[1-4])|(?P<half>H[12])|(?P<month>0[1-9]|1[0-2]))$")


def usual_adoption(kind: DocumentKind, year: int, period: str | None) -> date:
    """Return the first day of the month in which such a document is usually adopted.

    A tussenrapportage over a named period (`2021-Q2`, `H1`, `2021-06`) follows on that period, still in
    its year; without one it is put in September.
    """
    end = _month_of_end(period) if kind is DocumentKind.TUSSENRAPPORTAGE and period else None
    if end is not None:
        return date(year, end + 1, 1) if end < 12 else date(year, 12, 31)  # noqa: PLR2004
    shift, month = _USUAL[kind]
    return date(year + shift, month, 1)


def usual_reporting(kind: DocumentKind) -> Reporting | None:
    """Return how a document of this kind reports: jaarstukken in full, of others it is not known."""
    return Reporting.FULL if kind is DocumentKind.JAARSTUKKEN else None


def _month_of_end(period: str) -> int | None:
    found = _PERIOD.match(period.strip().upper())
    if not found:
        return None
    if found["quarter"]:
        return int(found["quarter"][1]) * 3
    return int(found["half"][1]) * 6 if found["half"] else int(found["month"])
