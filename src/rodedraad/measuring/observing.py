"""Definitions filled in with facts: one observation an area and period, or why there is none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rodedraad.measuring.correcting import Key, Known
from rodedraad.measuring.formula import evaluate, filled, names_in
from rodedraad.measuring.periods import period_of
from rodedraad.model.indicators import Version
from rodedraad.model.observations import Observation, ObservationStatus, Origin

_SURE: Final = (ObservationStatus.PROVISIONAL, ObservationStatus.REVISED, ObservationStatus.FINAL)
_HIDING: Final = (
    ObservationStatus.SUPPRESSED,
    ObservationStatus.NOT_MEASURED,
    ObservationStatus.UNAVAILABLE,
    ObservationStatus.NOT_DELIVERED,
)
DECIMALS: Final = 6


def periods_of(version: Version, facts: Iterable[Key]) -> dict[str, list[str]]:
    """Return the periods in which the definition holds and something of it is known, by area, in order."""
    columns = frozenset(version.terms.values())
    found: dict[str, set[str]] = {}
    for column, area, name in facts:
        period = period_of(name)
        if column in columns and period is not None and version.holds_on(period.start):
            found.setdefault(area, set()).add(name)
    return {area: sorted(names, key=_start) for area, names in sorted(found.items())}


def observe(version: Version, area: str, period: str, facts: Mapping[Key, Known]) -> Observation:
    """Return the value that a definition has for an area and period, with the rows that it was made of.

    A hidden part hides the whole, for the other parts would give it back.
    """
    parts = {
        name: facts.get((version.terms[name], area, period)) for name in sorted(names_in(version.formula))
    }
    known = {name: part for name, part in parts.items() if part is not None}
    missing = [name for name, part in parts.items() if part is None]
    origins = _origins(known.values())
    without = [part for part in known.values() if part.fact.value is None]
    if without or missing:
        return _nothing(period, without, missing, origins)
    values = {name: part.fact.value for name, part in known.items() if part.fact.value is not None}
    value = evaluate(version.formula, values)
    if value is None:
        reason = f"de noemer is nul: {filled(version.formula, values)}"
        return Observation(
            period=period, status=ObservationStatus.NOT_MEASURED, reason=reason, origins=origins
        )
    return Observation(
        period=period,
        status=min((part.fact.status for part in known.values()), key=_SURE.index),
        value=round(value, DECIMALS),
        calculation=filled(version.formula, values) if len(values) > 1 else None,
        margin=_margin(version.formula, known, values),
        origins=origins,
        survey=next((part.fact.survey for part in known.values() if part.fact.survey), None),
    )


def _margin(formula: str, known: Mapping[str, Known], values: Mapping[str, float]) -> float:
    """Return how far the rounding of counts can have moved a value: each by half a step, all one way."""
    value = evaluate(formula, values) or 0.0
    moved = [
        evaluate(formula, {**values, name: values[name] + part.fact.step / 2})
        for name, part in known.items()
        if part.fact.step > 1
    ]
    return round(sum(abs(one - value) for one in moved if one is not None), DECIMALS)


def _nothing(
    period: str, without: Sequence[Known], missing: Sequence[str], origins: tuple[Origin, ...]
) -> Observation:
    """Return the observation of a period in which a part has no value: the gravest reason is told."""
    facts = [part.fact for part in without]
    statuses = [*(fact.status for fact in facts), *(ObservationStatus.NOT_DELIVERED for _ in missing)]
    status = min(statuses, key=_HIDING.index)
    told = next((fact.reason for fact in facts if fact.status == status), None)
    reason = told if told or not missing else f"niet aangeleverd: {', '.join(missing)}"
    return Observation(period=period, status=status, reason=reason, origins=origins)


def _origins(parts: Iterable[Known]) -> tuple[Origin, ...]:
    rows: dict[str, set[int]] = {}
    for part in parts:
        rows.setdefault(part.sha256, set()).add(part.fact.row)
    return tuple(Origin(sha256=sha256, rows=tuple(sorted(found))) for sha256, found in sorted(rows.items()))


def _start(name: str) -> tuple[str, str]:
    period = period_of(name)
    return (period.start.isoformat() if period else "", name)
