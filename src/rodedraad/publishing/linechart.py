"""A chart of values over years: places across in per cent, down in pixels, so that its words keep their size.

Every value stands where its number says on a scale that holds zero.  Years without a value are a gap in the
line, and where what is counted changed the line is broken.  A label is left out where it would not fit on the
narrowest screen: the table beside the chart holds every number.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil
from typing import Final

from msgspec import Struct

from rodedraad.publishing.chart import percent
from rodedraad.publishing.lookup import grouped
from rodedraad.publishing.scale import Scale, scale_of
from rodedraad.publishing.shown import number

TOP, FOOT, HEIGHT = 34, 194, 248
LEFT, RIGHT = 0.08, 0.86
NARROWEST: Final = 272
LETTER, LINE = 7.6, 16
ABOVE, BELOW, BESIDE, MIDDLE = -11, 21, 10, 5
BOTH_SIDES: Final = 2
MEASURED: Final = "value"


class Point(Struct, frozen=True, kw_only=True, order=True):
    """A number of one series in one year; the line is broken where `definition` changes."""

    year: int
    series: str
    value: float
    definition: str = ""


class Range(Struct, frozen=True, kw_only=True):
    """What others show in one year, from low to high."""

    year: int
    low: float
    high: float


class Label(Struct, frozen=True, kw_only=True):
    """The number at a mark: how far it stands from the mark, and which side of it is there."""

    text: str
    dx: int
    y: float
    anchor: str


class Mark(Struct, frozen=True, kw_only=True):
    """A number as drawn; `label` where there is room for it."""

    series: str
    x: str
    y: float
    label: Label | None = None


class Column(Struct, frozen=True, kw_only=True):
    """A year under the chart; `unknown` where a value was to be expected and none is known."""

    year: int
    x: str
    named: bool
    unknown: bool


class Stroke(Struct, frozen=True, kw_only=True):
    """A piece of the line, from one year to the next."""

    x1: str
    y1: float
    x2: str
    y2: float


class Spread(Struct, frozen=True, kw_only=True):
    """A range as drawn: an upright bar behind the mark of its year."""

    x: str
    y: float
    height: float


class LineChart(Struct, frozen=True, kw_only=True):
    """A chart as drawn; `base` is where zero stands, `breaks` are where what is counted changed."""

    height: int
    base: float
    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]
    strokes: tuple[Stroke, ...]
    breaks: tuple[str, ...]
    spreads: tuple[Spread, ...] = ()

    @property
    def series(self) -> tuple[str, ...]:
        """The series that are drawn, each once."""
        return tuple(dict.fromkeys(one.series for one in self.marks))

    @property
    def unknown(self) -> bool:
        """Whether a year is drawn as not known."""
        return any(one.unknown for one in self.columns)


def line_chart(
    points: Sequence[Point],
    unknown: Iterable[int] = (),
    years: Sequence[int] = (),
    scale: Scale | None = None,
    ranges: Sequence[Range] = (),
) -> LineChart:
    """Return the chart of points; `years` and `scale` are given where charts stand side by side."""
    missing = frozenset(unknown)
    shown = _years([one.year for one in points], missing, years)
    scale = scale or scale_of([*(one.value for one in points), *(one.high for one in ranges)])
    by_year = grouped(sorted(points), lambda one: one.year)
    widths = (_width(len(by_year[one.year]), number(one.value)) for one in points)
    stride = _stride(shown, max(widths, default=0))
    marks = (
        _marks(by_year.get(year, ()), _x(year, shown), scale, labelled=labelled)
        for year, labelled in _labelled(shown, stride)
    )
    return LineChart(
        height=HEIGHT,
        base=_y(0, scale),
        columns=tuple(
            Column(year=year, x=percent(_x(year, shown)), named=named, unknown=year in missing)
            for year, named in _labelled(shown, _stride(shown, _width(1, "0000")))
        ),
        marks=tuple(mark for column in marks for mark in column),
        strokes=tuple(_strokes(points, shown, scale)),
        breaks=tuple(percent(_between(one, two, shown)) for one, two in _breaks(points)),
        spreads=tuple(_spread(one, shown, scale) for one in ranges if one.year in shown),
    )


def _spread(one: Range, years: Sequence[int], scale: Scale) -> Spread:
    top, foot = _y(one.high, scale), _y(one.low, scale)
    return Spread(x=percent(_x(one.year, years)), y=top, height=round(foot - top, 2))


def _years(own: Sequence[int], missing: frozenset[int], given: Sequence[int]) -> tuple[int, ...]:
    """Return every year from the first to the last: one that nothing is known of is a gap."""
    known = [*own, *missing, *given]
    return tuple(range(min(known), max(known) + 1)) if known else ()


def _x(year: int, years: Sequence[int]) -> float:
    span = years[-1] - years[0]
    return LEFT + (RIGHT - LEFT) * (year - years[0]) / span if span else (LEFT + RIGHT) / 2


def _y(value: float, scale: Scale) -> float:
    return round(FOOT - (FOOT - TOP) * scale.share(value), 2)


def _width(marks: int, text: str) -> float:
    """Return the room that a label takes; where it may stand beside its mark, it reaches further."""
    own = LETTER * len(text)
    return own if marks <= BOTH_SIDES else BESIDE + 1.5 * own


def _stride(years: Sequence[int], width: float) -> int:
    """Return of how many years one can bear a label of a width on the narrowest screen."""
    pitch = NARROWEST * (RIGHT - LEFT) / max(len(years) - 1, 1)
    return max(ceil(width / pitch), 1)


def _labelled(years: Sequence[int], stride: int) -> Iterable[tuple[int, bool]]:
    """Return the years, and whether they bear labels: the last one always does."""
    return [(year, (years[-1] - year) % stride == 0) for year in years]


def _marks(points: Sequence[Point], x: float, scale: Scale, *, labelled: bool) -> list[Mark]:
    """Return the marks of one year, the highest first: its number above, the lowest below, others beside."""
    ordered = sorted(points, key=lambda one: -one.value)
    marks: list[Mark] = []
    taken = -LINE * 1.0
    for place, point in enumerate(ordered):
        y = _y(point.value, scale)
        label = _label(point, y, place, len(ordered)) if labelled else None
        if label and label.dx:
            label, taken = (label, label.y) if label.y - taken >= LINE else (None, taken)
        marks.append(Mark(series=point.series, x=percent(x), y=y, label=label))
    return marks


def _label(point: Point, y: float, place: int, count: int) -> Label:
    text = number(point.value)
    if place == 0:
        return Label(text=text, dx=0, y=y + ABOVE, anchor="middle")
    if place == count - 1:
        return Label(text=text, dx=0, y=y + BELOW, anchor="middle")
    return Label(text=text, dx=BESIDE, y=y + MIDDLE, anchor="start")


def _measured(points: Sequence[Point]) -> list[Point]:
    return sorted(one for one in points if one.series == MEASURED)


def _joined(one: Point, two: Point) -> bool:
    return two.year - one.year == 1 and one.definition == two.definition


def _strokes(points: Sequence[Point], years: Sequence[int], scale: Scale) -> Iterable[Stroke]:
    for one, two in pairwise(_measured(points)):
        if _joined(one, two):
            yield Stroke(
                x1=percent(_x(one.year, years)),
                y1=_y(one.value, scale),
                x2=percent(_x(two.year, years)),
                y2=_y(two.value, scale),
            )


def _breaks(points: Sequence[Point]) -> list[tuple[int, int]]:
    """Return the years between which what is counted changed."""
    return [
        (one.year, two.year)
        for one, two in pairwise(_measured(points))
        if one.year != two.year and one.definition != two.definition
    ]


def _between(one: int, two: int, years: Sequence[int]) -> float:
    return (_x(one, years) + _x(two, years)) / 2
