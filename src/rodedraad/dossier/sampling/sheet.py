"""The file in which people judge a sample: its columns, and what stands in them."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from rodedraad.dossier.review.side import Side, side
from rodedraad.model.identities import fingerprint
from rodedraad.model.samples import Sample, SampledLink
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.opendata.table import FORMULA_STARTS

ID: Final = "kenmerk"
GIVEN: Final = (
    "eerst_document",
    "eerst_plaats",
    "eerst_tekst",
    "later_document",
    "later_plaats",
    "later_tekst",
)
FIRST, SECOND, REMARK = "oordeel_1", "oordeel_2", "opmerking"
COLUMNS: Final = (ID, *GIVEN, FIRST, SECOND, REMARK)
DELIMITER: Final = ";"
_MARK: Final = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""


def sheet_of(sample: Sample, lookup: Lookup) -> bytes:
    """Return the file to judge a sample in; it does not tell how probable a link is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for link in sample.links:
        writer.writerow([link.id, *(_safe(cell) for cell in given(link, lookup)), "", "", ""])
    return f"{_MARK}{out.getvalue()}".encode()


def given(link: SampledLink, lookup: Lookup) -> tuple[str, ...]:
    """Return the cells of a link that nobody should change."""
    return tuple(cell for end in (link.from_, link.to) for cell in _cells(side(lookup, end)))


def check_of(cell: str) -> str:
    """Return what a cell is known by: a spreadsheet may change its spaces and the apostrophe before it."""
    return fingerprint(cell.removeprefix("'"))


def _cells(side: Side) -> Iterator[str]:
    yield side.document
    where = side.place.label.rpartition(", ")[2] if side.place else ""
    yield " › ".join(filter(None, (*side.above, where)))
    yield side.plain


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
