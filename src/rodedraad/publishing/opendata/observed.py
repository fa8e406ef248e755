"""The tables of what was computed: files, definitions, values, money by taakveld, and what others show."""

from collections.abc import Iterable, Iterator
from typing import Any

from rodedraad.model.indicators import Indicator
from rodedraad.model.observations import Band, Delivery, MoneyObservation, Observation, Origin, Series
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.opendata.described import described
from rodedraad.publishing.opendata.facts import DIRECTIONS, exact
from rodedraad.publishing.opendata.table import Table

Row = tuple[Any, ...]


def observed_tables(lookup: Lookup) -> tuple[Table, ...]:
    """Return the tables of what was computed; they have no rows where a dossier has no figures."""
    made = lookup.build.observations
    sources = {one.sha256: one.source for one in made.deliveries}
    return (
        described("deliveries", map(_delivery, made.deliveries)),
        described("definitions", (row for one in made.indicators for row in _definitions(one))),
        described("observations", (row for one in made.series for row in _observations(one))),
        described("taakvelden", (_money(one, sources) for one in made.money)),
        described("bands", (*_bands_of_series(made.series), *_bands_of_money(made.money))),
    )


def _delivery(one: Delivery) -> Row:
    return (
        one.source,
        one.sha256,
        one.file.rpartition("/")[2],
        one.delivered,
        one.fetched,
        one.rows_in,
        one.rows_used,
        one.method,
        one.method_version,
        one.licence,
    )


def _definitions(indicator: Indicator) -> Iterator[Row]:
    for one in indicator.versions:
        yield (
            indicator.code,
            one.since,
            one.until,
            one.name,
            one.question,
            one.unit,
            one.population,
            one.reference,
            one.formula,
            "; ".join(f"{name} = {column}" for name, column in sorted(one.terms.items())),
            one.direction.value,
            one.weight,
            one.basis,
            indicator.holder,
            indicator.mandatory,
        )


def _observations(series: Series) -> Iterator[Row]:
    for one in series.observations:
        yield (series.indicator, series.version, series.area, *_observation(series, one))


def _observation(series: Series, one: Observation) -> Row:
    begins = series.begins if series.begins and one is series.observations[0] else None
    return (
        one.period,
        exact(one.value),
        exact(one.margin) if one.value is not None else None,
        series.unit,
        one.status.value,
        one.reason,
        begins.cause.value if begins else None,
        begins.text if begins else None,
        one.calculation,
        _origins(one.origins),
    )


def _money(one: MoneyObservation, sources: dict[str, str]) -> Row:
    amount = one.amount
    return (
        one.area,
        sources[one.origin.sha256],
        amount.year,
        amount.phase.value,
        amount.taakveld.code if amount.taakveld else None,
        amount.taakveld.scheme if amount.taakveld else None,
        one.category,
        amount.what,
        DIRECTIONS.get(amount.what),
        exact(amount.value),
        "EUR",
        exact(one.per_inhabitant),
        amount.raw,
        _origins((one.origin,)),
    )


def _origins(origins: Iterable[Origin]) -> str:
    """Return the rows of each file: `digest:2,3`, with spaces between files."""
    return " ".join(f"{one.sha256}:{','.join(map(str, one.rows))}" for one in origins)


def _bands_of_series(series: Iterable[Series]) -> Iterator[Row]:
    for one in series:
        for band in one.bands:
            yield (one.area, band.period, one.indicator, None, None, None, *_band(band))


def _bands_of_money(money: Iterable[MoneyObservation]) -> Iterator[Row]:
    for one in money:
        taakveld = one.amount.taakveld
        for band in one.bands if taakveld else ():
            yield (
                one.area,
                band.period,
                None,
                taakveld.code if taakveld else None,
                one.amount.what,
                one.amount.phase.value,
                *_band(band),
            )


def _band(band: Band) -> Row:
    return band.group, band.name, exact(band.low), exact(band.middle), exact(band.high), band.count
