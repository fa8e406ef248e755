"""Numbers of a result against the number that was promised: four weeks promised, eleven waited."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from rodedraad.recognising.answers import stems
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import is_perfect, sentences
from rodedraad.recognising.numbers import is_year
from rodedraad.recognising.status import number_of
from rodedraad.recognising.vocabulary import table, words_of

_NUMBERS: Final = "|".join(sorted((row["word"] for row in table("number_words")), key=len, reverse=True))
_COUNTED: Final = re.compile(
    rf"(?<![\w.,€])(?P<count>\d+(?:[.]\d{{3}})*(?:,\d+)?|{_NUMBERS})(?P<percent>\s?%)?"
    rf"(?=(?P<words>(?:\s[^\W\d_][\w'’-]*){{0,3}}))",
    re.IGNORECASE,
)
_AT_MOST: Final = re.compile(
    rf"\b(?:{'|'.join(words_of('words', 'at-most'))})\s+$|\bterug\w*\b[^.;]{{0,40}}\btot\s+$", re.IGNORECASE
)
_PERCENTAGE: Final = re.compile(
    r"\bvan (?:de|het|onze|alle|deze) [^.;]{3,90}?\b(?P<share>\d{1,2})(?:,\d+)?\s?(?:%|procent)"
    r"|(?<![\d,])(?P<first>\d{1,2})(?:,\d+)?\s?(?:%|procent) van (?:de|het|onze|alle|deze)\b",
    re.IGNORECASE,
)
_OWN_AIM: Final = re.compile(
    r"\b(?:doel|doelstelling|norm|streef\w*|beoogde?|geplande?|afgesproken|taakstelling|ambitie|geraamde?|"
    r"verwachte?)\b",
    re.IGNORECASE,
)
ALMOST: Final = 90
"""From this percentage on, what is left is not worth a word."""
_NO_UNIT: Final = frozenset({"jar", "jaar", "uur", "uren"})


class Count(NamedTuple):
    """A number with the words behind it: where it stands, what it counts, whether no more are allowed."""

    start: int
    end: int
    value: float
    units: frozenset[str]
    at_most: bool


@lru_cache(maxsize=LINES)
def counts_in(text: str) -> tuple[Count, ...]:
    """Return the numbers of things that a text names; years, dates and amounts of money are none."""
    return tuple(_counts(text))


def _counts(text: str) -> Iterator[Count]:
    for match in _COUNTED.finditer(text):
        units = frozenset({"%"}) if match["percent"] else stems(match["words"]) - _NO_UNIT
        value = _value(match["count"])
        if value is None or not units or is_year(match["count"]):
            continue
        at_most = _AT_MOST.search(text[: match.start()]) is not None
        yield Count(*match.span("count"), value, units, at_most)


def _value(digits: str) -> float | None:
    whole, comma, rest = digits.partition(",")
    number = number_of(whole)
    return None if number is None else float(f"{number}.{rest}") if comma else float(number)


def over_the_limit(promise: str, result: str) -> tuple[int, int] | None:
    """Return where a result tells more than the promise allows ("binnen vier weken"); None where it does not.

    Of a number that changed ("van elf naar zeven weken") the last one counts.
    """
    limits = [count for count in counts_in(promise) if count.at_most]
    if not limits:
        return None
    for start, end in sentences(result):
        told = counts_in(result[start:end])
        for limit in limits:
            same = [count for count in told if count.units & limit.units and not count.at_most]
            if same and same[-1].value > limit.value:
                return start + same[-1].start, start + same[-1].end
    return None


def share_of(promise: str, result: str) -> tuple[int, int] | None:
    """Return where a result tells that a part of what was promised was done; None where it tells no part.

    A promise with a percentage of its own is met by that, not by all of it.
    """
    if "%" in promise or "procent" in promise or _OWN_AIM.search(result):
        return None
    for start, end in sentences(result):
        match = _PERCENTAGE.search(result, start, end)
        if (
            match is not None
            and int(match["share"] or match["first"]) < ALMOST
            and is_perfect(result[start:end])
        ):
            own = stems(promise) & stems(result[start:end])
            return match.span() if own else None
    return None


def against_number(promise: str, result: str) -> tuple[bool, int, int] | None:
    """Return whether a result reaches the number of things that a promise names, and where it tells so.

    None where the promise names no number of things, or several, or the result tells no number of them in
    a sentence that looks back.
    """
    asked = [count for count in counts_in(promise) if not count.at_most and count.value > 1]
    if len(asked) != 1:
        return None
    told = [
        (count.value, start + count.start, start + count.end)
        for start, end in sentences(result)
        if is_perfect(result[start:end])
        for count in counts_in(result[start:end])
        if count.units & asked[0].units
    ]
    if not told:
        return None
    value, start, end = max(told)
    return value >= asked[0].value, start, end
