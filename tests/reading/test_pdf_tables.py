"""Tables without cells of rules: told by the white between their columns."""

import pytest

from tests.reading.extracts import block_of, cells, checked, content
from tests.reading.print import HEIGHT, Sheet, pdf

LEFTS = (70, 260, 340, 420)
HEADS = ("Taakveld", "Begroting", "Rekening", "Verschil")
FIGURES = (
    ("6.1 Samenkracht", "1.490", "1.515", "25 N"),
    ("6.2 Toegang", "3.310", "3.390", "80 N"),
    ("6.3 Inkomen", "388", "340", "48 V"),
)
PLANS = (
    (
        "Wij openen drie nieuwe ontmoetingsplekken in de wijken van de gemeente",
        "Op schema",
        "De eerste is open.",
    ),
    (
        "Wij scholen alle medewerkers van de toegang",
        "Vertraagd",
        "De scholing begint pas in het najaar van 2023.",
    ),
    ("Een proef met budgetcoaches", "Gestopt", "Er was te weinig belangstelling voor een tweede groep."),
)


def of(draw):
    return checked(pdf(draw), "stuk.pdf")


def figures(sheet: Sheet, down: float, step: float = 14) -> float:
    for left, text in zip(LEFTS, HEADS, strict=True):
        sheet.say(text, left, down, font="Helvetica-Bold")
    for row in FIGURES:
        down += step
        for left, text in zip(LEFTS, row, strict=True):
            sheet.say(text, left, down)
    return down + step


def plans(sheet: Sheet, down: float, *, ruled: bool) -> float:
    for row in PLANS:
        ends = [
            sheet.flow(text, left, down, width, 9)
            for text, left, width in zip(row, (70, 250, 330), (150, 60, 120), strict=True)
        ]
        if ruled:
            sheet.canvas.line(70, HEIGHT - (down - 12), 500, HEIGHT - (down - 12))
        down = max(ends) + 8
    return down


def test_figures_below_each_other_are_a_table_with_heads():
    def draw(sheet: Sheet) -> None:
        sheet.say("Wat heeft het gekost?", 70, 80, 14)
        sheet.say(
            "Een alinea na de tabel, breder dan de tabel zelf en dus geen rij daarvan.",
            70,
            figures(sheet, 110) + 20,
        )

    extract = of(draw)
    rows = [HEADS, *FIGURES]
    assert cells(extract) == [
        (0, row, column, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)
    ]
    assert block_of(extract, "Begroting").header
    assert not block_of(extract, "1.490").header
    assert content(extract)[-1].startswith("Een alinea na de tabel")


@pytest.mark.parametrize("ruled", [True, False])
def test_cells_that_wrap_are_one_block(ruled):
    extract = of(lambda sheet: plans(sheet, 100, ruled=ruled))
    assert cells(extract) == [
        (0, row, column, text) for row, texts in enumerate(PLANS) for column, text in enumerate(texts)
    ]


def test_rows_without_white_between_them():
    extract = of(lambda sheet: figures(sheet, 100, step=11))
    assert [place[1] for place in cells(extract)] == [row for row in range(4) for _ in HEADS]


def test_a_table_that_goes_on_without_rules_on_the_next_page():
    def draw(sheet: Sheet) -> None:
        figures(sheet, 760)
        sheet.turn()
        for number in range(2):
            for left, text in zip(LEFTS, (f"6.{number + 4} Werk", "70", "75", "5 N"), strict=True):
                sheet.say(text, left, 70 + 14 * number)
        sheet.flow("Een alinea die na de tabel komt en over de hele breedte loopt. " * 4, 70, 150, 430)

    extract = of(draw)
    assert {place[0] for place in cells(extract)} == {0}
    assert cells(extract)[-4:] == [(0, 5, 0, "6.5 Werk"), (0, 5, 1, "70"), (0, 5, 2, "75"), (0, 5, 3, "5 N")]


def test_a_heading_parts_two_tables():
    def draw(sheet: Sheet) -> None:
        down = figures(sheet, 100)
        sheet.say("Een volgend onderdeel", 70, down + 20, font="Helvetica-Bold")
        figures(sheet, down + 45)

    assert {place[0] for place in cells(of(draw))} == {0, 1}


def test_a_text_over_all_columns_is_a_row_of_the_table():
    def draw(sheet: Sheet) -> None:
        down = 100.0
        for plan, status, text in PLANS:
            sheet.flow(plan, 70, down, 150, 9)
            sheet.say(status, 300, down, 9)
            sheet.say("Binnen budget", 420, down, 9)
            sheet.canvas.line(70, HEIGHT - (down - 12), 500, HEIGHT - (down - 12))
            down = sheet.flow(f"{text} {text} {text}", 80, down + 40, 400, 9) + 20

    extract = of(draw)
    text = PLANS[2][2]
    assert cells(extract)[-1] == (0, 5, 0, f"{text} {text} {text}")
    assert block_of(extract, f"{text} {text} {text}").column_span == 3


def test_a_list_with_hanging_numbers_is_no_table():
    def draw(sheet: Sheet) -> None:
        for number, (plan, _, _) in enumerate(PLANS, 1):
            sheet.say(f"{number}.", 70, 80 + 20 * number)
            sheet.say(plan, 100, 80 + 20 * number)

    extract = of(draw)
    assert cells(extract) == []
    assert content(extract) == [f"{number}. {plan}" for number, (plan, _, _) in enumerate(PLANS, 1)]


def test_dashes_make_a_rule():
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setDash(1, 1)
        plans(sheet, 100, ruled=True)

    assert len({place[1] for place in cells(of(draw))}) == len(PLANS)


def test_words_far_apart_are_no_sentence():
    def draw(sheet: Sheet) -> None:
        sheet.say("Portefeuillehouder", 70, 100)
        sheet.say("wethouder Zorg", 250, 100)

    assert content(of(draw)) == ["Portefeuillehouder", "wethouder Zorg"]


def test_a_ruled_row_of_heads_belongs_to_the_rows_below_it():
    def draw(sheet: Sheet) -> None:
        sheet.grid([66, 256, 336, 416, 500], [96, 116])
        figures(sheet, 110, step=16)

    extract = of(draw)
    assert {place[0] for place in cells(extract)} == {0}
    assert cells(extract)[4:6] == [(0, 1, 0, "6.1 Samenkracht"), (0, 1, 1, "1.490")]


def test_heads_at_the_end_of_a_page_and_at_the_top_of_the_next_are_no_running_lines():
    def draw(sheet: Sheet) -> None:
        sheet.flow("Een alinea die voor de tabel staat en de bladzijde vult. " * 4, 70, 100, 430)
        for left, text in zip(LEFTS, HEADS, strict=True):
            sheet.say(text, left, 800, font="Helvetica-Bold")
        sheet.turn()
        figures(sheet, 60)

    assert "6.1 Samenkracht" in [place[3] for place in cells(of(draw))]
    assert "Begroting" in [place[3] for place in cells(of(draw))]


def test_columns_of_figures_may_stand_close():
    def draw(sheet: Sheet) -> None:
        for number, row in enumerate(("2025 2026 2027", "30.155 30.310 30.480", "22.640 22.770 22.940")):
            sheet.say(("Omschrijving", "Lasten", "Saldo")[number], 70, 100 + 14 * number)
            for column, text in enumerate(row.split()):
                sheet.say(text, 300 + 34 * column, 100 + 14 * number)

    assert cells(of(draw))[5:8] == [(0, 1, 1, "30.155"), (0, 1, 2, "30.310"), (0, 1, 3, "30.480")]
