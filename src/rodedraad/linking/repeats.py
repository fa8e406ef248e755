"""What a document says more than once: where it stands tells such elements apart, their texts do not."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np

from rodedraad.linking.shelf import Entry, Shelf
from rodedraad.linking.sparse import Ints, Marks

_NUMBER: Final = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Repeats:
    """For each entry of a shelf whether its document says it more than once, and where it stands."""

    repeated: Marks
    """Whether another entry of the document has the same text, whatever the numbers in it.

    "Totale lasten: 500" under one goal and "Totale lasten: 4.381" under another are such entries, and so is
    "Wij zetten het beleid voort" under every theme.
    """
    place: Ints
    """The same number for those that stand under the same words."""

    @classmethod
    def of(cls, shelf: Shelf) -> "Repeats":
        """Return what the documents of a shelf repeat."""
        said = [
            (entry.document, entry.element.label, _NUMBER.sub("", entry.plain)) for entry in shelf.entries
        ]
        often = Counter(said)
        numbers: dict[tuple[str, ...], int] = {}
        places = [numbers.setdefault(_place(entry), len(numbers)) for entry in shelf.entries]
        return cls(
            repeated=np.array([often[one] > 1 for one in said], dtype=np.bool_),
            place=np.array(places, dtype=np.int64),
        )

    def elsewhere(self, left: Ints, right: Ints) -> Marks:
        """Tell of which pairs an end is repeated in its document, and the two stand under other words."""
        return np.asarray(
            (self.repeated[left] | self.repeated[right]) & (self.place[left] != self.place[right])
        )


def _place(entry: Entry) -> tuple[str, ...]:
    return tuple(" ".join(above.text.lower().split()) for above in entry.path)
