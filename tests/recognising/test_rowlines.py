"""Tables of which each row is one line, its cells joined by spaces."""

import pytest

from rodedraad.reading import read
from rodedraad.recognising.rowlines import parted
from rodedraad.recognising.rowlines.headline import ways_to_read
from rodedraad.recognising.units import units_of
from tests.recognising.rows import figures, money, page


def rows(text: str) -> list[list[str]]:
    """The cells of the lines that are in a table, each with its column."""
    found: dict[tuple[int | None, int | None], list[str]] = {}
    for unit in parted(units_of([read(text.encode(), "pagina.txt")])):
        if unit.block.table is not None:
            found.setdefault((unit.block.table, unit.block.row), []).append(
                f"{unit.block.column} {unit.text}"
            )
    return list(found.values())


TAAKVELDEN = """Wat mag het kosten?
Samen leven Realisatie 2021 Begroting 2022 Begroting 2023 2024
Lasten
6.1-Ontmoeten 1.204.000 1.310.000 1.295.000 1.300.000
6.72-Jeugdhulp 18- 2.690.000 2.664.000 2.675.000 2.678.000
Totaal Lasten 3.894.000 3.974.000 3.970.000 3.978.000
Baten
6.1-Ontmoeten 53.000 39.000 42.000 45.000
Totaal Baten 53.000 39.000 42.000 45.000
Saldo -3.841.000 -3.935.000 -3.928.000 -3.933.000
"""


def test_a_row_is_cut_where_its_figures_are_counted_from_the_end() -> None:
    found = rows(TAAKVELDEN)
    assert found[0] == [
        "0 Samen leven", "1 Realisatie 2021", "2 Begroting 2022", "3 Begroting 2023", "4 2024"
    ]  # fmt: skip
    assert found[1] == ["0 Lasten"]
    assert found[3] == ["0 6.72-Jeugdhulp 18-", "1 2.690.000", "2 2.664.000", "3 2.675.000", "4 2.678.000"]


def test_money_of_a_row_a_line_is_read_under_its_heads() -> None:
    told = money(page(TAAKVELDEN, year=2023))
    assert ("lasten", "executed", 2021, 2690000.0) in told
    assert ("baten", "approved", 2023, 42000.0) in told
    assert ("lasten", "approved", 2024, 1300000.0) in told
    assert len(told) == 4 * 6


def test_every_word_before_the_figures_of_an_indicator_has_its_place() -> None:
    found = rows(
        "Nr Indicator Eenheid Periode Waarde Bron\n"
        "29 Jongeren met jeugdhulp % van alle jongeren tot 18 jaar 2021 11,3 CBS\n"
        "8 Banen per 1.000 inwoners 15-64 jaar 2022 n.n.b. LISA\n"
    )
    assert found[1] == [
        "0 29", "1 Jongeren met jeugdhulp", "2 % van alle jongeren tot 18 jaar", "3 2021", "4 11,3", "5 CBS"
    ]  # fmt: skip
    assert found[2] == ["0 8", "1 Banen", "2 per 1.000 inwoners 15-64 jaar", "3 2022", "4 n.n.b.", "5 LISA"]


def test_years_alone_are_heads_and_a_target_may_be_words() -> None:
    text = (
        "Indicatoren\n\nOmschrijving 2019 2020 Streefwaarde 2022\n"
        "Leden van de buurtbus 61 . lager dan 60\nGebruik van de stadspas 41% 44% > 50%\n"
    )
    assert set(figures(page(text, year=2022))) == {
        ("Leden van de buurtbus", "value", "2019", 61.0),
        ("Leden van de buurtbus", "value", "2020", "."),
        ("Leden van de buurtbus", "target", "2022", 60.0),
        ("Gebruik van de stadspas", "value", "2019", 41.0),
        ("Gebruik van de stadspas", "value", "2020", 44.0),
        ("Gebruik van de stadspas", "target", "2022", 50.0),
    }


