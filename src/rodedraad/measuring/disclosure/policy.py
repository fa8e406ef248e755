"""What counts as a small number, how it is rounded, and where that is laid down."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class Policy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule for small numbers, with the source that sets it.

    `threshold` is the smallest count that may be shown. `zero_is_small` says whether a count of nought is
    hidden too; where it is not, noughts are always shown, and a reader knows that a hidden cell holds at
    least one. `width` is the least width of the interval that a reader can work out for a hidden cell, in
    units of the table. Shown counts are rounded to multiples of `rounding`; 1 rounds nothing.
    """

    name: str
    threshold: int
    zero_is_small: bool = True
    rounding: int = 1
    width: int
    source: str

    def __post_init__(self) -> None:
        """Refuse a rule that would protect nothing."""
        if self.threshold < 0 or self.rounding < 1 or self.width < 1:
            raise ValueError(
                f"regel {self.name!r}: 'threshold' is 0 of meer, 'rounding' en 'width' zijn 1 of meer"
            )

    @property
    def least(self) -> int:
        """The smallest value that a reader must think possible for a hidden cell."""
        return 0 if self.zero_is_small else 1


@cache
def policies() -> dict[str, Policy]:
    """Return the rules that come with Rode Draad, by name, each with its source."""
    data = (files(__package__) / "policies.toml").read_text(encoding="utf-8")
    found = tomllib.loads(data)["policy"]
    return {one["name"]: msgspec.convert(one, Policy) for one in found}
