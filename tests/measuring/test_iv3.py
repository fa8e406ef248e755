import csv
from collections import defaultdict
from datetime import date
from decimal import Decimal
from time import process_time

import pytest

from rodedraad.measuring.areas.areas import Areas
from rodedraad.measuring.delivering import Delivered
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.iv3 import dataset, matrix
from rodedraad.measuring.iv3.balance import imbalances
from rodedraad.measuring.iv3.source import Report, report_of, report_of_code
from rodedraad.measuring.iv3.taakveld import taakveld_of_row
from rodedraad.measuring.measure import Wanted, measure
from rodedraad.measuring.statline.snapshot import Dimension, Line, Measure, Snapshot
from rodedraad.measuring.supply import Supply
from rodedraad.model.codec import to_json
from rodedraad.model.document import TaakveldCode
from rodedraad.model.taakvelden import rolled_up
from rodedraad.model.terms import MoneyPhase
from tests.measuring.support import DATA, areas, areas_of_2022, asked, needs_data

HEAD = "Gemeenten;Taakveld;Baten;Lasten;Gemeentegrootte;Inwonertal\n"
BUDGET = Report(year=2024, stage="begroting")
IV3 = DATA / "iv3" / "2024-begroting-per-taakveld.csv"


def delivered(rows: str, known: Areas | None = None) -> Supply:
    return matrix.deliver(asked("iv3/2024/begroting", HEAD + rows), BUDGET, known or areas())


@pytest.fixture(scope="module")
def country() -> Supply:
    return matrix.deliver(asked("iv3/2024/begroting", IV3.read_bytes()), BUDGET, areas_of_2022())


@needs_data
def test_all_342_municipalities_load_in_under_five_seconds() -> None:
    known = areas_of_2022()
    start = process_time()
    supply = matrix.deliver(asked("iv3/2024/begroting", IV3.read_bytes()), BUDGET, known)
    assert process_time() - start < 5
    assert len({fact.area for fact in supply.money}) == 342
    assert (supply.delivery.rows_in, supply.delivery.rows_used, supply.delivery.left_out) == (
        24282,
        24282,
        (),
    )


@needs_data
def test_totals_are_those_of_a_sum_made_apart(country: Supply) -> None:
    apart: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    with IV3.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            for column in ("Lasten", "Baten"):
                apart[row["Taakveld"].split()[0], column.lower()] += Decimal(row[column])
    found: defaultdict[tuple[str, str], float] = defaultdict(float)
    for fact in country.money:
        found[fact.taakveld.code, fact.what] += fact.value
    assert {key: value / 1000 for key, value in found.items()} == {
        key: float(sum_) for key, sum_ in apart.items()
    }


@needs_data
def test_municipalities_that_do_not_balance_are_listed_with_the_difference(country: Supply) -> None:
    apart: defaultdict[str, Decimal] = defaultdict(Decimal)
    with IV3.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            apart[row["Gemeenten"]] += Decimal(row["Lasten"]) - Decimal(row["Baten"])
    on = areas_of_2022().on(date(2024, 1, 1))
    names = {area.code: area.name for area in on.areas}
    found = {one.name: one.difference / 1000 for one in imbalances(country, names)}
    assert found == {name: float(value) for name, value in apart.items() if value}
    beyond = [one.name for one in imbalances(country, names) if abs(one.difference) > one.rounding]
    assert beyond == ["Hillegom"]


