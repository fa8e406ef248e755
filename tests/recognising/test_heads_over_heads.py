"""Tables of money under two or three rows of heads, and what stands between those over the names."""

import pytest

from rodedraad.recognising.regrid.spanning import spans_of
from tests.recognising.rows import money, page

SIDES = ["Baten", "Lasten", "Saldo"]
ROWS = [
    ["1 Zorg", 10, 110, -100, 20, 130, -110, 30, 160, -130],
    ["2 Werk", 5, 50, -45, 6, 70, -64, 7, 80, -73],
]


def cells(*heads: str, rows: list[list[str | int]] | None = None) -> str:
    return under("(bedragen x € 1.000)", *heads, rows=rows)


def under(*found: str, rows: list[list[str | int]] | None = None) -> str:
    return "\n\n".join([*found, *(str(cell) for row in rows or ROWS for cell in row)]) + "\n"


def stages(text: str, kind: str, year: int) -> list[tuple[str, str, int | None, float | None]]:
    return [(*one[:3], one[3] and one[3] / 1000) for one in money(page(text, kind, year))]


@pytest.mark.parametrize("corner", [[], ["Programma's:"], ["bedragen x € 1.000"]])
def test_stages_without_a_year_stand_over_what_comes_again_under_each(corner: list[str]) -> None:
    heads = ["Omschrijving", "Begroting voor wijziging", "Begroting na wijziging", "Realisatie"]
    found = stages(cells(*heads, *corner, *SIDES * 3), "jaarstukken", 2021)
    assert ("lasten", "approved", 2021, 110.0) in found
    assert ("saldo", "adjusted", 2021, -110.0) in found
    assert ("baten", "executed", 2021, 7.0) in found
    assert len(found) == 18


def test_stages_stand_over_years_and_both_over_lasten_and_baten() -> None:
    stages_and_years = [
        "Rekening",
        "Begroting",
        "Meerjarenraming",
        "bedragen x € 1.000",
        "2021",
        "2022",
        "2023",
    ]
    heads = ["Programma's", *stages_and_years]
    found = stages(under(*heads, '( "-"= nadeel /', '"+"= voordeel )', *SIDES * 3), "begroting", 2023)
    assert ("lasten", "executed", 2021, 110.0) in found
    assert ("saldo", "approved", 2022, -110.0) in found
    assert ("baten", "approved", 2023, 7.0) in found


def test_many_heads_that_come_again_are_those_of_one_table() -> None:
    years = [f"Begroting {year}" for year in range(2021, 2027)]
    rows: list[list[str | int]] = [
        [name, *(sign + place for place in range(18))] for name, sign in (("1 Zorg", 100), ("2 Werk", 300))
    ]
    found = stages(cells("Programma", *years, *SIDES * 6, rows=rows), "begroting", 2021)
    assert ("baten", "approved", 2021, 100.0) in found
    assert ("saldo", "approved", 2026, 317.0) in found


def test_a_row_a_line_under_two_lines_of_heads() -> None:
    text = (
        "Programma (in € 1.000) Primitieve begroting Bijgestelde begroting 2021 Realisatie 2021\n"
        "Baten Lasten Saldo Baten Lasten Saldo Baten Lasten Saldo\n"
        "1 Zorg 10 110- 100- 20 130- 110- 30 160- 130-\n"
        "2 Werk 5 50- 45- 6 70- 64- 7 80- 73-\n"
    )
    found = stages(text, "jaarstukken", 2021)
    assert ("lasten", "approved", 2021, 110.0) in found
    assert ("saldo", "adjusted", 2021, -64.0) in found
    assert ("saldo", "executed", 2021, -130.0) in found


def test_lasten_over_the_names_tells_of_all_rows_below() -> None:
    heads = ["Lasten", "Begroting", "Wijziging", "Begroting na wijziging", "Werkelijk", "Verschil"]
    rows: list[list[str | int]] = [
        ["0.1 Bestuur", 100, 10, 110, 120, 10, "N"],
        ["0.2 Zaken", 50, 5, 55, 40, -15, "V"],
    ]
    found = stages(cells(*heads, *["2023"] * 5, "N/V", rows=rows), "jaarstukken", 2023)
    own = [one for one in found if not one[0].startswith("verschil")]
    assert {what for what, *_ in own} == {"lasten"}
    assert ("lasten", "adjusted", 2023, 110.0) in own
    assert ("lasten", "executed", 2023, 40.0) in own


def test_codes_between_bars_stand_before_the_name() -> None:
    text = (
        "Bedragen in duizenden euro's\n2022 | Baten | Lasten | Saldo | |\n---|---|---|---|---|\n"
        "01 | Bestuur | 10 | -110 | -100 |\n02 | Zorg | 20 | -130 | -110 |\nTotaal | 30 | -240 | -210 | |\n"
    )
    found = stages(text, "begroting", 2022)
    assert [one[0] for one in found] == ["baten", "lasten", "saldo"] * 3
    assert found[4] == ("lasten", "approved", 2022, 130.0)


def test_saldo_resultaat_is_one_row_and_a_deviation_no_stage() -> None:
    text = "• Lasten (bedragen x € 1.000)\n  Begroot € 100\n  Gerealiseerd € 130\n  Afwijking € -30\n"
    found = stages(f"Sociaal domein\n\n{text}{text}", "jaarstukken", 2022)
    assert ("lasten", "executed", 2022, -30.0) not in found
    assert ("lasten", "approved", 2022, 100.0) in found


def test_leaves_that_come_again_part_at_once() -> None:
    assert spans_of(["A", "B", "C"], ["x", "y"] * 3) == [(0, 2), (2, 2), (4, 2)]
