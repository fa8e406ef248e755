"""What may be expected of a figure by a published national rate, read from data/benchmarks.tsv."""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

from rodedraad.checking.wording import MONTHS

_SINCE: Final = r"\b(?:sinds|vanaf|per|met ingang van)\s+(?:\d{1,2}\s+)?"
_START: Final = re.compile(rf"{_SINCE}(?P<month>{'|'.join(MONTHS)})\s+(?P<year>20\d\d)", re.IGNORECASE)


class Benchmark(Struct, frozen=True, kw_only=True):
    """A national rate a month, for as long as it was measured: `rate` of `unit` to `per` inhabitants."""

    name: str
    pattern: str
    rate: float
    per: int
    since: date
    until: date
    unit: str
    source: str

    def speaks_of(self, name: str) -> bool:
        """Tell whether the name of a figure, or a sentence, is about what was counted."""
        return re.search(self.pattern, name, re.IGNORECASE) is not None

    def months(self, start: date, year: int) -> int:
        """Return in how many months of a year, from `start` on, the rate was measured."""
        first, last = max(self.since, start, date(year, 1, 1)), min(self.until, date(year, 12, 31))
        return max(0, (last.year - first.year) * 12 + last.month - first.month + 1)

    def start(self, told: Iterable[str]) -> date:
        """Return since when it is counted here, as sentences say that speak of it: "sinds november 2021"."""
        found = (_START.search(text) for text in told if self.speaks_of(text))
        starts = (date(int(one["year"]), MONTHS.index(one["month"].lower()) + 1, 1) for one in found if one)
        return next(starts, self.since)

    def expected(self, inhabitants: int, months: int) -> float:
        """Return what the rate comes to for so many people in so many months."""
        return self.rate * inhabitants / self.per * months


@cache
def benchmarks() -> tuple[Benchmark, ...]:
    """Return the published rates, each with its source."""
    with files(__package__).joinpath("data/benchmarks.tsv").open(encoding="utf-8") as lines:
        return tuple(_rows(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)))


def _rows(rows: Iterable[dict[str, str]]) -> Iterator[Benchmark]:
    for row in rows:
        yield Benchmark(
            name=row["name"],
            pattern=row["pattern"],
            rate=float(row["rate"]),
            per=int(row["per"]),
            since=date.fromisoformat(row["since"]),
            until=date.fromisoformat(row["until"]),
            unit=row["unit"],
            source=row["source"],
        )
