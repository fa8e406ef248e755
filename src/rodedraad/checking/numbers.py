"""The figures that a document reports, in its own words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rodedraad.model.document import Element, Span
from rodedraad.model.terms import Kind, Phase, Side

_ENDING = re.compile(
    r"^(?P<name>.{8,}?)\s*[:=]\s*(?P<number>\d{1,3}(?:\.\d{3})+|\d+)(?P<part>,\d+)?\s*%?\.?\s*$", re.DOTALL
)


class Figure(NamedTuple):
    """What was counted, how many, and where it says so."""

    name: str
    value: float
    spans: tuple[Span, ...]


def figures(element: Element) -> Iterator[Figure]:
    """Yield the measured figures of a reported indicator; where none was recognised, the one at its end."""
    if element.kind is not Kind.INDICATOR or element.phase is not Phase.ACTUAL:
        return
    measured = [value for value in element.values if value.side is Side.VALUE]
    for value in measured:
        if value.value is not None:
            spans = (value.evidence,) if value.evidence else element.spans
            yield Figure(value.name, value.value, spans)
    found = _ENDING.fullmatch(element.text.strip()) if not measured else None
    if found:
        number = float(found["number"].replace(".", "") + (found["part"] or "").replace(",", "."))
        yield Figure(found["name"], number, element.spans)


def trend(element: Element) -> int:
    """Return 1 where the measured figures rise from first to last period, -1 where they fall, else 0."""
    dated = sorted(
        (value.period, value.value)
        for value in element.values
        if value.side is Side.VALUE and value.value is not None and value.period
    )
    if len(dated) < 2 or dated[0][0] == dated[-1][0]:  # noqa: PLR2004
        return 0
    change = dated[-1][1] - dated[0][1]
    return (change > 0) - (change < 0)
