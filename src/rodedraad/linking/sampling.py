"""A random sample of the links that were made without a person."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from msgspec import Struct

from rodedraad.model.identities import fingerprint
from rodedraad.model.samples import Band, Sample, SampledLink
from rodedraad.model.terms import Decision
from rodedraad.model.threads import Link

EDGES: Final = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 1.0)
_WHOLE: Final = (0.0, 1.0)
_ID_SIZE: Final = 6


class Plan(Struct, frozen=True, kw_only=True):
    """How many links to draw, by what seed and on what day; `by_band` draws as many from each band."""

    size: int
    seed: int
    day: date
    by_band: bool = False


def draw(links: Iterable[Link], plan: Plan) -> Sample:
    """Return a sample of the links made by machine, in an order that says nothing of their probability.

    The same links, size and seed give the same sample on every machine.  Bands that are empty are left out.
    """
    made = [link for link in links if link.decision is Decision.AUTO]
    groups = _groups(made, EDGES if plan.by_band else _WHOLE)
    counts = _shared_out(plan.size, [len(group) for _, group in groups])
    bands = tuple(
        Band(low=low, high=high, links=len(group), drawn=count)
        for ((low, high), group), count in zip(groups, counts, strict=True)
    )
    chosen = [
        (number, link)
        for number, ((_, group), count) in enumerate(zip(groups, counts, strict=True))
        for link in _shuffled(group, plan.seed)[:count]
    ]
    return _sample(chosen, bands, plan)


def _sample(chosen: Sequence[tuple[int, Link]], bands: tuple[Band, ...], plan: Plan) -> Sample:
    order = {id(link): (number, link) for number, link in chosen}
    mixed = [order[id(link)] for link in _shuffled([link for _, link in chosen], plan.seed)]
    identity = f"s{fingerprint(str(plan.seed), *(_key(link) for _, link in mixed), size=_ID_SIZE)}"
    return Sample(
        id=identity,
        drawn=plan.day,
        seed=plan.seed,
        by_band=plan.by_band,
        bands=bands,
        links=tuple(
            SampledLink(
                id=f"{identity}-{place:03}", from_=link.from_, to=link.to, score=link.score, band=number
            )
            for place, (number, link) in enumerate(mixed, start=1)
        ),
    )


def _groups(links: Sequence[Link], edges: Sequence[float]) -> list[tuple[tuple[float, float], list[Link]]]:
    """Return the links by band, the bands without links left out; the last band holds its upper edge."""
    top = edges[-1]
    groups = [
        ((low, high), [link for link in links if low <= link.score < high or link.score == high == top])
        for low, high in pairwise(edges)
    ]
    return [(edge, group) for edge, group in groups if group]


def _shared_out(size: int, sizes: Sequence[int]) -> list[int]:
    """Share a number out over groups, evenly as far as each has enough."""
    counts = [0] * len(sizes)
    for _ in range(min(size, sum(sizes))):
        smallest = min((count, place) for place, count in enumerate(counts) if count < sizes[place])
        counts[smallest[1]] += 1
    return counts


def _shuffled(links: Sequence[Link], seed: int) -> list[Link]:
    """Return the links in an order that is random by the seed, whatever the order they come in."""
    return sorted(links, key=lambda link: hashlib.sha256(f"{seed}\x1f{_key(link)}".encode()).digest())


def _key(link: Link) -> str:
    return "\x1f".join(name for end in (link.from_, link.to) for name in (end.document, end.element))
