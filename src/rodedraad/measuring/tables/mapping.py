"""What dossier.toml says of a table of figures: what its columns hold, and of whom and when it speaks."""

from enum import StrEnum

from msgspec import Struct, field

from rodedraad.model.observations import ObservationStatus


class Role(StrEnum):
    """What a column holds.

    `people` are counts that disclosure control looks after. `n`, `response`, `low` and `high` belong to the
    value of a survey that they are `of`.
    """

    AREA = "area"
    PERIOD = "period"
    UNIT = "unit"
    STATUS = "status"
    REASON = "reason"
    PEOPLE = "people"
    COUNT = "count"
    NUMBER = "number"
    PERCENTAGE = "percentage"
    N = "n"
    RESPONSE = "response"
    LOW = "low"
    HIGH = "high"


VALUES = frozenset({Role.PEOPLE, Role.COUNT, Role.NUMBER, Role.PERCENTAGE})
SURVEY = frozenset({Role.N, Role.RESPONSE, Role.LOW, Role.HIGH})


class Decimal(StrEnum):
    """The mark before decimals in text."""

    COMMA = ","
    POINT = "."


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[figures.column]]`: `name` is the head as it stands in the file, `term` how formulas call it.

    `times` turns what is written into the unit: 1000 where amounts stand in thousands.
    """

    name: str
    role: Role = field(name="is")
    term: str = field(name="as", default="")
    unit: str = ""
    times: float = 1
    of: str = ""


class Asking(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[figures.survey]`: how a survey was held and weighted, and the fewest answers that count."""

    mode: str | None = None
    weighting: str | None = None
    least: int = 0


class Freed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[figures.release]]`: a small number that is shown on purpose, who decided it, and why."""

    column: str = field(name="as")
    area: str
    period: str
    role: str
    reason: str


class TableMapping(Struct, frozen=True, kw_only=True):
    """How a table is read; `area` and `period` hold for all rows of a table without a column of them.

    Numbers in a workbook have no mark of decimals. `policy` names the rule of disclosure control for its
    columns of people, and `release` what of them is shown all the same.
    """

    columns: tuple[Column, ...]
    sheet: str | None = None
    head: int = 1
    area: str = ""
    period: str = ""
    status: ObservationStatus = ObservationStatus.FINAL
    decimal: Decimal = Decimal.COMMA
    policy: str = "cbs-zorg"
    release: tuple[Freed, ...] = ()
    survey: Asking | None = None

    def holding(self, role: Role) -> Column | None:
        """Return the first column with a role."""
        return next((column for column in self.columns if column.role == role), None)

    def whole(self, role: Role) -> str:
        """Return what is said of all rows at once."""
        return {Role.AREA: self.area, Role.PERIOD: self.period}.get(role, "")

    def tells(self, role: Role) -> bool:
        """Tell whether a column or the whole table says this of its rows."""
        return bool(self.holding(role) or self.whole(role))
