from datetime import UTC, date, datetime

import pytest

from rodedraad.publishing import dutch


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2021, 7, 1), date(2021, 12, 31), "2e helft 2021"),
        (date(2021, 10, 1), date(2021, 12, 31), "4e kwartaal 2021"),
        (date(2024, 2, 1), date(2024, 2, 29), "februari 2024"),
        (date(2022, 1, 1), date(2022, 1, 1), "1 januari 2022"),
        (date(2017, 1, 1), date(2020, 12, 31), "2017 tot en met 2020"),
        (date(2021, 2, 1), date(2021, 4, 30), "1 februari 2021 tot en met 30 april 2021"),
        (date(2021, 3, 5), date(2022, 3, 4), "5 maart 2021 tot en met 4 maart 2022"),
    ],
)
def test_a_period_has_the_plainest_name(start, end, words):
    assert dutch.period(start, end) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (1234567, "1.234.567"), (12.5, "12,5"), (-3, "-3"), (0.125, "0,12"), (100.0, "100")],
)
def test_a_number_has_dots_and_a_comma(value, words):
    assert dutch.number(value) == words


@pytest.mark.parametrize(
    ("value", "full", "short"),
    [
        (1_234_000, "€ 1.234.000", "€ 1,2 mln"),
        (-980_400, "−€ 980.400", "−€ 980.400"),
        (-2_500_000, "−€ 2.500.000", "−€ 2,5 mln"),
        (0, "€ 0", "€ 0"),
    ],
)
def test_an_amount_in_euro(value, full, short):
    assert (dutch.euro(value), dutch.euro_short(value)) == (full, short)


@pytest.mark.parametrize(
    ("days", "words"),
    [(275, "9 maanden later"), (1, "1 dag later"), (-14, "14 dagen eerder"), (-31, "1 maand eerder")],
)
def test_how_much_later(days, words):
    assert dutch.later(days) == words


def test_a_moment_is_iso_8601_to_the_minute():
    assert dutch.stamp(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)) == "2026-01-02T03:04Z"
