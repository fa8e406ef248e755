"""The JSON Schemas of the formats, generated from the records."""

from typing import Any

import msgspec

from rodedraad.model.codec import FORMATS


def schemas() -> dict[str, dict[str, Any]]:
    """Return a JSON Schema (2020-12) by format name, such as `rodedraad-document/1`."""
    return {name: schema_of(record, name) for record, name in FORMATS.items()}


def schema_of(record: type[msgspec.Struct], name: str) -> dict[str, Any]:
    """Return the JSON Schema of one record by the name of its format."""
    body = msgspec.json.schema(record)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **body}
