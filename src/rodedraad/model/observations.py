"""Values of indicators and money from sources, each with its whole descent."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from rodedraad.model.document import Amount
from rodedraad.model.indicators import Aim, Indicator

OBSERVATIONS_FORMAT = "rodedraad-observations/1"


class ObservationStatus(StrEnum):
    """How sure a value is, or why there is none.

    `unavailable` is told as "gegevens niet beschikbaar", the words of the Regeling beleidsindicatoren
    gemeenten, art. 2.
    """

    PROVISIONAL = "provisional"
    REVISED = "revised-provisional"
    FINAL = "final"
    NOT_MEASURED = "not-measured"
    NOT_DELIVERED = "not-delivered"
    SUPPRESSED = "suppressed"
    UNAVAILABLE = "unavailable"


class LeftOut(Struct, frozen=True, kw_only=True):
    """Something of a delivery that was not used: the first row of it, how many there are, and why."""

    row: int | None = None
    column: str | None = None
    value: str = ""
    rows: int = 1
    why: str
    remedy: str


class Delivery(Struct, frozen=True, kw_only=True):
    """A file of figures as it was taken in.

    `rows_used` and `left_out` account for all of `rows_in`. `method` says in words how values were made of
    the rows, and `method_version` counts its changes. `fetched` is the day on which it came from a service.
    """

    source: str
    file: str
    sha256: str
    delivered: date | None = None
    fetched: date | None = None
    rows_in: int
    rows_used: int
    left_out: tuple[LeftOut, ...] = ()
    method: str
    method_version: int
    licence: str | None = None


class Origin(Struct, frozen=True, kw_only=True, order=True):
    """The rows of a delivery that a value was made of, by the digest of its file; the head is row 1."""

    sha256: str
    rows: tuple[int, ...]


class Survey(Struct, frozen=True, kw_only=True):
    """What a value from a survey rests on; `low` and `high` bound its confidence interval."""

    n: int | None = None
    response: float | None = None
    low: float | None = None
    high: float | None = None
    weighting: str | None = None
    mode: str | None = None


class Observation(Struct, frozen=True, kw_only=True):
    """One value of an indicator in a period, or why there is none; `calculation` is the formula filled in.

    `margin` is how far the rounding of counts of people can have moved the value.
    """

    period: str
    status: ObservationStatus
    value: float | None = None
    reason: str | None = None
    calculation: str | None = None
    margin: float = 0.0
    origins: tuple[Origin, ...] = ()
    survey: Survey | None = None


class BreakCause(StrEnum):
    """Why values may not be compared over time."""

    DEFINITION = "definition"
    UNIT = "unit"
    AREA = "area"
    MODE = "mode"


class Break(Struct, frozen=True, kw_only=True):
    """Where a line stops and another begins, and why."""

    after: str
    before: str
    cause: BreakCause
    text: str


class Band(Struct, frozen=True, kw_only=True):
    """What other municipalities show in a period: the middle half of them, and how many they are."""

    group: str
    name: str
    period: str
    low: float
    middle: float
    high: float
    count: int


class Series(Struct, frozen=True, kw_only=True):
    """Values of one indicator and area that may be compared: of one definition and one territory.

    `begins` says why it does not go on from an earlier series; a chart draws no line between the two.
    """

    indicator: str
    area: str
    version: date
    unit: str
    begins: Break | None = None
    observations: tuple[Observation, ...]
    baseline: Aim | None = None
    targets: tuple[Aim, ...] = ()
    bands: tuple[Band, ...] = ()


class MoneyObservation(Struct, frozen=True, kw_only=True):
    """An amount of a municipality and taakveld in a source; `bands` of others are per inhabitant."""

    area: str
    amount: Amount
    category: str | None = None
    per_inhabitant: float | None = None
    origin: Origin
    bands: tuple[Band, ...] = ()


class Residents(Struct, frozen=True, kw_only=True):
    """How many people live in an area, according to a source."""

    area: str
    inhabitants: int
    source: str


class Imbalance(Struct, frozen=True, kw_only=True):
    """A municipality whose lasten and baten over all taakvelden differ, in euro.

    `rounding` is the most that the rounding of all its amounts can explain.
    """

    area: str
    name: str
    year: int
    source: str
    lasten: float
    baten: float
    difference: float
    rounding: float


class Correction(Struct, frozen=True, kw_only=True):
    """A value that a later delivery of the same source replaced; hidden values stay hidden."""

    source: str
    column: str
    area: str
    period: str
    was: float | None
    now: float | None
    by: str


class Observations(Struct, frozen=True, kw_only=True):
    """Everything that was measured for a dossier."""

    format: str = OBSERVATIONS_FORMAT
    indicators: tuple[Indicator, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    corrections: tuple[Correction, ...] = ()
    series: tuple[Series, ...] = ()
    money: tuple[MoneyObservation, ...] = ()
    imbalances: tuple[Imbalance, ...] = ()
    residents: tuple[Residents, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything to tell: an indicator that is defined, or a file that was taken in."""
        return bool(self.indicators or self.deliveries)
