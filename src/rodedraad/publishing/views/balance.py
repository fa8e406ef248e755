"""A balance on a page: one bar, its parts with their lists, and the same as a table."""

from typing import Final

from msgspec import Struct

from rodedraad.publishing import addresses
from rodedraad.publishing.chart import Segment, segments
from rodedraad.publishing.language.spoken import say
from rodedraad.publishing.shown import counted, number
from rodedraad.publishing.tally import Entry, Tally
from rodedraad.publishing.words import words

APART: Final = "indicator of planning: die staan in eigen lijsten"


class Part(Struct, frozen=True, kw_only=True):
    """One outcome in a balance."""

    key: str
    word: str
    explanation: str
    count: int
    confirmed: int
    href: str
    segment: Segment


class LeftOut(Struct, frozen=True, kw_only=True):
    """What a balance does not count, and why."""

    count: str
    why: str


class BalanceView(Struct, frozen=True, kw_only=True):
    """A balance as shown."""

    total: int
    confirmed: str
    parts: tuple[Part, ...]
    left_out: tuple[LeftOut, ...]


def balance_view(tally: Tally) -> BalanceView:
    """Return a balance as shown."""
    bar = segments([len(group) for _, group in tally.groups])
    return BalanceView(
        total=tally.total,
        confirmed=number(tally.confirmed),
        parts=tuple(
            _part(tally, outcome.value, group, at)
            for (outcome, group), at in zip(tally.groups, bar, strict=True)
        ),
        left_out=_left_out(tally),
    )


def _part(tally: Tally, key: str, entries: tuple[Entry, ...], segment: Segment) -> Part:
    found = words("outcome")[key]
    return Part(
        key=key,
        word=found.word,
        explanation=found.explanation,
        count=len(entries),
        confirmed=sum(one.confirmed for one in entries),
        href=addresses.outcome(tally.scope, key),
        segment=segment,
    )


def _left_out(tally: Tally) -> tuple[LeftOut, ...]:
    apart = (APART, tally.apart)
    reasons = (apart, *tally.left_out) if tally.apart else tally.left_out
    return tuple(LeftOut(count=counted(count, "keer", "keer"), why=say(why)) for why, count in reasons)
