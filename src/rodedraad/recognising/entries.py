"""Amounts of one table as they stand, before their signs are made alike."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from rodedraad.model.terms import MoneyPhase
from rodedraad.recognising.moneyrows import is_total

ROUNDING: Final = 2.0
"""How much sums may differ by rounding, in the unit of the table."""
Moment: TypeAlias = tuple[MoneyPhase, int | None]
Known: TypeAlias = Mapping[tuple[MoneyPhase, int | None, float], tuple[str, float]]
"""What other tables of the document tell of an amount, by stage, year and size: what it is, and its sign."""


class Entry(NamedTuple):
    """One amount as it stands: in which row, of whom, what, when; its size in the unit of the table.

    `letter` is V or N; `bridged` is true of what lies between the opening and the closing of a bridge.
    """

    row: int
    name: str
    subject: str
    what: str
    difference: bool
    phase: MoneyPhase
    year: int | None
    size: float | None
    letter: str | None = None
    bridged: bool = False

    @property
    def moment(self) -> Moment:
        """The stage and year, which all amounts of one column share."""
        return self.phase, self.year


class Row(NamedTuple):
    """The amounts of one row, by stage and year; differences are left out."""

    place: int
    name: str
    whats: frozenset[str]
    sizes: Mapping[Moment, float]

    @property
    def is_total(self) -> bool:
        """Whether its name says that it sums up others."""
        return is_total(self.name)


def rows_of(entries: Sequence[Entry]) -> Iterator[Row]:
    """Yield the rows of a table, in order."""
    by_row: dict[int, list[Entry]] = {}
    for entry in entries:
        by_row.setdefault(entry.row, []).append(entry)
    for place, own in by_row.items():
        plain = [entry for entry in own if not entry.difference]
        sizes = {entry.moment: entry.size for entry in plain if entry.size is not None}
        yield Row(place, own[0].name, frozenset(entry.what for entry in plain or own), sizes)


def near(one: float, other: float) -> bool:
    """Whether two sums are the same but for rounding."""
    return abs(one - other) <= ROUNDING


def adds_up(parts: Sequence[Row], total: Row) -> bool:
    """Whether in most columns of a total the parts add up to it."""
    sums = {
        moment: sum(part.sizes.get(moment, 0.0) for part in parts)
        for moment, size in total.sizes.items()
        if size
    }
    right = sum(near(own, total.sizes[moment]) for moment, own in sums.items())
    return right * 2 > len(sums)
