from datetime import date
from importlib.resources import files

import pytest

from rodedraad.measuring.areas import cbs
from rodedraad.measuring.areas.mergers import mergers
from rodedraad.measuring.areas.sizes import size_class
from rodedraad.measuring.errors import FigureError
from tests.measuring.support import areas, areas_of_2022, asked, needs_data


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Nieuwegein", date(2024, 1, 1), "GM0356"),
        ("gemeente  NIEUWEGEIN", date(2024, 1, 1), "GM0356"),
        ("Den Haag", date(2024, 1, 1), "GM0518"),
        ("\u2019s-Gravenhage (gemeente)", date(2024, 1, 1), "GM0518"),
        ("Bergen (L.)", date(2024, 1, 1), "GM0889"),
        ("Bergen", date(2024, 1, 1), None),
        ("Brielle", date(2022, 12, 31), "GM0501"),
        ("Brielle", date(2023, 1, 1), None),
        ("Voorne aan Zee", date(2023, 1, 1), "GM1992"),
        ("Voorne aan Zee", date(2022, 12, 31), None),
        ("Lutjebroek", date(2024, 1, 1), None),
    ],
)
def test_a_name_means_a_municipality_of_its_day_or_none(name: str, day: date, code: str | None) -> None:
    assert areas().code_of(name, day) == code


def test_a_merged_municipality_has_the_people_and_the_shared_regions_of_its_parts() -> None:
    merged = areas().get("GM1992", date(2024, 1, 1))
    assert merged is not None
    assert (merged.name, merged.inhabitants, merged.regions) == ("Voorne aan Zee", 72_000, ("JZ29", "PV28"))


def test_a_code_is_known_in_the_years_in_which_it_is_given_out() -> None:
    found = areas()
    assert [found.knows("GM0501", date(year, 1, 1)) for year in (2022, 2023)] == [True, False]
    assert [found.knows("GM1992", date(year, 1, 1)) for year in (2022, 2023)] == [False, True]
    assert found.knows("JZ26", date(2024, 1, 1))


def test_every_merger_says_where_it_was_found() -> None:
    assert {one.into for one in mergers()} > {"GM1992", "GM0363"}
    table = files("rodedraad.measuring.areas").joinpath("mergers.tsv").read_text(encoding="utf-8")
    assert all(len(line.split("\t")[-1]) > 20 for line in table.splitlines()[1:])
    for one in mergers():
        assert one.code != one.into
        assert {one.code[:2], one.into[:2]} == {"GM"}


@needs_data
@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2024, 1, 1), 342),
        (date(2022, 3, 24), 344),
        (date(2022, 1, 1), 345),
        (date(2021, 1, 1), 352),
        (date(2020, 1, 1), 355),
    ],
)
def test_mergers_give_the_number_of_municipalities_that_cbs_tells(day: date, count: int) -> None:
    assert len(areas_of_2022().on(day).areas) == count


@needs_data
def test_lekstroom_is_a_youth_region_of_five() -> None:
    on = areas_of_2022().on(date(2022, 1, 1))
    assert on.regions["JZ26"] == "Lekstroom"
    inside = [area.name for area in on.areas if "JZ26" in area.regions]
    assert sorted(inside) == ["Houten", "IJsselstein", "Lopik", "Nieuwegein", "Vijfheerenlanden"]


def test_a_table_of_areas_of_an_unknown_year_is_refused_with_the_remedy() -> None:
    table = "ID,RegioS,Code_1,Naam_2,Inwonertal_54\n0,GM0356,GM0356,Nieuwegein,64554\n"
    with pytest.raises(FigureError, match="het jaar van deze gebieden is niet bekend"):
        cbs.deliver(asked("cbs/99999NED", table))
    found = cbs.deliver(asked("cbs/99999NED", table, year=2030))
    assert found.areas.day == date(2030, 1, 1)
    assert [fact.value for fact in found.supply.facts] == [64554]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("50000tot100000inwoners", "50.000 tot 100.000 inwoners"),
        ("50 000 tot 100 000 inwoners", "50.000 tot 100.000 inwoners"),
        ("minderdan5000inwoners", "minder dan 5.000 inwoners"),
        ("250000inwonersofmeer", "250.000 inwoners of meer"),
        ("Sterk stedelijk", None),
    ],
)
def test_size_classes_are_written_in_one_way(written: str, text: str | None) -> None:
    assert size_class(written) == text
