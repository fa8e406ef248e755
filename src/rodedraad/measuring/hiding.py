"""Counts of people hidden where they are small, before anything is computed of them or published.

Later deliveries of a source are hidden beside what earlier ones showed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from msgspec import structs

from rodedraad.measuring.areas.areas import Areas
from rodedraad.measuring.correcting import in_order
from rodedraad.measuring.disclosure import (
    Axis,
    CannotHideError,
    Earlier,
    Outcome,
    Policy,
    Release,
    Table,
    Total,
    policies,
    suppress,
)
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.periods import period_of
from rodedraad.measuring.supply import Fact, Supply
from rodedraad.model.observations import ObservationStatus

Cells: TypeAlias = dict[tuple[str, str], Fact]
REASON: Final = "te kleine aantallen"
_KINDS: Final = ("GM", "WK", "BU")
"""The areas that others are sums of: municipalities, their districts, and the neighbourhoods in these."""


def hidden(supplies: Sequence[Supply], areas: Areas) -> tuple[Supply, ...]:
    """Return the supplies in order of delivery, with counts of people hidden by the policy of their table.

    Raises:
        FigureError: a policy is not known, or a small number follows from what was published before.
    """
    earlier: dict[tuple[str, str], Earlier] = {}
    return tuple(_one(supply, areas, earlier) for supply in in_order(supplies))


def _one(supply: Supply, areas: Areas, earlier: dict[tuple[str, str], Earlier]) -> Supply:
    facts: dict[int, Fact] = {}
    for column, name in supply.people.items():
        policy = _policy(name, supply)
        own = [fact for fact in supply.facts if fact.column == column and fact.value is not None]
        releases = _releases(supply, column)
        for period, cells in _by_period(own).items():
            table = _table(cells, period, areas)
            key = (column, period)
            before = earlier[key].beside(table) if key in earlier else None
            chosen = [one for one in releases if one.codes[1] == period]
            try:
                outcome = suppress(table, policy, before=before, releases=chosen)
            except CannotHideError as error:
                raise FigureError(
                    file=supply.delivery.file,
                    problem=str(error),
                    remedy="Er is niets van gebruikt.",
                ) from error
            earlier[key] = Earlier.of(table, outcome)
            facts |= {id(fact): _shown(fact, table, outcome) for fact in cells.values()}
    shown = [facts.get(id(fact), fact) for fact in supply.facts]
    return structs.replace(supply, facts=tuple(_without_shares(shown, supply)))


def _without_shares(facts: Sequence[Fact], supply: Supply) -> Iterator[Fact]:
    """Yield the facts, without rates and percentages beside a hidden count, which would give it back."""
    rows = {one.row for one in facts if one.column in supply.people and one.reason == REASON}
    for fact in facts:
        gives_away = fact.row in rows and fact.column in supply.shares and fact.value is not None
        yield _hidden(fact) if gives_away else fact


def _policy(name: str, supply: Supply) -> Policy:
    found = policies().get(name)
    if found is None:
        problem = f'de regel "{name}" voor kleine aantallen is niet bekend'
        remedy = f"Kies uit: {', '.join(policies())}."
        raise FigureError(file=supply.delivery.file, problem=problem, remedy=remedy)
    return found


def _releases(supply: Supply, column: str) -> list[Release]:
    return [
        Release(codes=(one.area, one.period), role=one.role, reason=one.reason)
        for one in supply.releases
        if f"{supply.delivery.source}:{one.column}" == column
    ]


def _by_period(facts: Sequence[Fact]) -> dict[str, Cells]:
    found: defaultdict[str, Cells] = defaultdict(dict)
    for fact in facts:
        found[fact.period][fact.area, fact.period] = fact
    return dict(found)


def _table(cells: Cells, period: str, areas: Areas) -> Table:
    """Return the counts of one period as a table: areas that are the sum of others are its totals."""
    values = {area: int(fact.value or 0) for (area, _), fact in cells.items()}
    totals = tuple(_totals(values, period, areas))
    whole = {total.code for total in totals}
    finest = tuple(sorted(area for area in values if area not in whole))
    axes = (
        Axis(name="gebied", codes=finest, totals=tuple(_flat(totals, finest))),
        Axis(name="periode", codes=(period,)),
    )
    return Table.of(axes, [[values[area]] for area in finest])


def _totals(values: Mapping[str, int], period: str, areas: Areas) -> Iterator[Total]:
    """Yield the areas of the table that are the sum of other areas in it, as their codes tell."""
    found = period_of(period)
    on = areas.on(found.start) if found else areas.on(date.min)
    regions = {area.code: area.regions for area in on.areas}
    for code in sorted(values):
        inside = [other for other in sorted(values) if _lies_in(other, code, regions)]
        kinds = dict.fromkeys([*_KINDS, *(other[:2] for other in inside)])
        levels = [[other for other in inside if other[:2] == kind] for kind in kinds]
        sums = [level for level in levels if level and sum(values[one] for one in level) == values[code]]
        if sums:
            yield Total(code, tuple(sums[0]))


def _lies_in(part: str, whole: str, regions: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether an area is part of another: neighbourhood, district, municipality, region, country."""
    if part == whole or part.startswith("NL"):
        return False
    if whole.startswith("NL"):
        return True
    kind, digits = part[:2], part[2:]
    if whole.startswith("WK"):
        return kind == "BU" and digits.startswith(whole[2:])
    town = f"GM{digits[:4]}" if kind in ("BU", "WK") else part
    if whole.startswith("GM"):
        return kind in ("BU", "WK") and town == whole
    return whole in regions.get(town, ())


def _flat(totals: Sequence[Total], finest: Sequence[str]) -> Iterator[Total]:
    """Yield the totals over finest areas alone."""
    members = {total.code: total.members for total in totals}
    for total in totals:
        open_, flat = list(total.members), set[str]()
        while open_:
            code = open_.pop()
            open_ += members.get(code, ())
            flat |= {code} & set(finest)
        yield Total(total.code, tuple(sorted(flat)))


def _shown(fact: Fact, table: Table, outcome: Outcome) -> Fact:
    value = outcome.shown(table.place(fact.area, fact.period))
    return (
        _hidden(fact) if value is None else structs.replace(fact, value=float(value), step=outcome.rounding)
    )


def _hidden(fact: Fact) -> Fact:
    return structs.replace(fact, value=None, status=ObservationStatus.SUPPRESSED, reason=REASON)


__all__ = ["REASON", "hidden"]
