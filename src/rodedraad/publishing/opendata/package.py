"""The data package: every file of the open data with its type, its columns, its size and its digest.

In the manner of Data Package 1.0, Table Schema 1.0 and, for the columns of money, the column types of Fiscal
Data Package 1.0-rc.1 (all of Frictionless Data).
"""

import hashlib
from collections.abc import Iterable
from typing import Any, Final

from rodedraad.model.build import Build
from rodedraad.publishing.opendata.licence import licence_of
from rodedraad.publishing.opendata.table import FORMULA_NOTE, Field, Reference, Table
from rodedraad.publishing.spread import File

Record = dict[str, Any]

MEDIA_TYPES: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
    "txt": "text/plain",
}
_DIALECT: Final = {"delimiter": ",", "doubleQuote": True, "lineTerminator": "\r\n", "header": True}


def package(build: Build, tables: Iterable[Table], files: Iterable[File]) -> Record:
    """Return the description of the files, those that are a table as CSV with their columns."""
    by_file = {f"{table.name}.csv": table for table in tables}
    described: Record = {
        "profile": "data-package",
        "name": f"rode-draad-{build.manifest.digest[:12] or 'data'}",
        "title": build.dossier.title,
        "description": FORMULA_NOTE,
        "created": build.manifest.stamp.isoformat(),
        "version": build.manifest.version,
        "sources": [{"title": f"{one.organisation.name}: {one.title}"} for one in build.documents],
        "resources": [_resource(file, by_file.get(file[0])) for file in files],
    }
    if build.dossier.address:
        described["homepage"] = f"{build.dossier.address}/"
    licence = licence_of(build)
    if licence:
        described["licenses"] = [{"name": licence.name, "path": licence.address, "title": licence.title}]
    return described


def sha256_of(content: bytes) -> str:
    """Return the digest of a file."""
    return hashlib.sha256(content).hexdigest()


def _resource(file: File, table: Table | None) -> Record:
    path, content = file
    _, _, ending = path.rpartition(".")
    resource: Record = {
        "name": table.name if table else path.replace("/", "-").replace("_", "-").replace(".", "-").lower(),
        "path": path,
        "profile": "tabular-data-resource" if table else "data-resource",
        "format": ending,
        "mediatype": MEDIA_TYPES[ending],
        "bytes": len(content),
        "hash": f"sha256:{sha256_of(content)}",
    }
    if ending != "parquet":
        resource["encoding"] = "utf-8"
    if table:
        resource |= {
            "title": table.title,
            "description": table.explanation,
            "dialect": _DIALECT,
            "schema": _schema(table),
        }
    return resource


def _schema(table: Table) -> Record:
    schema: Record = {"fields": [_field(one) for one in table.fields], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [_foreign(one) for one in table.references]
    return schema


def _field(field: Field) -> Record:
    described: Record = {
        "name": field.name,
        "type": "number" if field.type == "decimal" else field.type,
        "description": field.description,
    }
    if field.fiscal:
        described["columnType"] = field.fiscal
    constraints = ({"required": True} if field.required else {}) | (
        {"enum": list(field.values)} if field.values else {}
    )
    return {**described, "constraints": constraints} if constraints else described


def _foreign(one: Reference) -> Record:
    return {"fields": list(one.fields), "reference": {"resource": one.table, "fields": list(one.to)}}
