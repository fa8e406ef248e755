"""What an earlier publication of the same figures leaves to be hidden."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from msgspec import Struct

from rodedraad.measuring.disclosure.outcome import Outcome, rounded
from rodedraad.measuring.disclosure.table import Mask, Table


@dataclass(frozen=True)
class Before:
    """The cells of a table that were shown before and have not changed, and those that were hidden."""

    known: Mask
    hidden: Mask

    @classmethod
    def nothing(cls, table: Table) -> Self:
        """Return that of a table nothing was published before."""
        return cls(np.zeros(table.shape, dtype=np.bool_), np.zeros(table.shape, dtype=np.bool_))


class Earlier(Struct, frozen=True, kw_only=True):
    """What an earlier publication showed, by the codes of its cells, and which cells it hid."""

    shown: Mapping[tuple[str, ...], int] = {}
    hidden: frozenset[tuple[str, ...]] = frozenset()
    rounding: int = 1

    @classmethod
    def of(cls, table: Table, outcome: Outcome) -> Self:
        """Return what a publication showed and hid."""
        places = [(table.codes(place), outcome.shown(place)) for place in np.ndindex(table.shape)]
        return cls(
            shown={codes: value for codes, value in places if value is not None},
            hidden=frozenset(codes for codes, value in places if value is None),
            rounding=outcome.rounding,
        )

    def beside(self, table: Table) -> Before:
        """Return what this publication leaves to be hidden of a later one.

        A cell counts as known where what is counted now rounds to what was shown. What was hidden stays
        hidden, whatever is counted now: shown beside the totals of then it would give away what was hidden
        then.
        """
        before = Before.nothing(table)
        for place in np.ndindex(table.shape):
            codes = table.codes(place)
            before.hidden[place] = codes in self.hidden
            before.known[place] = self.shown.get(codes) == rounded(int(table.cells[place]), self.rounding)
        return before
