"""What was computed of indicators: for each territory its series, from the first definition to the newest."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from rodedraad.model.indicators import Indicator, Version
from rodedraad.model.observations import Observation, Series
from rodedraad.publishing.lookup import Lookup

MUNICIPALITY: Final = "GM"
DISTRICTS: Final = ("WK", "BU")
_DIGITS: Final = slice(2, 6)


class Measured(Struct, frozen=True, kw_only=True):
    """The series of one indicator and territory, oldest first; `area` is its newest code."""

    definition: Indicator
    area: str
    series: tuple[Series, ...]

    @property
    def organisation(self) -> str:
        """The code of the municipality or region that the territory is, or lies in."""
        return f"{MUNICIPALITY}{self.area[_DIGITS]}" if self.area.startswith(DISTRICTS) else self.area

    @property
    def observations(self) -> tuple[tuple[Series, Observation], ...]:
        """Every observation with the series that it is of, in order."""
        return tuple((series, one) for series in self.series for one in series.observations)

    @property
    def known(self) -> bool:
        """Whether any value is known."""
        return any(one.value is not None for _, one in self.observations)

    def version(self, series: Series) -> Version:
        """Return the definition of a series."""
        return next(one for one in self.definition.versions if one.since == series.version)


def measured(lookup: Lookup) -> tuple[Measured, ...]:
    """Return every indicator and territory that anything was computed of, in the order of the definitions."""
    definitions = {one.code: one for one in lookup.build.observations.indicators}
    return tuple(
        Measured(definition=definitions[chain[0].indicator], area=chain[-1].area, series=tuple(chain))
        for chain in _chains(lookup.build.observations.series)
    )


def _chains(series: Iterable[Series]) -> Sequence[Sequence[Series]]:
    """Return the series that go on from each other: one that says why it begins follows the one before it."""
    chains: list[list[Series]] = []
    for one in series:
        if one.begins is None:
            chains.append([])
        chains[-1].append(one)
    return chains
