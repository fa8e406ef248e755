"""The indicators that every municipality must show (Regeling beleidsindicatoren gemeenten), as data."""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Final

from msgspec import Struct

PREFIX: Final = "bbv-"
_AROUND: Final = (
    r"(?:\W*\d{{1,2}}[.)]?\s+)?(?:het )?(?:aantal |aandeel |percentage |% )?(?:{pattern})"
    r"(?:\s*[(,:–-].*|\s+(?:als )?(?:per|in|van|tot|onder)\b.*|\s+\d\d.*|\s*\*+)?"
)


class MandatoryIndicator(Struct, frozen=True, kw_only=True):
    """One row of the regulation; `per` is the number of people that it counts by, where it does.

    `until` is the first year in which it is no longer asked for.
    """

    number: int
    name: str
    unit: str
    per: int | None
    holder: str
    first: int
    until: int | None
    group: str

    @property
    def code(self) -> str:
        """What a value of it is marked with."""
        return f"{PREFIX}{self.number}"

    def is_asked_in(self, year: int) -> bool:
        """Whether documents of this year must show it."""
        return self.first <= year and (self.until is None or year < self.until)


@cache
def _rows() -> tuple[tuple[MandatoryIndicator, re.Pattern[str]], ...]:
    text = (files(__package__) / "bbv_indicators.tsv").read_text(encoding="utf-8")
    return tuple(
        (_read(row), re.compile(_AROUND.format(pattern=row["pattern"]), re.IGNORECASE))
        for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    )


def _read(row: dict[str, str]) -> MandatoryIndicator:
    return MandatoryIndicator(
        number=int(row["number"]),
        name=row["name"],
        unit=row["unit"],
        per=int(row["per"]) if row["per"] else None,
        holder=row["holder"],
        first=int(row["from"]),
        until=int(row["until"]) if row["until"] else None,
        group=row["group"],
    )


def mandatory_indicators() -> tuple[MandatoryIndicator, ...]:
    """Return all indicators of the regulation, by number."""
    return tuple(row for row, _ in _rows())


@cache
def mandatory_by_name(name: str) -> MandatoryIndicator | None:
    """Return the indicator that a name is, in the regulation's words or the usual variants of them."""
    plain = " ".join(name.split())
    return next((row for row, pattern in _rows() if pattern.fullmatch(plain)), None)


@cache
def mandatory_by_number(number: str, name: str) -> MandatoryIndicator | None:
    """Return the indicator with this number, if it shares a long word with the name; else by the name."""
    digits = number.strip(" .)")
    row = next((row for row, _ in _rows() if digits == str(row.number)), None)
    shares = row is not None and bool(_long_words(row.name) & _long_words(name))
    return row if shares else mandatory_by_name(name)


def mandatory_by_code(code: str | None) -> MandatoryIndicator | None:
    """Return the indicator that a value is marked with."""
    return next((row for row, _ in _rows() if row.code == code), None)


def _long_words(name: str) -> set[str]:
    return {word[:8] for word in re.findall(r"[^\W\d_]{5,}", name.lower())}
