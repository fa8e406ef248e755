"""Amounts of money in running text."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rodedraad.model.document import Amount, Span
from rodedraad.model.terms import MoneyPhase, Phase
from rodedraad.recognising.amounts import DIFFERENCE
from rodedraad.recognising.moneyrows import AMOUNT
from rodedraad.recognising.numbers import NUMBER, SCALE, SCALES, YEAR, number_of
from rodedraad.recognising.phases import When, own_phase
from rodedraad.recognising.sieve import Sought

_MONEY: Final = Sought(
    rf"(?P<sign>[-−–]/?-?\s?)?(?:(?:€|\bEUR\b)\s*(?P<minus>[-−–]\s?)?(?P<number>{NUMBER})"
    rf"(?:,--?(?!\d))?(?:\s*{SCALE})?(?:\s+euro\b)?"
    rf"|(?P<plain>{NUMBER})\s*(?:{SCALE.replace('<scale>', '<worded>')}\s*)?euro\b(?!['’]))",
)  # fmt: skip
_OPEN: Final = re.compile(r"-?\s?p\.?m\.?", re.IGNORECASE)
_RANGE: Final = re.compile(r"\s*(?:tot(?: en met)?|à|a|en|of|[-–])\s*$")
_SHARED_BELOW: Final = 1000
_REACH: Final = 300
"""So many characters before and behind an amount can tell of it."""
_CLAUSE: Final = re.compile(r"[;:()]|,\s|\.\s|\bmaar\b|\bwaarvan\b")
_GOOD: Final = r"voorde(?:el|lig)\w*|overschot"
_BAD: Final = r"nade(?:el|lig)\w*|tekort|overschrijding|duurder"
_BEHIND: Final = re.compile(
    rf"^\s*(?:\w+\s){{0,1}}(?:(?P<good>{_GOOD}|goedkoper)|(?P<bad>{_BAD}))\b", re.IGNORECASE
)
_BEFORE: Final = re.compile(
    rf"\b(?:(?P<good>{_GOOD})|(?P<bad>{_BAD}))\s(?:van|ad|is|bedraagt)\s(?:\w+\s)?$", re.IGNORECASE
)
_LETTER_BEHIND: Final = re.compile(r"\s?\(?(?P<letter>[VN])\b(?![.'’])")
_LETTER_BEFORE: Final = re.compile(r"(?:^|[(\s])(?P<letter>[VN]):?\s$")
_AGAINST: Final = re.compile(r"\b(?:ten opzichte van|vergeleken met|dan in)\b.*", re.IGNORECASE | re.DOTALL)
_THIS_YEAR: Final = re.compile(r"\b(?:dit|vorig|afgelopen) jaar\b", re.IGNORECASE)
_COMPARED: Final = re.compile(r"\s*(?:(?P<more>meer|hoger)|minder|lager)\s(?:uit\s)?dan\b", re.IGNORECASE)
_CHANGED: Final = re.compile(
    r"\b(?:(?P<more>stijg\w*|gestegen|verhog\w*|verhoogd|toe|toegenomen)|"
    r"daal\w*|dalen|gedaald|verlag\w*|verlaagd|af|afgenomen)"
    r"\smet\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(r"\s*over(?:gebleven)?\b(?! te )", re.IGNORECASE)
_REMAINS: Final = re.compile(
    r"\b(?:bl(?:eef|even|ijft|ijven)|h(?:oudt?|ouden|ield|ielden)|overgebleven)\b", re.IGNORECASE
)
_COSTS: Final = re.compile(r"\b(?:kost(?:en|te|ten)?|lasten|uitgaven)\b", re.IGNORECASE)
_INCOME: Final = re.compile(r"\b(?:baten|inkomsten|opbrengst(?:en)?|rijksbijdragen?)\b", re.IGNORECASE)
_BUDGET: Final = re.compile(
    r"\b(?:begroot|geraamde?|raming|beoogde?|begroting|beschikbaar|gereserveerd|budget)\b", re.IGNORECASE
)
_SPENT: Final = re.compile(
    r"\b(?:besteed|uitgegeven|gerealiseerde?|kostte(?:n)?|betaald|ontvangen|uitgekeerd|kwam\w*)\b",
    re.IGNORECASE,
)


class Money(NamedTuple):
    """An amount in a text: its place, its size in euro, and where the range ends that it begins."""

    start: int
    end: int
    euro: float
    until: int


def find_money(text: str) -> list[Money]:
    """Return the amounts of money in a text, in order; a range such as `€ 0,8 tot € 1,3 miljoen` has two."""
    found: list[Money] = []
    sizes: list[tuple[float, float]] = []
    for match in _MONEY.finditer(text):
        size, scale = _size(match)
        if (
            found
            and scale > 1
            and sizes[-1][1] == 1
            and sizes[-1][0] < _SHARED_BELOW
            and _RANGE.fullmatch(text[found[-1].end : match.start()])
        ):
            found[-1] = found[-1]._replace(euro=round(found[-1].euro * scale, 2))
        if found and _RANGE.fullmatch(text[found[-1].end : match.start()]):
            found[-1] = found[-1]._replace(until=match.end())
        sizes.append((size, scale))
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(Money(start, match.end(), round(size * scale, 2), match.end()))
    return found


def _size(match: re.Match[str]) -> tuple[float, float]:
    size = number_of(match["number"] or match["plain"])
    scale = (match["scale"] or match["worded"] or "").lower()
    negative = bool(match["minus"]) or (bool(match["sign"]) and not match["sign"].endswith((" ", "\u00a0")))
    return (-size if negative else size), SCALES.get(scale, 1.0)


def amounts_in(text: str, span: Span, side: Phase | None, when: When) -> Iterator[Amount]:
    """Yield the amounts that running text names; `span` is where the text stands in its source.

    An amount that is told to be an advantage or disadvantage, or more or less than something, is a
    difference; its value is left open where the words do not tell which of the two it is.  A text that is
    only PM is an amount without a value.
    """
    if _OPEN.fullmatch(text):
        yield Amount(
            what=AMOUNT, phase=_phase("", 0, side, when), year=when.year, value=None, raw=text, evidence=span
        )
    for money in find_money(text):
        clause, position = _clause(text, money)
        sign = _deviation(text, money, clause)
        year = _year(clause, when)
        phase = own_phase(when) if sign is not None else _phase(clause, position, side, when)
        late = when.reports and year is not None and year > when.year
        yield Amount(
            what=AMOUNT if sign is None else DIFFERENCE,
            phase=MoneyPhase.PROPOSED if late else phase,
            year=year,
            value=money.euro if sign is None else abs(money.euro) * sign if sign else None,
            raw=text[money.start : money.end],
            evidence=Span(source=span.source, start=span.start + money.start, end=span.start + money.end),
        )


def _clause(text: str, money: Money) -> tuple[str, int]:
    """Return the clause around an amount, and where the amount begins in it."""
    low, high = max(0, money.start - _REACH), min(money.end + _REACH, len(text))
    first = max((match.end() for match in _CLAUSE.finditer(text, low, money.start)), default=low)
    after = _CLAUSE.search(text, money.end, high)
    return text[first : after.start() if after else high], money.start - first


def _deviation(text: str, money: Money, clause: str) -> int | None:
    """Return 1 for an advantage, -1 for a disadvantage; 0 for a change of either, None for no change."""
    before = text[max(0, money.start - _REACH) : money.start]
    behind = text[money.until : money.until + _REACH]
    told = _BEHIND.match(behind) or _BEFORE.search(before)
    if told is not None:
        return 1 if told["good"] else -1
    letter = _LETTER_BEHIND.match(behind) or _LETTER_BEFORE.search(before)
    if letter is not None:
        return 1 if letter["letter"] == "V" else -1
    if _LEFT.match(behind) and _REMAINS.search(clause):
        return 1
    changed = _COMPARED.match(behind) or _CHANGED.search(before)
    if changed is None:
        return None
    costs, income = bool(_COSTS.search(clause)), bool(_INCOME.search(clause))
    side = 0 if costs == income else 1 if income else -1
    return side if changed["more"] else -side


def _phase(clause: str, position: int, side: Phase | None, when: When) -> MoneyPhase:
    """Return the stage of an amount: the document's own, or in a report what the nearest words say."""
    if not when.reports:
        return own_phase(when)
    distances = {
        phase: min(
            (abs(match.start() - position) for match in pattern.finditer(clause)), default=len(clause) + 1
        )
        for phase, pattern in ((MoneyPhase.EXECUTED, _SPENT), (MoneyPhase.APPROVED, _BUDGET))
    }
    nearest = min(distances, key=lambda phase: distances[phase])
    if distances[nearest] <= len(clause):
        return nearest
    return MoneyPhase.APPROVED if side is Phase.PLAN else own_phase(when)


def _year(clause: str, when: When) -> int | None:
    """Return the year that a clause names; the document's where it names none, None where several."""
    own = _AGAINST.sub("", clause)
    years = {int(year) for year in re.findall(rf"(?<![\d.,])({YEAR})(?![\d.,]\d)", own)}
    if not years:
        return None if _THIS_YEAR.search(clause) and not when.reports else when.year
    return min(years) if len(years) == 1 else None
