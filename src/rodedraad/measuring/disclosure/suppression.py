"""Which cells to hide, so that nobody can work out a small one.

Primary: the small cells. Secondary: for each of them an exchange is sought, a count that moves between finest
cells at the corners of a box (up at one corner, down at the next), which the shown totals do not notice
because both corners lie inside them. Every cell that would notice is hidden, and how far the count can move
without a cell falling under its least value is the width of the interval that a reader is left with. So every
hidden cell comes with its own proof of safety, and hiding more never weakens an earlier proof. The idea of
boxes is that of the hypercube method for statistical tables (Repsilber; Giessing in the Handbook on
Statistical Disclosure Control, 4.4); totals that overlap are met by counting, for each exchange, the totals
that notice it.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rodedraad.measuring.disclosure.earlier import Before
from rodedraad.measuring.disclosure.outcome import Outcome, Release, Shown
from rodedraad.measuring.disclosure.partners import Exchange, Tier
from rodedraad.measuring.disclosure.policy import Policy
from rodedraad.measuring.disclosure.table import Indices, Mask, Table

Corners: TypeAlias = npt.NDArray[np.float64]
Choice: TypeAlias = tuple[int | None, ...]


class CannotHideError(ValueError):
    """A small cell that what was published before gives away, whatever else is hidden."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        """Take the codes of the cell."""
        self.codes = codes
        super().__init__(
            f"cel {', '.join(codes)}: dit kleine aantal volgt uit wat eerder is gepubliceerd; "
            "publiceer deze tabel minder fijn, of geef het aantal met naam en reden vrij"
        )


def suppress(
    table: Table,
    policy: Policy,
    *,
    before: Before | None = None,
    releases: Sequence[Release] = (),
    secondary: bool = True,
) -> Outcome:
    """Return what may be shown of a table under a policy.

    `before` says what earlier publications showed and hid, `releases` which small numbers are shown on
    purpose. Raises `CannotHideError` where what was shown before gives a small number away. `secondary=False`
    hides the small cells alone, which protects nothing and is there to be compared with.
    """
    released = _released(table, releases)
    before = before or Before.nothing(table)
    small = (_small(table, policy) | before.hidden) & ~released
    search = _Search(table, policy, small, before.known | released)
    if secondary:
        search.run()
    states = np.full(table.shape, Shown.SHOWN, dtype=np.int8)
    states[search.hidden] = Shown.COVER
    states[small] = Shown.SMALL
    states[released] = Shown.RELEASED
    return Outcome(table.cells, states, policy.rounding)


def _small(table: Table, policy: Policy) -> Mask:
    small: Mask = table.cells < policy.threshold
    return small if policy.zero_is_small else small & (table.cells != 0)


def _released(table: Table, releases: Sequence[Release]) -> Mask:
    found = np.zeros(table.shape, dtype=np.bool_)
    for release in releases:
        found[table.place(*release.codes)] = True
    return found


class _Search:
    """The cells that are hidden so far, and those with a proof that they are safe."""

    def __init__(self, table: Table, policy: Policy, small: Mask, fixed: Mask) -> None:
        self.table = table
        self.width = policy.width
        self.hidden = small.copy()
        self.fixed = fixed if policy.zero_is_small else fixed | (table.cells == 0)
        self.safe = np.zeros(table.shape, dtype=np.bool_)
        self.exchanges = tuple(Exchange(one) for one in table.memberships)
        finest = tuple(slice(len(axis.codes)) for axis in table.axes)
        self.price = np.log2(2.0 + table.cells)
        self.price[self.hidden] = 0
        self.price[self.fixed] = np.inf
        self.room = (table.cells[finest] - policy.least).astype(np.float64)
        self.finest_price = self.price[finest]

    def run(self) -> None:
        """Make every hidden cell safe, totals before what they count."""
        for place in self._in_order():
            if not self.safe[place]:
                self._cover(place)

    def _in_order(self) -> list[tuple[int, ...]]:
        places = np.argwhere(self.hidden)
        depth = (places >= np.array(self.table.finest.shape)).sum(axis=1)
        values = self.table.cells[self.hidden]
        order = np.lexsort((*places.T[::-1], values, -depth))
        return [tuple(int(at) for at in places[number]) for number in order]

    def _cover(self, place: tuple[int, ...]) -> None:
        start = self._start(place)
        for tiers in self._tiers(start, place):
            for choice in self._choices(start, tiers):
                along = zip(self.exchanges, start, choice, strict=True)
                noticing = np.ix_(*(one.noticing(at, partner) for one, at, partner in along))
                if not self.fixed[noticing].any():
                    self.hidden[noticing] = True
                    self.price[noticing] = 0
                    self.safe[noticing] = True
                    return
        raise CannotHideError(self.table.codes(place))

    def _start(self, place: tuple[int, ...]) -> tuple[int, ...]:
        members = [one.members(at) for one, at in zip(self.exchanges, place, strict=True)]
        inside = self.room[np.ix_(*members)]
        largest = np.unravel_index(int(inside.argmax()), inside.shape)
        return tuple(int(one[at]) for one, at in zip(members, largest, strict=True))

    def _tiers(self, start: tuple[int, ...], place: tuple[int, ...]) -> list[tuple[Tier, ...]]:
        """Return the combinations of exchanges, first those that the fewest places notice.

        A total that has to be hidden costs the reader more than another finest cell, so exchanges with nobody
        come last.
        """
        along = [one.tiers(at, whole) for one, at, whole in zip(self.exchanges, start, place, strict=True)]
        return sorted(product(*along), key=_noticed)

    def _choices(self, start: tuple[int, ...], tiers: tuple[Tier, ...]) -> Iterator[Choice]:
        """Yield the partners along each axis that leave room enough, the cheapest first."""
        up, down, price = self._sides(start, tiers)
        price = np.where((up + down >= self.width) & (up >= 0) & (down >= 0), price, np.inf)
        for number in np.argsort(price, axis=None, kind="stable"):
            at = np.unravel_index(int(number), price.shape)
            if not np.isfinite(price[at]):
                return
            yield tuple(
                None if tier.partners is None else int(tier.partners[one])
                for tier, one in zip(tiers, at, strict=True)
            )

    def _sides(self, start: tuple[int, ...], tiers: tuple[Tier, ...]) -> tuple[Corners, Corners, Corners]:
        """Return how far the count at `start` can rise and fall, and what hiding the corners costs."""
        shape = tuple(1 if tier.partners is None else len(tier.partners) for tier in tiers)
        room = [np.full(shape, np.inf), np.full(shape, np.inf)]
        price = np.zeros(shape)
        for moved in product(*((False,) if tier.partners is None else (False, True) for tier in tiers)):
            corner = np.ix_(*_corner(start, tiers, moved))
            falls = sum(moved) % 2
            room[falls] = np.minimum(room[falls], self.room[corner])
            price = price + self.finest_price[corner]
        return room[1], room[0], price


def _corner(start: tuple[int, ...], tiers: tuple[Tier, ...], moved: tuple[bool, ...]) -> list[Indices]:
    return [
        tier.partners if away and tier.partners is not None else np.array([at])
        for at, tier, away in zip(start, tiers, moved, strict=True)
    ]


def _noticed(tiers: tuple[Tier, ...]) -> tuple[int, int]:
    alone = sum(tier.partners is None and tier.noticed_by > 1 for tier in tiers)
    places = 1
    for tier in tiers:
        places *= tier.noticed_by
    return alone, places
