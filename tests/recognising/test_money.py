"""Amounts in running text and in rows of money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.model.document import Span, TaakveldCode
from rodedraad.model.taakvelden import rolled_up
from rodedraad.model.terms import DocumentKind, MoneyPhase, Phase
from rodedraad.recognising.money import amounts_in, find_money
from rodedraad.recognising.moneyrows import is_group, subject_of, what_of
from rodedraad.recognising.phases import When
from rodedraad.recognising.taakvelden import taakveld_of
from tests.recognising.rows import money, page

ACCOUNTS = When(DocumentKind.JAARSTUKKEN, 2024)
BUDGET = When(DocumentKind.BEGROTING, 2024)
OUTLOOK = When(DocumentKind.KADERNOTA, 2024)


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("Dit kost € 62.300.", [62_300]),
        ("Dit kost € 1,2 mln.", [1_200_000]),
        ("Er is 1,5 miljoen euro voor.", [1_500_000]),
        ("Van EUR 5.000 naar €7.500,-.", [5_000, 7_500]),
        ("Tussen € 0,8 en € 1,3 miljoen.", [800_000, 1_300_000]),
        ("Van € 900 tot € 1,3 miljoen.", [900_000_000, 1_300_000]),
        ("Van € 4.500 tot € 1,3 miljoen.", [4_500, 1_300_000]),
        ("Per kilometer € 0,20.", [0.2]),
        ("Het resultaat is -€ 12.000.", [-12_000]),
        ("Voor 1.264 huishoudens, 12,5% en 3,0 fte in 2024.", []),
        ("Het gaat om 1,5 miljoen inwoners.", []),
    ],
)
def test_money_in_a_text(text: str, sizes: list[float]) -> None:
    assert [one.euro for one in find_money(text)] == sizes


@given(
    st.integers(0, 10**9),
    st.sampled_from(["De som is € {} in totaal.", "Samen {} euro.", "Voor €{}: een bus."]),
)
def test_an_amount_in_a_sentence_is_read_back(value: int, sentence: str) -> None:
    assert [one.euro for one in find_money(sentence.format(f"{value:,}".replace(",", ".")))] == [value]


@given(st.text(max_size=80))
def test_the_places_of_amounts_lie_in_the_text(text: str) -> None:
    places = [(one.start, one.end) for one in find_money(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


def read(text: str, side: Phase | None, when: When) -> list[tuple[str, str, int | None, float | None]]:
    span = Span(source=0, start=100, end=100 + len(text))
    found = list(amounts_in(text, span, side, when))
    assert all(
        one.evidence and text[one.evidence.start - 100 : one.evidence.end - 100] == one.raw for one in found
    )
    return [(one.what, one.phase.value, one.year, one.value) for one in found]


def test_an_amount_is_of_the_stage_of_its_document() -> None:
    assert read("Het plan kost € 500.", Phase.PLAN, BUDGET) == [("bedrag", "approved", 2024, 500)]
    assert read("Het plan kost € 500.", Phase.PLAN, OUTLOOK) == [("bedrag", "proposed", 2024, 500)]
    assert read("Het plan kost € 500.", Phase.PLAN, ACCOUNTS) == [("bedrag", "approved", 2024, 500)]
    assert read("De bus reed voor € 500.", Phase.ACTUAL, ACCOUNTS) == [("bedrag", "executed", 2024, 500)]


def test_the_nearest_words_in_a_report_tell_budget_from_spending() -> None:
    found = read("Van de beoogde € 350.000 is € 90.000 gerealiseerd.", Phase.ACTUAL, ACCOUNTS)
    assert [(phase, value) for _, phase, _, value in found] == [("approved", 350_000), ("executed", 90_000)]


def test_the_year_of_a_clause_is_the_year_of_its_amount() -> None:
    assert read("In 2026 komt er € 500 bij.", Phase.PLAN, BUDGET)[0][2] == 2026
    assert read("De raming stijgt met € 500 ten opzichte van 2023.", Phase.PLAN, BUDGET)[0][2] == 2024
    assert read("Er is € 500 in 2025 en 2026.", Phase.PLAN, BUDGET)[0][2] is None
    assert read("Dit jaar is € 500 nodig.", Phase.PLAN, OUTLOOK)[0][2] is None


def test_money_of_a_later_year_in_a_report_is_a_proposal() -> None:
    text = "Wij stellen voor € 90.000 over te hevelen naar 2025."
    assert read(text, Phase.ACTUAL, ACCOUNTS) == [("bedrag", MoneyPhase.PROPOSED.value, 2025, 90_000)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("De lasten zijn € 700 nadelig.", -700),
        ("Een voordeel van € 700.", 700),
        ("We kwamen € 700 tekort.", -700),
        ("Van de bijdrage blijft € 700 over.", 700),
        ("Jeugdhulp (€ 700 N)", -700),
        ("Jeugdhulp (N € 700)", -700),
        ("Rijksbijdrage: € 700 (V)", 700),
        ("De uitgaven kwamen € 700 hoger uit dan begroot.", -700),
        ("De kosten zijn € 700 lager dan geraamd.", 700),
        ("De baten zijn € 700 lager dan geraamd.", -700),
        ("De opbrengst is met € 700 gestegen, de opbrengst is gestegen met € 700.", 700),
        ("Het is € 700 meer dan vorig jaar.", None),
    ],
)
def test_an_advantage_is_positive_and_an_unknown_side_has_no_value(text: str, value: float | None) -> None:
    what, _, _, found = read(text, Phase.ACTUAL, ACCOUNTS)[-1]
    assert (what, found) == ("verschil", value)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("Lasten", "lasten"), ("Totaal lasten", "lasten"), ("Jeugd lasten", "lasten"), ("Baten programma 5", "baten"),
        ("Saldo voor bestemming", "saldo"), ("Geraamd resultaat", "resultaat"), ("Toevoeging aan reserves", "toevoeging"),
        ("Onttrekking reserve sociaal domein", "onttrekking"), ("Hogere lasten jeugd", "bedrag"), ("Jongerencoach", "bedrag"),
        ("Totaal", "bedrag"), ("Saldo van baten en lasten", "saldo"), ("Saldo (lasten minus baten)", "saldo"),
        ("Resultaat voor reservering", "saldo"), ("Resultaat na bestemming", "resultaat"), ("Saldo inclusief reserves", "resultaat"),
        ("Mutaties reserves", "reserve"), ("Geraamd totaal saldo van baten en lasten", "saldo"), ("Toevoeging/onttrekking reserves", "reserve"), ("Bijdrage uit reserves", "onttrekking"), ("Dotatie reserves", "toevoeging"),
    ],
)  # fmt: skip
def test_what_a_row_of_money_is(name: str, what: str) -> None:
    assert what_of(name) == what


def test_rows_of_one_subject_share_it() -> None:
    assert subject_of("Totaal lasten") == subject_of("Saldo") == ""
    assert subject_of("Jeugd - lasten") == subject_of("Jeugd saldo") == "jeugd"
    assert is_group("Lasten")
    assert not is_group("Lasten jeugd")


def test_a_taakveld_is_known_by_code_and_name_in_the_list_of_its_year() -> None:
    assert taakveld_of("6.6 Maatwerkvoorzieningen Wmo", 2022) is not None
    assert taakveld_of("6.71a Hulp bij het huishouden", 2022) is None
    found = taakveld_of("6.711 Huishoudelijke hulp", 2026)
    assert found is not None
    assert (found.code, found.scheme) == ("6.711", "2025")
    assert taakveld_of("6-3 Inkomensregelingen", 2024) is not None


def test_a_taakveld_without_its_code_or_with_a_name_of_ones_own() -> None:
    by_name = taakveld_of("Samenkracht en burgerparticipatie", 2022)
    assert by_name is not None
    assert by_name.code == "6.1"
    assert taakveld_of("6.2 Stadsteams", 2022) is None
    own = taakveld_of("6.2 Stadsteams", 2022, among_others=True)
    assert own is not None
    assert own.code == "6.2"


@pytest.mark.parametrize(
    ("code", "scheme", "oldest"),
    [("6.74b", "2023", "6.72"), ("6.791", "2025", "6.71"), ("6.60", "2025", "6.6"), ("6.3", "2025", "6.3"), ("6.91", "2025", None)],
)  # fmt: skip
def test_a_later_taakveld_rolls_up_to_the_oldest_list(code: str, scheme: str, oldest: str | None) -> None:
    found = rolled_up(TaakveldCode(code=code, scheme=scheme))
    assert (found.code if found else None) == oldest


def test_a_number_of_the_municipality_itself_is_no_taakveld() -> None:
    assert taakveld_of("6.1 Bestaanszekerheid voor iedereen", 2024) is None
    assert taakveld_of("Lasten", 2024) is None


THOUSANDS = "Wat mag het kosten?\n\nBedragen x € 1.000\n"


def test_a_table_of_a_budget() -> None:
    document = page(
        THOUSANDS + "Omschrijving\tRekening 2022\tBegroting 2023\tBegroting 2024\t2025\n"
        "Lasten\t1.200\t1.300\t1.400\t1.450\nBaten\t200\t250\t300\t310\nSaldo\t-1.000\t-1.050\t-1.100\t-1.140\n"
    )
    assert money(document) == [
        (what, phase, year, value)
        for what, row in (
            ("lasten", (1_200_000, 1_300_000, 1_400_000, 1_450_000)),
            ("baten", (200_000, 250_000, 300_000, 310_000)),
            ("saldo", (-1_000_000, -1_050_000, -1_100_000, -1_140_000)),
        )
        for (phase, year), value in zip(
            (("executed", 2022), ("approved", 2023), ("approved", 2024), ("approved", 2025)), row, strict=True
        )
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Lasten 1.200 1.350 150\nBaten 200 250 50\nSaldo 1.000 1.100 100\n",
        "Lasten 1.200 1.350 -150\nBaten 200 250 50\nSaldo -1.000 -1.100 -100\n",
        "Lasten -1.200 -1.350 -150\nBaten 200 250 50\nSaldo -1.000 -1.100 -100\n",
        "Lasten 1.200 1.350 150\nBaten -200 -250 -50\nSaldo 1.000 1.100 100\n",
        "Lasten 1.200 1.350 150 N\nBaten 200 250 50 V\nSaldo -1.000 -1.100 100 N\n",
    ],
    ids=["costs first", "income first", "costs negative", "income negative", "letters"],
)
def test_all_ways_to_write_signs_are_read_alike(rows: str) -> None:
    heads = "Wat heeft het gekost?\n\nBedragen x € 1.000\nBegroting 2024 Rekening 2024 Verschil\n"
    assert money(page(heads + rows, "jaarstukken")) == [
        ("lasten", "approved", 2024, 1_200_000),
        ("lasten", "executed", 2024, 1_350_000),
        ("verschil lasten", "executed", 2024, -150_000),
        ("baten", "approved", 2024, 200_000),
        ("baten", "executed", 2024, 250_000),
        ("verschil baten", "executed", 2024, 50_000),
        ("saldo", "approved", 2024, -1_000_000),
        ("saldo", "executed", 2024, -1_100_000),
        ("verschil saldo", "executed", 2024, -100_000),
    ]


def test_what_is_not_filled_in_is_no_zero() -> None:
    document = page(
        THOUSANDS + "Omschrijving\tBegroting 2024\t2025\t2026\t2027\nLasten\t5\t-\t\tPM\nBaten\t0\t1\t2\t3\n"
    )
    assert [value for *_, value in money(document)] == [5_000, None, None, None, 0, 1_000, 2_000, 3_000]


def test_amounts_without_a_unit_have_a_value_only_where_they_are_clearly_euros() -> None:
    heads = "Wat mag het kosten?\n\nOmschrijving Begroting 2024 Begroting 2025\n"
    assert [value for *_, value in money(page(heads + "Lasten 12.604 12.951\nBaten 890 877\n"))] == [None] * 4
    full = page(heads + "Lasten 12.604.000 12.951.330\nBaten 890.000 877.415\n")
    assert [value for *_, value in money(full)] == [12_604_000, 12_951_330, 890_000, 877_415]


def test_small_amounts_of_taakvelden_without_a_unit_are_not_guessed_to_be_thousands() -> None:
    rows = "6.1 Samenkracht en burgerparticipatie 1.240 1.310\n6.3 Inkomensregelingen 2.050 2.115\n"
    read = money(page(f"Wat mag het kosten?\n\nTaakveld Begroting 2024 Begroting 2025\n{rows}"))
    assert len(read) == 4
    assert {value for *_, value in read} == {None}


def test_heads_over_several_columns_and_a_taakveld() -> None:
    document = page(
        "<h2>Wat mag het kosten?</h2><p>Bedragen x € 1 mln</p><table>"
        "<tr><th rowspan=2>Taakveld</th><th colspan=2>Begroting 2023</th><th colspan=2>Begroting 2024</th></tr>"
        "<tr><th>Lasten</th><th>Baten</th><th>Lasten</th><th>Baten</th></tr>"
        "<tr><td>6.3 Inkomensregelingen</td><td>12,5</td><td>8,1</td><td>13</td><td>n.n.b.</td></tr></table>",
        name="pagina.html",
    )
    assert money(document) == [
        ("lasten", "approved", 2023, 12_500_000),
        ("baten", "approved", 2023, 8_100_000),
        ("lasten", "approved", 2024, 13_000_000),
        ("baten", "approved", 2024, None),
    ]
    codes = {one.taakveld.code for element in document.elements for one in element.amounts if one.taakveld}
    assert codes == {"6.3"}


def test_rows_of_a_group_are_what_the_group_is() -> None:
    document = page(
        THOUSANDS.replace("Bedragen x € 1.000\n", "")
        + "Exploitatie (bedragen x € 1.000) Rekening 2022 Begroting 2023 Begroting 2024\n"
        "Lasten\n6.6 Maatwerkvoorzieningen Wmo 1.105 1.180 1.214\nTotaal lasten 1.105 1.180 1.214\nTotaal baten 12 18 19\n"
    )
    assert [what for what, *_ in money(document)] == ["lasten"] * 6 + ["baten"] * 3


def test_changes_in_an_interim_report_are_advantages() -> None:
    heads = "Financiën\n\nBedragen x € 1.000\nThema Lasten Baten Saldo\n"
    as_effects = page(heads + "Jeugd -850 0 -850\nWmo -100 120 20\n", "tussenrapportage")
    as_changes = page(heads + "Jeugd 850 0 -850\nWmo 100 120 20\n", "tussenrapportage")
    assert money(as_effects) == money(as_changes)
    assert money(as_effects)[:3] == [
        ("verschil lasten", "adjusted", 2024, -850_000),
        ("verschil baten", "adjusted", 2024, 0),
        ("verschil saldo", "adjusted", 2024, -850_000),
    ]


def test_deviations_by_letter() -> None:
    text = "Financiële afwijkingen\n\n(bedragen in euro's, V = voordeel, N = nadeel)\nBijstand, hogere kosten 85.000 N\nJeugd, minder verblijf 120.000 V\n"
    assert money(page(text, "tussenrapportage")) == [
        ("verschil", "adjusted", 2024, -85_000),
        ("verschil", "adjusted", 2024, 120_000),
    ]


def test_a_cell_a_line() -> None:
    text = (
        "Wat heeft het gekost?\n\nBedragen x € 1.000\n\nOmschrijving\n\nBegroting 2024\n\nRekening 2024\n\n"
    )
    rows = "Lasten\n\n12.500\n\n12.900\n\nBaten\n\n2.100\n\n2.300\n"
    assert sorted(money(page(text + rows, "jaarstukken"))) == [
        ("baten", "approved", 2024, 2_100_000),
        ("baten", "executed", 2024, 2_300_000),
        ("lasten", "approved", 2024, 12_500_000),
        ("lasten", "executed", 2024, 12_900_000),
    ]