def test_letters_go_with_their_figure() -> None:
    text = (
        "Wat heeft het gekost?\n\nBedragen x € 1.000 Begroting 2022 Rekening 2022 Verschil\n"
        "Lasten 410 455 45 N\nBaten 90 102 12 V\nSaldo 320 353 33 N\n"
    )
    told = money(page(text, kind="jaarstukken", year=2022))
    assert ("verschil lasten", "executed", 2022, -45000.0) in told
    assert ("verschil baten", "executed", 2022, 12000.0) in told
    assert len(told) == 9


def test_a_row_that_lost_cells_keeps_its_figures_under_no_head() -> None:
    text = (
        "Wat mag het kosten?\n\nx € 1.000 Rekening 2020 Begroting 2021 Begroting 2022\n"
        "Lasten 410 455 470\nOnttrekking aan reserves 60 25\nSaldo 300 310 320\n"
    )
    assert rows(text)[2] == ["0 Onttrekking aan reserves", "4 60", "5 25"]
    told = money(page(text, year=2022))
    assert not [one for one in told if one[0] == "onttrekking"]
    assert len(told) == 6


def test_minus_before_pm_is_a_figure_that_is_not_known() -> None:
    text = (
        "Wat mag het kosten?\n\nBedragen x € 1.000 2022 2023 2024\n"
        "Reclame -384 -PM -PM\nParkeren -120 -120 PM\nSaldo -504 -120 -120\n"
    )
    assert rows(text)[1] == ["0 Reclame", "1 -384", "2 -PM", "3 -PM"]


def test_names_of_groups_stand_between_rows_with_letters_or_numbers_before_them() -> None:
    found = rows(
        "Omschrijving 2025 2026\nA. Nieuw beleid\n1. Buurtkamers -850 -900\n2. Taalhuis -61 -61\n"
        "B. Ombuigingen\n3. Toegang 100 250\n"
    )
    assert found[1] == ["0 A. Nieuw beleid"]
    assert found[2] == ["0 1. Buurtkamers", "1 -850", "2 -900"]
    assert found[4] == ["0 B. Ombuigingen"]


def test_rows_of_as_many_figures_are_a_table_without_heads() -> None:
    found = rows("6.1 Ontmoeten -210 -395 107\n6.3 Inkomen -502 -230 266\nTotaal -712 -625 373\n")
    assert [len(row) for row in found] == [4, 4, 4]


@pytest.mark.parametrize(
    "text",
    [
        "In de begroting 2022 en 2023 is hier geld voor.\nDat is genoeg voor 12 plekken in 2024.\n",
        "Planning 2022 2023\nWe starten met de voorbereiding.\n",
        "Wij helpen 40 gezinnen.\nIn 2023 waren dat er 35.\n",
        "Programma 2 Werk en inkomen\n\nWat willen we bereiken?\n",
    ],
)
def test_sentences_and_headings_are_no_table(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("Taakveld Lasten 2025 Baten 2025 Saldo 2025", ["Taakveld", "Lasten 2025", "Baten 2025", "Saldo 2025"]),
        ("Rekening 2023 Resultaat 2023", [None, "Rekening 2023", "Resultaat 2023"]),
        ("(x € 1.000; lasten +, baten -) Begroting 2024 (actueel) Begroting 2025",
         ["(x € 1.000; lasten +, baten -)", "Begroting 2024 (actueel)", "Begroting 2025"]),
        ("Programma 4 en 5 Rekening 2023 Begroting 2024 primitief",
         ["Programma 4 en 5", "Rekening 2023", "Begroting 2024 primitief"]),
        ("Indicator Q2 2024 Q1 2025 Raming 2025", ["Indicator", "Q2 2024", "Q1 2025", "Raming 2025"]),
        ("Naam 2022 Doel 2023 Stand 1-9-2023", ["Naam", "2022", "Doel 2023", "Stand 1-9-2023"]),
    ],
)  # fmt: skip
def test_heads_on_one_line_are_cut_where_each_begins(line: str, heads: list[str | None]) -> None:
    way = ways_to_read(line)[0]
    assert [None if span is None else line[slice(*span)] for span in way.spans] == heads


