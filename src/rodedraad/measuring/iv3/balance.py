"""Whether lasten and baten over all taakvelden are as large, as they must be in Iv3."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rodedraad.measuring.supply import Supply
from rodedraad.model.observations import Imbalance


def imbalances(supply: Supply, names: Mapping[str, str]) -> Iterator[Imbalance]:
    """Yield every municipality whose lasten and baten differ, by code, with what rounding can explain of it.

    Reserves (0.10) and the result (0.11) are taakvelden too, so that with them all money must meet. Each
    amount that is not nought was rounded by half a step at most.
    """
    sums: defaultdict[tuple[str, int, str], float] = defaultdict(float)
    counts: defaultdict[tuple[str, int], int] = defaultdict(int)
    for fact in (one for one in supply.money if one.category is None):
        sums[fact.area, fact.year, fact.what] += fact.value
        counts[fact.area, fact.year] += fact.value != 0
    for (area, year), count in sorted(counts.items()):
        lasten, baten = sums[area, year, "lasten"], sums[area, year, "baten"]
        if lasten != baten:
            yield Imbalance(
                area=area,
                name=names.get(area, area),
                year=year,
                source=supply.delivery.source,
                lasten=lasten,
                baten=baten,
                difference=lasten - baten,
                rounding=count * supply.step / 2,
            )
