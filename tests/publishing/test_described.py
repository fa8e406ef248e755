"""The description of the open data: columns, keys, catalogue, addresses, Parquet, and the page about them."""

import csv
import hashlib
import io
import json
import re
from datetime import date
from decimal import Decimal

import jsonschema
import lxml.html
import pyarrow.parquet as pq
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from openapi_spec_validator import validate

from rodedraad.publishing.opendata.facts import exact
from rodedraad.publishing.opendata.table import Field, Table, csv_bytes
from rodedraad.publishing.opendata.tables import tables
from rodedraad.publishing.publish import publish
from rodedraad.publishing.words import rows, words

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.DCTERMS
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
TYPES = {"string", "integer", "number", "decimal", "date", "boolean"}
ADDRESS = "https://rodedraad.veldermeer.example"


@pytest.fixture(scope="module")
def addressed(build) -> dict[str, bytes]:
    """The files of a site that knows where it will stand, with its tables as Parquet."""
    dossier = structs.replace(build.dossier, address=ADDRESS, parquet=True)
    return dict(publish(structs.replace(build, dossier=dossier)))


@pytest.fixture
def resources(files) -> dict[str, dict]:
    """The tables of the data package by name."""
    package = json.loads(files["data/datapackage.json"])
    return {one["name"]: one for one in package["resources"] if one["format"] == "csv"}


def cells(files, resource) -> list[dict[str, str]]:
    content = files[f"data/{resource['path']}"].decode()
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_every_column_is_described_and_belongs_to_a_table(pages):
    made = tables(pages)
    assert [one.name for one in made] == [row["name"] for row in rows("opendata/tables.tsv")]
    assert {row["table"] for row in rows("opendata/columns.tsv")} == {one.name for one in made}
    for table in made:
        assert table.title
        assert table.explanation.endswith(".")
        for field in table.fields:
            assert field.description.endswith("."), (table.name, field.name)
            assert field.source, (table.name, field.name)
            assert field.type in TYPES
        assert all(len(row) == len(table.fields) for row in table.rows), table.name


def test_every_cell_keeps_what_its_column_promises(files, resources):
    for resource in resources.values():
        for field in resource["schema"]["fields"]:
            bound = field.get("constraints", {})
            found = [row[field["name"]] for row in cells(files, resource)]
            assert not bound.get("required") or all(found), (resource["name"], field["name"])
            assert not bound.get("enum") or {*found} <= {*bound["enum"], ""}, (
                resource["name"],
                field["name"],
            )
            assert all(PATTERNS[field["type"]].fullmatch(one) for one in found if one)