@needs_data
def test_nieuwegein_and_hulst_have_money_beside_that_of_their_size_region_and_country(
    country: Supply,
) -> None:
    wanted = Wanted(indicators=(), years={"GM0356": (2020, 2021), "GM0677": (2021,)})
    found = measure(Delivered(supplies=(country,), areas=areas_of_2022()), wanted)
    assert {one.area for one in found.money} == {"GM0356", "GM0677"}
    (youth,) = (
        one
        for one in found.money
        if one.area == "GM0356" and one.amount.what == "lasten" and one.amount.taakveld == _taakveld("6.72b")
    )
    assert (youth.amount.value, youth.amount.year, youth.amount.raw) == (2_662_000, 2024, "2662.0")
    assert youth.per_inhabitant == round(2_662_000 / 65_972, 2)
    assert [band.group for band in youth.bands] == ["size-class", "JZ26", "PV26", "NL"]
    assert youth.bands[-1].count == 342
    assert found == measure(Delivered(supplies=(country,), areas=areas_of_2022()), wanted)


def _taakveld(code: str) -> TaakveldCode:
    return TaakveldCode(code=code, scheme="2023")


def test_what_cannot_be_used_is_told_once_a_reason_with_its_row_and_remedy() -> None:
    supply = delivered(
        "Nieuwegein;6.1 Samenkracht;10;20;;64000\n"
        "Nergenshuizen;6.1 Samenkracht;10;20;;1\n"
        "Nergenshuizen;6.3 Inkomen;10;20;;1\n"
        "Nieuwegein;6.711 Huishoudelijke hulp;10;20;;64000\n"
        "Nieuwegein;6.3 Inkomensregelingen;10;n.b.;;64000\n"
    )
    assert [(fact.what, fact.value, fact.rows) for fact in supply.money] == [
        ("lasten", 20_000, (2,)),
        ("baten", 10_000, (2,)),
    ]
    told = [(one.row, one.column, one.value, one.rows) for one in supply.delivery.left_out]
    assert told == [
        (3, "Gemeenten", "Nergenshuizen", 2),
        (5, "Taakveld", "6.711 Huishoudelijke hulp", 1),
        (6, "Lasten", "n.b.", 1),
    ]
    assert "dit taakveld is er in 2024 niet" in supply.delivery.left_out[1].why
    assert supply.delivery.rows_in - supply.delivery.rows_used == sum(
        one.rows for one in supply.delivery.left_out
    )


def test_a_merged_municipality_is_found_by_its_new_name_and_no_longer_by_the_old() -> None:
    supply = delivered("Voorne aan Zee;6.1 x;1;2;;\nBrielle;6.1 x;1;2;;\n")
    assert {fact.area for fact in supply.money} == {"GM1992"}
    assert [one.value for one in supply.delivery.left_out] == ["Brielle"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Gemeenten;Taakveld;Baten\nNieuwegein;6.1 x;1\n", 'rij 1: de kolom "Lasten" is er niet'),
        (
            HEAD + "Nieuwegein;6.1 x;1;2;;\nNieuwegein;6.1 x;1;3;;\n",
            "rij 3: taakveld 6.1 van GM0356 staat ook op rij 2",
        ),
        (
            HEAD + "Nieuwegein;6.1 x;1;2;;\nNieuwegein;6.2",
            "rij 3: afgebroken: de laatste rij heeft 2 van de 6 kolommen",
        ),
        (HEAD + "Nergenshuizen;6.1 x;1;2;;\n", "rij 2: geen enkele rij is te gebruiken"),
        (HEAD, "de tabel is leeg"),
        ("", "rij 1: hier staan geen kolomnamen"),
        (HEAD + 'Nieuwegein;"6.1 x;1;2;;\n', "geen geldige CSV"),
    ],
)
def test_a_table_that_cannot_be_trusted_is_refused_whole(text: str, problem: str) -> None:
    with pytest.raises(FigureError) as caught:
        matrix.deliver(asked("iv3/2024/begroting", text), BUDGET, areas())
    assert str(caught.value).startswith("cijfers.csv")
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("written", "year", "code", "scheme"),
    [
        ("6.71b Begeleiding (WMO)", 2024, "6.71b", "2023"),
        ("6-1_", 2018, "6.1", "2017"),
        ("6.71 Maatwerkdienstverlening 18+", 2024, "6.71", "2023"),
        ("6.711 Huishoudelijke hulp", 2025, "6.711", "2025"),
    ],
)
def test_a_taakveld_is_known_by_the_code_list_of_its_year(
    written: str, year: int, code: str, scheme: str
) -> None:
    assert taakveld_of_row(written, year) == TaakveldCode(code=code, scheme=scheme)


