"""The weights of the score, from their data file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

FEATURES: Final = (
    "shared", "grams", "cosine", "runs", "meaning", "marks", "place", "kind", "number", "order"
)  # fmt: skip
"""What two elements have in common by themselves."""
AROUND: Final = ("answers", "goal", "neighbours")
"""What the other pairs of the same two documents say of them."""
VIA: Final = "via"
"""What pairs with other documents say of them."""
START: Final = "start"
CROWD: Final = "crowd"
ALONE: Final = "alone"
SETTLED: Final = "settled"
UNANSWERED: Final = "unanswered"
BEST: Final = "best"


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each likeness in log-odds, and where the sum starts."""
    data = tomllib.loads(files(__package__).joinpath("data/weights.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: float(row["weight"]) for name, row in data.items()})
