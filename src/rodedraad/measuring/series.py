"""Observations in series that may be compared, and the breaks between them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from rodedraad.measuring.areas.mergers import changes_of, parts_of
from rodedraad.measuring.periods import period_of
from rodedraad.model.indicators import Aim, Indicator, Version
from rodedraad.model.observations import Break, BreakCause, Observation, Series

_TEXTS: Final = {
    BreakCause.DEFINITION: "Vanaf {period} geldt een andere definitie: {name}, {unit}.",
    BreakCause.UNIT: "Vanaf {period} telt dit anders: {unit}.",
    BreakCause.AREA: "Vanaf {period} gaat dit over een ander gebied, door een gemeentelijke herindeling.",
    BreakCause.MODE: "Vanaf {period} is dit op een andere manier gevraagd.",
}


class Point(Struct, frozen=True, kw_only=True):
    """An observation, and what it may be compared by."""

    version: Version
    area: str
    day: date
    observation: Observation

    @property
    def mode(self) -> str | None:
        """How people were asked, for a value of a survey."""
        return self.observation.survey.mode if self.observation.survey else None

    @property
    def grounds(self) -> tuple[object, ...]:
        """The definition and the territory of a point, which points of one series have in common."""
        grown = sum(change <= self.day for change in changes_of(self.area))
        return (self.version.since, self.area, grown)


def territory(area: str) -> tuple[str, ...]:
    """Return the codes that an area has had: those of the municipalities that went into it, then its own."""
    return (*(part.code for part in parts_of(area)), area)


def series_of(indicator: Indicator, points: Iterable[Point]) -> Iterator[Series]:
    """Yield the series of one territory: a new one wherever a value may not be compared with the last."""
    last: Point | None = None
    for stretch in _stretches(points):
        yield _series(indicator, stretch, _break(last, stretch[0]) if last else None)
        last = stretch[-1]


def _stretches(points: Iterable[Point]) -> Iterable[Sequence[Point]]:
    """Return the points of each series, in order of the first; a point without a value breaks no line."""
    found: dict[tuple[object, ...], list[Point]] = {}
    asked: dict[tuple[object, ...], str | None] = {}
    for point in sorted(points, key=lambda one: (one.day, one.area, one.version.since)):
        mode = asked.get(point.grounds) if point.observation.value is None else point.mode
        asked[point.grounds] = mode
        found.setdefault((*point.grounds, mode), []).append(point)
    return found.values()


def _series(indicator: Indicator, stretch: Sequence[Point], begins: Break | None) -> Series:
    first = stretch[0]
    baselines = _aims(indicator.baselines, first)
    return Series(
        indicator=indicator.code,
        area=first.area,
        version=first.version.since,
        unit=first.version.unit,
        begins=begins,
        observations=tuple(point.observation for point in stretch),
        baseline=baselines[0] if baselines else None,
        targets=_aims(indicator.targets, first),
    )


def _aims(aims: Sequence[Aim], point: Point) -> tuple[Aim, ...]:
    """Return the aims for the area of a point that its definition speaks of."""
    found = [(aim, period_of(aim.period)) for aim in aims if aim.area == point.area]
    return tuple(aim for aim, period in found if period and point.version.holds_on(period.start))


def _break(last: Point, first: Point) -> Break:
    cause = _cause(last, first)
    period = first.observation.period
    text = _TEXTS[cause].format(period=period, name=first.version.name, unit=first.version.unit)
    return Break(after=last.observation.period, before=period, cause=cause, text=text)


def _cause(last: Point, first: Point) -> BreakCause:
    if last.version != first.version:
        same = (last.version.name, last.version.population) == (first.version.name, first.version.population)
        other_unit = last.version.unit != first.version.unit
        return BreakCause.UNIT if same and other_unit else BreakCause.DEFINITION
    return BreakCause.MODE if last.mode != first.mode and last.area == first.area else BreakCause.AREA
