"""What other municipalities show: the middle half of those of the same size, region and country."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import quantiles
from typing import Final

from msgspec import Struct

from rodedraad.model.observations import Band

FEWEST: Final = 4
"""Fewer municipalities than this have no middle half to speak of."""
REGIONS: Final = ("JZ", "PV")
"""The regions that a municipality is compared in: its youth region and its province."""
COUNTRY: Final = "NL"


class Group(Struct, frozen=True, kw_only=True):
    """Municipalities that one is compared with."""

    group: str
    name: str
    members: frozenset[str]


def groups_of(
    area: str, sizes: Mapping[str, str], regions: Mapping[str, Sequence[str]], names: Mapping[str, str]
) -> tuple[Group, ...]:
    """Return the groups that a municipality is compared with: its size class, its regions, the country."""
    found = []
    if area in sizes:
        same = frozenset(code for code, size in sizes.items() if size == sizes[area])
        found.append(Group(group="size-class", name=sizes[area], members=same))
    for region in regions.get(area, ()):
        if region.startswith(REGIONS):
            inside = frozenset(code for code, codes in regions.items() if region in codes)
            found.append(Group(group=region, name=names.get(region, region), members=inside))
    everyone = frozenset(regions) | frozenset(sizes)
    return (*found, Group(group=COUNTRY, name="Nederland", members=everyone))


def bands(groups: Iterable[Group], period: str, values: Mapping[str, float]) -> Iterator[Band]:
    """Yield a band for each group of which enough municipalities have a value in the period."""
    for group in groups:
        own = [value for code, value in values.items() if code in group.members]
        if len(own) >= FEWEST:
            low, middle, high = quantiles(own, n=4, method="inclusive")
            yield Band(
                group=group.group,
                name=group.name,
                period=period,
                low=round(low, 2),
                middle=round(middle, 2),
                high=round(high, 2),
                count=len(own),
            )
