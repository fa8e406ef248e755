"""The page of an indicator: its numbers over the years, from every document, with what is missing."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.bbv import MandatoryIndicator, mandatory_by_code
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.indicators import Indicator, Reading, indicators, is_measured
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import (
    Link,
    Place,
    home_of,
    place_of,
    place_of_element,
    text_of,
    title_of,
)
from rodedraad.publishing.views.facts import UNKNOWN, value_words
from rodedraad.publishing.views.panels import Panel, Revision, panels_of, revisions_of
from rodedraad.publishing.words import word


class ReadingRow(Struct, frozen=True, kw_only=True):
    """One value as a document gives it."""

    period: str
    side: str
    value: str
    known: bool
    unit: str
    source: str
    document: Link
    place: Place | None


class Gap(Struct, frozen=True, kw_only=True):
    """An annual report without a value for its year; `named` where it does name the indicator."""

    document: Link
    year: int
    named: bool


class IndicatorPage(Struct, frozen=True, kw_only=True):
    """An indicator as shown."""

    title: str
    href: str
    organisation: str
    unit: str
    latest: ReadingRow | None
    mandatory: MandatoryIndicator | None
    panels: tuple[Panel, ...]
    rows: tuple[ReadingRow, ...]
    gaps: tuple[Gap, ...]
    revisions: tuple[Revision, ...]
    goals: tuple[Link, ...]
    thread: Link | None


def indicator_pages(lookup: Lookup) -> tuple[IndicatorPage, ...]:
    """Return the page of every indicator."""
    return tuple(_page(lookup, one) for one in indicators(lookup))


def _page(lookup: Lookup, one: Indicator) -> IndicatorPage:
    newest = lookup.document(one.members[-1].document)
    values = [reading.value for reading in one.readings]
    measured = [reading for reading in one.readings if is_measured(reading)]
    rows = tuple(_row(lookup, reading) for reading in sorted(one.readings, key=_turn))
    codes = dict.fromkeys(value.standard for value in values if value.standard)
    return IndicatorPage(
        title=_title(lookup, one),
        href=addresses.indicator(one.id),
        organisation=newest.organisation.name,
        unit=next((value.unit for value in reversed(values) if value.unit), ""),
        latest=_row(lookup, max(measured, key=_turn)) if measured else None,
        mandatory=mandatory_by_code(next(iter(codes), None)),
        panels=panels_of(lookup, one),
        rows=rows,
        gaps=_gaps(lookup, one),
        revisions=revisions_of(lookup, one),
        goals=_goals(lookup, one),
        thread=_thread(lookup, one),
    )


def _turn(reading: Reading) -> tuple[int, str]:
    return reading.year or 0, reading.value.side.value


def _title(lookup: Lookup, one: Indicator) -> str:
    """Return the newest name of the indicator, else what the thread or the element says."""
    named = [reading.value.name.strip() for reading in one.readings if reading.value.name.strip()]
    if named:
        return named[-1]
    thread = lookup.threads.get(one.id)
    return title_of(lookup, thread) if thread else text_of(lookup.elements[one.members[0]])


def _row(lookup: Lookup, reading: Reading) -> ReadingRow:
    document, value = lookup.document(reading.at.document), reading.value
    words = value_words(replace(value, unit=None))
    place = place_of(lookup, document.id, value.evidence) if value.evidence else None
    return ReadingRow(
        period=value.period or "",
        side=word("side", value.side.value),
        value=words if words != UNKNOWN or not value.missing else _missing(value.missing),
        known=words != UNKNOWN,
        unit=value.unit or "",
        source=value.source or "",
        document=Link(text=document.title, href=addresses.document(document.id)),
        place=place or place_of_element(lookup, reading.at),
    )


def _missing(mark: str) -> str:
    return UNKNOWN if mark == "leeg" else f"{UNKNOWN}: “{mark}”"


def _gaps(lookup: Lookup, one: Indicator) -> tuple[Gap, ...]:
    named = {at.document for at in one.members}
    documents = (lookup.document(identity) for identity in one.gaps)
    return tuple(
        Gap(
            document=Link(text=document.title, href=addresses.document(document.id)),
            year=document.year,
            named=document.id in named,
        )
        for document in documents
    )


def _goals(lookup: Lookup, one: Indicator) -> tuple[Link, ...]:
    """Return the goals that the indicator stands under, each once, under its newest words."""
    found = {link.href: link for at in one.members for link in _goal_above(lookup, at)}
    return tuple(found.values())


def _goal_above(lookup: Lookup, at: Pointer) -> Iterator[Link]:
    goals = [above for above in lookup.above(at) if above.kind is Kind.GOAL]
    for goal in goals[-1:]:
        pointer = Pointer(document=at.document, element=goal.id)
        yield Link(text=text_of(goal), href=home_of(lookup, pointer))


def _thread(lookup: Lookup, one: Indicator) -> Link | None:
    thread = lookup.threads.get(one.id)
    return Link(text=title_of(lookup, thread), href=addresses.thread(thread.id)) if thread else None
