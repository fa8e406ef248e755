"""Indicators and their values in lines for a person."""

from collections.abc import Iterator
from typing import Final

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.explain import suggest
from rodedraad.model.indicators import Aim, Direction, Version
from rodedraad.model.observations import Delivery, Observation, Observations, ObservationStatus, Series

STATUSES: Final = {
    ObservationStatus.PROVISIONAL: "voorlopig",
    ObservationStatus.REVISED: "nader voorlopig",
    ObservationStatus.FINAL: "definitief",
    ObservationStatus.NOT_MEASURED: "niet gemeten",
    ObservationStatus.NOT_DELIVERED: "niet aangeleverd",
    ObservationStatus.SUPPRESSED: "niet getoond",
    ObservationStatus.UNAVAILABLE: "gegevens niet beschikbaar",
}
DIRECTIONS: Final = {Direction.HIGHER: "hoger", Direction.LOWER: "lager"}
NOTHING: Final = (
    "Er zijn geen indicatoren. Neem een reeks over: `rodedraad indicators add bbv-sociaal-domein DOSSIER`."
)


def listing(found: Observations) -> Iterator[str]:
    """Yield a line an indicator, then a line a delivery."""
    if not found.indicators:
        yield NOTHING
    for indicator in found.indicators:
        values = [
            one.period
            for series in found.series
            if series.indicator == indicator.code
            for one in series.observations
            if one.value is not None
        ]
        told = f"{len(values)} waarden, de laatste van {max(values)}" if values else "nog geen waarden"
        yield f"{indicator.code}: {indicator.versions[-1].name} ({indicator.versions[-1].unit}): {told}"
    yield from map(_delivery, found.deliveries)


def only(found: Observations, code: str) -> Observations:
    """Return what is known of one indicator.

    Raises:
        DossierError: the dossier has no such indicator.
    """
    codes = tuple(one.code for one in found.indicators)
    if code not in codes:
        remedy = suggest(code, codes) if codes else NOTHING
        raise DossierError(
            Problem(file=code, problem="deze indicator staat niet in het dossier", remedy=remedy)
        )
    series = tuple(one for one in found.series if one.indicator == code)
    used = {origin.sha256 for one in series for value in one.observations for origin in value.origins}
    return Observations(
        indicators=tuple(one for one in found.indicators if one.code == code),
        deliveries=tuple(one for one in found.deliveries if one.sha256 in used),
        series=series,
    )


def lines_of(found: Observations) -> Iterator[str]:
    """Yield the definitions of an indicator, its series with their breaks, and where values come from."""
    for indicator in found.indicators:
        for version in indicator.versions:
            until = f" tot {version.until}" if version.until else ""
            yield f"{indicator.code}, vanaf {version.since}{until}: {version.name}, {version.unit}"
            yield f"  {version.question}"
            yield f"  {version.formula}, met {_terms(version.terms)}"
            yield from (f"  {line}" for line in _about(version))
    files = {one.sha256: one.file for one in found.deliveries}
    for series in found.series:
        yield f"{series.area}, {series.unit}"
        if series.begins:
            yield f"  -- {series.begins.text}"
        yield from (f"  {line}" for line in _values(series, files))
    yield from map(_delivery, found.deliveries)


def _about(version: Version) -> Iterator[str]:
    """Yield what else a definition says, where it does."""
    yield f"over {version.population}{f', op {version.reference}' if version.reference else ''}"
    if version.direction is not Direction.NONE:
        yield f"streven: {DIRECTIONS[version.direction]}"
    if version.weight:
        yield f"opgeteld met gewicht {version.weight}"
    if version.basis:
        yield version.basis


def _terms(terms: dict[str, str]) -> str:
    return ", ".join(f"{name} = {column}" for name, column in terms.items())


def _values(series: Series, files: dict[str, str]) -> Iterator[str]:
    if series.baseline:
        yield f"nulmeting {_aim(series.baseline)}"
    for one in series.observations:
        yield f"{one.period}: {_value(one)}{_origin(one, files)}"
    for target in series.targets:
        yield f"doel {_aim(target)}"


def _aim(aim: Aim) -> str:
    value = _number(aim.value) if aim.value is not None else ""
    return f"{aim.period}: {' '.join(filter(None, (value, aim.words)))} ({aim.source})"


def _value(one: Observation) -> str:
    status = STATUSES[one.status]
    if one.value is None:
        return f"{status}: {one.reason}" if one.reason else status
    told = f"{_number(one.value)} ({status})"
    return f"{told} = {one.calculation}" if one.calculation else told


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _origin(one: Observation, files: dict[str, str]) -> str:
    found = [f"{files[origin.sha256]} rij {', '.join(map(str, origin.rows))}" for origin in one.origins]
    return f" [{'; '.join(found)}]" if found else ""


def _delivery(one: Delivery) -> str:
    left = one.rows_in - one.rows_used
    when = [
        f"aangeleverd {one.delivered}" if one.delivered else "",
        f"opgehaald {one.fetched}" if one.fetched else "",
    ]
    parts = [f"{one.rows_used} rijen gebruikt", f"{left} weggelaten" if left else "", *when]
    return f"{one.source} ({one.file}): {', '.join(filter(None, parts))}"
