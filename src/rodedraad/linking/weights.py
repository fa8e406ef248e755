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
THEME: Final = "theme"
"""What their themes say: pairs of two themes that have much in common belong together sooner."""
GOAL: Final = "goal"
"""What is said of the pair of what the two stand under."""
RANK: Final = "rank"
"""What their places in the lists of their themes say."""
AROUND: Final = ("answers", GOAL, "neighbours", RANK, THEME)
"""What the other pairs of the same two documents say of them."""
SENSE: Final = "sense"
"""What a model tells of what they mean, where one is at hand."""
VIA: Final = "via"
"""What pairs with other documents say of them."""
START: Final = "start"
CROWD: Final = "crowd"
SETTLED: Final = "settled"
UNANSWERED: Final = "unanswered"
BEST: Final = "best"


@cache
def weights(*, sensed: bool = False) -> Mapping[str, float]:
    """Return the weight of each likeness in log-odds, and where the sum starts.

    With `sensed` those that were fitted together with what a model tells of what texts mean.
    """
    name = "weights_sensed.toml" if sensed else "weights.toml"
    data = tomllib.loads(files(__package__).joinpath("data", name).read_text(encoding="utf-8"))
    return MappingProxyType({name: float(row["weight"]) for name, row in data.items()})
