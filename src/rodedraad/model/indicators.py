"""What an indicator is: its definition in versions, where it began and what is aimed at."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Direction(StrEnum):
    """Which way a value should go, seen from its goal."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class Version(Struct, frozen=True, kw_only=True):
    """A definition for as long as it holds; `until` is the first day on which it no longer does.

    `formula` is arithmetic over `terms`; a term names a column of a source, `source:column`. `reference` is
    the day that a value speaks of, where it speaks of a day and not of a whole period. `weight` is the term
    that values of parts are weighed by when they are added to a whole.
    """

    since: date
    until: date | None = None
    name: str
    question: str
    unit: str
    per: int | None = None
    population: str
    reference: str | None = None
    formula: str
    terms: dict[str, str]
    direction: Direction = Direction.NONE
    basis: str | None = None
    weight: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the definition holds on a day."""
        return self.since <= day and (self.until is None or day < self.until)


class Aim(Struct, frozen=True, kw_only=True):
    """A target or a baseline of one area: a number, or words such as "lager dan nulmeting"."""

    area: str
    period: str
    value: float | None = None
    words: str | None = None
    source: str


class Indicator(Struct, frozen=True, kw_only=True):
    """An indicator: its versions, oldest first, its baselines and its targets.

    `mandatory` is true of one that a regulation asks for; a value that is not there is then told in the
    words of that regulation.
    """

    code: str
    holder: str
    mandatory: bool = False
    versions: tuple[Version, ...]
    baselines: tuple[Aim, ...] = ()
    targets: tuple[Aim, ...] = ()

    def is_called(self, name: str, standard: str | None = None) -> bool:
        """Whether a name, or the mark of a mandatory set, is that of this indicator in any version."""
        return standard == self.code or _plain(name) in {_plain(one.name) for one in self.versions}


def _plain(name: str) -> str:
    return " ".join(name.split()).strip(" .:").casefold()
