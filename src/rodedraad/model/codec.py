"""Records to JSON and back: UTF-8, sorted keys, two spaces, a line feed at the end."""

from typing import Any, Final, TypeVar

import msgspec

from rodedraad.model.build import MANIFEST_FORMAT, Manifest
from rodedraad.model.document import DOCUMENT_FORMAT, Document
from rodedraad.model.findings import FINDINGS_FORMAT, Findings
from rodedraad.model.former import FORMER_FORMAT, Former
from rodedraad.model.identities import IDENTITIES_FORMAT, Identities
from rodedraad.model.observations import OBSERVATIONS_FORMAT, Observations
from rodedraad.model.samples import SAMPLES_FORMAT, Samples
from rodedraad.model.text import Places
from rodedraad.model.threads import THREADS_FORMAT, Threads

PLACES_FORMAT = "rodedraad-places/1"

FORMATS: Final[dict[type[msgspec.Struct], str]] = {
    Document: DOCUMENT_FORMAT,
    Threads: THREADS_FORMAT,
    Findings: FINDINGS_FORMAT,
    Identities: IDENTITIES_FORMAT,
    Samples: SAMPLES_FORMAT,
    Manifest: MANIFEST_FORMAT,
    Observations: OBSERVATIONS_FORMAT,
    Former: FORMER_FORMAT,
    Places: PLACES_FORMAT,
}

Record = TypeVar("Record", bound=msgspec.Struct)


class FormatError(ValueError):
    """A file is not in the format it should have; the message names file, place and remedy."""


class _Head(msgspec.Struct):
    format: str


def to_json(record: msgspec.Struct | dict[str, Any] | list[Any]) -> bytes:
    """Return the canonical bytes of a record: the same record gives the same bytes."""
    compact = msgspec.json.encode(record, order="sorted")
    return msgspec.json.format(compact, indent=2) + b"\n"


def from_json(data: bytes, expected: type[Record], name: str) -> Record:
    """Return the record in `data`; `name` is the file, for the error.

    Raises:
        FormatError: `data` is no JSON, says another format or another version, or breaks the schema.
    """
    wanted = FORMATS[expected]
    try:
        head = msgspec.json.decode(data, type=_Head)
    except msgspec.MsgspecError as error:
        hint = f'expected JSON with "format": "{wanted}"'
        message = f"{name}: not a Rode Draad file ({error}); {hint}. Build it again."
        raise FormatError(message) from error
    if head.format != wanted:
        message = f'{name}: "format" is "{head.format}", this version reads "{wanted}". Build it again.'
        raise FormatError(message)
    try:
        return msgspec.json.decode(data, type=expected)
    except msgspec.ValidationError as error:
        message = f'{name}: does not follow the format "{wanted}": {error}. Build it again.'
        raise FormatError(message) from error
