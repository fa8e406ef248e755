"""What the name of an Iv3 source says: `iv3/2024/begroting`, `iv3/2024/kwartaal-2`."""

import re
from typing import Final

from msgspec import Struct

from rodedraad.model.terms import MoneyPhase

_NAME: Final = re.compile(r"iv3/(?P<year>20\d\d)/(?P<stage>begroting|kwartaal-[1-4]|jaarrekening)")
_REPORT: Final = re.compile(r"(?P<year>20\d\d)X00(?P<stage>[0-5])")
_STAGES: Final = ("begroting", "kwartaal-1", "kwartaal-2", "kwartaal-3", "kwartaal-4", "jaarrekening")
QUARTER: Final = "kwartaal"


class Report(Struct, frozen=True, kw_only=True):
    """A year and what is reported of it: its budget, a quarter, or its accounts."""

    year: int
    stage: str

    @property
    def phase(self) -> MoneyPhase:
        """The phase of its amounts; quarters tell what was spent."""
        return MoneyPhase.APPROVED if self.stage == "begroting" else MoneyPhase.EXECUTED

    @property
    def is_quarter(self) -> bool:
        """Whether it speaks of the year until then."""
        return self.stage.startswith(QUARTER)


def report_of(source: str) -> Report | None:
    """Return what a source of figures is called by, where it is Iv3."""
    found = _NAME.fullmatch(source)
    return Report(year=int(found["year"]), stage=found["stage"]) if found else None


def report_of_code(code: str) -> Report | None:
    """Return what a `Verslagsoort` of CBS means: `2024X000` is the budget, `2024X005` the accounts."""
    found = _REPORT.fullmatch(code.strip())
    return Report(year=int(found["year"]), stage=_STAGES[int(found["stage"])]) if found else None
