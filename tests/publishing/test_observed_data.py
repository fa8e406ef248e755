"""What was computed as open data: tables with columns that are described, down to file and row."""

import csv
import io
import json

import pytest
from msgspec import structs

from rodedraad.model.build import Build
from rodedraad.publishing.publish import publish
from tests.publishing.test_measured import DIGEST, observations
from tests.publishing.test_taakvelden import money_by_taakveld


@pytest.fixture(scope="module")
def both(build: Build) -> Build:
    """The invented municipality with computed indicators and with money by taakveld."""
    made, money = observations("per 10.000"), money_by_taakveld()
    together = structs.replace(made, money=money.money, deliveries=(*made.deliveries, *money.deliveries))
    return structs.replace(build, observations=together)


@pytest.fixture(scope="module")
def files(both: Build) -> dict[str, bytes]:
    return dict(publish(both))


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode(), newline="")))


def test_every_value_keeps_its_status_its_definition_and_its_rows(files) -> None:
    found = {(one["area"], one["period"]): one for one in rows(files, "observations")}
    assert found["GM9901", "2021"]["value"] == "40"
    assert found["GM9901", "2021"]["origins"] == f"{DIGEST}:2"
    assert found["GM9901", "2024"]["status"] == "suppressed"
    assert found["GM9901", "2024"]["value"] == ""
    since = {(one["indicator"], one["since"]) for one in rows(files, "definitions")}
    assert {(one["indicator"], one["since"]) for one in found.values()} == since


def test_a_break_stands_at_the_first_value_after_it_alone(files) -> None:
    broken = [(one["period"], one["break"]) for one in rows(files, "observations") if one["break"]]
    assert broken == [("2023", "unit")]


def test_money_by_taakveld_is_fiscal_data(files) -> None:
    first = rows(files, "taakvelden")[0]
    assert (first["taakveld"], first["direction"], first["value"], first["per_inhabitant"]) == (
        "6.1",
        "expenditure",
        "200000",
        "200",
    )
    package = json.loads(files["data/datapackage.json"])
    (described,) = [one for one in package["resources"] if one["path"] == "taakvelden.csv"]
    typed = {one["columnType"]: one["name"] for one in described["schema"]["fields"] if "columnType" in one}
    assert typed["value"] == "value"
    assert typed["functional-classification:generic:code"] == "taakveld"
    assert typed["date:fiscal-year"] == "year"


def test_others_stand_in_one_table_for_indicators_and_money(files) -> None:
    found = [(one["indicator"], one["taakveld"], one["low"]) for one in rows(files, "bands")]
    assert found == [("meting", "", "30"), ("", "6.1", "120.4")]


def test_the_files_say_how_much_of_them_was_used(files) -> None:
    used = {one["source"]: (one["rows_in"], one["rows_used"]) for one in rows(files, "deliveries")}
    assert used == {"gemeente/tabel": ("5", "5"), "iv3/2030/begroting": ("4", "3")}


@pytest.mark.parametrize("table", ["deliveries", "definitions", "observations", "taakvelden", "bands"])
def test_without_figures_the_tables_are_empty(build: Build, table: str) -> None:
    assert rows(dict(publish(build)), table) == []


def test_the_same_observations_give_the_same_bytes(both: Build, files: dict[str, bytes]) -> None:
    assert dict(publish(both)) == files
