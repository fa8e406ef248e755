import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odfdo import Cell, Document, Row, Table

from rodedraad.measuring.delivering import deliver_all
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.hiding import hidden
from rodedraad.measuring.periods import period_of
from rodedraad.measuring.supply import Supply
from rodedraad.measuring.tables import table
from rodedraad.measuring.tables.grid import read_grid
from rodedraad.measuring.tables.mapping import Asking, Column, Freed, Role, TableMapping
from rodedraad.measuring.tables.numbers import number_of
from rodedraad.model.document import Organisation
from rodedraad.model.observations import ObservationStatus
from tests.measuring.support import areas, asked

AREA = Column(name="Gemeente", role=Role.AREA)
YEAR = Column(name="Jaar", role=Role.PERIOD)
SHARE = Column(name="Aandeel", role=Role.PERCENTAGE, term="aandeel", unit="%")
PEOPLE = Column(name="Aantal", role=Role.PEOPLE, term="aantal", unit="inwoners")
HEAD = "Gemeente;Jaar;Aandeel\n"


def mapping(*columns: Column, **more: object) -> TableMapping:
    return TableMapping(columns=columns or (AREA, YEAR, SHARE), **more)  # type: ignore[arg-type]


def read(
    text: str | bytes, how: TableMapping | None = None, file: str = "cijfers.csv", **more: object
) -> Supply:
    return table.deliver(asked("eigen", text, file, **more), how or mapping(), areas())


def test_a_row_becomes_a_fact_with_its_area_period_and_row() -> None:
    supply = read(HEAD + "Nieuwegein;2023;12,5\n\nGM0356;2024;1.012,5%\n", mapping(AREA, YEAR, NUMBER))
    assert [(fact.column, fact.area, fact.period, fact.value, fact.row) for fact in supply.facts] == [
        ("eigen:aandeel", "GM0356", "2023", 12.5, 2),
        ("eigen:aandeel", "GM0356", "2024", 1012.5, 4),
    ]
    assert supply.units == {"eigen:aandeel": "%"}


NUMBER = Column(name="Aandeel", role=Role.NUMBER, term="aandeel", unit="%")


@pytest.mark.parametrize(
    ("row", "column", "value", "why"),
    [
        ("Nieuwegein;2023;veel", "Aandeel", "veel", "dit is geen getal"),
        ("Nieuwegein;2023;12.5", "Aandeel", "12.5", "dit is geen getal"),
        ("Nieuwegein;2023;120", "Aandeel", "120", "dit percentage kan niet"),
        ("Nieuwegein;vorig jaar;12", "Jaar", "vorig jaar", "dit is geen periode"),
        ("Nieuwegein;2031;12", "Jaar", "2031", "ligt na de aanlevering (2026-01-01)"),
        ("GM0501;2023;12", "Gemeente", "GM0501", "dit gebied is er in 2023 niet"),
        ("Voorne aan Zee;2022;12", "Gemeente", "Voorne aan Zee", "dit gebied is er in 2022 niet"),
        ("WK9999;2022;12", "Gemeente", "WK9999", "dit gebied is er in 2022 niet"),
    ],
)
def test_a_bad_row_is_listed_with_its_cell_and_remedy_and_the_others_count(
    row: str, column: str, value: str, why: str
) -> None:
    supply = read(HEAD + f"{row}\nNieuwegein;2022;10\n")
    (left,) = supply.delivery.left_out
    assert (left.row, left.column, left.value, left.why) == (2, column, value, why)
    assert left.remedy.endswith(".")
    assert [fact.value for fact in supply.facts] == [10.0]
    assert (supply.delivery.rows_in, supply.delivery.rows_used) == (2, 1)


def test_a_date_after_the_delivery_is_no_value() -> None:
    supply = read(HEAD + "Nieuwegein;2025;1\nNieuwegein;2023;2\n", delivered=date(2024, 6, 1))
    assert [fact.period for fact in supply.facts] == ["2023"]


