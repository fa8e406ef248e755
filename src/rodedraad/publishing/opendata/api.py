"""The addresses of the records of a site, described in OpenAPI 3.1: only to be read, only files."""

from collections.abc import Iterable
from typing import Any, Final

from rodedraad.model.build import Build
from rodedraad.publishing import addresses
from rodedraad.publishing.opendata.licence import licence_of
from rodedraad.publishing.opendata.package import MEDIA_TYPES
from rodedraad.publishing.opendata.table import Table

Record = dict[str, Any]

_TEXT: Final[Record] = {"type": "string"}


def description(build: Build, tables: Iterable[Table], *, judged: bool) -> Record:
    """Return the description; `judged` says that there are samples that people judged."""
    licence = licence_of(build)
    info: Record = {
        "title": f"Open data: {build.dossier.title}",
        "summary": "Adressen om te lezen; elk adres is een bestand.",
        "version": build.manifest.version,
    }
    if licence:
        info["license"] = {"name": licence.title, "url": licence.address}
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": build.dossier.address or ".."}],
        "paths": dict([*_tables(build, tables), *_records(build), *_by_id(build), *_samples(judged=judged)]),
    }


def _tables(build: Build, tables: Iterable[Table]) -> Iterable[tuple[str, Record]]:
    names = [table.name for table in tables]
    for ending in ("csv", "parquet") if build.dossier.parquet else ("csv",):
        told = f"Een tabel als {ending.upper()}; de kolommen staan in datapackage.json"
        named = _parameter("table", "Naam van de tabel", names)
        yield f"/data/{{table}}.{ending}", _read(f"table_{ending}", told, MEDIA_TYPES[ending], _TEXT, named)


def _records(build: Build) -> Iterable[tuple[str, Record]]:
    of = {
        "threads": ("De rode draden, hun verbanden en wat eruit volgt", "rodedraad-threads-1"),
        "findings": ("De bevindingen", "rodedraad-findings-1"),
        "manifest": ("Waaruit en waarmee dit is gemaakt, met elk controlegetal", "rodedraad-manifest-1"),
    }
    if build.observations.any:
        of["observations"] = ("Wat uit cijfers is berekend, met de herkomst", "rodedraad-observations-1")
    if build.former.any:
        of["former"] = ("Wat eerder openbaar was en er nu niet meer is", "rodedraad-former-1")
    for name, (told, schema) in of.items():
        yield f"/data/{name}.json", _json(name, told, _schema(schema))
    for name, told in (("datapackage", "De beschrijving van elk bestand"), ("openapi", "Deze beschrijving")):
        yield f"/data/{name}.json", _json(name, told, {"type": "object"})


def _samples(*, judged: bool) -> Iterable[tuple[str, Record]]:
    if judged:
        told = "De steekproeven die mensen beoordeelden"
        yield "/data/samples.json", _json("samples", told, _schema("rodedraad-samples-1"))


def _by_id(build: Build) -> Iterable[tuple[str, Record]]:
    ids = [addresses.safe(one.id) for one in build.documents]
    threads = [addresses.safe(one.id) for one in build.threads.threads]
    if ids:
        document = _parameter("document", "Vaste naam van het document", ids)
        told = "Een document met zijn onderdelen"
        yield (
            "/data/documents/{document}.json",
            _json("document", told, _schema("rodedraad-document-1"), document),
        )
    if threads:
        thread = _parameter("thread", "Vaste naam van de rode draad", threads)
        told = "Een rode draad met alles wat op haar bladzijde staat"
        yield "/draad/{thread}/draad.json", _json("thread", told, _schema("rodedraad-thread-1"), thread)


def _schema(name: str) -> Record:
    return {"$ref": f"schemas/{name}.json"}


def _parameter(name: str, told: str, values: list[str]) -> Record:
    schema = {"type": "string", "enum": values}
    return {"name": name, "in": "path", "required": True, "description": told, "schema": schema}


def _json(name: str, told: str, schema: Record, *parameters: Record) -> Record:
    return _read(name, told, MEDIA_TYPES["json"], schema, *parameters)


def _read(name: str, told: str, media: str, schema: Record, *parameters: Record) -> Record:
    answers = {"200": {"description": told, "content": {media: {"schema": schema}}}}
    missing = {"404": {"description": "Er is geen bestand met die naam"}} if parameters else {}
    operation: Record = {"operationId": name, "summary": told, "responses": {**answers, **missing}}
    return {"get": {**operation, "parameters": list(parameters)} if parameters else operation}
