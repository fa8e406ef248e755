"""Dates, numbers and money as a Dutch reader expects them."""

from calendar import monthrange
from datetime import date, datetime
from typing import Final

MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MILLION: Final = 1_000_000
YEAR, HALF, QUARTER, MONTH = 12, 6, 3, 1


def day(value: date) -> str:
    """Return a day such as `1 januari 2022`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def period(start: date, end: date) -> str:
    """Return the plainest name of the days from `start` to `end`: `4e kwartaal 2021`, `juli 2021`."""
    if start == end:
        return day(start)
    if whole_years(start, end):
        return f"{start.year} tot en met {end.year}"
    months = length_of(start, end)
    ordinal = (start.month - 1) // months + 1 if months else 0
    names = {
        YEAR: f"{start.year}",
        HALF: f"{ordinal}e helft {start.year}",
        QUARTER: f"{ordinal}e kwartaal {start.year}",
        MONTH: f"{MONTHS[start.month - 1]} {start.year}",
    }
    return names.get(months, f"{day(start)} tot en met {day(end)}")


def quarter_of(value: date) -> str:
    """Return the quarter that a day falls in: `4e kwartaal 2021`."""
    return f"{(value.month - 1) // QUARTER + 1}e kwartaal {value.year}"


def whole_years(start: date, end: date) -> bool:
    """Return whether the days are more than one year, from the first day to the last."""
    return start.year < end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def length_of(start: date, end: date) -> int:
    """Return how many whole months of one year the days fill, where they begin on a multiple; else 0."""
    last_day = monthrange(end.year, end.month)[1]
    if start.year != end.year or start.day != 1 or end.day != last_day:
        return 0
    months = end.month - start.month + 1
    return months if (start.month - 1) % months == 0 else 0


def number(value: float) -> str:
    """Return a number with dots for thousands and a decimal comma, without needless decimals."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def chance(score: float) -> str:
    """Return a probability as a share of a hundred; what is not quite certain is not called so."""
    shown = round(score * 100)
    if shown in (0, 100):
        return "meer dan 99%" if shown else "minder dan 1%"
    return f"{shown}%"


def euro(value: float) -> str:
    """Return an amount such as `€ 1.234.000`."""
    sign = "−" if value < 0 else ""
    return f"{sign}€ {number(abs(round(value)))}"


def euro_short(value: float) -> str:
    """Return an amount in millions such as `€ 1,2 mln`; smaller amounts in full."""
    if abs(value) < MILLION:
        return euro(value)
    sign = "−" if value < 0 else ""
    millions = f"{abs(value) / MILLION:.1f}".replace(".", ",")
    return f"{sign}€ {millions} mln"


def later(days: int) -> str:
    """Return how much later (or earlier) something comes, in words."""
    direction = "later" if days > 0 else "eerder"
    months = months_in(days)
    if months < 1:
        return f"{counted(abs(days), 'dag', 'dagen')} {direction}"
    return f"{counted(months, 'maand', 'maanden')} {direction}"


def months_in(days: int) -> int:
    """Return how many months a number of days is, about."""
    return round(abs(days) / 30.44)


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun: `1 belofte`, `2 beloften`."""
    return f"{number(count)} {one if count == 1 else many}"


def stamp(value: datetime) -> str:
    """Return a moment in ISO 8601, to the minute."""
    return value.isoformat(timespec="minutes").replace("+00:00", "Z")
