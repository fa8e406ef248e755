"""Dutch figures are read as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.recognising.numbers import Figure, missing_mark, number_of, read_figure


def rendered(value: int, decimals: int, *, thousands: str) -> str:
    """A number of hundredths in Dutch notation, written another way than the reader reads it."""
    whole, part = divmod(abs(value), 100)
    digits = f"{whole:,}".replace(",", thousands)
    tail = f",{part:02d}"[: decimals + 1] if decimals else ""
    return f"{'-' if value < 0 else ''}{digits}{tail}"


@given(st.integers(-(10**13), 10**13), st.sampled_from([".", "\u00a0", ""]))
def test_a_number_that_is_written_is_read_back(value: int, thousands: str) -> None:
    figure = read_figure(rendered(value, 2, thousands=thousands))
    assert figure is not None
    assert figure.value == pytest.approx(value / 100)


@given(st.integers(0, 10**10), st.sampled_from(["€ {}", "€{}", "{} euro", "EUR {}"]))
def test_an_amount_in_euro_is_read_back_with_its_unit(value: int, form: str) -> None:
    figure = read_figure(form.format(rendered(value, 2, thousands=".")))
    assert figure is not None
    assert (figure.value, figure.unit) == (pytest.approx(value / 100), "€")


@given(st.integers(0, 100_000))
def test_a_share_is_read_back(value: int) -> None:
    figure = read_figure(f"{rendered(value, 1, thousands='.')}%")
    assert figure is not None
    assert (figure.value, figure.unit) == (pytest.approx(value // 10 / 10), "%")


@given(st.text(max_size=20))
def test_any_text_is_a_figure_or_is_not(text: str) -> None:
    figure = read_figure(text)
    assert figure is None or (figure.value is None) == (figure.missing is not None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234", 1234), ("12.4", 12.4), ("0,5", 0.5), ("1.234.567,8", 1_234_567.8), ("1.000", 1000), ("2024", 2024),
        ("−12", -12), ("(1.250)", -1250), ("1.250-", -1250), ("-/- 75", -75), ("€ -5", -5), ("+ 3", 3), ("0", 0),
        ("€ 40.000,-", 40_000), ("<= 16%", 16), ("≥ 7,5", 7.5), ("14*", 14), ("2,5 fte", 2.5), ("ca. 30", 30),
        ("12 345", 12_345), ("1.250 -/-", -1250), ("12,4 1)", 12.4), ("12,4²", 12.4), ("6 weken", 6), ("lager dan 14", 14),
        ("71% (schooljaar 2021/2022)", 71), ("85 (V)", 85), ("N 85", 85),
    ],
)  # fmt: skip
def test_figures_of_all_sorts(text: str, value: float) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert figure.value == value


@pytest.mark.parametrize(
    ("text", "scale"),
    [("€ 1,2 mln", 1e6), ("1,5 miljoen", 1e6), ("€ 2 mld.", 1e9), ("€ 3 ton", 1e5), ("€ 12", 1)],
)
def test_a_figure_may_name_its_own_scale(text: str, scale: float) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert figure.scale == scale


def test_the_letter_and_the_year_beside_a_figure_are_kept_apart() -> None:
    assert read_figure("517 V") == Figure(517, letter="V")
    assert read_figure("85.000 nadelig") == Figure(85_000, letter="N")
    assert read_figure("71% (2019)") == Figure(71, "%", year="2019")


@pytest.mark.parametrize(
    "text", ["", "abc", "10-15", "12 gemeenten", "3:1", "12,34,5", "1.23.456", "(5", "kwartaal 3"]
)
def test_other_texts_are_no_figures(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize(
    "text",
    ["n.n.b.", "nnb", "n.b.", "nb", "Ntb", "n.v.t.", "-", "–", ".", "PM", "- PM", "gegevens niet beschikbaar", "Geen gegevens",
     "nog te bepalen", "onbekend", "nog niet bekend", "gegevens niet beschikbaar."],
)  # fmt: skip
def test_the_marks_of_a_missing_figure_are_no_zero(text: str) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert figure.value is None
    assert figure.missing


@pytest.mark.parametrize("text", ["0", "nul", "niets bijzonders", "geen afwijking", "bekend"])
def test_other_words_are_no_marks_of_a_missing_figure(text: str) -> None:
    assert missing_mark(text) is None


def test_a_dot_parts_thousands_only_before_three_digits() -> None:
    assert [number_of(text) for text in ("1.500", "1.5", "1.500,5", "1500")] == [1500, 1.5, 1500.5, 1500]
