import pytest

from rodedraad.recognising.sides import split_sides
from rodedraad.recognising.units import units_of
from tests.recognising.pages import extract


@pytest.mark.parametrize(
    ("field", "plan"),
    [
        ("We openen een buurthuis.\n\nHet buurthuis is in juli geopend.", 1),
        ("We openen een buurthuis.\n\nWe bezoeken ouderen.\n\nHet buurthuis is geopend.", 2),
        (
            "• We openen een buurthuis.\n• We bezoeken ouderen.\n\n• Het buurthuis is geopend.\n• De ouderen zijn bezocht en gesproken.",
            2,
        ),
        ("• Een buurthuis\n• Een proef\nHet buurthuis is in juli geopend.", 2),
        ("4e kwartaal\n\nDe planning is opgeschoven naar 2023.", 1),
        ("We bezoeken ouderen.\nWe openen een buurthuis.", 2),
        ("We bezoeken ouderen.", 1),
        ("Aantal huisbezoeken\n\nAantal huisbezoeken: 140", 1),
    ],
)
def test_the_plan_ends_where_a_cell_begins_that_looks_back(field: str, plan: int) -> None:
    assert split_sides(units_of([extract(field)]), 2022) == plan


def test_an_introduction_is_not_cut_from_its_list() -> None:
    assert split_sides(units_of([extract("Dit doen we:\n\n• Een nota\n• Een proef")]), 2022) == 3
