"""The charts of an indicator: one for each unit, side by side over the same years."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.linking.scope import plain
from rodedraad.model.document import Value
from rodedraad.model.terms import Side
from rodedraad.publishing.indicators import Indicator, Reading
from rodedraad.publishing.linechart import LineChart, Point, line_chart
from rodedraad.publishing.lookup import Lookup, grouped
from rodedraad.publishing.shown import number
from rodedraad.publishing.views.facts import value_words
from rodedraad.publishing.words import word

FEWEST: Final = 2


class Panel(Struct, frozen=True, kw_only=True):
    """A chart of what is counted in one unit, with what it shows in words."""

    title: str
    unit: str
    chart: LineChart
    description: str


class Revision(Struct, frozen=True, kw_only=True):
    """A number that documents give in more than one way; `drawn` where the newest document gives one."""

    side: str
    year: int
    said: tuple[str, ...]
    drawn: bool


def panels_of(lookup: Lookup, one: Indicator) -> tuple[Panel, ...]:
    """Return the charts of an indicator; one of a single number says no more than the number itself."""
    groups = _groups(one.readings)
    years = [reading.year for group in groups for reading in group if reading.year]
    made = (_panel(lookup, one, group, years) for group in groups)
    return tuple(panel for panel in made if len(panel.chart.marks) >= FEWEST)


def _groups(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Return the readings that stand on one scale: of one unit, and of one thing where rows name more."""
    several = any(
        len({plain(one.value.name) for one in group}) > 1
        for group in grouped(readings, lambda one: one.at).values()
    )
    groups: list[list[Reading]] = []
    for reading in readings:
        if reading.value.value is None or reading.year is None:
            continue
        fits = (
            group
            for group in groups
            if all(same_unit(reading.value, one.value) for one in group)
            and (not several or plain(group[0].value.name) == plain(reading.value.name))
        )
        found = next(fits, None)
        if found is None:
            groups.append([reading])
        else:
            found.append(reading)
    return groups


def same_unit(one: Value, two: Value) -> bool:
    """Return whether two values may stand on one scale: one of their units begins with the other."""
    first, second = sorted(((one.unit or "").lower().split(), (two.unit or "").lower().split()), key=len)
    return second[: len(first)] == first


def _panel(lookup: Lookup, one: Indicator, readings: Sequence[Reading], years: Sequence[int]) -> Panel:
    points = tuple(_points(readings))
    measured = {point.year for point in points if point.series == Side.VALUE}
    reported = (lookup.document(gap).year for gap in one.gaps)
    chart = line_chart(points, sorted(set(reported) - measured), years)
    newest = readings[-1].value
    return Panel(
        title=newest.name,
        unit=next((reading.value.unit for reading in reversed(readings) if reading.value.unit), ""),
        chart=chart,
        description=_description(points),
    )


def _points(readings: Sequence[Reading]) -> Iterator[Point]:
    kept = [found for own in _by_number(readings).values() if (found := settled(own))]
    measured = sorted((one for one in kept if one.value.side is Side.VALUE), key=lambda one: one.year or 0)
    definitions = dict(zip((id(one) for one in measured), _definitions(measured), strict=True))
    for one in kept:
        yield Point(
            year=one.year or 0,
            series=one.value.side.value,
            value=one.value.value or 0,
            definition=definitions.get(id(one), ""),
        )


def _by_number(readings: Iterable[Reading]) -> dict[tuple[Side, int | None], tuple[Reading, ...]]:
    return grouped(readings, lambda one: (one.value.side, one.year))


def settled(readings: Sequence[Reading]) -> Reading | None:
    """Return what the newest document gives; nothing where it gives two numbers."""
    newest = [one for one in readings if one.at.document == readings[-1].at.document]
    return newest[-1] if len({one.value.value for one in newest}) == 1 else None


def _definitions(readings: Sequence[Reading]) -> list[str]:
    """Return a number a reading that goes up where what is counted, its unit or its source changed."""
    numbers: list[int] = []
    for place, reading in enumerate(readings):
        changed = place > 0 and not _same_definition(readings[place - 1].value, reading.value)
        numbers.append(numbers[-1] + changed if numbers else 0)
    return [str(one) for one in numbers]


def _same_definition(one: Value, two: Value) -> bool:
    if one.source and two.source and one.source.lower() != two.source.lower():
        return False
    if one.standard or two.standard:
        return one.standard == two.standard
    return plain(one.name) == plain(two.name)


def _description(points: Iterable[Point]) -> str:
    """Return every number of a chart in words, for who does not see it."""
    by_series = grouped(sorted(points), lambda one: one.series)
    told = (
        f"{word('side', series)}: " + ", ".join(f"{one.year}: {number(one.value)}" for one in own)
        for series, own in by_series.items()
    )
    return "; ".join(told) + "."


def revisions_of(lookup: Lookup, one: Indicator) -> tuple[Revision, ...]:
    """Return the numbers that documents give in more than one way."""
    numbers = [reading for reading in one.readings if reading.value.value is not None and reading.year]
    groups = grouped(numbers, lambda reading: (reading.value.side, reading.year, plain(reading.value.name)))
    return tuple(
        Revision(
            side=word("side", side.value),
            year=year or 0,
            said=tuple(
                f"{value_words(said.value)} ({lookup.document(said.at.document).title})" for said in own
            ),
            drawn=settled(own) is not None,
        )
        for (side, year, _), own in groups.items()
        if len({said.value.value for said in own}) > 1
    )
