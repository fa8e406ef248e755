import pytest

from rodedraad.recognising.units import units_of
from tests.recognising.pages import extract


@pytest.mark.parametrize(
    ("line", "number", "words"),
    [
        ("1. Een nota", "1.", "Een nota"),
        ("3.2 Jeugd", "3.2", "Jeugd"),
        ("1.2.3.4 Een proef", "1.2.3.4", "Een proef"),
        ("A1.2 Een proef", "A1.2", "Een proef"),
        ("2) ‘Samen’ doen", "2)", "‘Samen’ doen"),
        ("12 gemeenten doen mee", None, "12 gemeenten doen mee"),
        ("2021 was een goed jaar", None, "2021 was een goed jaar"),
        ("1.200 euro", None, "1.200 euro"),
        ("Een nota", None, "Een nota"),
    ],
)
def test_a_number_before_the_words(line: str, number: str | None, words: str) -> None:
    (unit,) = units_of([extract(line)])
    assert unit.words == words
    assert (unit.number or "").strip(".") == (number or "").strip(".")


def test_a_heading_may_have_a_number_without_a_mark() -> None:
    (unit, _) = units_of([extract("<h2>3 Jeugd</h2><p>x</p>", "p.html")])
    assert (unit.number, unit.words) == ("3", "Jeugd")


@pytest.mark.parametrize("text", ["1.", "2", "3.1", "A2.1", "a)"])
def test_a_bare_number(text: str) -> None:
    units = units_of([extract(f"{text}\n\nTekst")])
    assert units[0].only_number


BROKEN = "Samen met onze partners in de zorg en de sport in het dorp"


def test_a_sentence_broken_over_lines_is_one_unit() -> None:
    (unit,) = units_of([extract(f"{BROKEN}\nwerken we aan gezondheid.")])
    assert unit.text == f"{BROKEN}\nwerken we aan gezondheid."


def test_a_sentence_that_markup_broke_in_paragraphs_is_one_unit_too() -> None:
    (unit,) = units_of([extract(f"<p>{BROKEN}</p><p>werken we aan gezondheid.</p>", "p.html")])
    assert " ".join(unit.text.split()) == f"{BROKEN} werken we aan gezondheid."


@pytest.mark.parametrize(
    "page",
    [
        f"{BROKEN}\n\nwerken we aan gezondheid.",
        f"{BROKEN}.\nwerken we aan gezondheid.",
        f"{BROKEN}\nWerken aan gezondheid.",
        "Jeugd\nwerken we aan gezondheid.",
        f"{BROKEN}\n• werken aan gezondheid",
    ],
)
def test_other_lines_stay_apart(page: str) -> None:
    assert len(units_of([extract(page)])) == 2


def test_units_of_several_sources_know_theirs() -> None:
    units = units_of([extract("Een."), extract("Twee.\n\nDrie.")])
    assert [(unit.place, unit.source, unit.gap) for unit in units] == [
        (0, 0, True),
        (1, 1, True),
        (2, 1, True),
    ]
