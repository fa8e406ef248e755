"""Dates, numbers and money as an English reader expects them; names and guarantees as in `dutch`."""

from datetime import date
from typing import Final

from rodedraad.publishing import dutch
from rodedraad.publishing.dutch import HALF, MILLION, MONTH, QUARTER, YEAR, length_of, whole_years

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ORDINALS: Final = ("1st", "2nd", "3rd", "4th")


def day(value: date) -> str:
    """Return a day such as `1 January 2022`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def period(start: date, end: date) -> str:
    """Return the plainest name of the days from `start` to `end`: `4th quarter 2021`, `July 2021`."""
    if start == end:
        return day(start)
    if whole_years(start, end):
        return f"{start.year} to {end.year}"
    return _named(start, end) or f"{day(start)} to {day(end)}"


def _named(start: date, end: date) -> str:
    """Return the name of a year, a half, a quarter or a month; nothing for any other days."""
    length = length_of(start, end)
    if length == YEAR:
        return f"{start.year}"
    if length == MONTH:
        return f"{MONTHS[start.month - 1]} {start.year}"
    part = {HALF: "half", QUARTER: "quarter"}.get(length)
    return f"{ORDINALS[(start.month - 1) // length]} {part} {start.year}" if part else ""


def quarter_of(value: date) -> str:
    """Return the quarter that a day falls in: `4th quarter 2021`."""
    return f"{ORDINALS[(value.month - 1) // QUARTER]} quarter {value.year}"


def number(value: float) -> str:
    """Return a number with commas for thousands and a decimal point, without needless decimals."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def chance(score: float) -> str:
    """Return a probability as a share of a hundred; what is not quite certain is not called so."""
    shown = round(score * 100)
    if shown in (0, 100):
        return "more than 99%" if shown else "less than 1%"
    return f"{shown}%"


def euro(value: float) -> str:
    """Return an amount such as `€1,234,000`."""
    sign = "−" if value < 0 else ""
    return f"{sign}€{number(abs(round(value)))}"


def euro_short(value: float) -> str:
    """Return an amount in millions such as `€1.2 million`; smaller amounts in full."""
    if abs(value) < MILLION:
        return euro(value)
    sign = "−" if value < 0 else ""
    return f"{sign}€{abs(value) / MILLION:.1f} million"


def later(days: int) -> str:
    """Return how much later (or earlier) something comes, in words."""
    direction = "later" if days > 0 else "earlier"
    months = dutch.months_in(days)
    if months < 1:
        return f"{counted(abs(days), 'day', 'days')} {direction}"
    return f"{counted(months, 'month', 'months')} {direction}"


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun: `1 promise`, `2 promises`."""
    return f"{number(count)} {one if count == 1 else many}"
