"""The parts of a line about an indicator: figures with what is said of them, when they are, who says so."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from rodedraad.model.terms import Side
from rodedraad.recognising.heads import Head, Use, read_whole_head
from rodedraad.recognising.numbers import YEAR, Figure, bound_pattern, is_year, missing_pattern, read_figure

_SEGMENT: Final = re.compile(r"(?:[^,;]|[,;](?=\S))+")
_ABBREVIATED: Final = re.compile(r"\.[^\W\d_]+\.$")
_MOMENT: Final = (
    r"(?:(?:in|op|per|ultimo|einde?|medio|begin|over|stand|jaar|peildatum|t/m|tot en met"
    r"|was|waren|dit|dat)\s+)*"
    r"(?:\d{1,2}[-/]\d{1,2}[-/]|\d{1,2}\s+[^\W\d_]+\s+"
    r"|(?:\d+e|eerste|tweede|derde|vierde|laatste|[QK]\d)\s+(?:[^\W\d_]+\s+)?)?"
    rf"(?P<year>{YEAR})(?:\s+(?:nog|al))?"
)
_WHEN: Final = re.compile(_MOMENT, re.IGNORECASE)
_LAST_YEAR: Final = re.compile(r"(?:het )?(?:vorige?|voorgaande?) (?:jaar|verslagjaar)", re.IGNORECASE)
_MOST_ASIDE: Final = 6
_MOST_COMPARED: Final = 4


class Part(NamedTuple):
    """One statement of a value: where its figure stands, what it says, and the words before and behind it."""

    start: int
    raw: str
    figure: Figure
    head: Head | None
    noun: str | None
    year: str | None = None


class Aside(NamedTuple):
    """Words between brackets or commas without a figure: of when a value is, or who says so."""

    words: str
    year: str | None


@cache
def _stated() -> re.Pattern[str]:
    bound, unit = rf"(?:{bound_pattern()}\s?)?", r"(?:\s?%|\s(?:mln|miljoen|fte))?"
    figure = rf"{bound}(?:€\s?)?-?\d[\d.,]*{unit}(?:\s\({YEAR}\))?|{missing_pattern()}"
    return re.compile(
        rf"(?P<head>.*?)(?:^|\s*[:=]\s*|\s+)(?P<figure>{figure})"
        rf"(?P<noun>(?:\s(?!(?:in|op|per|van|ultimo)\b)[^\W\d_]+){{1,3}})?(?P<of>\svan\s[^:]*?)?"
        rf"(?:\s{_MOMENT})?",
        re.IGNORECASE,
    )


def label_of(text: str | None) -> Head | None:
    """Return the head that a label is, such as `Streefwaarde 2024`; None where it is anything else."""
    head = read_whole_head(text.strip(" :")) if text else None
    return head if head is not None and head.use is Use.FIGURE and head.whole else None


def parts_of(text: str, start: int, end: int) -> list[Part | Aside] | None:
    """Return the parts between two places; None where there is none with a figure, or anything else."""
    found = list(_parts(text, start, end))
    told = any(isinstance(part, Part) for part in found)
    return [part for part in found if part is not None] if told and None not in found else None


def _parts(text: str, start: int, end: int) -> Iterator[Part | Aside | None]:
    for place, bare in segments(text, start, end):
        yield _read(bare, place)


def segments(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield what stands between commas and semicolons, with its place."""
    for match in _SEGMENT.finditer(text, start, end):
        bare = match.group().strip()
        bare = bare if _ABBREVIATED.search(bare) else bare.rstrip(" .")
        if bare:
            yield match.start() + match.group().index(bare), bare


def _read(segment: str, start: int) -> Part | Aside | None:
    match = _stated().fullmatch(segment)
    figure = read_figure(match["figure"]) if match is not None else None
    if match is None or figure is None or _is_date(segment, match):
        return aside_of(segment)
    said = match["head"].strip(" :")
    head = _head(said)
    if said and head is None:
        return None
    noun = (match["noun"] or "").strip() or None
    return Part(start + match.start("figure"), match["figure"], figure, head, noun, match["year"])


def _is_date(segment: str, match: re.Match[str]) -> bool:
    """Whether the figure is a year that says when, not how many."""
    if not is_year(match["figure"]):
        return False
    return bool(match["head"]) and (not segment[: match.start("figure")].rstrip().endswith((":", "=")))


def aside_of(segment: str) -> Aside | None:
    """Return some words as an aside; None where they are too many to be one, or hold other figures."""
    years = re.findall(YEAR, segment)
    others = re.sub(YEAR, "", segment)
    short = len(segment.split()) <= _MOST_ASIDE
    named = segment[:1].isupper() or _WHEN.fullmatch(segment) is not None
    if len(years) != 1 or not short or not named or label_of(segment) is not None:
        return None
    plain = not re.search(r"\d{3}|%", others)
    return Aside(others.strip(" -:"), years[0]) if plain else None


def _head(words: str) -> Head | None:
    """Return what the words before a figure say of it: a label, a time, or whom it is compared with."""
    when = _WHEN.fullmatch(words)
    if when is not None:
        return Head(Use.FIGURE, words, year=int(when["year"]))
    if _LAST_YEAR.fullmatch(words):
        return Head(Use.FIGURE, words, steps=-1)
    label = label_of(words)
    if label is not None:
        return label
    head = read_whole_head(words) if words else None
    compared = head is not None and head.side is Side.COMPARATOR and len(words.split()) <= _MOST_COMPARED
    return head if compared else None
