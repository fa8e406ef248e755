"""Dutch figures: decimal comma, thousands dot, percent, euro, millions, and the marks of a missing figure."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.recognising.kept import LINES
from rodedraad.recognising.vocabulary import table

YEAR: Final = r"(?:19|20)\d\d"
_DIGITS: Final = r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
NUMBER: Final = rf"(?<![\d.,])(?:{_DIGITS})(?![\d]|[.,]\d)"
SCALES: Final = {"mln": 1e6, "miljoen": 1e6, "mld": 1e9, "miljard": 1e9, "ton": 1e5}
SCALE: Final = r"(?P<scale>mln|miljoen|mld|miljard|ton)\b\.?"
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_YEAR: Final = re.compile(YEAR)
_SIGN: Final = r"[-+−–]/?-?"
_BOUND: Final = (
    r"(?:[<>≤≥=~±]{1,2}|(?:lager|minder|kleiner|hoger|meer|groter) dan|(?:ten )?(?:minste|hoogste)|tenminste|"
    r"minstens|hoogstens|minimaal|maximaal|min\.|max\.|ca\.|circa|ongeveer|ruim|bijna"
    r"|onder(?: de)?|boven(?: de)?)"
)
_SPACED: Final = r"\d{1,3}(?: \d{3})+(?:,\d+)?"
_COUNTED: Final = (
    r"(?:kalender|werk)?dagen|weken|maanden|jaar|uur|uren|minuten|personen|klanten|aanvragen|uitkeringen|volwassenen|ouderen|statushouders|vrijwilligers|mantelzorgers|bezoekers|leden|studenten|scholen|woningen|gesprekken|incidenten|inwoners|huishoudens|gezinnen|kinderen|jongeren"
    r"|jeugdigen|cliënten|leerlingen|deelnemers|plaatsen|plekken|trajecten|meldingen|keer|stuks|procent|punten"
)
_FOOTNOTE: Final = r"(?:\*{1,3}|\s?\d?\)\d?|[¹²³⁴⁵⁶⁷⁸⁹])?"
_FIGURE: Final = re.compile(
    rf"(?P<first>[VN]\s)?(?P<bound>{_BOUND})?\s*(?P<sign>{_SIGN})?\s*(?P<euro>€|eur\b)?\s*"
    rf"(?P<sign2>{_SIGN})?\s*"
    rf"(?P<open>\()?(?P<number>{_SPACED}|{_DIGITS})(?P<close>\))?"
    r"(?P<minus>(?<=[\d)])(?:-| -/?-)(?!\w))?(?:,--?)?\s*"
    rf"(?:{SCALE})?\s*(?P<unit>%|‰|euro\b|fte\b|(?:{_COUNTED})\b)?\s*"
    rf"(?:\([^()\d]*(?P<year>{YEAR})(?:\s?[/-]\s?\d{{2,4}})?\))?\s*"
    rf"(?:\(?(?P<letter>[VN]|voordelig|nadelig|voordeel|nadeel)\)?)?\s*{_FOOTNOTE}",
    re.IGNORECASE,
)


class Figure(NamedTuple):
    """A figure as read: `scale` is 1 unless it names its own; `missing` is the mark that there is none."""

    value: float | None
    unit: str | None = None
    scale: float = 1
    year: str | None = None
    letter: str | None = None
    missing: str | None = None


def number_of(digits: str) -> float:
    """Return what digits in Dutch notation stand for: a dot before three digits parts thousands.

    The number `1.5` has a decimal dot: no thousands are written so.
    """
    plain = digits.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "."))


def bound_pattern() -> str:
    """Return the pattern of the marks and words before a figure that is a bound: `<=`, `lager dan`."""
    return _BOUND


@cache
def missing_pattern() -> str:
    """Return the pattern of the marks and words that stand where a figure is missing."""
    return "(?:" + "|".join(row["pattern"] for row in table("missing")) + ")"


@cache
def _missing() -> re.Pattern[str]:
    return re.compile(missing_pattern(), re.IGNORECASE)


def missing_mark(text: str) -> str | None:
    """Return the words or mark by which a text says that it has no figure, and nothing else."""
    plain = text.strip().rstrip(";,")
    for candidate in dict.fromkeys((plain, plain.rstrip("."))):
        if candidate and _missing().fullmatch(candidate):
            return candidate
    return None


@lru_cache(maxsize=LINES)
def read_figure(text: str) -> Figure | None:
    """Return the figure that a text is; None where it is anything else, such as words with a number."""
    mark = missing_mark(text)
    if mark is not None:
        return Figure(None, missing=mark)
    match = _FIGURE.fullmatch(text.strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    letter = match["letter"] or match["first"]
    return Figure(
        value=_signed(match),
        unit="€" if match["euro"] or (match["unit"] or "").lower() == "euro" else match["unit"],
        scale=SCALES[match["scale"].lower()] if match["scale"] else 1,
        year=match["year"],
        letter=letter[0].upper() if letter else None,
    )


def _signed(match: re.Match[str]) -> float:
    size = number_of(match["number"])
    signs = (match["sign"] or "") + (match["sign2"] or "") + (match["minus"] or "")
    negative = bool(re.search(r"[-−–]", signs)) or bool(match["open"])
    return -size if negative and size else size


_DATED: Final = re.compile(rf"(?P<year>{YEAR})(?:\s?[:=]\s?(?P<rest>\S.*)|\s(?P<figure>\S+))")


class Dated(NamedTuple):
    """A figure that names its year: the year, the rest of the text, and where that begins."""

    year: int
    rest: str
    start: int


def read_dated(text: str) -> Dated | None:
    """Return a text that names its year before a figure, `2021: 12,9 %` or `2021 805,5`; None otherwise."""
    match = _DATED.fullmatch(text)
    if match is None:
        return None
    part = "rest" if match["rest"] else "figure"
    if part == "figure" and (is_year(match[part]) or _plain(match[part]) is None):
        return None
    return Dated(int(match["year"]), match[part], match.start(part))


def _plain(text: str) -> float | None:
    figure = read_figure(text)
    return None if figure is None else figure.value


def is_year(text: str) -> bool:
    """Whether a text is a year and nothing else."""
    return _YEAR.fullmatch(text.strip()) is not None