@pytest.mark.parametrize(
    ("text", "how", "problem"),
    [
        ("Gemeente;Jaar;Aandelen\nNieuwegein;2023;1\n", mapping(), 'de kolom "Aandeel" is er niet'),
        ("Gemeente;Jaar;Aandelen\nNieuwegein;2023;1\n", mapping(), 'Staat zij er nu als "Aandelen"?'),
        (HEAD + "Nieuwegein;2023;1\nGM0356;2023;2\n", mapping(), "GM0356 in 2023 staat ook op rij 2"),
        (HEAD + "Nieuwegein;2023;1\nNieuwegein;20", mapping(), "afgebroken"),
        (HEAD, mapping(AREA, YEAR), "een kolom met waarden"),
        (HEAD, mapping(YEAR, SHARE), "`area` voor de hele tabel ontbreekt"),
        (HEAD, mapping(AREA, SHARE), "`period` voor de hele tabel ontbreekt"),
        (HEAD, mapping(AREA, YEAR, Column(name="Aandeel", role=Role.NUMBER)), "hoe een formule haar noemt"),
        (HEAD, mapping(AREA, YEAR, SHARE, Column(name="n", role=Role.N, of="x")), "`of` bij elke kolom"),
    ],
)
def test_a_table_that_is_not_what_was_agreed_is_refused_whole(
    text: str, how: TableMapping, problem: str
) -> None:
    with pytest.raises(FigureError) as caught:
        read(text, how)
    assert problem in str(caught.value)


def test_another_unit_than_agreed_refuses_the_table() -> None:
    how = mapping(AREA, YEAR, SHARE, Column(name="Eenheid", role=Role.UNIT))
    with pytest.raises(FigureError, match=r'de eenheid is "per 1.000", afgesproken is "%"'):
        read("Gemeente;Jaar;Aandeel;Eenheid\nNieuwegein;2022;1;%\nNieuwegein;2023;1;per 1.000\n", how)


def test_a_pinned_file_with_another_content_is_refused() -> None:
    with pytest.raises(FigureError, match=r"de inhoud is anders dan in dossier.toml is vastgelegd"):
        read(HEAD + "Nieuwegein;2023;1\n", pinned="0" * 64)


@pytest.mark.parametrize(
    ("cell", "status", "reason"),
    [
        (".", ObservationStatus.UNAVAILABLE, "onbekend, onvoldoende betrouwbaar of geheim"),
        ("Niet gemeten", ObservationStatus.NOT_MEASURED, None),
        ("gegevens niet beschikbaar", ObservationStatus.UNAVAILABLE, None),
        ("", ObservationStatus.UNAVAILABLE, "leeg in de bron"),
        ("n.n.b.", ObservationStatus.NOT_DELIVERED, "nog niet bekend"),
    ],
)
def test_a_mark_is_no_nought(cell: str, status: ObservationStatus, reason: str | None) -> None:
    (fact,) = read(HEAD + f"Nieuwegein;2023;{cell}\n").facts
    assert (fact.value, fact.status, fact.reason) == (None, status, reason)


def test_the_status_of_a_row_is_read() -> None:
    how = mapping(AREA, YEAR, SHARE, Column(name="Status", role=Role.STATUS))
    found = read("Gemeente;Jaar;Aandeel;Status\nNieuwegein;2022;1;**\nNieuwegein;2023;1;voorlopig\n", how)
    assert [fact.status for fact in found.facts] == [ObservationStatus.REVISED, ObservationStatus.PROVISIONAL]


def test_a_survey_keeps_what_its_values_rest_on_and_too_few_answers_count_for_nothing() -> None:
    parts = [Column(name=name, role=role, of="aandeel") for name, role in SURVEY.items()]
    asking = Asking(mode="vragenlijst online", weighting="leeftijd en geslacht", least=50)
    how = mapping(AREA, YEAR, SHARE, *parts, survey=asking)
    text = "Gemeente;Jaar;Aandeel;n;respons;van;tot\nNieuwegein;2022;41,5;812;31;38,1;44,9\nNieuwegein;2024;40;12;2;20;60\n"
    held, failed = read(text, how).facts
    assert held.survey is not None
    assert (held.survey.n, held.survey.response, held.survey.low, held.survey.high) == (812, 31, 38.1, 44.9)
    assert held.survey.weighting == "leeftijd en geslacht"
    assert (failed.value, failed.status) == (None, ObservationStatus.NOT_MEASURED)
    assert failed.reason == "te weinig antwoorden (minder dan 50)"


SURVEY = {"n": Role.N, "respons": Role.RESPONSE, "van": Role.LOW, "tot": Role.HIGH}


def ods(rows: list[list[object]]) -> bytes:
    document = Document("spreadsheet")
    document.body.clear()
    sheet = Table("Blad1")
    for cells in rows:
        row = Row()
        for cell in cells:
            row.append_cell(Cell(cell))
        sheet.append_row(row)
    document.body.append(sheet)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_sheet_gives_the_same_facts_as_text() -> None:
    sheet = ods([["Cijfers 2023"], ["Gemeente", "Jaar", "Aandeel"], ["Nieuwegein", 2023, 12.5]])
    from_sheet = read(sheet, mapping(head=2), "cijfers.ods").facts
    from_text = read("Cijfers 2023;;\n" + HEAD + "Nieuwegein;2023;12,5\n", mapping(head=2)).facts
    assert from_sheet == from_text
    assert from_sheet[0].value == 12.5


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"Gemeente;Jaar", "dit werkblad is niet te lezen"),
        (ods([["Gemeente"]])[:400], "dit werkblad is niet te lezen"),
    ],
)
def test_a_broken_sheet_is_refused_with_the_remedy(data: bytes, problem: str) -> None:
    with pytest.raises(FigureError, match=problem):
        read_grid(data, "cijfers.ods")


