"""The words over a column tell what it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.model.terms import DocumentKind, MoneyPhase, Side
from rodedraad.recognising.heads import Head, Use, read_head, split_heads
from rodedraad.recognising.notes import read_note, without_note
from rodedraad.recognising.phases import When, phase_of, side_of, year_of

BUDGET = When(DocumentKind.BEGROTING, 2024)
OUTLOOK = When(DocumentKind.KADERNOTA, 2024)
ACCOUNTS = When(DocumentKind.JAARSTUKKEN, 2024)
INTERIM = When(DocumentKind.TUSSENRAPPORTAGE, 2024)


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Indicator Nulmeting 2019 Streefwaarde 2024 Bron", ["Indicator", "Nulmeting 2019", "Streefwaarde 2024", "Bron"]),
        ("Primitieve begroting Begroting na wijziging Rekening Verschil", ["Primitieve begroting", "Begroting na wijziging", "Rekening", "Verschil"]),
        ("Omschrijving 2024 2025 2026 I/S", ["Omschrijving", "2024", "2025", "2026", "I/S"]),
        ("Lasten 2024 Baten 2024 Saldo 2024", ["Lasten 2024", "Baten 2024", "Saldo 2024"]),
        ("Naam indicator Eenheid Proefstede Nederland", ["Naam indicator", "Eenheid", "Proefstede", "Nederland"]),
        ("Rekening t-2 Begroting t-1 Begroting t", ["Rekening t-2", "Begroting t-1", "Begroting t"]),
        ("Thema\tLasten\tBaten", ["Thema", "Lasten", "Baten"]),
        ("Product | Rekening 2022 | Begroting 2024 |", ["Product", "Rekening 2022", "Begroting 2024"]),
        ("Actuele begroting Realisatie Afwijking", ["Actuele begroting", "Realisatie", "Afwijking"]),
    ],
)  # fmt: skip
def test_a_line_of_heads_falls_apart_into_columns(line: str, texts: list[str]) -> None:
    assert [head.text for head in split_heads(line)] == texts


def test_a_lone_year_goes_on_with_the_words_before_it() -> None:
    heads = split_heads("Exploitatie (bedragen x € 1.000) Rekening 2022 Begroting 2023 Begroting 2024 2025")
    assert [(head.year, phase_of(head, BUDGET)) for head in heads[1:]] == [
        (2022, MoneyPhase.EXECUTED),
        (2023, MoneyPhase.APPROVED),
        (2024, MoneyPhase.APPROVED),
        (2025, MoneyPhase.APPROVED),
    ]


@pytest.mark.parametrize(
    ("text", "use"),
    [("Nr.", Use.NUMBER), ("Eenheid", Use.UNIT), ("Bron", Use.SOURCE), ("Peildatum", Use.PERIOD), ("Soort", Use.KIND),
     ("Toelichting", Use.REMARK), ("V/N", Use.LETTER), ("Proefstede", Use.UNKNOWN), ("Begroting 2024", Use.FIGURE)],
)  # fmt: skip
def test_what_stands_in_a_column(text: str, use: Use) -> None:
    assert read_head(text).use is use


@pytest.mark.parametrize(
    ("text", "when", "phase"),
    [
        ("Begroting 2024", BUDGET, MoneyPhase.APPROVED),
        ("Begroting 2024", OUTLOOK, MoneyPhase.PROPOSED),
        ("Begroting 2023", OUTLOOK, MoneyPhase.APPROVED),
        ("Ontwerpbegroting 2024", BUDGET, MoneyPhase.PROPOSED),
        ("Ontwerp begroting 2024", BUDGET, MoneyPhase.PROPOSED),
        ("Primitieve begroting", ACCOUNTS, MoneyPhase.APPROVED),
        ("Bijgestelde raming", ACCOUNTS, MoneyPhase.ADJUSTED),
        ("Begroting 2024 na wijziging", ACCOUNTS, MoneyPhase.ADJUSTED),
        ("Jaarrekening 2024", ACCOUNTS, MoneyPhase.EXECUTED),
        ("Lasten 2024", BUDGET, MoneyPhase.APPROVED),
        ("2024", OUTLOOK, MoneyPhase.PROPOSED),
        ("2023", ACCOUNTS, MoneyPhase.EXECUTED),
        ("Lasten", INTERIM, MoneyPhase.ADJUSTED),
        ("2022", BUDGET, MoneyPhase.EXECUTED),
        ("2023", BUDGET, MoneyPhase.APPROVED),
        ("Gerealiseerd 2025", BUDGET, MoneyPhase.APPROVED),
        ("2025", ACCOUNTS, None),
        ("Prognose 2024", INTERIM, MoneyPhase.EXECUTED),
    ],
)
def test_the_stage_of_a_column_of_money(text: str, when: When, phase: MoneyPhase | None) -> None:
    assert phase_of(read_head(text), when) is phase


@pytest.mark.parametrize(
    ("text", "when", "side"),
    [
        ("Realisatie 2022", BUDGET, Side.VALUE),
        ("Streefwaarde 2027", BUDGET, Side.TARGET),
        ("Norm", ACCOUNTS, Side.TARGET),
        ("Nulmeting", ACCOUNTS, Side.BASELINE),
        ("Nederland", ACCOUNTS, Side.COMPARATOR),
        ("Begroting 2024", ACCOUNTS, Side.TARGET),
        ("Prognose", INTERIM, Side.VALUE),
        ("2022", BUDGET, Side.VALUE),
        ("2024", BUDGET, Side.TARGET),
        ("2024", ACCOUNTS, Side.VALUE),
        ("2025", ACCOUNTS, Side.TARGET),
        ("Verschil", ACCOUNTS, None),
        ("Elders", ACCOUNTS, None),
    ],
)
def test_the_side_of_a_column_of_an_indicator(text: str, when: When, side: Side | None) -> None:
    assert side_of(read_head(text), when, is_own=False) is side


def test_a_column_of_the_municipality_itself_holds_what_was_measured() -> None:
    assert side_of(read_head("Proefstede"), ACCOUNTS, is_own=True) is Side.VALUE


def test_the_year_of_a_column() -> None:
    assert year_of(read_head("Begroting t-1"), BUDGET) == 2023
    assert year_of(read_head("Begroting t"), BUDGET) == 2024
    assert year_of(read_head("Rekening"), ACCOUNTS) == 2024
    assert year_of(read_head("Realisatie"), BUDGET) is None


@given(st.text(max_size=60))
def test_any_text_can_be_asked_for_heads(text: str) -> None:
    assert all(isinstance(head, Head) for head in split_heads(text))


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("Bedragen x € 1.000", 1000), ("(x 1.000 euro)", 1000), ("€ x 1.000", 1000), ("Bedragen in duizenden euro's", 1000),
        ("Bedragen x € 1 mln", 1e6), ("(x € 1.000.000)", 1e6), ("bedragen in miljoenen", 1e6), ("€ mln", 1e6),
        ("Bedragen in euro's", 1), ("(in €)", 1), ("bedragen zijn in hele euro", 1),
        ("per 1.000 inwoners", None), ("een bedrag van € 1.000", None), ("Begroting 2024", None),
    ],
)  # fmt: skip
def test_the_unit_of_the_amounts_of_a_table(text: str, scale: float | None) -> None:
    assert read_note(text).scale == scale


def test_a_note_tells_what_a_minus_means() -> None:
    assert read_note("Bedragen x € 1.000 (saldo = baten - lasten)").saldo == 1
    assert read_note("saldo is lasten minus baten").saldo == -1
    assert read_note("(bedragen x € 1.000, - is nadelig)").deviations
    assert read_note("V = voordeel, N = nadeel").deviations
    assert not read_note("saldo = baten - lasten, een minteken is een nadeel").deviations
    assert read_note("een minteken bij het verschil is een nadeel").minus_is_bad


def test_a_note_leaves_the_heads_beside_it() -> None:
    assert without_note("x € 1.000 Begroting Rekening") == "Begroting Rekening"
    assert without_note("Exploitatie (bedragen x € 1.000) Rekening 2022") == "Exploitatie Rekening 2022"
    assert without_note("Begroting Rekening") == "Begroting Rekening"


@pytest.mark.parametrize(
    "text", ["Verschil Rek./Begr. 2022", "Verschil begroting en realisatie", "Afwijking t.o.v. begroting"]
)
def test_a_difference_names_what_it_lies_between(text: str) -> None:
    (head,) = split_heads(text)
    assert head.difference
