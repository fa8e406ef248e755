"""Values that a line about an indicator states: `Aantal meldingen (over 2021): 32.`, `17% (norm 16%)`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rodedraad.model.document import Span, Value
from rodedraad.model.terms import Phase, Side
from rodedraad.recognising.heads import Head
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.language import is_told
from rodedraad.recognising.numbers import YEAR, is_year, read_figure
from rodedraad.recognising.phases import When, side_of, year_of
from rodedraad.recognising.sheets import Cell
from rodedraad.recognising.statement_parts import Aside, Part, label_of, parts_of, segments
from rodedraad.recognising.values import About, made, name_of

_BRACKETS: Final = re.compile(rf"(?<![\d%])\s*\([^()]*\)|(?<=[\d%])\s*\((?!{YEAR}\))[^()]*\)")
_PERIOD: Final = re.compile(
    rf"\(\s*(?:over|in|per|ultimo|eind|stand|jaar|peildatum)?\s*({YEAR})\s*\)", re.IGNORECASE
)
_SOURCE: Final = re.compile(r"\(\s*bron:?\s*([^()]+?)\s*\)", re.IGNORECASE)
_SENTENCES: Final = re.compile(r"[.!?]\s+[A-Z]")
_CLAUSE: Final = re.compile(r"[.;,]\s")
_DEFINED: Final = re.compile(r"\W*(?:het |de )?(?:%|percentage|aantal|aandeel|per [\d.]+)", re.IGNORECASE)


class _Line(NamedTuple):
    """A line as divided: its name, its values, and when they are and who says so as far as said apart.

    A line that defines holds only what the indicator before it is compared with.
    """

    name: str
    parts: tuple[Part, ...]
    asides: tuple[Aside, ...] = ()
    defines: bool = False


def name_stated(text: str) -> str:
    """Return the name of the indicator that a line is about; empty where it holds nothing but values."""
    name = _divided(text).name
    return "" if label_of(name) is not None or read_figure(name) is not None else name


def states_values(text: str) -> bool:
    """Whether a line says what an indicator is at, and not only how it is named or measured."""
    line = _divided(text)
    if line.parts:
        return not line.defines
    return is_told(text) and any(map(str.isdigit, text)) and _DEFINED.match(text) is None


class Statement(NamedTuple):
    """A line that is a name and its values: the role of each by its label, and whether one is a share."""

    name: str
    sides: tuple[Side | None, ...]
    share: bool


def statement_of(text: str) -> Statement | None:
    """Return the statement that a line is; None where it holds anything else, money or no value."""
    line = _divided(text)
    if not line.parts or not line.name or line.defines or _SENTENCES.search(text) is not None:
        return None
    figures = [part.figure for part in line.parts]
    if any(figure.unit == "€" for figure in figures) or label_of(line.name) is not None:
        return None
    years = any(part.head is None and is_year(part.raw) for part in line.parts)
    sides = tuple(part.head.side if part.head is not None else None for part in line.parts)
    return None if years else Statement(line.name, sides, any(figure.unit == "%" for figure in figures))


@lru_cache(maxsize=LINES)
def _divided(text: str) -> _Line:
    """Return the name, and the values behind the first colon with only values behind it and in brackets.

    What follows the first sentence explains, and is left alone.
    """
    ends = _SENTENCES.search(text)
    first = text[: ends.start() + 1] if ends is not None else text
    line = _of_sentence(first)
    open_name = not line.parts or _CLAUSE.search(line.name) is not None
    compared = list(_compared(text)) if open_name and _DEFINED.match(text) else []
    if compared:
        return _Line(name_of(line.name), tuple(compared), defines=True)
    return line


def _of_sentence(text: str) -> _Line:
    brackets = list(_BRACKETS.finditer(text))
    outer = text
    for match in brackets:
        outer = outer[: match.start()] + " " * len(match.group()) + outer[match.end() :]
    behind, parts = _behind_name(outer)
    name = text[:behind].rstrip(" :,")
    for match in reversed(brackets):
        start = match.start() + len(match.group()) - len(match.group().lstrip(" ("))
        inside = parts_of(text, start, match.end() - 1)
        aside = _PERIOD.fullmatch(match.group().strip()) or _SOURCE.fullmatch(match.group().strip())
        told = inside is not None and all(isinstance(part, Aside) or part.head is not None for part in inside)
        if aside or told:
            name = name[: match.start()] + name[match.end() :]
        if told and not aside:
            parts = [*parts, *(inside or [])]
        elif match.start() >= behind and not aside:
            parts = [*parts, *_asides(text, start, match.end() - 1)]
    values = sorted((part for part in parts if isinstance(part, Part)), key=lambda part: part.start)
    return _Line(name_of(name), tuple(values), tuple(part for part in parts if isinstance(part, Aside)))


def _behind_name(outer: str) -> tuple[int, list[Part | Aside]]:
    """Return where the name ends, and the values behind it: after a colon, or after a comma with a label."""
    starts = [0, *(place + 1 for place, char in enumerate(outer) if char == ":")]
    for start in starts:
        parts = parts_of(outer, start, len(outer))
        if parts is not None:
            return start, parts
    for match in re.finditer(r",\s", outer):
        parts = parts_of(outer, match.end(), len(outer))
        if parts is not None and all(isinstance(part, Part) and part.head is not None for part in parts):
            return match.end(), parts
    return len(outer), []


def _asides(text: str, start: int, end: int) -> Iterator[Aside]:
    """Yield when a value is and who says so, from brackets behind it without figures of their own."""
    bare = text[start:end]
    years = re.findall(YEAR, bare)
    if len(years) == 1 and all(
        not re.search(r"\d", re.sub(YEAR, "", one)) for _, one in segments(text, start, end)
    ):
        yield Aside(next(one for _, one in segments(text, start, end)), years[0])


def _compared(text: str) -> Iterator[Part]:
    position = 0
    for place in [*(match.end() for match in _CLAUSE.finditer(text)), len(text)]:
        for part in parts_of(text, position, place) or ():
            if isinstance(part, Part) and part.head is not None and part.head.side is Side.COMPARATOR:
                yield part
        position = place


class Around(NamedTuple):
    """What stands around a line: the indicator it is about, and the label over or before it."""

    name: str
    label: Head | None = None


def values_in(text: str, span: Span, side: Phase | None, when: When, around: Around) -> Iterator[Value]:
    """Yield the values that a line states; what it does not name itself is taken from around it.

    A value measured or aimed at without a year of its own is of the document's year, as far as the document
    looks that way: a plan does not tell when it measured.
    """
    line = _divided(text)
    own = label_of(line.name)
    name = around.name if own is not None or not line.name or line.defines else line.name
    source = _SOURCE.search(text)
    said = _said(text, line.asides)
    aimed = any(part.head is not None and part.head.side is Side.TARGET for part in line.parts)
    main: str | None = None
    for part in line.parts if name else ():
        head = part.head or own or (around.label if not line.name else None)
        year = part.figure.year or part.year or (said if head is None or head.year is None else None)
        role = side_of(head, when, is_own=False) if head else _side(year, side, when, aimed=aimed)
        if role is None:
            continue
        year = _year(head, when) or year or (main if role is Side.COMPARATOR else _default(role, when))
        main = main or year
        place = Span(
            source=span.source, start=span.start + part.start, end=span.start + part.start + len(part.raw)
        )
        about = About(year, part.figure.unit or part.noun, source[1] if source else _teller(line.asides))
        yield made(name, role, Cell(part.raw, place), part.figure, about)


def _said(text: str, asides: Sequence[Aside]) -> str | None:
    period = _PERIOD.search(text)
    return period[1] if period is not None else next((one.year for one in asides if one.year), None)


def _teller(asides: Sequence[Aside]) -> str | None:
    return next((one.words for one in asides if one.words[:1].isupper()), None)


def _year(head: Head | None, when: When) -> str | None:
    dated = head is not None and (head.year is not None or head.steps is not None)
    return str(year_of(head, when)) if dated and head is not None else None


def _default(role: Side, when: When) -> str | None:
    told = role is Side.TARGET or (role is Side.VALUE and when.reports)
    return str(when.year) if told else None


def _side(year: str | None, side: Phase | None, when: When, *, aimed: bool) -> Side:
    """Return the role of a figure without a label: measured in a result, beside a target, or in the past."""
    past = year is not None and int(year) < when.year
    return Side.VALUE if side is Phase.ACTUAL or aimed or past else Side.TARGET
