"""Money of municipalities by taakveld, per inhabitant, beside that of others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from rodedraad.measuring.bands import Group, bands
from rodedraad.measuring.supply import MoneyFact
from rodedraad.model.document import Amount, TaakveldCode
from rodedraad.model.observations import MoneyObservation, Origin
from rodedraad.model.taakvelden import taakveld_names

Line: TypeAlias = tuple[object, ...]


def money_of(
    money: Sequence[tuple[MoneyFact, str]],
    inhabitants: Mapping[str, int],
    groups: Mapping[str, Sequence[Group]],
) -> Iterator[MoneyObservation]:
    """Yield the money of the municipalities that have `groups`, by municipality, year and taakveld."""
    values: defaultdict[Line, dict[str, float]] = defaultdict(dict)
    for fact, _ in money:
        if fact.area in inhabitants:
            values[_line(fact)][fact.area] = _per_head(fact, inhabitants[fact.area])
    for fact, sha256 in sorted(money, key=lambda one: _order(one[0])):
        if fact.area in groups:
            beside = values[_line(fact)]
            yield MoneyObservation(
                area=fact.area,
                amount=Amount(
                    what=fact.what,
                    phase=fact.phase,
                    year=fact.year,
                    value=fact.value,
                    raw=fact.raw,
                    taakveld=fact.taakveld,
                ),
                category=fact.category,
                per_inhabitant=beside.get(fact.area),
                origin=Origin(sha256=sha256, rows=fact.rows),
                bands=tuple(bands(groups[fact.area], str(fact.year), beside)) if not fact.category else (),
            )


def _per_head(fact: MoneyFact, inhabitants: int) -> float:
    return round(fact.value / inhabitants, 2)


def _line(fact: MoneyFact) -> Line:
    return fact.year, fact.phase, fact.taakveld, fact.what, fact.category


def _order(fact: MoneyFact) -> tuple[str | int, ...]:
    return fact.area, fact.year, fact.phase, _places()[fact.taakveld], fact.what, fact.category or ""


@cache
def _places() -> dict[TaakveldCode, int]:
    return {taakveld: place for place, taakveld in enumerate(taakveld_names())}
