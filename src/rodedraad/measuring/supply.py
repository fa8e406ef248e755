"""What goes into a source and what comes out of it: the same for every kind of source."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from rodedraad.measuring.areas.areas import AreaSet
from rodedraad.measuring.tables.mapping import Freed, TableMapping
from rodedraad.model.document import TaakveldCode
from rodedraad.model.observations import Delivery, ObservationStatus, Survey
from rodedraad.model.terms import MoneyPhase


class Asked(Struct, frozen=True, kw_only=True):
    """A file of figures as a dossier names it: its bytes, and what the dossier says of them.

    `today` is the day that the build bears; what should have happened after it cannot be true. `pinned` is
    the SHA-256 that the file must have.
    """

    source: str
    file: str
    data: bytes
    today: date
    delivered: date | None = None
    year: int | None = None
    pinned: str | None = None
    licence: str | None = None
    mapping: TableMapping | None = None


class Fact(Struct, frozen=True, kw_only=True):
    """What one row says of one area and period in one column, `source:column`.

    `step` is what a count of people was rounded to, where it was.
    """

    column: str
    area: str
    period: str
    status: ObservationStatus
    row: int
    value: float | None = None
    reason: str | None = None
    survey: Survey | None = None
    step: int = 1


class MoneyFact(Struct, frozen=True, kw_only=True):
    """What rows say of the money of one municipality and taakveld, or of one category of it, in euro."""

    area: str
    taakveld: TaakveldCode
    what: str
    phase: MoneyPhase
    year: int
    value: float
    raw: str
    rows: tuple[int, ...]
    category: str | None = None


class Resident(Struct, frozen=True, kw_only=True):
    """How many people live in an area, and the class of municipalities that it belongs to."""

    area: str
    inhabitants: int
    size_class: str | None = None


class Supply(Struct, frozen=True, kw_only=True):
    """A delivery and everything that was read from it.

    `units` names the unit of a column that has one, `people` the policy for a column that counts people,
    `shares` the columns with percentages and rates, and `step` what amounts of money were rounded to.
    """

    delivery: Delivery
    facts: Sequence[Fact] = ()
    money: Sequence[MoneyFact] = ()
    residents: Sequence[Resident] = ()
    units: dict[str, str] = {}
    people: dict[str, str] = {}
    shares: frozenset[str] = frozenset()
    releases: Sequence[Freed] = ()
    step: float = 0.0


class AreaSupply(Struct, frozen=True, kw_only=True):
    """A delivery of areas: the municipalities of one day with their regions, and what it counts of them."""

    supply: Supply
    areas: AreaSet
