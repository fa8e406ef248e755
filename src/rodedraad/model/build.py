"""Everything that one build made: what publishing publishes."""

from datetime import datetime

from msgspec import UNSET, Struct, UnsetType

from rodedraad.model.document import Document, Organisation
from rodedraad.model.findings import Findings
from rodedraad.model.former import Former
from rodedraad.model.observations import Observations
from rodedraad.model.samples import Sample
from rodedraad.model.terms import Language, Printed
from rodedraad.model.text import Extract
from rodedraad.model.theme import Theme
from rodedraad.model.threads import Threads

MANIFEST_FORMAT = "rodedraad-manifest/1"


class DossierInfo(Struct, frozen=True, kw_only=True):
    """What dossier.toml says of the dossier as a whole.

    `address` is where the site will stand, without a slash at its end; `theme` is how it looks, where the
    municipality gave it a look of its own.  `parquet` asks for the tables of the open data as Parquet too,
    and `pdf` names what the site has as PDF.  `languages` are those of its pages, Dutch always among them.
    """

    title: str
    language: str = "nl"
    licence: str | None = None
    organisations: tuple[Organisation, ...] = ()
    address: str | None = None
    theme: Theme | None = None
    parquet: bool = False
    pdf: tuple[Printed, ...] = ()
    languages: tuple[Language, ...] = (Language.DUTCH,)


class FileDigest(Struct, frozen=True, kw_only=True, order=True):
    """A file of the build or a source, and its SHA-256."""

    name: str
    sha256: str


class Tool(Struct, frozen=True, kw_only=True, order=True):
    """Something that a build was made with, and its version."""

    name: str
    version: str


class Failed(Struct, frozen=True, kw_only=True, order=True):
    """A document of the dossier that is not in the build, and why: one line with the remedy."""

    document: str
    problem: str


class Manifest(Struct, frozen=True, kw_only=True):
    """What a build was made from and with, and the SHA-256 of all that it made.

    `stamp` is SOURCE_DATE_EPOCH or the time of the newest input: no clock is read.
    `inputs` are the files of the dossier, each as it was when a stage last read it.
    `semantics` names the model that told what texts mean, where links rest on one.
    `preview` is true of a build that is not for the public: the municipality may still answer findings.
    `files` are the canonical files that all else follows from, and `digest` is the SHA-256 over their names
    and digests.  `outputs` is what was made of them: every other file of the build but the manifest itself.
    """

    format: str = MANIFEST_FORMAT
    dossier: DossierInfo
    version: str
    tools: tuple[Tool, ...] = ()
    stamp: datetime
    inputs: tuple[FileDigest, ...] = ()
    figures: tuple[str, ...] = ()
    semantics: str | UnsetType = UNSET
    preview: bool | UnsetType = UNSET
    failed: tuple[Failed, ...] = ()
    files: tuple[FileDigest, ...] = ()
    digest: str = ""
    outputs: tuple[FileDigest, ...] = ()


class Build(Struct, frozen=True, kw_only=True):
    """Documents in order of adoption, their texts by document id, and what was said of them.

    `samples` are those of its dossier, oldest first.  `former` is what was public and is in it no more.
    """

    dossier: DossierInfo
    documents: tuple[Document, ...]
    texts: dict[str, tuple[Extract, ...]]
    threads: Threads
    findings: Findings
    manifest: Manifest
    samples: tuple[Sample, ...] = ()
    observations: Observations = Observations()
    former: Former = Former()