def test_a_sheet_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(FigureError, match=r'er is geen blad "2024". Kies uit: Blad1'):
        read_grid(ods([["Gemeente"]]), "cijfers.ods", sheet="2024")


DISTRICTS = "Gemeente;Jaar;Aantal\nGM0356;2023;60\nWK035601;2023;3\nWK035602;2023;20\nWK035603;2023;37\n"
COUNTED = mapping(AREA, YEAR, PEOPLE, policy="onder-vijf")


def test_small_counts_of_people_are_hidden_and_so_is_what_gives_them_away() -> None:
    (supply,) = hidden([read(DISTRICTS, COUNTED)], areas())
    found = {fact.area: fact for fact in supply.facts}
    assert found["WK035601"].status == ObservationStatus.SUPPRESSED
    assert found["WK035601"].value is None
    shown = [area for area, fact in found.items() if fact.value is not None]
    assert len(shown) < 3
    assert [fact.reason for fact in found.values() if fact.value is None] == ["te kleine aantallen"] * (
        4 - len(shown)
    )


def test_a_percentage_beside_a_hidden_count_is_hidden_too() -> None:
    text = "Gemeente;Jaar;Aantal;Aandeel\nGM0356;2023;3;0,5\nGM0501;2022;60;12\n"
    (supply,) = hidden([read(text, mapping(AREA, YEAR, PEOPLE, SHARE, policy="onder-vijf"))], areas())
    found = {(fact.column, fact.area): fact.value for fact in supply.facts}
    assert found["eigen:aandeel", "GM0356"] is None
    assert found["eigen:aandeel", "GM0501"] == 12


def test_a_small_count_is_shown_where_someone_answers_for_it() -> None:
    release = Freed(column="aantal", area="WK035601", period="2023", role="teamleider", reason="al openbaar")
    how = mapping(AREA, YEAR, PEOPLE, policy="onder-vijf", release=(release,))
    (supply,) = hidden([read(DISTRICTS, how)], areas())
    assert {fact.area: fact.value for fact in supply.facts}["WK035601"] == 3


def test_a_bad_count_of_people_is_not_repeated_in_what_is_told() -> None:
    (left,) = read("Gemeente;Jaar;Aantal\nNieuwegein;2023;3 of 4\n", COUNTED).delivery.left_out
    assert left.value == ""


def test_an_unknown_policy_is_refused() -> None:
    how = mapping(AREA, YEAR, PEOPLE, policy="geen")
    with pytest.raises(FigureError, match="Kies uit: cbs-zorg"):
        hidden([read(DISTRICTS, how)], areas())


def test_a_table_without_a_mapping_says_nothing_and_is_named() -> None:
    found = deliver_all([asked("eigen", HEAD)], [Organisation(code="GM0356", name="Nieuwegein")])
    assert [one.delivery.rows_used for one in found.supplies] == [0]
    assert found.supplies[0].delivery.left_out[0].remedy.startswith("Voeg [[figures.column]] toe")


@given(st.decimals(min_value=-10_000_000, max_value=10_000_000, places=2, allow_nan=False))
def test_a_number_is_read_as_it_was_written_in_dutch(number: object) -> None:
    dutch = f"{number:,.2f}".translate(str.maketrans(",.", ".,"))
    assert number_of(dutch) == pytest.approx(float(str(number)))
    assert number_of(f"{number}", ".") == pytest.approx(float(str(number)))


@pytest.mark.parametrize(
    ("text", "name", "start", "end"),
    [
        ("2024", "2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024JJ00", "2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2023KW04", "2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-H1", "2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("2024MM02", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_period_has_one_name_and_a_first_and_last_day(text: str, name: str, start: date, end: date) -> None:
    period = period_of(text)
    assert period is not None
    assert (period.name, period.start, period.end) == (name, start, end)


@pytest.mark.parametrize("text", ["", "2024-13", "2024Q5", "najaar 2024", "0000"])
def test_what_is_no_period_is_none(text: str) -> None:
    assert period_of(text) is None
