"""One document read and recognised from its files."""

import hashlib
from collections.abc import Sequence

from msgspec import Struct, structs

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.gathering import ReadFile, gathered
from rodedraad.dossier.layout import places_path, text_path
from rodedraad.dossier.records import DossierDocument
from rodedraad.model.document import Document, Source
from rodedraad.model.identities import ElementIdentity
from rodedraad.model.text import Extract
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
    frame, read_files = wanted.frame, gathered(wanted)
    sources = tuple(_source(frame.id, number, one) for number, one in enumerate(read_files, start=1))
    texts = tuple(one.extract for one in read_files)
    own = [identity for identity in known if identity.document == frame.id]
    return Imported(document=recognise(structs.replace(frame, sources=sources), texts, own), texts=texts)


def _source(document: str, number: int, read_file: ReadFile) -> Source:
    extract = read_file.extract
    return Source(
        name=read_file.name,
        media_type=extract.media_type,
        sha256=hashlib.sha256(read_file.data).hexdigest(),
        text=text_path(document, number),
        places=places_path(document, number),
        exported_at=extract.exported_at,
        built_at=extract.built_at,
        trail=extract.trail or (),
        unplaced=read_file.unplaced,
        also=read_file.also,
    )