PATTERNS = {
    "string": re.compile(r".*", re.DOTALL),
    "integer": re.compile(r"-?\d+"),
    "number": re.compile(r"-?\d+(\.\d+)?(e-?\d+)?"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "boolean": re.compile(r"true|false"),
}


def test_every_key_is_unique_and_every_reference_leads_to_a_row(files, resources):
    for resource in resources.values():
        schema, found = resource["schema"], cells(files, resource)
        key = schema.get("primaryKey", [])
        assert not key or len({tuple(row[name] for name in key) for row in found}) == len(found)
        for foreign in schema.get("foreignKeys", []):
            other = cells(files, resources[foreign["reference"]["resource"]])
            there = {tuple(row[name] for name in foreign["reference"]["fields"]) for row in other}
            assert {tuple(row[name] for name in foreign["fields"]) for row in found} <= there, resource[
                "name"
            ]


def test_amounts_follow_the_columns_of_a_fiscal_data_package(resources, files):
    fields = {one["name"]: one for one in resources["amounts"]["schema"]["fields"]}
    typed = {one["columnType"]: name for name, one in fields.items() if "columnType" in one}
    assert typed["value"] == "value"
    assert typed["phase:id"] == "phase"
    assert typed["direction"] == "direction"
    assert typed["date:fiscal-year"] == "year"
    assert typed["value-currency:code"] == "currency"
    assert fields["phase"]["constraints"]["enum"] == ["proposed", "approved", "adjusted", "executed"]
    found = cells(files, resources["amounts"])
    assert {row["direction"] for row in found if row["what"] == "lasten"} == {"expenditure"}
    assert {row["value"] for row in found} >= {"12400000"}


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_exactly_and_without_an_exponent(value):
    made = exact(value)
    assert made is not None
    assert float(made) == value
    assert re.fullmatch(r"-?\d+(\.\d+)?", f"{made:f}")
    assert exact(None) is None


def test_parquet_holds_the_same_with_types(addressed, pages):
    for table in tables(pages):
        read = pq.read_table(io.BytesIO(addressed[f"data/{table.name}.parquet"]))
        assert read.column_names == [one.name for one in table.fields]
        assert [str(read.schema.field(one.name).type) for one in table.fields] == [
            ARROW[one.type] for one in table.fields
        ]
        assert [tuple(row.values()) for row in read.to_pylist()] == [tuple(row) for row in table.rows]
        assert read.schema.field(0).metadata[b"description"].decode() == table.fields[0].description


ARROW = {
    "string": "string",
    "integer": "int64",
    "number": "double",
    "decimal": "decimal128(38, 6)",
    "date": "date32[day]",
    "boolean": "bool",
}


def test_parquet_is_described_and_made_only_where_it_is_asked_for(addressed, files):
    assert not [name for name in files if name.endswith(".parquet")]
    described = json.loads(addressed["data/datapackage.json"])["resources"]
    assert {one["path"] for one in described} | {"datapackage.json"} == {
        name.removeprefix("data/") for name in addressed if name.startswith("data/")
    }


def test_csv_writes_days_and_exact_numbers():
    table = Table(
        name="t",
        title="T",
        fields=(Field(name="day", type="date"), Field(name="sum", type="decimal")),
        rows=((date(2024, 1, 2), Decimal("12.50")), (None, Decimal(100000000000000000000))),
    )
    assert csv_bytes(table) == b"day,sum\r\n2024-01-02,12.50\r\n,100000000000000000000\r\n"


def test_the_page_shows_every_column_with_its_meaning_and_an_example(files, pages):
    page = lxml.html.fromstring(files["site/gegevens/index.html"])
    for table in tables(pages):
        for place, field in enumerate(table.fields):
            (row,) = page.xpath(f"//tr[@id='{table.name}-{field.name}']")
            texts = [" ".join(cell.text_content().split()) for cell in row]
            assert texts[0] == field.name
            assert texts[1].startswith(field.description)
            assert texts[2].startswith(words("column-type")[field.type].word)
            known = any(line[place] not in {None, ""} for line in table.rows)
            assert (texts[3] == "komt hier niet voor") is not known
            assert texts[4] == field.source
    assert page.xpath("//a[@href='../data/promises.csv']")


# rdflib's own reader of JSON-LD still uses a class that rdflib calls old.
OLD_CLASS = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


@OLD_CLASS
@pytest.mark.parametrize("base", ["", f"{ADDRESS}/data/"])
def test_the_catalogue_describes_files_that_are_there(files, addressed, base):
    made = addressed if base else files
    graph = rdflib.Graph()
    home = base or "https://elders.example/data/"
    graph.parse(data=made["data/catalogus.jsonld"], format="json-ld", publicID=f"{home}catalogus.jsonld")
    (dataset,) = graph.subjects(rdflib.RDF.type, DCAT.Dataset)
    assert str(dataset) == f"{home}catalogus.jsonld#dataset"
    offered = list(graph.objects(dataset, DCAT.distribution))
    assert len(offered) == len({*offered}) >= 13
    for one in offered:
        name = str(graph.value(one, DCAT.downloadURL)).removeprefix(home)
        content = made[f"data/{name}"]
        assert int(graph.value(one, DCAT.byteSize)) == len(content)
        digest = graph.value(graph.value(one, SPDX.checksum), SPDX.checksumValue)
        assert str(digest).lower() == hashlib.sha256(content).hexdigest()
        assert str(graph.value(one, DCAT.mediaType)).startswith(
            "https://www.iana.org/assignments/media-types/"
        )


@OLD_CLASS
def test_the_catalogue_says_what_the_profile_asks_of_each_part(addressed):
    graph = rdflib.Graph().parse(data=addressed["data/catalogus.jsonld"], format="json-ld")
    asked = {
        DCAT.Catalog: (DCT.title, DCT.description, DCT.publisher, DCT.license, DCAT.dataset),
        DCAT.Dataset: (
            DCT.identifier,
            DCT.title,
            DCT.description,
            DCT.publisher,
            DCT.creator,
            DCT.language,
            DCT.license,
            DCT.accessRights,
            DCT.modified,
            DCT.temporal,
            DCAT.contactPoint,
            DCAT.theme,
            DCAT.landingPage,
        ),
        DCAT.Distribution: (DCAT.accessURL, DCT.license, DCT.title, DCT.format, DCAT.mediaType),
        DCAT.DataService: (DCT.title, DCAT.endpointURL, DCAT.endpointDescription, DCAT.servesDataset),
    }
    for kind, properties in asked.items():
        parts = list(graph.subjects(rdflib.RDF.type, kind))
        assert parts, kind
        missing = [(part, one) for part in parts for one in properties if graph.value(part, one) is None]
        assert missing == []
    (publisher, *_) = sorted(graph.objects(None, DCT.publisher))
    assert str(publisher) == "https://identifier.overheid.nl/tooi/id/gemeente/gm9901"
    assert rdflib.URIRef("https://identifier.overheid.nl/tooi/def/thes/kern/c_c6cd1213") in set(
        graph.objects(None, DCT.subject)
    )


def test_every_address_of_the_api_is_described_well_and_exists(files, site):
    described = json.loads(files["data/openapi.json"])
    validate(described, base_uri=(site / "data" / "openapi.json").as_uri())
    assert described["servers"] == [{"url": ".."}]
    found = {path for template, one in described["paths"].items() for path in expanded(template, one["get"])}
    made_by_the_build = "/data/manifest.json"
    assert {path for path in found if f"site{path}" not in files} == {made_by_the_build}
    assert len(found) > 20


def expanded(template: str, operation: dict) -> list[str]:
    (parameter,) = operation.get("parameters") or [None]
    if parameter is None:
        return [template]
    return [template.replace(f"{{{parameter['name']}}}", value) for value in parameter["schema"]["enum"]]


def test_what_an_address_gives_follows_the_schema_that_is_named(files):
    described = json.loads(files["data/openapi.json"])
    checked = 0
    for template, one in described["paths"].items():
        (content,) = one["get"]["responses"]["200"]["content"].values()
        reference = content["schema"].get("$ref")
        for path in expanded(template, one["get"]) if reference else []:
            if f"site{path}" in files:
                jsonschema.validate(json.loads(files[f"site{path}"]), json.loads(files[f"data/{reference}"]))
                checked += 1
    assert checked > 10


def test_a_site_with_an_address_says_so_everywhere(addressed):
    assert json.loads(addressed["data/openapi.json"])["servers"] == [{"url": ADDRESS}]
    assert json.loads(addressed["data/datapackage.json"])["homepage"] == f"{ADDRESS}/"
