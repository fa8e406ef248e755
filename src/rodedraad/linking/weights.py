"""The weights of the score, from their data file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

FEATURES = ("shared", "grams", "words", "cosine", "runs", "same", "marks", "place", "kind", "number", "order")
NEIGHBOURS = "neighbours"
FAMILY = "family"
START = "start"
CROWD = "crowd"


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each likeness in log-odds, and where the sum starts."""
    data = tomllib.loads(files(__package__).joinpath("data/weights.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: float(row["weight"]) for name, row in data.items()})
