"""Periods: years and parts of them, as people and as CBS write them."""

import re
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

_FORMS: Final = (
    (re.compile(r"(?P<year>\d{4})(?:\.0)?"), ""),
    (re.compile(r"(?P<year>\d{4})JJ00"), ""),
    (re.compile(r"(?P<year>\d{4})[- ]?Q(?P<part>[1-4])"), "Q"),
    (re.compile(r"(?P<year>\d{4})KW0(?P<part>[1-4])"), "Q"),
    (re.compile(r"(?P<year>\d{4})[- ]?H(?P<part>[12])"), "H"),
    (re.compile(r"(?P<year>\d{4})HJ0(?P<part>[12])"), "H"),
    (re.compile(r"(?P<year>\d{4})-(?P<part>0[1-9]|1[0-2])"), "M"),
    (re.compile(r"(?P<year>\d{4})MM(?P<part>0[1-9]|1[0-2])"), "M"),
)
_MONTHS: Final = {"": 12, "H": 6, "Q": 3, "M": 1}


class Period(Struct, frozen=True, kw_only=True, order=True):
    """A year, half-year, quarter or month, with its first and last day."""

    start: date
    end: date
    name: str


def period_of(text: str) -> Period | None:
    """Return the period that a text names: `2024`, `2024-H1`, `2024-Q3`, `2024-07`, or a code of CBS."""
    plain = text.strip().upper()
    for pattern, kind in _FORMS:
        found = pattern.fullmatch(plain)
        if found and int(found["year"]) > 0:
            return _period(int(found["year"]), kind, int(found["part"]) if kind else 1)
    return None


def _period(year: int, kind: str, part: int) -> Period:
    length = _MONTHS[kind]
    first = date(year, (part - 1) * length + 1, 1)
    after = first.month + length
    end = date(year + (after > 12), (after - 1) % 12 + 1, 1) - timedelta(days=1)  # noqa: PLR2004 - months
    name = {"": f"{year}", "M": f"{year}-{part:02}"}.get(kind, f"{year}-{kind}{part}")
    return Period(start=first, end=end, name=name)
