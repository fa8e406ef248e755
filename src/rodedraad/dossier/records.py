"""A dossier as it was read from disk: what a build starts from."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from rodedraad.measuring.tables.mapping import TableMapping
from rodedraad.model.build import DossierInfo, Failed
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document
from rodedraad.model.identities import Identities
from rodedraad.model.indicators import Indicator
from rodedraad.model.samples import Samples


class SourceFile(Struct, frozen=True, kw_only=True):
    """A file that a document is read from; `name` is its path as the public may see it.

    `entry` counts the entries of dossier.toml from 0; `free` is true of a file from a folder or pattern,
    whose order dossier.toml leaves open.
    """

    name: str
    path: Path
    entry: int = 0
    free: bool = False


class DossierDocument(Struct, frozen=True, kw_only=True):
    """A document of the dossier: its frame, still without elements, its sources and their sitemaps."""

    frame: Document
    sources: tuple[SourceFile, ...]
    maps: tuple[SourceFile, ...] = ()


class FigureTable(Struct, frozen=True, kw_only=True):
    """A table of figures that the dossier names; `sha256` pins its content, where it is given."""

    source: str
    file: SourceFile
    delivered: date | None = None
    year: int | None = None
    sha256: str | None = None
    licence: str | None = None
    mapping: TableMapping | None = None


class Dossier(Struct, frozen=True, kw_only=True):
    """Everything a dossier says; documents in order of adoption, then of id.

    `semantic` tells whether links rest on a model of what texts mean too.
    `failed` names the documents that were left out because dossier.toml is wrong about them.
    `preview` asks for a build for the round in which the municipality may answer findings, before anything
    is public.
    `looks` are the files of its theme.
    `inputs` are the files whose time decides the stamp of a build.
    """

    path: Path
    info: DossierInfo
    documents: tuple[DossierDocument, ...]
    figures: tuple[FigureTable, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    decisions: Decisions = Decisions()
    identities: Identities = Identities()
    samples: Samples = Samples()
    semantic: bool = False
    preview: bool = False
    failed: tuple[Failed, ...] = ()
    looks: tuple[SourceFile, ...] = ()
    inputs: tuple[Path, ...] = ()
