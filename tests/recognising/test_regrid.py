"""Tables that lost their cells, found again from their lines."""

import pytest

from rodedraad.model.terms import BlockRole
from rodedraad.reading import read
from rodedraad.recognising.regrid import restored
from rodedraad.recognising.regrid.holds import Holds, holds_of
from rodedraad.recognising.regrid.spanning import spans_of
from rodedraad.recognising.shapes import Shape, shape_of
from rodedraad.recognising.units import Unit, units_of
from tests.recognising.rows import page

HEADS = ["Indicator", "Eenheid", "Bron", "2022", "Streefwaarde 2024"]
ROWS = [
    ["Jongeren met jeugdhulp", "%", "CBS", "11,8", "11,0"],
    ["Inwoners met een uitkering", "per 10.000 inwoners", "CBS", "n.n.b.", "240"],
    ["Vrijwilligers bij het steunpunt", "aantal", "eigen telling", "318", "360"],
]


def units(text: str) -> tuple[Unit, ...]:
    return restored(units_of([read(text.encode(), "pagina.txt")]), 2024)


def grid(text: str) -> list[list[str]]:
    """Return the rows of the first table, with an empty text for an empty cell."""
    cells = [unit for unit in units(text) if unit.block.table == 0]
    if not cells:
        return []
    width = 1 + max(unit.block.column or 0 for unit in cells)
    rows = [[""] * width for _ in range(1 + max(unit.block.row or 0 for unit in cells))]
    for unit in cells:
        row, column = unit.block.row or 0, unit.block.column or 0
        rows[row][column] = f"{rows[row][column]} {unit.text}".strip()
    return rows


def lines(rows: list[list[str]], between: str = "\n") -> str:
    return between.join(cell for row in rows for cell in row if cell)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_cell_a_line_becomes_a_table_again_with_gaps_between_the_cells_or_without(between: str) -> None:
    assert grid("Indicatoren\n\n" + lines([HEADS, *ROWS], between)) == [HEADS, *ROWS]


def test_what_stands_around_a_table_stays_as_it_was() -> None:
    found = units(f"Indicatoren\n\n{lines([HEADS, *ROWS])}\n\nDe cijfers zijn van het CBS.\n")
    assert [unit.text for unit in found if unit.block.table is None] == [
        "Indicatoren",
        "De cijfers zijn van het CBS.",
    ]
    assert all(unit.block.role is BlockRole.CELL for unit in found if unit.block.table is not None)


def test_figures_that_could_stand_under_other_heads_stand_under_none() -> None:
    heads = ["Omschrijving", "2021", "2022", "2023"]
    rows = [["Bezoekers", "120", "130", "140"], ["Meldingen", "7", "8", "9"], ["Trajecten", "61", "74"]]
    found = grid(lines([heads, *rows]))
    assert found[2][:4] == rows[1]
    assert found[3][:4] == ["Trajecten", "", "", ""]
    assert found[3][4:] == ["61", "74"]


def test_a_table_of_money_without_a_head_over_its_names_and_letters_behind_its_differences() -> None:
    heads = ["Begroting 2024", "Rekening 2024", "Verschil"]
    rows = [["Lasten", "4.100", "4.250", "150", "N"], ["Baten", "900", "940", "40", "V"]]
    assert grid("Wat heeft het gekost?\n\n" + lines([heads, *rows])) == [["", *heads, ""], *rows]


def test_names_over_groups_of_rows_span_the_table() -> None:
    heads = ["Taakveld", "Begroting 2024", "Rekening 2024"]
    rows = [["6.1 Samenkracht", "410", "425"], ["6.3 Inkomen", "900", "940"]]
    text = lines([heads, ["Lasten"], *rows, ["Totaal lasten", "1.310", "1.365"], ["Baten"], *rows])
    spanning = [unit.text for unit in units(text) if unit.block.column_span > 1]
    assert spanning == ["Lasten", "Baten"]


def test_codes_without_a_head_over_them_are_a_column_of_their_own() -> None:
    heads = ["Naam", "2023", "2024"]
    rows = [["6.1", "Samenkracht", "410", "425"], ["6.3", "Inkomen", "900", "940"]]
    assert grid(lines([heads, *rows]))[1:] == rows


def test_heads_over_other_heads_span_their_columns() -> None:
    heads = [
        "Taakveld",
        "Lasten",
        "Baten",
        "Begroting 2024",
        "Rekening 2024",
        "Begroting 2024",
        "Rekening 2024",
    ]
    rows = [["6.1 Samenkracht", "410", "425", "90", "94"], ["6.3 Inkomen", "900", "940", "-", "15"]]
    found = grid(lines([heads, *rows]))
    assert found == [["Taakveld", "Lasten", "", "Baten", ""], ["", *heads[3:]], *rows]


