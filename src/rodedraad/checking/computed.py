"""What was computed of the figures that a document names: the same indicator, place, period and scale."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rodedraad.checking.case import Case
from rodedraad.checking.wording import number
from rodedraad.model.document import Document, Element, Span, Value
from rodedraad.model.observations import Observation, ObservationStatus, Series
from rodedraad.model.terms import Kind, Side

_PER: Final = re.compile(r"\bper (1\.?000|10\.?000|100\.?000|100)\b(?!\.?\d)", re.IGNORECASE)
_PARTS: Final = re.compile(r"%|\b(?:percentage|procent|aandeel)\b", re.IGNORECASE)
_COUNTS: Final = frozenset({"", "aantal", "inwoners", "personen"})
_UNSURE: Final = {
    ObservationStatus.PROVISIONAL: "voorlopig",
    ObservationStatus.REVISED: "nader voorlopig",
}


class Beside(NamedTuple):
    """A measured value of a document, or that it is missing there, and the value that was computed."""

    document: Document
    element: Element
    value: Value
    seen: Observation

    @property
    def name(self) -> str:
        """What the value is called where it stands."""
        return self.value.name.strip() or self.element.text

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the document says it."""
        return (self.value.evidence,) if self.value.evidence else self.element.spans


def beside(case: Case) -> Iterator[Beside]:
    """Yield the measured values of documents, each beside what was computed for the same.

    They are about the same where the mark of a mandatory set or the name is that of the definition, the
    period is the same, and both count by the same number of people.
    """
    if not case.observations.series:
        return
    for document, element in case.elements(Kind.INDICATOR):
        for value in element.values:
            if value.side is Side.VALUE:
                for seen in _computed(case, document, value):
                    yield Beside(document, element, value, seen)


def _computed(case: Case, document: Document, value: Value) -> Iterator[Observation]:
    for series in _series(case, document, value):
        for seen in series.observations:
            if seen.period == (value.period or "").strip() and seen.value is not None:
                yield seen


def _series(case: Case, document: Document, value: Value) -> Iterator[Series]:
    named = {one.code for one in case.observations.indicators if one.is_called(value.name, value.standard)}
    scale = _scale(value.unit or "", value.name)
    for series in case.observations.series:
        own = series.indicator in named and series.area == document.organisation.code
        if own and _scale(series.unit, "") == scale:
            yield series


def _scale(unit: str, name: str) -> str:
    """Return what a figure counts by: a part of a hundred, so many people, or what its unit says."""
    if _PARTS.search(unit) or _PARTS.search(name):
        return "%"
    per = _PER.search(f"{unit} {name}")
    if per is not None:
        return per[1].replace(".", "")
    first = unit.split(" ", maxsplit=1)[0].casefold()
    return "" if first in _COUNTS else first


def sources(case: Case, seen: Observation) -> str:
    """Return the names of the sources that a value was computed from."""
    digests = {origin.sha256 for origin in seen.origins}
    return ", ".join(dict.fromkeys(d.source for d in case.observations.deliveries if d.sha256 in digests))


def told(seen: Observation) -> str:
    """Return a computed value in words: how sure it is, and how it was computed."""
    sure = _UNSURE.get(seen.status)
    shown = number(seen.value or 0) + (f" ({sure})" if sure else "")
    return shown + (f", berekend als {seen.calculation}" if seen.calculation else "")
