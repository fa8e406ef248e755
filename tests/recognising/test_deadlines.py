from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.recognising.deadlines import MONTHS, SHORT_MONTHS, find_deadlines

YEAR = 2022


def days(first: str, last: str | None = None) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last or first)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("op 1 juli 2021", days("2021-07-01")),
        ("per 1 januari 2023", days("2023-01-01")),
        ("vóór 15 mrt. 2024", days("2024-03-15")),
        ("op 1 september", days("2022-09-01")),
        ("01-07-2021", days("2021-07-01")),
        ("1/7/2021", days("2021-07-01")),
        ("in juli 2021", days("2021-07-01", "2021-07-31")),
        ("februari 2024", days("2024-02-01", "2024-02-29")),
        ("mei-juni 2021", days("2021-05-01", "2021-06-30")),
        ("april t/m juni 2021", days("2021-04-01", "2021-06-30")),
        ("november tot en met februari 2022", days("2021-11-01", "2022-02-28")),
        ("1e kwartaal 2021", days("2021-01-01", "2021-03-31")),
        ("het tweede kwartaal van 2022", days("2022-04-01", "2022-06-30")),
        ("het laatste kwartaal van 2022", days("2022-10-01", "2022-12-31")),
        ("3e en 4e kwartaal 2022", days("2022-07-01", "2022-12-31")),
        ("Q2 2022", days("2022-04-01", "2022-06-30")),
        ("Q4", days("2022-10-01", "2022-12-31")),
        ("kwartaal 3 2023", days("2023-07-01", "2023-09-30")),
        ("4e kwartaal", days("2022-10-01", "2022-12-31")),
        ("eerste helft van 2023", days("2023-01-01", "2023-06-30")),
        ("2e helft 2023", days("2023-07-01", "2023-12-31")),
        ("eerste half jaar 2023", days("2023-01-01", "2023-06-30")),
        ("eind 2021", days("2021-10-01", "2021-12-31")),
        ("begin 2022", days("2022-01-01", "2022-03-31")),
        ("medio 2022", days("2022-05-01", "2022-08-31")),
        ("het najaar van 2022", days("2022-09-01", "2022-12-31")),
        ("voorjaar 2023", days("2023-03-01", "2023-06-30")),
        ("in de loop van 2021", days("2021-01-01", "2021-12-31")),
        ("uiterlijk 2023", days("2023-01-01", "2023-12-31")),
        ("2019-2022", days("2019-01-01", "2022-12-31")),
        ("2020 t/m 2023", days("2020-01-01", "2023-12-31")),
        ("volgend jaar", days("2023-01-01", "2023-12-31")),
        ("vorig jaar", days("2021-01-01", "2021-12-31")),
        ("eind dit jaar", days("2022-10-01", "2022-12-31")),
    ],
)
def test_times_in_dutch(text: str, expected: tuple[date, date]) -> None:
    (moment,) = find_deadlines(f"We openen het buurthuis {text}.", YEAR)
    assert (moment.first, moment.last) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We openen een buurthuis.",
        "het Actieplan 2021",
        "€ 2.021 per jaar",
        "31 februari 2021",
        "12-34-2021",
        "2022-2019",
        "de nota Meedoen 2020",
        "kwartaalrapportage",
        "We mogen meebeslissen",
        "ongeveer 1 op de 4",
    ],
)
def test_text_without_a_time(text: str) -> None:
    assert find_deadlines(text, YEAR) == ()


def test_a_time_without_a_year_takes_the_one_named_before_it() -> None:
    text = "In 2020 beginnen we; in het 4e kwartaal zijn we klaar."
    year, quarter = find_deadlines(text, YEAR)
    assert (year.precise, quarter.precise) == (False, True)
    assert quarter.last == date(2020, 12, 31)


def test_a_year_of_another_sentence_does_not_count() -> None:
    *_, quarter = find_deadlines("We begonnen in 2020. In het 4e kwartaal zijn we klaar.", YEAR)
    assert quarter.last == date(2022, 12, 31)


def test_times_stand_where_they_are_said_and_do_not_overlap() -> None:
    text = "Start in Q1 2022, tussenstand op 1 juli 2022, klaar eind 2023."
    found = find_deadlines(text, YEAR)
    assert [text[moment.start : moment.end] for moment in found] == ["Q1 2022", "1 juli 2022", "eind 2023"]


DAY = st.dates(date(2000, 1, 1), date(2049, 12, 31))
AS_DAY = [
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day}e {MONTHS[day.month - 1].upper()} {day.year}",
]
FRAMES = ["We zijn klaar op {}.", "{}", "Vóór {} is alles gereed", "(per {})", "Planning: {};"]


@given(day=DAY, render=st.sampled_from(AS_DAY), frame=st.sampled_from(FRAMES))
def test_a_day_is_read_back(day: date, render, frame: str) -> None:
    text = frame.format(render(day))
    assert [(moment.first, moment.last) for moment in find_deadlines(text, YEAR)] == [(day, day)]


NAMES = {
    1: ["eerste", "1e", "1ste"],
    2: ["tweede", "2e", "2de"],
    3: ["derde", "3e", "3de"],
    4: ["vierde", "4e", "4de"],
}


@given(
    year=st.integers(2000, 2049),
    quarter=st.integers(1, 4),
    name=st.integers(0, 2),
    link=st.sampled_from([" ", " van ", " in "]),
    frame=st.sampled_from(FRAMES),
)
def test_a_quarter_is_read_back(year: int, quarter: int, name: int, link: str, frame: str) -> None:
    text = frame.format(f"{NAMES[quarter][name]} kwartaal{link}{year}")
    first = date(year, quarter * 3 - 2, 1)
    last = date(year + quarter // 4, quarter % 4 * 3 + 1, 1) - timedelta(days=1)
    assert [(moment.first, moment.last) for moment in find_deadlines(text, YEAR)] == [(first, last)]


@given(year=st.integers(2000, 2049), month=st.integers(1, 12), frame=st.sampled_from(FRAMES))
def test_a_month_is_read_back(year: int, month: int, frame: str) -> None:
    (moment,) = find_deadlines(frame.format(f"{MONTHS[month - 1]} {year}"), YEAR)
    assert (moment.first, moment.last) == (
        date(year, month, 1),
        date(year, month, monthrange(year, month)[1]),
    )


@given(st.text(alphabet="0123456789 -/.eqQ kwartalenhfjuimdv", max_size=40))
def test_any_text_gives_times_in_order_inside_it(text: str) -> None:
    found = find_deadlines(text, YEAR)
    assert all(0 <= moment.start < moment.end <= len(text) for moment in found)
    assert all(moment.first <= moment.last for moment in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
