"""How the later of two linked elements relates to the earlier."""

from typing import Final

from rodedraad.linking.comparison import Comparison
from rodedraad.linking.shelf import Entry
from rodedraad.model.terms import Phase, Relation

REPEATED: Final = 0.5
"""From this share on, one text repeats the other in other words."""


def relation(both: Comparison, earlier: Entry, later: Entry, repeated: float) -> Relation:
    """Return the relation of two entries; `repeated` is the share that one has of the other's words."""
    if both.nearly_same:
        return Relation.SAME_TEXT
    if later.element.phase is Phase.ACTUAL and earlier.element.phase is not Phase.ACTUAL:
        return Relation.REPORTS
    if both.replaces:
        return Relation.REPLACES
    if repeated >= REPEATED and earlier.element.phase is later.element.phase:
        return Relation.RESTATED
    return Relation.CONTINUES