def test_a_line_has_the_heads_that_fit_the_figures_below_it() -> None:
    found = rows(
        "Indicator Eenheid Jaar Proefstede Regio Westveld Bron\n"
        "Netto arbeidsparticipatie % 2022 73,0 72,2 CBS\nBanen per 1.000 inwoners 2022 712,4 764,1 LISA\n"
    )
    assert found[0] == ["0 Indicator", "1 Eenheid", "2 Jaar", "3 Proefstede", "4 Regio Westveld", "5 Bron"]


def test_rows_of_money_are_money_below_indicators_too() -> None:
    text = (
        "Indicatoren\n\nOmschrijving 2022 2023\nLeden 12 14\n\n"
        "x € 1.000 Begroting 2023 Begroting 2024\nLasten 410 455\nBaten 90 102\nSaldo 320 353\n"
    )
    assert ("baten", "approved", 2024, 102000.0) in money(page(text))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Maatregel Kwaliteit Tijd Toelichting\nWij openen een buurtkamer. G O De bouw is later begonnen.\n",
         ["0 Wij openen een buurtkamer.", "1 G", "2 O", "3 De bouw is later begonnen."]),
        ("Actie Status Toelichting\nPlan van aanpak maken Op schema De raad beslist in mei.\n",
         ["0 Plan van aanpak maken", "1 Op schema", "2 De raad beslist in mei."]),
        ("Wat gaan we doen in 2023? Tijd Geld Stand van zaken per 1 mei\n1.2 Werven van vrijwilligers G G\n",
         ["0 1.2 Werven van vrijwilligers", "1 G", "2 G"]),
    ],
)  # fmt: skip
def test_a_row_of_words_is_cut_at_its_states(text: str, cells: list[str]) -> None:
    assert rows(text)[1] == cells


def test_states_of_a_row_are_those_of_its_promise() -> None:
    document = page(
        "Maatregel Tijd Geld Toelichting\nWij openen een buurtkamer. G R De bouw kost meer dan geraamd.\n",
        "tussenrapportage",
    )
    promise = next(one for one in document.elements if one.text == "Wij openen een buurtkamer.")
    assert [(one.aspect.lower(), one.value.value) for one in promise.aspects] == [
        ("tijd", "on-track"), ("geld", "missed")
    ]  # fmt: skip
    assert any(promise.id in one.answers for one in document.elements)


def test_heads_of_states_without_states_below_are_no_table() -> None:
    assert rows("Actie Status Toelichting\nHet plan is gemaakt.\n") == []


@pytest.mark.parametrize("row", ["(bedragen x € 1.000)", "Rekening 2019"])
def test_a_unit_or_a_year_alone_makes_no_row(row: str) -> None:
    assert rows(f"Saldo programma\n{row}\nVerder niets.\n") == []


def test_rows_with_bars_stand_under_the_heads_over_a_line_of_dashes() -> None:
    text = "Omschrijving | 2022 | 2023 |\n---|---|---|\nLasten | 120 | 130 |\nBaten | | 40 |\n"
    assert rows(text) == [
        ["0 Omschrijving", "1 2022", "2 2023"],
        ["0 Lasten", "1 120", "2 130"],
        ["0 Baten", "2 40"],
    ]


def test_rows_with_more_bars_than_heads_are_laid_by_the_count_of_their_figures() -> None:
    text = (
        "Uitkomst 2022 | Begroting 2023 | Resultaat 2023 | ||\n\n---|---|---|---|---|\n\n"
        "Lasten | 120 | 130 | 10 | V | |\n\nSaldo | 90 | N | 95 | N | 5 | V |\n\nReserve | 7 | 8 | |\n"
    )
    assert rows(text) == [
        ["1 Uitkomst 2022", "2 Begroting 2023", "3 Resultaat 2023"],
        ["0 Lasten", "1 120", "2 130", "3 10", "3 V"],
        ["0 Saldo", "1 90", "1 N", "2 95", "2 N", "3 5", "3 V"],
        ["0 Reserve", "4 7", "5 8"],
    ]


def test_a_table_of_words_with_bars_is_left_as_lines() -> None:
    text = "Activiteit | Resultaat |\n\nWij openen een huis | Het huis is open |\n\nWij bellen | Gebeld |\n"
    assert rows(text) == []
