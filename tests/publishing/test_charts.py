"""Charts: every number stands where it says, from zero, and labels do not cover each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.publishing.barchart import bar
from rodedraad.publishing.linechart import (
    FOOT,
    LEFT,
    LETTER,
    NARROWEST,
    RIGHT,
    TOP,
    Label,
    LineChart,
    Point,
    line_chart,
)
from rodedraad.publishing.scale import scale_of
from rodedraad.publishing.treemap import squarified

NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda one: round(one, 2))
SERIES = st.sampled_from(["value", "target", "baseline", "comparator"])
POINTS = st.lists(
    st.builds(Point, year=st.integers(2010, 2026), series=SERIES, value=NUMBERS),
    min_size=1,
    max_size=20,
    unique_by=lambda one: (one.year, one.series),
)


def share(text: str) -> float:
    return float(text.rstrip("%")) / 100


def boxes(chart: LineChart) -> list[tuple[float, float, float, float]]:
    """The labels of a chart on the narrowest screen: left, right, top, bottom."""
    return [box(share(mark.x), mark.label) for mark in chart.marks if mark.label]


def box(x: float, label: Label) -> tuple[float, float, float, float]:
    width = 0.9 * LETTER * len(label.text)
    start = x * NARROWEST + label.dx - (width / 2 if label.anchor == "middle" else 0)
    return start, start + width, label.y - 11, label.y + 1


@given(st.lists(NUMBERS))
def test_a_scale_holds_zero_and_every_value(values):
    scale = scale_of(values)
    assert scale.low <= 0 <= scale.high
    assert scale.low < scale.high
    slack = 1e-9 * (scale.high - scale.low)
    assert all(scale.low - slack <= one <= scale.high + slack for one in values)


@given(st.lists(NUMBERS, min_size=1), st.data())
def test_a_scale_turned_around_gives_the_value_back(values, data):
    scale = scale_of(values)
    value = data.draw(st.sampled_from(values))
    assert scale.value(scale.share(value)) == pytest.approx(value, abs=1e-9 * (scale.high - scale.low))


def test_a_scale_wastes_less_than_two_thirds_of_its_length():
    assert [scale_of([one]).high for one in (0, 1, 7, 12.6, 99, 17_812_000)] == [1, 1, 8, 15, 100, 20_000_000]
    assert (scale_of([-3, 12]).low, scale_of([-3, 12]).high) == (-5, 15)


@given(POINTS)
def test_every_point_of_a_chart_lands_where_its_number_says(points):
    chart = line_chart(points)
    scale = scale_of(one.value for one in points)
    years = sorted({one.year for one in points})
    drawn = sorted(
        (
            round(years[0] + (share(mark.x) - LEFT) / (RIGHT - LEFT) * (years[-1] - years[0])),
            mark.series,
            mark.y,
        )
        for mark in chart.marks
    )
    expected = sorted((one.year, one.series, one.value) for one in points)
    assert [one[:2] for one in drawn] == [one[:2] for one in expected]
    for (_, _, y), (_, _, value) in zip(drawn, expected, strict=True):
        assert scale.value((FOOT - y) / (FOOT - TOP)) == pytest.approx(
            value, abs=0.0001 * (scale.high - scale.low)
        )


@given(POINTS)
def test_zero_stands_inside_every_line_chart(points):
    assert TOP <= line_chart(points).base <= FOOT


@given(POINTS)
def test_labels_do_not_cover_each_other_on_the_narrowest_screen(points):
    for one, two in combinations(boxes(line_chart(points)), 2):
        apart = one[1] <= two[0] or two[1] <= one[0] or one[3] <= two[2] or two[3] <= one[2]
        assert apart, (one, two)


@given(POINTS)
def test_the_newest_year_bears_the_number_that_was_measured_highest(points):
    chart = line_chart(points)
    last = [mark for mark in chart.marks if mark.x == chart.columns[-1].x]
    assert last[0].label is not None


def measured(*pairs: tuple[int, float], definition: str = "") -> list[Point]:
    return [Point(year=year, series="value", value=value, definition=definition) for year, value in pairs]


def test_a_year_without_a_value_is_a_gap_in_the_line():
    chart = line_chart(measured((2020, 1), (2021, 2), (2023, 3)), unknown=[2022])
    assert len(chart.strokes) == 1
    assert [(one.year, one.unknown) for one in chart.columns] == [
        (2020, False),
        (2021, False),
        (2022, True),
        (2023, False),
    ]
    assert chart.breaks == ()


def test_another_definition_breaks_the_line():
    chart = line_chart([*measured((2020, 1), (2021, 2)), *measured((2022, 30), (2023, 31), definition="b")])
    assert len(chart.strokes) == 2
    assert chart.breaks == (chart.breaks[0],)
    assert chart.columns[1].x < chart.breaks[0] < chart.columns[2].x


def test_what_is_not_known_is_no_zero():
    chart = line_chart(measured((2021, 0)), unknown=[2022])
    assert [(mark.y, mark.x) for mark in chart.marks] == [(chart.base, chart.columns[0].x)]
    assert chart.columns[1].unknown


def test_charts_side_by_side_share_years_and_scale():
    scale = scale_of([10, 40])
    one = line_chart(measured((2021, 10)), years=[2020, 2023], scale=scale)
    two = line_chart(measured((2021, 40)), years=[2020, 2023], scale=scale)
    assert one.columns == two.columns
    assert one.base == two.base
    assert (one.base - two.marks[0].y) == pytest.approx(4 * (one.base - one.marks[0].y))


@given(st.lists(NUMBERS, min_size=1, max_size=12))
def test_bars_begin_at_zero_and_are_as_long_as_their_numbers(values):
    scale = scale_of(values)
    for value in values:
        made = bar(value, scale)
        start, width, zero = share(made.start), share(made.width), share(made.zero)
        assert (start if value >= 0 else start + width) == pytest.approx(zero, abs=2e-4)
        assert width * (scale.high - scale.low) == pytest.approx(
            abs(value), abs=2e-4 * (scale.high - scale.low)
        )


@given(st.lists(st.floats(0.01, 1e6), max_size=30), st.floats(1, 1000), st.floats(1, 1000))
def test_areas_are_as_the_values_and_fill_the_whole(values, width, height):
    ordered = sorted(values, reverse=True)
    areas = squarified(ordered, width, height)
    assert len(areas) == len(ordered)
    for value, area in zip(ordered, areas, strict=True):
        share_of_area = area.width * area.height / (width * height)
        assert share_of_area == pytest.approx(value / sum(ordered), rel=1e-4, abs=1e-9)
        assert area.x >= 0
        assert area.y >= 0
        assert area.x + area.width <= width * (1 + 1e-6)
        assert area.y + area.height <= height * (1 + 1e-6)


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=20))
def test_areas_do_not_cover_each_other(values):
    areas = squarified(sorted(values, reverse=True), 200, 100)
    for one, two in combinations(areas, 2):
        across = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
        down = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
        assert min(across, down) < 1e-6


def test_equal_values_become_squares():
    assert {(round(one.width), round(one.height)) for one in squarified([1] * 4, 100, 100)} == {(50, 50)}
