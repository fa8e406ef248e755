"""The scale of a chart: it holds zero, so that no bar or line is cut off at its foot."""

from collections.abc import Iterable
from math import ceil, floor, log10
from typing import Final

from msgspec import Struct

ROUND_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
PARTS: Final = 4


class Scale(Struct, frozen=True, kw_only=True):
    """A straight scale from `low` to `high`, with `low` at most zero and `high` at least zero."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Return where a value stands, from 0 at the low end to 1 at the high end."""
        return (value - self.low) / (self.high - self.low)

    def value(self, share: float) -> float:
        """Return the value that stands at a share of the scale."""
        return self.low + share * (self.high - self.low)

    @property
    def zero(self) -> float:
        """Where zero stands."""
        return self.share(0)


def scale_of(values: Iterable[float]) -> Scale:
    """Return the scale that holds zero and all values, and ends at round numbers."""
    known = [0.0, *values]
    step = _step(max(known) - min(known))
    low, high = floor(min(known) / step) * step, ceil(max(known) / step) * step
    return Scale(low=low, high=high if high > low else step)


def _step(width: float) -> float:
    """Return the round number nearest above a part of the width."""
    if width <= 0:
        return 1.0
    power: float = 10.0 ** floor(log10(width / PARTS))
    return power * next(one for one in ROUND_STEPS if one * power * PARTS >= width or one == ROUND_STEPS[-1])
