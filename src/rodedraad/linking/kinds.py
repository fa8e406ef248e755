"""How well two kinds of element can speak of the same thing."""

from functools import cache

import numpy as np

from rodedraad.linking.sparse import Floats
from rodedraad.linking.tables import rows
from rodedraad.model.terms import STRUCTURE, Kind

CONTENT_KINDS = tuple(kind for kind in Kind if kind not in STRUCTURE)
NUMBER_OF = {kind: number for number, kind in enumerate(CONTENT_KINDS)}


@cache
def kind_fit() -> Floats:
    """Return the table of fits, 0 to 1, by the numbers of two kinds."""
    table = np.zeros((len(CONTENT_KINDS), len(CONTENT_KINDS)))
    for row in rows("kinds.tsv"):
        one, other = NUMBER_OF[Kind(row["one"])], NUMBER_OF[Kind(row["other"])]
        table[one, other] = table[other, one] = float(row["fit"])
    return table