def test_a_word_in_place_of_a_figure_stands_in_its_column() -> None:
    heads = ["Indicator", "Nulmeting", "Realisatie 2024", "Streefwaarde 2027"]
    rows = [["Eenzame ouderen", "11%", "10,6%", "lager dan nulmeting"], ["Thuiszitters", "41", "35", "0"]]
    assert grid(lines([heads, *rows])) == [heads, *rows]


def test_two_years_in_one_cell_stay_together() -> None:
    heads = ["Indicator", "Streefwaarde", "Gerealiseerd", "Bron"]
    cells = [["2023: 60%", "2024: 75%"], ["2023: 52%", "2024: 77%"]]
    text = lines([heads, ["Gezinnen met een plan", *cells[0], *cells[1], "eigen telling"]])
    text += "\n" + lines(
        [["Schuldregelingen", "2023: 40", "2024: 44", "2023: 33", "2024: 36", "Kredietbank"]]
    )
    assert grid(text)[1] == [
        "Gezinnen met een plan",
        "2023: 60% 2024: 75%",
        "2023: 52% 2024: 77%",
        "eigen telling",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wat willen we bereiken?\n\nWat gaan we doen?\n\nWat mag het kosten?\n\nOp deze vragen geven wij antwoord.\n",
        "Lasten\nBaten\nSaldo\n\nDeze drie begrippen komen steeds terug in dit programma.\n",
        "Planning\n\nWij starten in januari.\n\nRisico's\n\nHet kan langer duren dan gedacht.\n",
    ],
)
def test_headings_without_rows_below_them_are_no_table(text: str) -> None:
    assert grid(text) == []


def test_tables_that_are_marked_up_are_left_alone() -> None:
    page = "<table><tr><th>Naam</th><th>2023</th></tr><tr><td>Bezoekers</td><td>12</td></tr></table>"
    marked = units_of([read(page.encode(), "pagina.html")])
    assert restored(marked, 2024) == marked


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("1.250", Shape.FIGURE),
        ("27", Shape.INTEGER),
        ("6.71a", Shape.CODE),
        ("2023", Shape.YEAR),
        ("Q2 2024", Shape.PERIOD),
        ("n.n.b.", Shape.MISSING),
        ("N", Shape.LETTER),
        ("2e kwartaal", Shape.TIME),
        ("per 1.000 inwoners", Shape.UNIT),
        ("lager dan nulmeting", Shape.WORDED),
        ("Toelichting", Shape.LABEL),
        ("Op schema", Shape.STATE),
        ("Jongeren met jeugdhulp", Shape.NAME),
        ("We openen in juni een buurthuis.", Shape.TEXT),
    ],
)
def test_a_line_has_looks(text: str, shape: Shape) -> None:
    assert shape_of(text) is shape


@pytest.mark.parametrize(
    ("head", "holds"),
    [
        ("Begroting 2024 (na wijziging)", Holds.FIGURE),
        ("(x € 1.000)", Holds.NAME),
        ("Eenheid", Holds.UNIT),
        ("Bron", Holds.SOURCE),
        ("Status", Holds.STATE),
        ("Wat gaan we doen?", Holds.PLAN),
        ("Toelichting", Holds.REMARK),
        ("Doel", Holds.EITHER),
        ("Wat heeft het gekost?", None),
        ("De lasten zijn hoger dan begroot.", None),
    ],
)
def test_a_head_tells_what_its_column_holds(head: str, holds: Holds | None) -> None:
    assert holds_of(head) is holds


@pytest.mark.parametrize(
    ("groups", "leaves", "spans"),
    [
        (["Lasten", "Baten"], ["2023", "2024", "2023", "2024"], [(0, 2), (2, 2)]),
        (["Lasten", "Baten", "Saldo"], ["Begroot", "Werkelijk", "Begroot", "Werkelijk", "Verschil"], [(0, 2), (2, 2), (4, 1)]),
        (["Realisaties", "Prognose", "Streefwaarden"], ["2021", "2022", "2023", "2023", "2024"], [(0, 2), (2, 1), (3, 2)]),
        (["Lasten", "Baten"], ["2022", "2023", "2024"], None),
        (["Lasten", "Baten"], ["2024"], None),
    ],
)  # fmt: skip
def test_heads_over_heads_are_parted_where_the_words_tell(
    groups: list[str], leaves: list[str], spans: list[tuple[int, int]] | None
) -> None:
    assert spans_of(groups, leaves) == spans


def test_a_letter_behind_every_figure_goes_with_it() -> None:
    heads = ["Omschrijving", "Rekening 2021", "Begroting 2022", "Rekening 2022"]
    rows = [
        ["Lasten", "80.100", "N", "91.500", "N", "98.700", "N"],
        ["Baten", "2.100", "V", "3.000", "V", "12.600", "V"],
    ]
    assert grid(lines([heads, *rows], "\n\n")) == [
        heads,
        ["Lasten", "80.100 N", "91.500 N", "98.700 N"],
        ["Baten", "2.100 V", "3.000 V", "12.600 V"],
    ]


