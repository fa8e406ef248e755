"""Samples of links that were drawn for people to judge, and what they judged."""

from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from rodedraad.model.threads import Pointer

SAMPLES_FORMAT = "rodedraad-samples/1"


class Verdict(StrEnum):
    """What a person says of a link."""

    GOOD = "goed"
    WRONG = "fout"
    DOUBT = "twijfel"


class Band(Struct, frozen=True, kw_only=True):
    """The links with a probability from `low` up to `high`: how many there are, and how many were drawn."""

    low: float
    high: float
    links: int
    drawn: int


class SampledLink(Struct, frozen=True, kw_only=True):
    """A link that was drawn, `band` by position, with the judgements of two people.

    `checks` are fingerprints of what the file to judge in said of it.
    """

    id: str
    from_: Pointer = field(name="from")
    to: Pointer
    score: float
    band: int
    checks: tuple[str, ...] = ()
    first: Verdict | None = None
    second: Verdict | None = None


class Sample(Struct, frozen=True, kw_only=True):
    """A random sample of the links that were made without a person; `read` is when it was judged."""

    id: str
    drawn: date
    seed: int
    by_band: bool
    bands: tuple[Band, ...]
    links: tuple[SampledLink, ...]
    read: date | None = None

    @property
    def population(self) -> int:
        """How many links there were to draw from."""
        return sum(band.links for band in self.bands)


class Samples(Struct, frozen=True, kw_only=True):
    """The file samples.json, oldest first."""

    format: str = SAMPLES_FORMAT
    samples: tuple[Sample, ...] = ()
