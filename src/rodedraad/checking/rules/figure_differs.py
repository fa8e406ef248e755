"""A figure in a document that is not what its source comes to."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.model.document import Document, Element, Value
from rodedraad.model.observations import Observation, ObservationStatus, Series
from rodedraad.model.terms import Kind, Severity, Side

_PER: Final = re.compile(r"\bper (1\.?000|10\.?000|100\.?000|100)\b(?!\.?\d)", re.IGNORECASE)
_PARTS: Final = re.compile(r"%|\b(?:percentage|procent|aandeel)\b", re.IGNORECASE)
_COUNTS: Final = frozenset({"", "aantal", "inwoners", "personen"})
_HALF: Final = 0.5
_SLACK: Final = 1e-9
"""What arithmetic on a computer may be off."""
_UNSURE: Final = {
    ObservationStatus.PROVISIONAL: "voorlopig",
    ObservationStatus.REVISED: "nader voorlopig",
}


class _Found(NamedTuple):
    """A figure of a document and what its source says of the same."""

    value: Value
    told: float
    seen: Observation
    source: str


class FigureDiffers(Rule):
    """A measured figure of a document differs from the value computed for the same place and period.

    They are the same where the mark of a mandatory set or the name is that of the definition, the period is
    one year, and both count by the same number of people.  What rounding can explain is no difference: of
    the document's figure, or of the counts of people that the value was computed from.
    """

    code = "figure-differs"
    title = "Cijfer anders dan in de bron"
    severity = Severity.QUESTION
    basis = grounds.CHECKABLE
    explanation = (
        "Het document noemt een waarde van een indicator. Uit de cijfers van hetzelfde jaar komt een andere "
        "waarde. Wat afronding kan verklaren, telt niet als verschil."
    )
    remedy = "Kijk welke van de twee klopt, en of zij hetzelfde tellen op hetzelfde moment."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each such figure."""
        if not case.observations.series:
            return
        for document, element in case.elements(Kind.INDICATOR):
            for found in _compared(case, document, element):
                if abs(found.told - (found.seen.value or 0)) > _tolerance(found.told) + found.seen.margin:
                    yield _remark(document, element, found)


def _compared(case: Case, document: Document, element: Element) -> Iterator[_Found]:
    """Yield the measured figures of an element that a source has a value for."""
    for value in element.values:
        if value.side is Side.VALUE and value.value is not None:
            for series in _series(case, document, value):
                for seen in series.observations:
                    if seen.period == (value.period or "").strip() and seen.value is not None:
                        yield _Found(value, value.value, seen, _source(case, seen))


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


def _tolerance(told: float) -> float:
    """Return half of the last digit that the document gives."""
    _, _, decimals = f"{told:.10f}".rstrip("0").partition(".")
    return _HALF * 10.0 ** -len(decimals) + _SLACK


def _source(case: Case, seen: Observation) -> str:
    digests = {origin.sha256 for origin in seen.origins}
    return ", ".join(dict.fromkeys(d.source for d in case.observations.deliveries if d.sha256 in digests))


def _remark(document: Document, element: Element, found: _Found) -> Remark:
    value = found.value
    name = value.name.strip() or element.text
    sure = _UNSURE.get(found.seen.status)
    seen = _number(found.seen.value or 0) + (f" ({sure})" if sure else "")
    sum_ = f", berekend als {found.seen.calculation}" if found.seen.calculation else ""
    return Remark(
        subject=about(document, element),
        message=(
            f"Het stuk noemt bij ‘{name}’ over {value.period} {_number(found.told)}; "
            f"de bron ({found.source}) zegt {seen}{sum_}."
        ),
        evidence=quotes(document, (value.evidence,) if value.evidence else element.spans),
        key=f"{name}-{value.period}",
    )


def _number(value: float) -> str:
    return f"{round(value, 2):,.10g}".translate(str.maketrans(",.", ".,"))