def test_years_under_as_many_heads_are_two_rows_of_heads() -> None:
    heads = ["Rekening", "Begroting", "Begroting", "Begroting", "2017", "2018", "2019", "2020"]
    rows = [["Lasten", "4.100", "4.200", "4.300", "4.400"], ["Baten", "310", "320", "330", "340"]]
    assert grid(lines([heads, *rows], "\n\n")) == [
        ["", "Rekening", "Begroting", "Begroting", "Begroting"],
        ["", "2017", "2018", "2019", "2020"],
        *rows,
    ]


def test_full_euros_by_the_million_are_figures_and_codes_are_not() -> None:
    assert shape_of("31.284.516") is Shape.FIGURE
    assert shape_of("6.1.2") is Shape.CODE


def test_a_year_on_a_line_of_its_own_goes_with_its_head_where_gaps_part_cells() -> None:
    heads = ["Realisatie\n2022", "Begroting\n2023", "Begroting\n2024"]
    rows = [["Lasten", "31.104", "33.461", "33.615"], ["Baten", "8.036", "6.104", "6.291"]]
    found = grid(lines([heads, *rows], "\n\n"))
    assert found == [["", "Realisatie 2022", "Begroting 2023", "Begroting 2024"], *rows]


def test_a_last_head_stands_over_the_years_behind_it() -> None:
    heads = ["Rekening 2020", "Begroting 2021", "Meerjarenraming", "2022", "2023"]
    found = grid(lines([heads, ["Lasten", "10", "20", "30", "40"], ["Baten", "-5", "-6", "-7", "-8"]]))
    assert found[0][:4] == ["", "Rekening 2020", "Begroting 2021", "Meerjarenraming"]
    assert found[1] == ["", "", "", "2022", "2023"]
    assert found[2] == ["Lasten", "10", "20", "30", "40"]


def test_heads_with_years_are_all_heads_even_where_rows_have_fewer_figures() -> None:
    heads = ["Rekening 2021", "Begroting 2022", "Begroting 2023", "Raming 2024"]
    found = grid(lines([heads, ["Lasten", "-59", "-57", "-54"], ["Baten", "35", "34", "32"]]))
    assert not any("Raming 2024" in cell for row in found[1:] for cell in row)


def test_numbers_that_rise_before_names_are_codes_and_no_figures() -> None:
    heads = ["Lasten", "Baten", "Saldo"]
    rows = [
        ["601", "Buurthuizen", "-668", "235", "-433"],
        ["602", "Wijkteams", "-964", "-964"],
        ["603", "Inkomen", "-427", "928", "501"],
        ["604", "Begeleiding", "-378", "77", "-301"],
    ]
    found = grid(lines([heads, *rows]))
    assert [row[:2] for row in found[1:]] == [row[:2] for row in rows]


def test_heads_on_one_line_stand_over_cells_on_a_line_each() -> None:
    rows = [["Participatie"], ["Lasten", "4.776", "4.421", "-355"], ["Baten", "653", "0", "-653"]]
    text = "Werk en zorg Begroot 2025 Begroot 2026 Verschil\n\n" + lines(rows, "\n\n")
    assert grid(text) == [
        ["Werk en zorg", "Begroot 2025", "Begroot 2026", "Verschil"],
        ["Participatie", "", "", ""],
        *rows[1:],
    ]


TILES = ["Uitgaven", "42,63%", "€ 22.842", "x € 1.000", "Inkomsten", "8,65%", "€ 4.047", "x € 1.000"]


def test_names_with_an_amount_each_are_rows_under_no_heads() -> None:
    assert grid("\n\n".join(["Zorg en jeugd", *TILES])) == [
        ["Uitgaven", "42,63%", "€ 22.842"],
        ["x € 1.000", "", ""],
        ["Inkomsten", "8,65%", "€ 4.047"],
        ["x € 1.000", "", ""],
    ]


def test_an_amount_behind_a_name_is_read_by_what_the_name_or_its_letter_says() -> None:
    rows = [
        "(bedragen x € 1.000)",
        "Wat opvalt",
        "Lasten",
        "27.861",
        "Wijkteams",
        "958",
        "n",
        "Jeugdhulp",
        "-282",
        "v",
    ]
    found = page("# Wat heeft het gekost?\n\n" + "\n\n".join(rows), "jaarstukken", 2023, "pagina.md").elements
    amounts = [(one.what, one.value) for element in found for one in element.amounts]
    assert amounts == [("lasten", 27_861_000), ("verschil", -958_000), ("verschil", 282_000)]


def test_names_with_an_amount_under_a_head_of_figures_keep_that_head() -> None:
    found = grid(
        lines([["Omschrijving (x € 1.000)", "2023"], ["Lasten", "120"], ["Baten", "40"], ["Saldo", "-80"]])
    )
    assert found[0] == ["Omschrijving (x € 1.000)", "2023"]
