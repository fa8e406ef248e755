"""Every file of the open data of the example follows the schema that is published beside it."""

import csv
import json
from pathlib import Path

import jsonschema
import pytest

KINDS = {
    "documents": "rodedraad-document-1",
    "texts": "rodedraad-places-1",
    "threads.json": "rodedraad-threads-1",
    "findings.json": "rodedraad-findings-1",
    "manifest.json": "rodedraad-manifest-1",
}


def records(data: Path, kind: str) -> list[Path]:
    return sorted((data / kind).rglob("*.json")) if (data / kind).is_dir() else [data / kind]


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_of_the_example_follows_its_schema(built_example: Path, kind: str) -> None:
    data = built_example / "data"
    schema = json.loads((data / "schemas" / f"{KINDS[kind]}.json").read_bytes())
    check = jsonschema.Draft202012Validator(schema)
    found = records(data, kind)
    assert found
    for path in found:
        check.validate(json.loads(path.read_bytes()))


def test_every_thread_of_the_example_follows_its_schema(built_example: Path) -> None:
    schema = json.loads((built_example / "data" / "schemas" / "rodedraad-thread-1.json").read_bytes())
    check = jsonschema.Draft202012Validator(schema)
    found = sorted((built_example / "site" / "draad").glob("*/draad.json"))
    assert len(found) > 100
    for path in found[::10]:
        check.validate(json.loads(path.read_bytes()))


def test_no_cell_of_the_example_breaks_what_its_column_promises(built_example: Path) -> None:
    data = built_example / "data"
    package = json.loads((data / "datapackage.json").read_bytes())
    for resource in (one for one in package["resources"] if one["format"] == "csv"):
        with (data / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for field in resource["schema"]["fields"]:
            bound, found = field.get("constraints", {}), {row[field["name"]] for row in rows}
            assert not bound.get("required") or "" not in found, (resource["name"], field["name"])
            assert not bound.get("enum") or found <= {*bound["enum"], ""}, (resource["name"], field["name"])
        key = resource["schema"].get("primaryKey", [])
        assert not key or len({tuple(row[one] for one in key) for row in rows}) == len(rows)
