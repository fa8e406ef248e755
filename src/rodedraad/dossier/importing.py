"""One document read and recognised from its files."""

import hashlib
from collections.abc import Sequence

from msgspec import Struct, structs

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.layout import places_path, text_path
from rodedraad.dossier.records import DossierDocument, SourceFile
from rodedraad.dossier.toml import unreadable
from rodedraad.model.document import Document, Source
from rodedraad.model.identities import ElementIdentity
from rodedraad.model.text import Extract
from rodedraad.reading import ReadingError, read
from rodedraad.recognising import recognise


class Imported(Struct, frozen=True, kw_only=True):
    """A document with its elements, and the texts of its sources."""

    document: Document
    texts: tuple[Extract, ...]


class Task(Struct, frozen=True, kw_only=True):
    """One document to read, and the public ids of its elements."""

    wanted: DossierDocument
    known: Sequence[ElementIdentity]


def attempt(task: Task) -> Imported | tuple[Problem, ...]:
    """Return the document, or why it cannot be read."""
    try:
        return import_document(task.wanted, task.known)
    except DossierError as error:
        return error.problems


def import_document(wanted: DossierDocument, known: Sequence[ElementIdentity]) -> Imported:
    """Return the document with its elements; `known` holds the ids that are public.

    Raises:
        DossierError: one of the sources cannot be read.
    """
    frame, texts = wanted.frame, []
    sources = []
    for number, file in enumerate(wanted.sources, start=1):
        data = _bytes(file)
        extract = _extract(data, file.name)
        texts.append(extract)
        sources.append(_source(frame.id, number, file.name, data, extract))
    framed = structs.replace(frame, sources=tuple(sources))
    own = [identity for identity in known if identity.document == frame.id]
    return Imported(document=recognise(framed, texts, own), texts=tuple(texts))


def _bytes(file: SourceFile) -> bytes:
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise DossierError(unreadable(file.name, error)) from error


def _extract(data: bytes, name: str) -> Extract:
    try:
        return read(data, name)
    except ReadingError as error:
        problem = Problem(file=error.file, place=error.place, problem=error.problem, remedy=error.remedy)
        raise DossierError(problem) from error


def _source(document: str, number: int, name: str, data: bytes, extract: Extract) -> Source:
    return Source(
        name=name,
        media_type=extract.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text_path(document, number),
        places=places_path(document, number),
        exported_at=extract.exported_at,
        built_at=extract.built_at,
    )
