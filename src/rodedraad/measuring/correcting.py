"""Deliveries of one source after each other: the same one twice counts once, a later one corrects."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from rodedraad.measuring.supply import Fact, MoneyFact, Supply
from rodedraad.model.observations import Correction, Delivery

Key: TypeAlias = tuple[str, str, str]


class Known(Struct, frozen=True, kw_only=True):
    """A fact and the digest of the file that it stands in."""

    fact: Fact
    sha256: str


class Standing(Struct, frozen=True, kw_only=True):
    """What holds after all deliveries: facts by column, area and period, money, and what was corrected."""

    facts: dict[Key, Known]
    money: tuple[tuple[MoneyFact, str], ...]
    deliveries: tuple[Delivery, ...]
    corrections: tuple[Correction, ...]


def in_order(supplies: Sequence[Supply]) -> tuple[Supply, ...]:
    """Return the supplies as they were delivered, those without a day first; the same file twice once."""
    once = {(one.delivery.source, one.delivery.sha256): one for one in reversed(supplies)}
    kept = [one for one in supplies if once[one.delivery.source, one.delivery.sha256] is one]
    return tuple(sorted(kept, key=lambda one: one.delivery.delivered or date.min))


def standing(supplies: Sequence[Supply]) -> Standing:
    """Return what holds when each delivery replaces what earlier ones of its source said of the same."""
    facts: dict[Key, Known] = {}
    money: dict[object, tuple[MoneyFact, str]] = {}
    corrections: list[Correction] = []
    ordered = in_order(supplies)
    for supply in ordered:
        corrections += _corrections(facts, supply)
        sha256 = supply.delivery.sha256
        facts |= {_key(fact): Known(fact=fact, sha256=sha256) for fact in supply.facts}
        money |= {
            (supply.delivery.source, one.area, one.taakveld, one.what, one.category): (one, sha256)
            for one in supply.money
        }
    return Standing(
        facts=facts,
        money=tuple(money.values()),
        deliveries=tuple(one.delivery for one in ordered),
        corrections=tuple(corrections),
    )


def _corrections(facts: dict[Key, Known], supply: Supply) -> Iterator[Correction]:
    for fact in supply.facts:
        known = facts.get(_key(fact))
        if known is not None and known.fact.value != fact.value:
            yield Correction(
                source=supply.delivery.source,
                column=fact.column,
                area=fact.area,
                period=fact.period,
                was=known.fact.value,
                now=fact.value,
                by=supply.delivery.sha256,
            )


def _key(fact: Fact) -> Key:
    return fact.column, fact.area, fact.period
