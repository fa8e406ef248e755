import csv
import hashlib
import io
import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.publishing.opendata.table import FORMULA_STARTS, Table, csv_bytes, fields


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def table(*rows: tuple[object, ...]) -> Table:
    return Table(name="t", title="T", fields=fields("text", "count/integer"), rows=rows)


@given(st.text())
def test_a_cell_of_text_never_is_a_formula_and_is_read_back(text):
    (_, (cell, _)) = rows_of(csv_bytes(table((text, 1))))
    assert not cell.startswith(FORMULA_STARTS)
    assert cell.removeprefix("'") == text.removeprefix("'") or cell == text


def test_numbers_keep_their_sign_and_unknown_is_empty():
    content = csv_bytes(table(("=1+1", -3), (None, None), ("yes", True)))
    assert content == b"text,count\r\n'=1+1,-3\r\n,\r\nyes,true\r\n"


def test_the_package_describes_every_file_beside_it(files):
    package = json.loads(files["data/datapackage.json"])
    described = {resource["path"] for resource in package["resources"]}
    assert described | {"datapackage.json"} == {
        name.removeprefix("data/") for name in files if name.startswith("data/")
    }
    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"])
    (licence,) = package["licenses"]
    assert licence["name"] == "CC0-1.0"
    assert licence["path"].startswith("http://creativecommons.org/publicdomain/zero/")


def test_the_package_gives_size_and_digest_of_every_file(files):
    for resource in json.loads(files["data/datapackage.json"])["resources"]:
        content = files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_table_follows_its_schema(files):
    package = json.loads(files["data/datapackage.json"])
    for resource in package["resources"]:
        if resource["profile"] != "tabular-data-resource":
            continue
        head, *rows = rows_of(files[f"data/{resource['path']}"])
        assert head == [field["name"] for field in resource["schema"]["fields"]]
        kinds = [field["type"] for field in resource["schema"]["fields"]]
        assert all(fits(cell, kind) for row in rows for cell, kind in zip(row, kinds, strict=True))
        keys = [head.index(name) for name in resource["schema"].get("primaryKey", [])]
        assert not keys or len({tuple(row[at] for at in keys) for row in rows}) == len(rows)


def fits(cell: str, kind: str) -> bool:
    if kind == "boolean":
        return cell in {"true", "false"}
    if kind in {"integer", "number"}:
        return cell == "" or float(cell) is not None
    return kind in {"string", "date"}


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("documents/begroting-2024.json", "rodedraad-document-1"),
        ("threads.json", "rodedraad-threads-1"),
        ("findings.json", "rodedraad-findings-1"),
    ],
)
def test_every_record_follows_the_schema_beside_it(files, file, schema):
    described = json.loads(files[f"data/schemas/{schema}.json"])
    jsonschema.validate(json.loads(files[f"data/{file}"]), described)


def test_the_site_carries_the_same_data(files):
    beside = {
        name.removeprefix("data/"): content for name, content in files.items() if name.startswith("data/")
    }
    within = {
        name.removeprefix("site/data/"): content
        for name, content in files.items()
        if name.startswith("site/data/")
    }
    assert beside == within


def test_a_list_exports_exactly_what_it_shows(files):
    head, *rows = rows_of(files["site/verschuivingen/lijst.csv"])
    assert head[0] == "belofte"
    assert [row[1::2][:2] for row in rows] == [
        ["1e helft 2023", "2024"],
        ["2e kwartaal 2024", "1e kwartaal 2025"],
        ["4e kwartaal 2023", "2e kwartaal 2024"],
    ]


def test_promises_say_what_came_of_them(files):
    head, *rows = rows_of(files["data/promises.csv"])
    at = {name: number for number, name in enumerate(head)}
    outcomes = {(row[at["document"]], row[at["element"]]): row[at["outcome"]] for row in rows}
    assert outcomes["begroting-2024", "a15"] == "not-found"
    assert outcomes["jaarstukken-2024", "a9"] == "stopped"


def test_a_thread_has_its_records_beside_its_page(files):
    record = json.loads(files["site/draad/t-a1/draad.json"])
    assert record["thread"]["id"] == "t-a1"
    assert [one["document"] for one in record["elements"]] == [
        "begroting-2023",
        "begroting-2024",
        "jaarstukken-2023",
        "jaarstukken-2024",
    ]
    assert len(record["shifts"]) == 2
    assert [(one["what"], one["effect"], one["was"]["words"]) for one in record["changes"]] == [
        ("scope", "weaker", "elke wijk")
    ]
