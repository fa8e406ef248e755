"""Everything that a dossier's figures say of its organisations."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from msgspec import Struct, structs

from rodedraad.measuring.areas.areas import Areas
from rodedraad.measuring.bands import Group, bands, groups_of
from rodedraad.measuring.correcting import Key, Known, Standing, in_order, standing
from rodedraad.measuring.delivering import Delivered
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.iv3.balance import imbalances
from rodedraad.measuring.money import money_of
from rodedraad.measuring.observing import observe, periods_of
from rodedraad.measuring.periods import period_of
from rodedraad.measuring.series import Point, series_of, territory
from rodedraad.measuring.supply import Supply
from rodedraad.model.indicators import Indicator, Version
from rodedraad.model.observations import (
    Band,
    Imbalance,
    Observation,
    Observations,
    ObservationStatus,
    Residents,
    Series,
)

Observed: TypeAlias = dict[str, dict[str, Observation]]

MUNICIPALITY: Final = "GM"
DISTRICTS: Final = ("WK", "BU")
_ABSENT: Final = ObservationStatus.NOT_DELIVERED


class Wanted(Struct, frozen=True, kw_only=True):
    """What is measured: indicators, and for each organisation by code the years of its documents."""

    indicators: tuple[Indicator, ...]
    years: dict[str, tuple[int, ...]]


def measure(delivered: Delivered, wanted: Wanted) -> Observations:
    """Return the observations of the organisations, with what other municipalities show beside them.

    The same deliveries and definitions give the same observations, in the same order.

    Raises:
        FigureError: a column that is an indicator by itself has another unit than its definitions.
    """
    _refuse_other_units(delivered.supplies, wanted.indicators)
    stands = standing(delivered.supplies)
    sizes, inhabitants = _residents(delivered.supplies)
    areas = delivered.areas
    groups = {code: _groups(code, years, areas, sizes) for code, years in sorted(wanted.years.items())}
    return Observations(
        indicators=wanted.indicators,
        deliveries=stands.deliveries,
        corrections=stands.corrections,
        series=tuple(_all_series(wanted, stands, groups)),
        money=tuple(money_of(stands.money, inhabitants, groups)),
        imbalances=tuple(_imbalances(delivered.supplies, areas)),
        residents=tuple(_told(delivered.supplies, wanted.years)),
    )


def _refuse_other_units(supplies: Sequence[Supply], indicators: Sequence[Indicator]) -> None:
    units = {column: (unit, supply) for supply in supplies for column, unit in supply.units.items()}
    for indicator in indicators:
        plain = [one for one in indicator.versions if one.formula in one.terms]
        for column in sorted({one.terms[one.formula] for one in plain} & units.keys()):
            unit, supply = units[column]
            agreed = [one.unit for one in plain if one.terms[one.formula] == column]
            if unit not in agreed:
                raise FigureError(
                    file=supply.delivery.file,
                    problem=f'de eenheid van {column} is "{unit}", die van {indicator.code} "{agreed[-1]}"',
                    remedy="Verbeter `unit` van de kolom, of geef de indicator een nieuwe definitie.",
                )


def _residents(supplies: Sequence[Supply]) -> tuple[dict[str, str], dict[str, int]]:
    """Return the size class and the inhabitants by municipality; deliveries of money go before others."""
    ordered = sorted(in_order(supplies), key=lambda supply: bool(supply.money))
    found = {one.area: one for supply in ordered for one in supply.residents}
    sizes = {code: one.size_class for code, one in found.items() if one.size_class}
    return sizes, {code: one.inhabitants for code, one in found.items()}


def _told(supplies: Sequence[Supply], codes: Collection[str]) -> Iterator[Residents]:
    """Yield the inhabitants of organisations by every source, statistics of areas before those of money."""
    for supply in sorted(in_order(supplies), key=lambda supply: bool(supply.money)):
        for one in supply.residents:
            if one.area in codes:
                yield Residents(area=one.area, inhabitants=one.inhabitants, source=supply.delivery.source)


def _groups(code: str, years: Sequence[int], areas: Areas, sizes: Mapping[str, str]) -> tuple[Group, ...]:
    """Return whom an organisation is compared with, as the areas are in the last year of its documents."""
    on = areas.on(date(max(years), 1, 1))
    regions = {area.code: area.regions for area in on.areas}
    return groups_of(code, sizes, regions, on.regions)


def _imbalances(supplies: Sequence[Supply], areas: Areas) -> Iterator[Imbalance]:
    for supply in in_order(supplies):
        years = {fact.year for fact in supply.money}
        names = {area.code: area.name for year in years for area in areas.on(date(year, 1, 1)).areas}
        yield from imbalances(supply, names)


def _all_series(wanted: Wanted, stands: Standing, groups: Mapping[str, Sequence[Group]]) -> Iterator[Series]:
    for indicator in wanted.indicators:
        observed = {version.since: _observed(version, stands.facts) for version in indicator.versions}
        for code, years in sorted(wanted.years.items()):
            for lands in _lands(code, observed.values()):
                points = list(_points(indicator, observed, lands, years if code in lands else ()))
                for series in series_of(indicator, points):
                    others = observed[series.version]
                    yield structs.replace(series, bands=tuple(_bands(series, others, groups[code])))


def _observed(version: Version, facts: Mapping[Key, Known]) -> Observed:
    """Return every observation of a definition by area and period."""
    return {
        area: {period: observe(version, area, period, facts) for period in periods}
        for area, periods in periods_of(version, facts).items()
    }


def _lands(code: str, observed: Iterable[Observed]) -> Iterator[tuple[str, ...]]:
    """Yield the codes of an organisation through time, and then each of its districts by itself."""
    yield territory(code)
    districts = tuple(f"{kind}{code.removeprefix(MUNICIPALITY)}" for kind in DISTRICTS)
    inside = {area for found in observed for area in found if area.startswith(districts)}
    yield from ((area,) for area in sorted(inside))


def _points(
    indicator: Indicator, observed: Mapping[date, Observed], lands: Sequence[str], years: Sequence[int]
) -> Iterator[Point]:
    """Yield what is known of one territory, and for years in which nothing is, that nothing was delivered."""
    for version in indicator.versions:
        seen = observed[version.since]
        for area in lands:
            for observation in seen.get(area, {}).values():
                yield _point(version, area, observation)
        told = {name[:4] for area in lands for name in seen.get(area, {})}
        for year in sorted(set(years)):
            if str(year) not in told and version.holds_on(date(year, 1, 1)):
                yield _point(version, lands[-1], Observation(period=str(year), status=_ABSENT))


def _point(version: Version, area: str, observation: Observation) -> Point:
    period = period_of(observation.period)
    return Point(
        version=version, area=area, day=period.start if period else date.min, observation=observation
    )


def _bands(series: Series, observed: Observed, groups: Sequence[Group]) -> Iterator[Band]:
    """Yield what other municipalities show in each period of a series of a municipality."""
    if not series.area.startswith(MUNICIPALITY):
        return
    for observation in series.observations:
        period = observation.period
        values = {
            area: found[period].value
            for area, found in observed.items()
            if area.startswith(MUNICIPALITY) and period in found
        }
        known = {area: value for area, value in values.items() if value is not None}
        yield from bands(groups, period, known)
