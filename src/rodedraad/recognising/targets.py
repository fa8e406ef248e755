"""Numbers of a result against the number that was promised: four weeks promised, eleven waited."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from rodedraad.recognising.answers import stems
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import sentences
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
