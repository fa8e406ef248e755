"""Times named in Dutch text, as first and last day.

Quarters, halves, seasons, months, days and years, alone or in pairs, also without a year where the
text or the document supplies it.  A bare year counts only behind a word of time ("in 2021",
"uiterlijk 2023"), since it is more often part of a name ("Actieplan 2021").
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

MONTHS: Final = [
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
]
SHORT_MONTHS: Final = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
ORDINALS: Final = {
    **{f"{n}{suffix}": n for n in range(1, 5) for suffix in ("e", "ste", "de", "")},
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": -1, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
SEASONS: Final = {
    "voorjaar": (3, 6), "lente": (3, 6), "zomer": (6, 9), "najaar": (9, 12), "herfst": (9, 12),
    "begin": (1, 3), "medio": (5, 8), "midden": (5, 8), "halverwege": (5, 8),
    "eind": (10, 12), "einde": (10, 12),
}  # fmt: skip
RELATIVE: Final = {
    "vorig": -1, "afgelopen": -1, "voorgaand": -1, "dit": 0, "lopende": 0, "komend": 1, "volgend": 1,
}  # fmt: skip

_DASH = r"\s?(?:[-–/]|t/m|tot en met|en|of)\s?(?:in\s)?(?:het\s)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_OF = r"(?:\s(?:van|in))?(?:\s(?:het\sjaar))?\s?,?\s?"
_SOMETIME = rf"(?:{_OF}(?:{_YEAR}|(?P<relative>{'|'.join(RELATIVE)})e?\sjaar))?"
_ORDINAL = r"(?:[1-4](?:e|ste|de)?|eerste|tweede|derde|vierde|laatste|i{1,3}|iv)"
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?|sept\b\.?)"
_BEFORE_YEAR = (
    r"(?:in de loop van(?: het jaar)?|gedurende|in|per|vanaf|sinds|voor|vóór|uiterlijk|tot|tot en met|t/m|"
    r"over|van|na|naar|ultimo|ook in|heel|begin van|rond|tegen)"
)

_PATTERNS: Final = tuple(
    (name, re.compile(rf"(?<![\w-]){pattern}(?!\w)", re.IGNORECASE))
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


def find_deadlines(text: str, context_year: int) -> tuple[Moment, ...]:
    """Return the times that a text names, in order of place, none overlapping.

    A time without a year takes the year named nearest before it in its sentence, else `context_year`,
    the year of the document.  A day that is on no calendar (31 februari) is no time.
    """
    taken: list[tuple[int, int]] = []
    found: list[Moment] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
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
        return Moment(*match.span(), date(began, months[0], 1), last, precise=months != (1, 12))
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
    return tuple(_month_range(name, groups))[:2]  # type: ignore[return-value]


def _month_range(name: str, groups: dict[str, str | None]) -> Iterator[int]:
    if name in ("quarter", "half"):
        size = 3 if name == "quarter" else 6
        first = _ordinal(groups["first"] or "1", 12 // size)
        last = _ordinal(groups.get("last") or groups["first"] or "1", 12 // size)
        yield from ((first - 1) * size + 1, last * size)
    elif name == "season":
        yield from SEASONS[(groups["season"] or "").lower()]
    elif groups.get("month"):
        yield _month(groups["month"] or "")
        yield _month(groups.get("until") or groups["month"] or "")
    elif groups.get("number"):
        yield from (int(groups["number"] or 0), int(groups["number"] or 0))
    else:
        yield from (1, 12)


def _ordinal(word: str, count: int) -> int:
    number = ORDINALS[word.lower()]
    return count if number < 0 else number


def _month(word: str) -> int:
    return SHORT_MONTHS.index({"maa": "mrt", "sep": "sep"}.get(word.lower()[:3], word.lower()[:3])) + 1
