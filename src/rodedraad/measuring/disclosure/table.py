"""A table of counts: its finest cells along axes, and every total that is published of them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self, TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

Counts: TypeAlias = npt.NDArray[np.int64]
Mask: TypeAlias = npt.NDArray[np.bool_]
Indices: TypeAlias = npt.NDArray[np.intp]


class Total(Struct, frozen=True):
    """A published sum along an axis: a municipality of districts, a region, a year of quarters."""

    code: str
    members: tuple[str, ...]


class Axis(Struct, frozen=True, kw_only=True):
    """What a table is split by: its finest codes, and the totals over them.

    Totals may lie inside each other or overlap (a youth region and a safety region of the same
    municipalities). An axis without totals stands for separate tables, such as years that nobody adds up.
    """

    name: str
    codes: tuple[str, ...]
    totals: tuple[Total, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an axis on which a cell would not have one place."""
        named = [*self.codes, *(total.code for total in self.totals)]
        twice = (
            sorted({code for code in named if named.count(code) > 1}) if len(set(named)) < len(named) else []
        )
        if twice:
            raise ValueError(
                f"as {self.name!r}: code {twice[0]!r} staat er twee keer; geef elk totaal een eigen code"
            )
        known = set(self.codes)
        for total in self.totals:
            if unknown := [code for code in total.members if code not in known]:
                raise ValueError(
                    f"as {self.name!r}: totaal {total.code!r} telt {unknown[0]!r} mee, "
                    "dat geen code van de as is"
                )

    @property
    def places(self) -> tuple[str, ...]:
        """The codes of all cells along this axis: the finest first, then the totals."""
        return (*self.codes, *(total.code for total in self.totals))

    def membership(self) -> Mask:
        """Return which finest code (column) each total (row) counts."""
        column = {code: place for place, code in enumerate(self.codes)}
        found = np.zeros((len(self.totals), len(self.codes)), dtype=np.bool_)
        for row, total in enumerate(self.totals):
            found[row, [column[code] for code in total.members]] = True
        return found


@dataclass(frozen=True)
class Table:
    """Counts of the finest cells along axes; every combination of places along them is a cell.

    `finest` has one dimension an axis, its length the number of codes of that axis; counts are whole numbers
    of 0 or more.
    """

    axes: tuple[Axis, ...]
    finest: Counts

    def __post_init__(self) -> None:
        """Refuse counts that do not fit the axes, or that are below nought."""
        shape = tuple(len(axis.codes) for axis in self.axes)
        if self.finest.shape != shape:
            raise ValueError(f"de telling heeft vorm {self.finest.shape}, de assen vragen {shape}")
        if self.finest.size and self.finest.min() < 0:
            raise ValueError("een telling kan niet onder nul liggen")

    @classmethod
    def of(cls, axes: tuple[Axis, ...], finest: object) -> Self:
        """Return a table of counts in nested lists or an array."""
        return cls(axes, np.asarray(finest, dtype=np.int64))

    @cached_property
    def memberships(self) -> tuple[Mask, ...]:
        """What the totals of each axis count."""
        return tuple(axis.membership() for axis in self.axes)

    @cached_property
    def shape(self) -> tuple[int, ...]:
        """The number of places along each axis, totals included."""
        return tuple(len(axis.places) for axis in self.axes)

    @cached_property
    def cells(self) -> Counts:
        """The value of every cell, totals included: along each axis the finest places first."""
        found = self.finest
        for number, membership in enumerate(self.memberships):
            sums = np.tensordot(membership.astype(np.int64), found, axes=(1, number))
            found = np.concatenate([found, np.moveaxis(sums, 0, number)], axis=number)
        return found

    def place(self, *codes: str) -> tuple[int, ...]:
        """Return where the cell of these codes, one an axis, stands in `cells`."""
        return tuple(axis.places.index(code) for axis, code in zip(self.axes, codes, strict=True))

    def codes(self, place: tuple[int, ...]) -> tuple[str, ...]:
        """Return the codes of the cell at a place in `cells`."""
        return tuple(axis.places[at] for axis, at in zip(self.axes, place, strict=True))
