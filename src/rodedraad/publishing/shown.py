"""Dates, numbers, money and counts in the language that is spoken while pages are made."""

from datetime import date
from types import ModuleType
from typing import Final, cast

from rodedraad.model.terms import Language
from rodedraad.publishing import dutch, english
from rodedraad.publishing.language.spoken import say, spoken

FORMS: Final = "|"


def _forms() -> ModuleType:
    return english if spoken() is Language.ENGLISH else dutch


def day(value: date) -> str:
    """Return a day in words: `1 januari 2022`."""
    return cast("str", _forms().day(value))


def period(start: date, end: date) -> str:
    """Return the plainest name of the days from `start` to `end`: `4e kwartaal 2021`."""
    return cast("str", _forms().period(start, end))


def quarter_of(value: date) -> str:
    """Return the quarter that a day falls in: `4e kwartaal 2021`."""
    return cast("str", _forms().quarter_of(value))


def number(value: float) -> str:
    """Return a number without needless decimals: `1.234.000`."""
    return cast("str", _forms().number(value))


def chance(score: float) -> str:
    """Return a probability as a share of a hundred; what is not quite certain is not called so."""
    return cast("str", _forms().chance(score))


def euro(value: float) -> str:
    """Return an amount: `€ 1.234.000`."""
    return cast("str", _forms().euro(value))


def euro_short(value: float) -> str:
    """Return an amount in millions: `€ 1,2 mln`; smaller amounts in full."""
    return cast("str", _forms().euro_short(value))


def later(days: int) -> str:
    """Return how much later (or earlier) something comes, in words."""
    return cast("str", _forms().later(days))


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun; the noun is given in Dutch: `1 belofte`, `2 beloften`.

    Both forms are one row of the table of a language, for what is one word in Dutch may be two elsewhere.
    """
    forms = say(f"{one}{FORMS}{many}").split(FORMS)
    return cast("str", _forms().counted(count, *forms))
