"""A dossier read from disk."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from rodedraad.dossier.decisions import DECISIONS, IDENTITIES, read_decisions, read_identities
from rodedraad.dossier.documents import documents_of
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.figure_tables import figure_tables
from rodedraad.dossier.headings import with_shared_headings
from rodedraad.dossier.indicators import indicator_files, read_indicators
from rodedraad.dossier.records import Dossier, DossierDocument, FigureTable
from rodedraad.dossier.samples import SAMPLES, read_samples
from rodedraad.dossier.tables import (
    DataTable,
    DocumentTable,
    DossierTable,
    LinkingTable,
    OrganisationTable,
    SiteTable,
)
from rodedraad.dossier.theme import theme_of
from rodedraad.dossier.toml import Note, TomlFile
from rodedraad.model.build import DossierInfo, Failed
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Organisation
from rodedraad.model.identities import Identities
from rodedraad.model.samples import Samples
from rodedraad.model.terms import Language

Record = TypeVar("Record")

FILE = "dossier.toml"
_TABLES = ("dossier", "organisation", "document", "figures", "linking", "site", "data", "theme")
_ADDRESS = re.compile(r"https?://[^/?#\s]+(/[^?#\s]*)?")


def load(path: Path, *, keep_going: bool = False, preview: bool = False) -> Dossier:
    """Return the dossier in a folder (or of its dossier.toml).

    With `keep_going` a document that dossier.toml is wrong about is left out and named in `failed`; with
    `preview` the dossier asks for a preview.

    Raises:
        DossierError: every mistake that was found, each with file, place and remedy.
    """
    root = path.parent if path.name == FILE and not path.is_dir() else path
    file = TomlFile.read(root / FILE, FILE)
    file.only(_TABLES)
    organisations = file.every("organisation", OrganisationTable)
    info = _info(file, [row for _, row in organisations])
    documents = documents_of(file, info, root, file.every("document", DocumentTable))
    documents = with_shared_headings(file, organisations, documents)
    figures = figure_tables(file, root)
    linking = file.one("linking", LinkingTable) or LinkingTable()
    themed: list[Problem] = []
    theme, looks = _read(partial(theme_of, file), root, themed) or (None, ())
    decisions, identities, samples, problems = _by_people(root)
    indicators = _read(read_indicators, root, themed) or ()
    notes = [note for note in file.notes if not (keep_going and note.table == "document" and documents)]
    if notes or themed or problems:
        raise DossierError(*(note.problem for note in notes), *themed, *problems)
    return Dossier(
        path=root,
        info=replace(info, theme=theme),
        documents=documents,
        figures=figures,
        indicators=indicators,
        decisions=decisions,
        identities=identities,
        samples=samples,
        semantic=linking.semantic,
        preview=preview,
        failed=tuple(_failed(file, note) for note in file.notes),
        looks=looks,
        inputs=(*_inputs(root, documents, figures), *(look.path for look in looks)),
    )


def _failed(file: TomlFile, note: Note) -> Failed:
    name = file.text_at(note.table, note.index, "id") or f"document {note.index + 1}"
    return Failed(document=name, problem=str(note.problem))


def _info(file: TomlFile, rows: Sequence[OrganisationTable]) -> DossierInfo:
    table = file.one("dossier", DossierTable)
    organisations = [Organisation(code=row.code, name=row.name) for row in rows]
    data = file.one("data", DataTable) or DataTable()
    site = file.one("site", SiteTable) or SiteTable()
    address = _address(file, site)
    if table is None:
        return DossierInfo(title="", organisations=tuple(organisations))
    return DossierInfo(
        title=table.title,
        language=table.language,
        licence=table.licence,
        organisations=tuple(organisations),
        address=address,
        parquet=data.parquet,
        pdf=table.pdf,
        languages=_languages(file, site),
    )


def _languages(file: TomlFile, site: SiteTable) -> tuple[Language, ...]:
    """Return the languages of the site, each once, Dutch first: its pages stand at the root of the site."""
    if Language.DUTCH not in site.languages:
        remedy = 'Zet "nl" in de lijst: de Nederlandse pagina\'s zijn er altijd.'
        file.note("de site heeft geen Nederlandse pagina's", remedy, "site", 0, "languages")
    return tuple(one for one in Language if one in site.languages)


def _address(file: TomlFile, site: SiteTable) -> str | None:
    """Return where the site will stand, without a slash at its end."""
    address = site.address
    if address is not None and not _ADDRESS.fullmatch(address):
        remedy = 'Schrijf het hele adres, zoals "https://rodedraad.voorbeeldstad.nl".'
        file.note(f'"{address}" is geen adres van een website', remedy, "site", 0, "address")
    return address.rstrip("/") if address else None


def _by_people(root: Path) -> tuple[Decisions, Identities, Samples, tuple[Problem, ...]]:
    """Return what stands beside dossier.toml, and the problems of those files."""
    problems: list[Problem] = []
    decisions = _read(read_decisions, root, problems) or Decisions()
    identities = _read(read_identities, root, problems) or Identities()
    samples = _read(read_samples, root, problems) or Samples()
    return decisions, identities, samples, tuple(problems)


def _read(read: Callable[[Path], Record], root: Path, problems: list[Problem]) -> Record | None:
    """Return what a file says, or None after adding what is wrong with it to the problems."""
    try:
        return read(root)
    except DossierError as error:
        problems += error.problems
        return None


def _inputs(
    root: Path, documents: tuple[DossierDocument, ...], figures: tuple[FigureTable, ...]
) -> tuple[Path, ...]:
    own = [root / name for name in (FILE, DECISIONS, IDENTITIES, SAMPLES)]
    sources = [file.path for document in documents for file in (*document.sources, *document.maps)]
    tables = [*(table.file.path for table in figures), *indicator_files(root)]
    return tuple(path for path in [*own, *sources, *tables] if path.is_file())
