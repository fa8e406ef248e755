"""What a reader can work out of a table who sees all that was published, by linear programming.

The reader knows the totals as published and that no finest cell lies under its least value, and asks of a
hidden cell how small and how large it can be. It is the audit of statistical disclosure control (Handbook on
Statistical Disclosure Control, 4.3). Rounding is left out, which makes this reader stronger than a real one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from msgspec import Struct
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, kron

from rodedraad.measuring.disclosure.table import Mask, Table

SOLVED: Final = 0
UNBOUNDED: Final = 3
"""What `scipy.optimize.milp` says of an aim that can grow for ever."""


class Interval(Struct, frozen=True, kw_only=True):
    """Between which values a hidden cell must lie, for whoever sees all that was published."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """The difference between the largest and the smallest possible value; may be infinite."""
        return self.high - self.low


@dataclass(frozen=True)
class _Problem:
    """What a reader knows: what every cell counts, the values shown, the least of each finest cell."""

    counts: csr_array
    shown: LinearConstraint
    bounds: Bounds

    def extreme(self, row: int, sign: int) -> float:
        """Return the smallest (sign 1) or largest (sign -1) value that the cell of this row can have."""
        aim = sign * self.counts[[row]].toarray()[0]
        found = milp(aim, constraints=self.shown, bounds=self.bounds)
        if found.status == UNBOUNDED:
            return -sign * float("inf")
        if found.status != SOLVED:
            raise RuntimeError(f"geen antwoord van de rekenaar op cel {row}: {found.message}")
        return sign * float(found.fun)


def intervals(
    table: Table, hidden: Mask, *, least: int = 0, places: Iterable[tuple[int, ...]] | None = None
) -> dict[tuple[int, ...], Interval]:
    """Return what a reader learns of hidden cells: of all, or of those at `places` in `table.cells`.

    `least` is what each hidden finest cell is known to hold at least (1 where noughts are always shown).
    Raises `RuntimeError` when the solver gives up, so that a table is never called safe for want of an
    answer.
    """
    problem = _problem(table, hidden, least)
    asked = [tuple(int(at) for at in one) for one in np.argwhere(hidden)] if places is None else places
    found = {}
    for place in asked:
        row = int(np.ravel_multi_index(place, table.shape))
        found[place] = Interval(low=problem.extreme(row, 1), high=problem.extreme(row, -1))
    return found


def _problem(table: Table, hidden: Mask, least: int) -> _Problem:
    counts = csr_array(np.ones((1, 1)))
    for axis, membership in zip(table.axes, table.memberships, strict=True):
        own = np.concatenate([np.eye(len(axis.codes)), membership.astype(np.float64)])
        counts = csr_array(kron(counts, csr_array(own)))
    shown = ~hidden.reshape(-1)
    values = table.cells.reshape(-1)[shown].astype(np.float64)
    finest = hidden[tuple(slice(size) for size in table.finest.shape)].reshape(-1)
    return _Problem(
        counts,
        LinearConstraint(counts[shown], values, values),
        Bounds(np.where(finest, float(least), 0.0), np.inf),
    )
