"""The files of the open data folder and the data package that describes them."""

import hashlib
from collections.abc import Iterator
from typing import Any

from rodedraad.model.build import Build
from rodedraad.model.codec import PLACES_FORMAT, to_json
from rodedraad.model.samples import Samples
from rodedraad.model.schemas import schemas
from rodedraad.model.text import Places
from rodedraad.publishing import addresses
from rodedraad.publishing.opendata.table import FORMULA_NOTE, Table, csv_bytes
from rodedraad.publishing.opendata.tables import tables
from rodedraad.publishing.views.common import Pages

File = tuple[str, bytes]


def data_files(pages: Pages) -> Iterator[File]:
    """Yield the open data: tables, records, schemas, and at last the package that describes them."""
    made = tables(pages)
    written = [(f"{table.name}.csv", csv_bytes(table)) for table in made]
    records = list(_records(pages))
    described = list(_schemas())
    yield from (*written, *records, *described)
    resources = [
        *(_table_resource(table, file) for table, file in zip(made, written, strict=True)),
        *(_resource(file) for file in (*records, *described)),
    ]
    yield "datapackage.json", to_json(_package(pages, resources))


def _records(pages: Pages) -> Iterator[File]:
    build = pages.lookup.build
    for document in build.documents:
        yield f"documents/{addresses.safe(document.id)}.json", to_json(document)
    yield "threads.json", to_json(build.threads)
    yield "findings.json", to_json(build.findings)
    yield from _texts(build)
    judged = tuple(one for one in build.samples if one.read)
    if judged:
        yield "samples.json", to_json(Samples(samples=judged))


def _texts(build: Build) -> Iterator[File]:
    """Yield the text of every source and where its blocks stand: with these the data is a whole export."""
    for document in build.documents:
        for source, text in zip(document.sources, build.texts[document.id], strict=True):
            yield source.text, text.text.encode()
            yield source.places, to_json(Places(format=PLACES_FORMAT, blocks=text.blocks))


def _schemas() -> Iterator[File]:
    for name, schema in schemas().items():
        kind, _, version = name.partition("/")
        yield f"schemas/{kind}-{version}.json", to_json(schema)


def _package(pages: Pages, resources: list[dict[str, Any]]) -> dict[str, Any]:
    build = pages.lookup.build
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": f"rode-draad-{build.manifest.digest[:12] or 'data'}",
        "title": build.dossier.title,
        "description": FORMULA_NOTE,
        "created": build.manifest.stamp.isoformat(),
        "version": build.manifest.version,
        "resources": resources,
    }
    licence = build.dossier.licence
    return {**package, "licenses": [{"name": licence}]} if licence else package


def _resource(file: File) -> dict[str, Any]:
    path, content = file
    return {
        "name": path.replace(".json", "-json").replace("/", "-").replace("_", "-").lower(),
        "path": path,
        "profile": "data-resource",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        **_digest(content),
    }


def _table_resource(table: Table, file: File) -> dict[str, Any]:
    path, content = file
    return {
        "name": table.name,
        "title": table.title,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "doubleQuote": True, "lineTerminator": "\r\n", "header": True},
        "schema": _schema(table),
        **_digest(content),
    }


def _schema(table: Table) -> dict[str, Any]:
    described = [
        {"name": field.name, "type": field.type, "description": field.description} for field in table.fields
    ]
    schema: dict[str, Any] = {"fields": described, "missingValues": [""]}
    return {**schema, "primaryKey": list(table.key)} if table.key else schema


def _digest(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
