"""With which other code along an axis a cell can exchange a count, and which totals would notice."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from rodedraad.measuring.disclosure.table import Indices, Mask


@dataclass(frozen=True)
class Tier:
    """Codes with which an exchange is noticed by equally many places; none: an exchange with nobody."""

    noticed_by: int
    partners: Indices | None


@dataclass(frozen=True)
class Exchange:
    """The exchanges that are possible along one axis.

    `membership` says which finest code (column) each total (row) counts. An exchange of a count between two
    codes is noticed by the two themselves and by each total that counts one of them only.
    """

    membership: Mask

    @cached_property
    def size(self) -> int:
        """The number of finest codes."""
        return int(self.membership.shape[1])

    def members(self, place: int) -> Indices:
        """Return the finest codes that a place counts: itself, or the members of a total."""
        if place < self.size:
            return np.array([place])
        return np.flatnonzero(self.membership[place - self.size])

    def tiers(self, start: int, place: int) -> list[Tier]:
        """Return the exchanges of the finest code `start` that a place notices, the least noticed first.

        The last tier is to exchange with nobody: then every total that counts `start` notices it. Only that
        one is left on an axis without totals.
        """
        counted = self.membership[:, start]
        alone = Tier(1 + int(counted.sum()), None)
        if not len(self.membership):
            return [alone]
        outside = np.ones(self.size, dtype=np.bool_)
        outside[self.members(place)] = False
        others = np.flatnonzero(outside)
        noticed = 2 + (self.membership[:, others] != counted[:, None]).sum(axis=0)
        return [*(Tier(int(count), others[noticed == count]) for count in np.unique(noticed)), alone]

    def noticing(self, start: int, partner: int | None) -> Indices:
        """Return the places along the axis that notice an exchange."""
        if partner is None:
            return np.concatenate(([start], self.size + np.flatnonzero(self.membership[:, start])))
        apart = np.flatnonzero(self.membership[:, start] != self.membership[:, partner])
        return np.concatenate(([start, partner], self.size + apart))
