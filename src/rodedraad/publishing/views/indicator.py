"""The page of an indicator: its numbers over the years, from every document, with what is missing."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.bbv import MandatoryIndicator, mandatory_by_code
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Pointer
from rodedraad.publishing import addresses
from rodedraad.publishing.indicators import Indicator, Reading, indicators, is_measured
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.measured import Measured, measured
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
from rodedraad.publishing.views.findings import FindingView, finding_view
from rodedraad.publishing.views.measured import MeasuredView, measured_view
from rodedraad.publishing.views.panels import Panel, Revision, panels_of, revisions_of
from rodedraad.publishing.words import word


class ReadingRow(Struct, frozen=True, kw_only=True):
    """One value as a document gives it; `mark` is what stands there where no value is known."""

    period: str
    side: str
    value: str
    mark: str
    known: bool
    unit: str
    source: str
    document: Link
    place: Place | None

    @property
    def said(self) -> str:
        """The value with the mark that stands in its place."""
        return f"{self.value}: “{self.mark}”" if self.mark else self.value


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
    findings: tuple[FindingView, ...] = ()
    measured: tuple[MeasuredView, ...] = ()


def indicator_pages(lookup: Lookup) -> tuple[IndicatorPage, ...]:
    """Return the page of every indicator that a document names, then of what was computed and none names."""
    computed = grouped(measured(lookup), lambda one: (one.organisation, one.definition.code))
    shown: set[tuple[str, str]] = set()
    pages = []
    for one in indicators(lookup):
        own = {key: chains for key, chains in computed.items() if _is_of(lookup, one, key[0], chains)}
        shown |= own.keys()
        pages.append(_page(lookup, one, tuple(measured_view(lookup, chains) for chains in own.values())))
    rest = (_unnamed(lookup, key, chains) for key, chains in computed.items() if key not in shown)
    return (*pages, *rest)


def _is_of(lookup: Lookup, one: Indicator, organisation: str, chains: Sequence[Measured]) -> bool:
    """Return whether what was computed is what an indicator of a document is about."""
    if lookup.document(one.members[-1].document).organisation.code != organisation:
        return False
    definition = chains[0].definition
    return any(definition.is_called(each.value.name, each.value.standard) for each in one.readings)


def _unnamed(lookup: Lookup, key: tuple[str, str], chains: Sequence[Measured]) -> IndicatorPage:
    """Return the page of an indicator that no document names."""
    code, _ = key
    names = {one.organisation.code: one.organisation.name for one in lookup.build.documents}
    view = measured_view(lookup, chains)
    return IndicatorPage(
        title=view.title,
        href=addresses.indicator(f"{view.code}-{code}"),
        organisation=names[code],
        unit=chains[-1].series[-1].unit,
        latest=None,
        mandatory=mandatory_by_code(view.code),
        panels=(),
        rows=(),
        gaps=(),
        revisions=(),
        goals=(),
        thread=None,
        measured=(view,),
    )


def _page(lookup: Lookup, one: Indicator, computed: tuple[MeasuredView, ...]) -> IndicatorPage:
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
        findings=tuple(_findings(lookup, one)),
        measured=computed,
    )


def _findings(lookup: Lookup, one: Indicator) -> Iterator[FindingView]:
    """Yield what the checks say of the elements that name it."""
    for at in one.members:
        for finding in lookup.findings_of(at):
            yield finding_view(lookup, finding)


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
        value=words,
        mark=_mark(value.missing) if words == say(UNKNOWN) else "",
        known=words != say(UNKNOWN),
        unit=value.unit or "",
        source=value.source or "",
        document=Link(text=document.title, href=addresses.document(document.id)),
        place=place or place_of_element(lookup, reading.at),
    )


def _mark(missing: str | None) -> str:
    """Return what stands in place of a value; nothing where nothing stands there."""
    return "" if missing in {None, "leeg"} else missing or ""


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
