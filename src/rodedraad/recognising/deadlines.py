"""Times named in Dutch text, as first and last day.

Quarters, halves, seasons, months, days and years, alone or in pairs, also without a year where the
text or the document supplies it.  A bare year counts only behind a word of time ("in 2021",
"uiterlijk 2023"), since it is more often part of a name ("Actieplan 2021").
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from rodedraad.recognising.sieve import Sieve, Sought
from rodedraad.recognising.vocabulary import table, words_of

KEPT: Final = 5_000
"""So many texts are kept with their times: a promise is asked for them again by each of its results."""
HALF_YEAR: Final = 6
QUARTER: Final = 3
YEAR: Final = (1, 12)
"""First and last month."""
_PARTS: Final = {"quarter": QUARTER, "half": HALF_YEAR}


def _spans(group: str) -> dict[str, tuple[int, int]]:
    rows = (row for row in table("times") if row["group"] == group)
    return {row["word"]: (int(row["first"]), int(row["last"])) for row in rows}


MONTHS: Final = words_of("times", "month")
SHORT_MONTHS: Final = words_of("times", "short-month")
SEASONS: Final = _spans("season")
RELATIVE: Final = {word: years for word, (years, _) in _spans("relative").items()}
_ORDINAL_WORDS: Final = {word: number for word, (number, _) in _spans("ordinal").items()}

_DASH = r"\s?(?:[-–/]|t/m|tot en met|en|of)\s?(?:in\s)?(?:het\s)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_OF = r"(?:\s(?:van|in))?(?:\s(?:het\sjaar))?\s?,?\s?"
_SOMETIME = rf"(?:{_OF}(?:{_YEAR}|(?P<relative>{'|'.join(RELATIVE)})e?\sjaar))?"
_ORDINAL = rf"(?:[1-4](?:e|ste|de)?|{'|'.join(_ORDINAL_WORDS)})"
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?|sept\b\.?)"
_BEFORE_YEAR = rf"(?:{'|'.join(words_of('times', 'before-year'))})"

_PATTERNS: Final = Sieve(
    (name, Sought(rf"(?<![\w-]){pattern}(?!\w)"))
    for name, pattern in (
        ("day", rf"(?P<day>\d{{1,2}})(?:e|ste|de)?\s(?P<month>{_MONTH})(?:\s{_YEAR})?"),
        ("numeric", rf"(?P<day>\d{{1,2}})[-/.](?P<number>\d{{1,2}})[-/.]{_YEAR}"),
        ("quarter", rf"(?P<first>{_ORDINAL})(?:{_DASH}(?P<last>{_ORDINAL}))?\skwarta(?:al|len){_SOMETIME}"),
        (
            "quarter",
            rf"(?:q|kw\.?|kwartaal\s)(?P<first>[1-4])(?:{_DASH}(?:q|kw)?(?P<last>[1-4]))?{_SOMETIME}",
        ),
        ("half", rf"(?P<first>eerste|tweede|laatste|[12](?:e|ste|de))\s(?:helft|half\s?jaar){_SOMETIME}"),
        (
            "season",
            rf"(?P<season>{'|'.join(SEASONS)})(?:{_OF}(?:{_YEAR}|(?P<relative>{'|'.join(RELATIVE)})e?\sjaar))",
        ),
        ("month", rf"(?P<month>{_MONTH})(?:{_DASH}(?P<until>{_MONTH}))?{_OF}{_YEAR}"),
        ("month", rf"(?:in|per|begin|eind|medio|vanaf|sinds|tegen|uiterlijk)\s(?P<month>{_MONTH})"),
        ("years", rf"(?P<from>(?:19|20)\d\d)\s?(?:[-–]|t/m|tot en met)\s?{_YEAR}"),
        ("year", rf"{_BEFORE_YEAR}\s(?:het jaar\s)?{_YEAR}"),
        ("relative-year", rf"(?:het\s)?(?P<relative>{'|'.join(RELATIVE)})e?\s(?:kalender|begrotings)?jaar"),
    )
)


class Moment(NamedTuple):
    """A time in a text: where it stands (code points, end exclusive), its first and last day."""

    start: int
    end: int
    first: date
    last: date
    precise: bool
    """Whether it is narrower than a year."""


@lru_cache(maxsize=KEPT)
def find_deadlines(text: str, context_year: int) -> tuple[Moment, ...]:
    """Return the times that a text names, in order of place, none overlapping.

    A time without a year takes the year named nearest before it in its sentence, else `context_year`,
    the year of the document.  A day that is on no calendar (31 februari) is no time.
    """
    taken: list[tuple[int, int]] = []
    found: list[Moment] = []
    for name, match in _PATTERNS.finditer(text):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        taken.append(match.span())
        moment = _moment(name, match, text, context_year)
        if moment is not None:
            found.append(moment)
    return tuple(sorted(found))


def _moment(name: str, match: re.Match[str], text: str, context_year: int) -> Moment | None:
    groups = match.groupdict()
    year = _year(groups, match.start(), text, context_year)
    months = _months(name, groups)
    try:
        if groups.get("day"):
            day = date(year, months[0], int(groups["day"]))
            return Moment(*match.span(), day, day, precise=True)
        if name == "years":
            return _years(match, int(groups["from"]), year)
        last = date(year, months[1], monthrange(year, months[1])[1])
        began = year - (months[0] > months[1])  # november tot en met februari 2022
        return Moment(*match.span(), date(began, months[0], 1), last, precise=months != YEAR)
    except ValueError:  # 31 februari, 12-34-2021: not a date, so not a time
        return None


def _years(match: re.Match[str], first: int, last: int) -> Moment | None:
    if first > last:
        return None
    return Moment(*match.span(), date(first, 1, 1), date(last, 12, 31), precise=False)


def _year(groups: dict[str, str | None], place: int, text: str, context_year: int) -> int:
    if groups.get("year"):
        return int(groups["year"] or 0)
    if groups.get("relative"):
        return context_year + RELATIVE[(groups["relative"] or "").lower()]
    sentence_start = max(text.rfind(". ", 0, place), 0)
    earlier = list(re.finditer(r"\b20\d\d\b", text[sentence_start:place]))
    if earlier:
        return int(earlier[-1].group())
    return context_year


def _months(name: str, groups: dict[str, str | None]) -> tuple[int, int]:
    """Return the first and last month of a time; their numbers may be no months (31-14-2021)."""
    if name in _PARTS:
        return _part(groups["first"] or "", groups.get("last"), _PARTS[name])
    if name == "season":
        return SEASONS[(groups["season"] or "").lower()]
    month, number = groups.get("month"), groups.get("number")
    if month:
        return _month(month), _month(groups.get("until") or month)
    return (int(number), int(number)) if number else YEAR


def _part(first: str, last: str | None, size: int) -> tuple[int, int]:
    """Return the months of quarters or halves of a year, from the first one named to the last."""
    count = YEAR[1] // size
    return (_ordinal(first, count) - 1) * size + 1, _ordinal(last or first, count) * size


def _ordinal(word: str, count: int) -> int:
    number = int(word[0]) if word[0].isdigit() else _ORDINAL_WORDS[word.lower()]
    return count if number < 0 else number


def _month(word: str) -> int:
    """Return the number of a month by its full name, or by what it is shortened to: `sept.`, `mrt`."""
    plain = word.lower().rstrip(".")
    short = plain if plain in SHORT_MONTHS else plain[:3]
    return (MONTHS.index(plain) if plain in MONTHS else SHORT_MONTHS.index(short)) + 1
