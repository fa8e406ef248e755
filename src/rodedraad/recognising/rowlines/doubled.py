"""Two lines of heads: each head of the first stands over several of the second."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from rodedraad.recognising.heads import Head, Use
from rodedraad.recognising.regrid.spanning import spans_of
from rodedraad.recognising.rowlines.cutting import Part
from rodedraad.recognising.rowlines.headline import Heads, ways_to_read

FEWEST: Final = 2


class Doubled(NamedTuple):
    """Both lines cut into heads, how many columns those of the first span, and the columns they head."""

    upper: tuple[Part, ...]
    lower: tuple[Part, ...]
    spans: dict[int, int]
    way: Heads


def doubled(upper: str, lower: str) -> Iterator[Doubled]:
    """Yield the ways to read two lines as heads over heads."""
    if not lower.strip():
        return
    leaves = [way for way in ways_to_read(lower) if len(way.figured) > FEWEST]
    for above in ways_to_read(upper) if leaves else ():
        for below in leaves:
            found = _over(above, below)
            if found is not None:
                yield found


def _over(above: Heads, below: Heads) -> Doubled | None:
    groups, leaves = above.figured, below.figured
    if not FEWEST <= len(groups) < len(leaves) or groups[-1] + 1 < len(above.heads):
        return None
    spans = spans_of([above.heads[at].text for at in groups], [below.heads[at].text for at in leaves])
    if spans is None:
        return None
    names = groups[0]
    parts = [(at, span) for at, span in enumerate(above.spans) if span is not None]
    upper = (Part(*span, at if at < names else names + spans[at - names][0]) for at, span in parts)
    lower = ((span, at - leaves[0] + names if at >= leaves[0] else 0) for at, span in enumerate(below.spans))
    heads = (*above.heads[:names], *below.heads[leaves[0] :])
    return Doubled(
        tuple(upper),
        tuple(Part(*span, at) for span, at in lower if span is not None),
        {names + first: count for first, count in spans},
        Heads(heads or (Head(Use.NAME),), (None,) * len(heads)),
    )
