"""How the later of two linked elements relates to the earlier."""

from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz

from rodedraad.linking.shelf import Entry
from rodedraad.linking.tables import rows
from rodedraad.model.terms import Phase, Relation

ALIKE: Final = 90.0
"""From this likeness of characters on, out of a hundred, two texts are practically the same."""
REPEATED: Final = 0.5
"""From this share on, one text repeats the other in other words."""
REMEMBERED: Final = 1 << 14
"""So many pairs of texts are remembered: reports repeat what budgets say."""


def relation(earlier: Entry, later: Entry, repeated: float) -> Relation:
    """Return the relation of two entries; `repeated` is the share that one has of the other's words."""
    if nearly_same(earlier, later):
        return Relation.SAME_TEXT
    if later.element.phase is Phase.ACTUAL and earlier.element.phase is not Phase.ACTUAL:
        return Relation.REPORTS
    if says_it_replaces(later.element.text):
        return Relation.REPLACES
    if repeated >= REPEATED and earlier.element.phase is later.element.phase:
        return Relation.RESTATED
    return Relation.CONTINUES


def nearly_same(one: Entry, other: Entry) -> bool:
    """Tell whether two entries say practically the same in the same words."""
    return _alike(one.plain, other.plain)


@lru_cache(maxsize=REMEMBERED)
def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other, score_cutoff=ALIKE) > 0


def says_it_replaces(text: str) -> bool:
    """Tell whether a text says that it takes the place of something else."""
    lowered = text.lower()
    return any(words in lowered for words in _replacing())


@cache
def _replacing() -> tuple[str, ...]:
    return tuple(row["words"] for row in rows("replaces.tsv"))