@pytest.mark.parametrize("written", ["6.711 Huishoudelijke hulp", "9.9 Iets", "Totaal", "6.1.2 Iets"])
def test_what_is_no_taakveld_of_2024_is_none(written: str) -> None:
    assert taakveld_of_row(written, 2024) is None


@needs_data
def test_every_taakveld_of_2024_rolls_up_to_the_oldest_list(country: Supply) -> None:
    assert all(rolled_up(taakveld) is not None for taakveld in {fact.taakveld for fact in country.money})


def test_the_name_of_a_source_says_the_year_and_the_report() -> None:
    assert report_of("iv3/2024/begroting") == Report(year=2024, stage="begroting")
    assert report_of("iv3/2024") is None
    accounts, quarter = report_of_code("2023X005 "), report_of_code("2024X002")
    assert accounts == Report(year=2023, stage="jaarrekening")
    assert accounts.phase == MoneyPhase.EXECUTED
    assert quarter == Report(year=2024, stage="kwartaal-2")
    assert (quarter.code, quarter.table) == ("2024X002", "45067NED")
    assert report_of_code("2024X009") is None


def snapshot(*lines: tuple[str, str, str, str, str, str]) -> bytes:
    keys = ("Gemeenten", "Verslagsoort", "TaakveldBalanspost", "Categorie")
    return to_json(
        Snapshot(
            table="45067NED",
            title="Iv3",
            modified="",
            address="",
            fetched=date(2024, 5, 1),
            dimensions=tuple(Dimension(key=key, kind="Dimension") for key in keys),
            measures=tuple(Measure(key=key, title=key) for key in ("k_1ePlaatsing_1", "k_2ePlaatsing_2")),
            lines=tuple(Line(codes=line[:4], values=line[4:]) for line in lines),
        )
    )


def test_the_raw_file_gives_categories_and_their_sums() -> None:
    data = snapshot(
        ("GM0356", "2024X000", "6.1", "L1.1", "100", "120"),
        ("GM0356", "2024X000", "6.1", "L3.8", "30", ""),
        ("GM0356", "2024X000", "6.1", "B3.1", "150", ""),
        ("GM0356", "2024X005", "6.1", "L1.1", "99", ""),
        ("GM0356", "2024X000", "A1.1", "A1.1", "5", ""),
        ("GM0356", "2024X000", "6.1", "L9.9", ".", ""),
    )
    supply = dataset.deliver(asked("iv3/2024/begroting", data, "iv3.json"), BUDGET)
    whole = [(one.what, one.value, one.rows) for one in supply.money if one.category is None]
    assert whole == [("lasten", 150_000, (1, 2)), ("baten", 150_000, (3,))]
    assert [one.category for one in supply.money if one.category] == ["L1.1", "L3.8", "B3.1"]
    assert [(one.row, one.value) for one in supply.delivery.left_out] == [
        (4, "2024X005"),
        (5, "A1.1"),
        (6, "."),
    ]
    assert list(imbalances(supply, {})) == []


def test_a_raw_file_of_something_else_is_refused() -> None:
    other = snapshot(("GM0356", "2023X000", "6.1", "L1.1", "100", ""))
    with pytest.raises(FigureError, match="geen enkele regel gaat over begroting 2024"):
        dataset.deliver(asked("iv3/2024/begroting", other, "iv3.json"), BUDGET)
    wrong = snapshot().replace(b"Categorie", b"Soort")
    with pytest.raises(FigureError, match='de kolom "Categorie" is er niet'):
        dataset.deliver(asked("iv3/2024/begroting", wrong, "iv3.json"), BUDGET)
