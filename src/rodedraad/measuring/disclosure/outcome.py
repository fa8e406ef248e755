"""What of a table may be shown, and why a cell is or is not."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from rodedraad.measuring.disclosure.table import Counts, Mask


class Shown(IntEnum):
    """What happens to a cell.

    `SMALL` and `COVER` must look alike in public: who can tell them apart knows which cells are small.
    """

    SHOWN = 0
    SMALL = 1
    COVER = 2
    RELEASED = 3


class Release(Struct, frozen=True, kw_only=True):
    """A small number that is published on purpose: who decided it, by role, and why."""

    codes: tuple[str, ...]
    role: str
    reason: str

    def __post_init__(self) -> None:
        """Refuse a release that nobody answers for."""
        if not self.role.strip() or not self.reason.strip():
            raise ValueError(f"vrijgave van {self.codes}: noem wie dit besloot ('role') en waarom ('reason')")


@dataclass(frozen=True)
class Outcome:
    """What happens to every cell of a table, in the shape of its `cells`."""

    cells: Counts
    states: npt.NDArray[np.int8]
    rounding: int = 1

    @property
    def hidden(self) -> Mask:
        """The cells that are not shown."""
        found: Mask = (self.states == Shown.SMALL) | (self.states == Shown.COVER)
        return found

    def shown(self, place: tuple[int, ...]) -> int | None:
        """Return what may be published of a cell: its value, rounded half up, or nothing."""
        if self.hidden[place]:
            return None
        return rounded(int(self.cells[place]), self.rounding)


def rounded(value: int, base: int) -> int:
    """Return a count as a multiple of `base`, half of it rounded up."""
    return (2 * value + base) // (2 * base) * base
