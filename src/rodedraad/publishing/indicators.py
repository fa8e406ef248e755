"""The indicators of a build: what all documents say of the same indicator, under one permanent id."""

import re
from typing import Final

from msgspec import Struct

from rodedraad.linking.tokens import words
from rodedraad.model.document import Document, Element, Value
from rodedraad.model.terms import DocumentKind, Kind, Side
from rodedraad.model.threads import Pointer, Thread
from rodedraad.publishing.lookup import Lookup, grouped

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Reading(Struct, frozen=True, kw_only=True):
    """A value of an indicator and the element that holds it; `year` where its period names one year."""

    value: Value
    at: Pointer
    year: int | None


class Indicator(Struct, frozen=True, kw_only=True):
    """An indicator over the documents; its id is that of its thread where it has one.

    `readings` are in the order of the documents; `gaps` are the annual reports that give no value for their
    own year, from the first document that names the indicator on.
    """

    id: str
    members: tuple[Pointer, ...]
    readings: tuple[Reading, ...]
    gaps: tuple[str, ...]


def indicators(lookup: Lookup) -> tuple[Indicator, ...]:
    """Return every indicator once, in the order in which documents first name them."""
    members = (at for at, one in lookup.elements.items() if one.kind is Kind.INDICATOR)
    groups = grouped(members, lambda at: indicator_id(lookup, at))
    return tuple(_indicator(lookup, identity, group) for identity, group in groups.items())


def indicator_id(lookup: Lookup, pointer: Pointer) -> str:
    """Return the id of the indicator that an element belongs to: that of its thread, else of the element.

    Of more threads it is the one whose other members share most words with it: an indicator is one thing.
    """
    threads = lookup.threads_of(pointer)
    if threads:
        return max(threads, key=lambda one: _likeness(lookup, pointer, one)).id
    promised = _answered(lookup, pointer)
    return indicator_id(lookup, promised) if promised else f"{pointer.document}-{pointer.element}"


def _likeness(lookup: Lookup, pointer: Pointer, thread: Thread) -> float:
    """Return which share of the words of an element the most alike of the thread's own members has."""
    own = _words(lookup.elements[pointer])
    others = (one for one in thread.members if len(lookup.threads_of(one)) == 1)
    shared = (len(own & _words(lookup.elements[one])) for one in others)
    return max(shared, default=0) / max(len(own), 1)


def _words(element: Element) -> frozenset[str]:
    names = " ".join(one.name for one in element.values) or element.text
    return frozenset(words(names))


def _answered(lookup: Lookup, pointer: Pointer) -> Pointer | None:
    """Return the indicator that an element is the result of, in the same document."""
    answers = (Pointer(document=pointer.document, element=one) for one in lookup.elements[pointer].answers)
    return next((one for one in answers if lookup.elements[one].kind is Kind.INDICATOR), None)


def _indicator(lookup: Lookup, identity: str, members: tuple[Pointer, ...]) -> Indicator:
    readings = tuple(reading for at in members for reading in _readings(at, lookup.elements[at]))
    return Indicator(id=identity, members=members, readings=readings, gaps=_gaps(lookup, members, readings))


def _readings(at: Pointer, element: Element) -> tuple[Reading, ...]:
    return tuple(Reading(value=one, at=at, year=_year(one)) for one in element.values)


def _year(value: Value) -> int | None:
    years = set(_YEAR.findall(value.period or ""))
    return int(years.pop()) if len(years) == 1 else None


def _gaps(lookup: Lookup, members: tuple[Pointer, ...], readings: tuple[Reading, ...]) -> tuple[str, ...]:
    first = lookup.document(members[0].document)
    reports = (
        one
        for one in lookup.build.documents
        if one.kind is DocumentKind.JAARSTUKKEN
        and one.organisation.code == first.organisation.code
        and lookup.position[one.id] >= lookup.position[first.id]
    )
    return tuple(one.id for one in reports if not _tells(one, readings))


def _tells(report: Document, readings: tuple[Reading, ...]) -> bool:
    return any(
        one.at.document == report.id and one.year in {report.year, None} and is_measured(one)
        for one in readings
    )


def is_measured(reading: Reading) -> bool:
    """Return whether a reading is a measured value, in a number or in words."""
    value = reading.value
    return value.side is Side.VALUE and (value.value is not None or bool(value.words))
