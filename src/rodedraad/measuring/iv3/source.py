"""What the name of an Iv3 source says: `iv3/2024/begroting`, `iv3/2024/kwartaal-2`."""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

from rodedraad.model.terms import MoneyPhase

_NAME: Final = re.compile(r"iv3/(?P<year>20\d\d)/(?P<stage>begroting|kwartaal-[1-4]|jaarrekening)")
_REPORT: Final = re.compile(r"(?P<year>20\d\d)X00(?P<stage>[0-5])")
_STAGES: Final = ("begroting", "kwartaal-1", "kwartaal-2", "kwartaal-3", "kwartaal-4", "jaarrekening")
ADDRESS: Final = "https://dataderden.cbs.nl/ODataApi/OData/{table}"
"""Where CBS publishes what municipalities deliver."""


class Report(Struct, frozen=True, kw_only=True):
    """A year and what is reported of it: its budget, a quarter, or its accounts."""

    year: int
    stage: str

    @property
    def phase(self) -> MoneyPhase:
        """The phase of its amounts; quarters tell what was spent."""
        return MoneyPhase.APPROVED if self.stage == "begroting" else MoneyPhase.EXECUTED

    @property
    def code(self) -> str:
        """What CBS calls it: `2024X000` is the budget, `2024X005` the accounts."""
        return f"{self.year}X00{_STAGES.index(self.stage)}"

    @property
    def table(self) -> str | None:
        """The table of CBS that it stands in, where that is known."""
        return _tables().get(self.year)


@cache
def _tables() -> dict[int, str]:
    text = (files(__package__) / "tables.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {int(row["year"]): row["table"] for row in rows}


def report_of(source: str) -> Report | None:
    """Return what a source of figures is called by, where it is Iv3."""
    found = _NAME.fullmatch(source)
    return Report(year=int(found["year"]), stage=found["stage"]) if found else None


def report_of_code(code: str) -> Report | None:
    """Return what a `Verslagsoort` of CBS means: `2024X000` is the budget, `2024X005` the accounts."""
    found = _REPORT.fullmatch(code.strip())
    return Report(year=int(found["year"]), stage=_STAGES[int(found["stage"])]) if found else None
