"""What was computed of an indicator as shown: values with status and descent, breaks, aims, definitions."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from rodedraad.model.indicators import Aim, Direction, Version
from rodedraad.model.observations import Delivery, Observation, Series, Survey
from rodedraad.model.terms import Side
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.linechart import Point, Range, line_chart
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.measured import DISTRICTS, Measured
from rodedraad.publishing.shown import day, number
from rodedraad.publishing.views.descent import Descent, descent_of, rows_words
from rodedraad.publishing.views.panels import FEWEST, Panel
from rodedraad.publishing.words import Word, word, words


class ObservedRow(Struct, frozen=True, kw_only=True):
    """A value in a period, or why there is none, with what it was computed from.

    `begins` says why it may not be compared with the value before it.
    """

    area: str
    period: str
    value: str
    known: bool
    unit: str
    status: Word
    reason: str
    begins: str
    calculation: str
    margin: str
    survey: str
    origins: tuple[str, ...]
    digests: tuple[str, ...]


class AimRow(Struct, frozen=True, kw_only=True):
    """A target or baseline."""

    side: str
    period: str
    value: str
    source: str


class BesideRow(Struct, frozen=True, kw_only=True):
    """What other municipalities show in a period."""

    period: str
    name: str
    between: str
    middle: str
    count: int


class VersionRow(Struct, frozen=True, kw_only=True):
    """A definition as shown."""

    holds: str
    version: Version
    direction: str
    terms: tuple[tuple[str, str], ...]


class MeasuredView(Struct, frozen=True, kw_only=True):
    """What was computed of an indicator for one organisation and its districts."""

    code: str
    title: str
    holder: str
    panels: tuple[Panel, ...]
    breaks: tuple[str, ...]
    rows: tuple[ObservedRow, ...]
    districts: tuple[ObservedRow, ...]
    aims: tuple[AimRow, ...]
    beside: tuple[BesideRow, ...]
    versions: tuple[VersionRow, ...]
    descent: tuple[Descent, ...]

    @property
    def known(self) -> bool:
        """Whether any value is known."""
        return any(row.known for row in self.rows)


def measured_view(lookup: Lookup, own: Sequence[Measured]) -> MeasuredView:
    """Return what was computed of one indicator for one organisation, with its districts."""
    files = {one.sha256: one for one in lookup.build.observations.deliveries}
    whole = [one for one in own if not one.area.startswith(DISTRICTS)]
    parts = [one for one in own if one.area.startswith(DISTRICTS)]
    series = [one for chain in whole for one in chain.series]
    definition = own[0].definition
    used = {origin.sha256 for one in own for _, seen in one.observations for origin in seen.origins}
    return MeasuredView(
        code=definition.code,
        title=definition.versions[-1].name,
        holder=definition.holder,
        panels=tuple(_panels(definition.versions[-1].name, series)),
        breaks=tuple(one.begins.text for one in series if one.begins),
        rows=tuple(_rows(whole, files)),
        districts=tuple(_rows(parts, files)),
        aims=tuple(_aims(series)),
        beside=tuple(_beside(series)),
        versions=tuple(map(_version, definition.versions)),
        descent=descent_of(one for one in lookup.build.observations.deliveries if one.sha256 in used),
    )


def _rows(chains: Iterable[Measured], files: dict[str, Delivery]) -> Iterator[ObservedRow]:
    for chain in chains:
        for series, one in chain.observations:
            yield _row(series, one, files)


def _row(series: Series, one: Observation, files: dict[str, Delivery]) -> ObservedRow:
    return ObservedRow(
        area=series.area,
        period=one.period,
        value=number(one.value) if one.value is not None else word("observation", "unknown"),
        known=one.value is not None,
        unit=series.unit,
        status=words("observation")[one.status.value],
        reason=one.reason or "",
        begins=series.begins.text if series.begins and one is series.observations[0] else "",
        calculation=one.calculation or "",
        margin=number(one.margin) if one.margin else "",
        survey=_survey(one.survey) if one.survey else "",
        origins=tuple(
            f"{files[origin.sha256].file.rpartition('/')[2]}, {rows_words((origin,))}"
            for origin in one.origins
        ),
        digests=tuple(origin.sha256 for origin in one.origins),
    )


def _survey(one: Survey) -> str:
    """Return what a value from a survey rests on."""
    between = (
        say("{low} tot {high}", low=number(one.low), high=number(one.high))
        if one.low is not None and one.high is not None
        else ""
    )
    told = (
        ("n", number(one.n) if one.n is not None else ""),
        ("respons", f"{number(one.response)}%" if one.response is not None else ""),
        ("betrouwbaarheidsinterval", between),
        ("gewogen naar", one.weighting or ""),
        ("gevraagd", one.mode or ""),
    )
    return ", ".join(f"{say(name)} {value}" for name, value in told if value)


def _panels(title: str, series: Sequence[Series]) -> Iterator[Panel]:
    """Yield a chart for each unit, for what is counted in another unit stands on another scale."""
    by_unit = grouped(series, lambda one: one.unit)
    for unit, own in by_unit.items():
        points = tuple(_points(own))
        missing = (int(one.period) for each in own for one in each.observations if _is_gap(one))
        chart = line_chart(points, missing, ranges=tuple(_ranges(own)))
        if len(chart.marks) >= FEWEST or (len(by_unit) > 1 and chart.marks):
            yield Panel(title=title, unit=unit, chart=chart, description=_description(points))


def _is_gap(one: Observation) -> bool:
    return one.value is None and one.period.isdecimal()


def _points(series: Sequence[Series]) -> Iterator[Point]:
    for place, one in enumerate(series):
        for seen in one.observations:
            if seen.value is not None and seen.period.isdecimal():
                yield _point(seen.period, Side.VALUE, seen.value, str(place))
    for side, aim in _all_aims(series):
        if aim.value is not None and aim.period.isdecimal():
            yield _point(aim.period, side, aim.value)


def _point(period: str, side: Side, value: float, definition: str = "") -> Point:
    return Point(year=int(period), series=side.value, value=value, definition=definition)


def _ranges(series: Sequence[Series]) -> Iterator[Range]:
    """Yield the middle half of the first group that a municipality is compared with."""
    bands = [band for one in series for band in one.bands if band.period.isdecimal()]
    for band in bands:
        if band.group == bands[0].group:
            yield Range(year=int(band.period), low=band.low, high=band.high)


def _description(points: Iterable[Point]) -> str:
    by_series = grouped(points, lambda one: one.series)
    told = (
        f"{word('side', series)}: " + ", ".join(f"{one.year}: {number(one.value)}" for one in own)
        for series, own in by_series.items()
    )
    return "; ".join(told) + "."


def _all_aims(series: Iterable[Series]) -> tuple[tuple[Side, Aim], ...]:
    """Return baselines and targets, each once: a series after a break has them again."""
    found = (
        (side, aim)
        for one in series
        for side, aims in (
            (Side.BASELINE, (one.baseline,) if one.baseline else ()),
            (Side.TARGET, one.targets),
        )
        for aim in aims
    )
    return tuple({(side, aim.period, aim.source): (side, aim) for side, aim in found}.values())


def _aims(series: Iterable[Series]) -> Iterator[AimRow]:
    for side, aim in _all_aims(series):
        yield AimRow(
            side=word("side", side.value),
            period=aim.period,
            value=number(aim.value) if aim.value is not None else aim.words or "",
            source=aim.source,
        )


def _beside(series: Iterable[Series]) -> Iterator[BesideRow]:
    for one in series:
        for band in one.bands:
            yield BesideRow(
                period=band.period,
                name=band.name,
                between=say("{low} tot {high}", low=number(band.low), high=number(band.high)),
                middle=number(band.middle),
                count=band.count,
            )


def _version(one: Version) -> VersionRow:
    since = day(one.since)
    return VersionRow(
        holds=say("vanaf {since} tot {until}", since=since, until=day(one.until))
        if one.until
        else say("vanaf {since}", since=since),
        version=one,
        direction="" if one.direction is Direction.NONE else word("direction", one.direction.value),
        terms=tuple(sorted(one.terms.items())),
    )
