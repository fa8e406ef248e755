"""How the later of two linked elements relates to the earlier."""

from typing import Final

from rapidfuzz import fuzz

from rodedraad.linking.shelf import Entry
from rodedraad.linking.tables import rows
from rodedraad.model.terms import Phase, Relation

ALIKE: Final = 90.0
"""From this likeness of characters on, out of a hundred, two texts are practically the same."""
REPEATED: Final = 0.5
"""From this share on, one text repeats the other in other words."""


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
    return fuzz.ratio(one.plain, other.plain, score_cutoff=ALIKE) > 0


def says_it_replaces(text: str) -> bool:
    """Tell whether a text says that it takes the place of something else."""
    lowered = text.lower()
    return any(row["words"] in lowered for row in rows("replaces.tsv"))
