"""The units of a document, in the tables that they stand in or once stood in."""

from collections.abc import Sequence

from rodedraad.model.document import Document
from rodedraad.model.text import Extract
from rodedraad.recognising.loosening import loosened
from rodedraad.recognising.pen import REPORTS
from rodedraad.recognising.regrid import restored
from rodedraad.recognising.rowlines import parted
from rodedraad.recognising.units import Unit, units_of


def laid_out(texts: Sequence[Extract], frame: Document) -> tuple[Unit, ...]:
    """Return the units in reading order: tables that lost their cells are tables again, others are lines."""
    found = restored(parted(units_of(texts)), frame.year)
    return tuple(loosened(found, report=frame.kind in REPORTS))
