"""Values that a line about an indicator states: `Aantal meldingen (over 2021): 32.`, `17% (norm 16%)`."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rodedraad.model.document import Span, Value
from rodedraad.model.terms import Phase, Side
from rodedraad.recognising.heads import Head, Use, read_whole_head
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.numbers import YEAR, Figure, is_year, missing_pattern, read_figure
from rodedraad.recognising.phases import When, side_of
from rodedraad.recognising.sheets import Cell
from rodedraad.recognising.values import About, made, name_of

_BRACKETS: Final = re.compile(rf"(?<![\d%])\s*\([^()]*\)|(?<=[\d%])\s*\((?!{YEAR}\))[^()]*\)")
_PERIOD: Final = re.compile(
    rf"\(\s*(?:over|in|per|ultimo|eind|stand|jaar|peildatum)?\s*({YEAR})\s*\)", re.IGNORECASE
)
_SOURCE: Final = re.compile(r"\(\s*bron:?\s*([^()]+?)\s*\)", re.IGNORECASE)
_PART: Final = re.compile(r"(?:[^,;]|[,;](?=\S))+")
_ABBREVIATED: Final = re.compile(r"\.[^\W\d_]+\.$")
_SENTENCES: Final = re.compile(r"[.!?]\s+[A-Z]")


@cache
def _stated() -> re.Pattern[str]:
    bound, unit = r"(?:[<>≤≥=~±]{1,2}\s?)?", r"(?:\s?%|\s(?:mln|miljoen|fte))?"
    figure = rf"{bound}(?:€\s?)?-?\d[\d.,]*{unit}(?:\s\({YEAR}\))?|{missing_pattern()}"
    return re.compile(
        rf"(?P<head>.*?)(?:^|\s*[:=]\s*|\s+)(?P<figure>{figure})(?P<noun>(?:\s[^\W\d_]+){{1,3}})?",
        re.IGNORECASE,
    )


class _Part(NamedTuple):
    """One statement of a value: where its figure stands, what it says, and the words before and behind it."""

    start: int
    raw: str
    figure: Figure
    head: Head | None
    noun: str | None


class _Line(NamedTuple):
    name: str
    parts: tuple[_Part, ...]


def name_stated(text: str) -> str:
    """Return the name of the indicator that a line is about; empty where it holds nothing but values."""
    name = _divided(text).name
    return "" if label_of(name) is not None or read_figure(name) is not None else name


def label_of(text: str | None) -> Head | None:
    """Return the head that a label is, such as `Streefwaarde 2024`; None where it is anything else."""
    head = read_whole_head(text.strip(" :")) if text else None
    return head if head is not None and head.use is Use.FIGURE and head.whole else None


@lru_cache(maxsize=LINES)
def _divided(text: str) -> _Line:
    """Return the name, and the values behind the first colon with only values behind it and in brackets.

    What follows the first sentence explains, and is left alone.
    """
    ends = _SENTENCES.search(text)
    text = text[: ends.start() + 1] if ends is not None else text
    brackets = list(_BRACKETS.finditer(text))
    outer = text
    for match in brackets:
        outer = outer[: match.start()] + " " * len(match.group()) + outer[match.end() :]
    starts = [0, *(place + 1 for place, char in enumerate(outer) if char == ":")]
    behind = next((start for start in starts if _parts(outer, start, len(outer))), len(text))
    parts = _parts(outer, behind, len(outer)) or []
    name = text if behind == len(text) else text[: max(behind - 1, 0)]
    for match in reversed(brackets):
        inside = _parts(
            text, match.start() + len(match.group()) - len(match.group().lstrip(" (")), match.end() - 1
        )
        aside = _PERIOD.fullmatch(match.group().strip()) or _SOURCE.fullmatch(match.group().strip())
        if aside or (inside and all(part.head is not None for part in inside)):
            name = name[: match.start()] + name[match.end() :]
            parts = parts if aside else [*parts, *(inside or [])]
    return _Line(name_of(name), tuple(sorted(parts, key=lambda part: part.start)))


def _parts(text: str, start: int, end: int) -> list[_Part] | None:
    """Return the values between two places; None where there is anything else."""
    found = []
    for match in _PART.finditer(text, start, end):
        bare = match.group().strip()
        bare = bare if _ABBREVIATED.search(bare) else bare.rstrip(" .")
        if bare:
            found.append(_read(bare, match.start() + match.group().index(bare)))
    whole = [part for part in found if part is not None]
    return whole if whole and len(whole) == len(found) else None


def _read(part: str, start: int) -> _Part | None:
    match = _stated().fullmatch(part)
    figure = read_figure(match["figure"]) if match is not None else None
    if match is None or figure is None or (is_year(match["figure"]) and label_of(part) is not None):
        return None
    head = label_of(match["head"])
    noun = (match["noun"] or "").strip() or None
    if match["head"].strip() and (head is None or noun is not None):
        return None
    return _Part(start + match.start("figure"), match["figure"], figure, head, noun)


class Around(NamedTuple):
    """What stands around a line: the indicator it is about, and the label over or before it."""

    name: str
    label: Head | None = None


def values_in(text: str, span: Span, side: Phase | None, when: When, around: Around) -> Iterator[Value]:
    """Yield the values that a line states; what it does not name itself is taken from around it."""
    line = _divided(text)
    own = label_of(line.name)
    name = around.name if own is not None or not line.name else line.name
    period, source = _PERIOD.search(text), _SOURCE.search(text)
    aimed = any(part.head is not None and part.head.side is Side.TARGET for part in line.parts)
    for part in line.parts if name else ():
        head = part.head or own or (around.label if not line.name else None)
        year = part.figure.year or (period[1] if period else None)
        role = side_of(head, when, is_own=False) if head else _side(year, side, when, aimed=aimed)
        if role is None:
            continue
        year = str(head.year) if head is not None and head.year else year
        place = Span(
            source=span.source, start=span.start + part.start, end=span.start + part.start + len(part.raw)
        )
        about = About(year, part.figure.unit or part.noun, source[1] if source else None)
        yield made(name, role, Cell(part.raw, place), part.figure, about)


def _side(year: str | None, side: Phase | None, when: When, *, aimed: bool) -> Side:
    """Return the role of a figure without a label: measured in a result, beside a target, or in the past."""
    past = year is not None and int(year) < when.year
    return Side.VALUE if side is Phase.ACTUAL or aimed or past else Side.TARGET
