"""The documents of dossier.toml: checked, completed and put in order."""

import re
from pathlib import Path

from rodedraad.dossier.adoption import usual_adoption, usual_reporting
from rodedraad.dossier.explain import suggest
from rodedraad.dossier.headings import check_headings, headings_of
from rodedraad.dossier.records import DossierDocument, SourceFile
from rodedraad.dossier.sources import Sources, sources_of
from rodedraad.dossier.tables import DocumentTable
from rodedraad.dossier.toml import TomlFile
from rodedraad.model.build import DossierInfo
from rodedraad.model.document import Document, LegendEntry, Organisation
from rodedraad.reading import ReadingError

_ID = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_YEARS = range(1900, 2200)

Rows = list[tuple[int, DocumentTable]]


def documents_of(file: TomlFile, info: DossierInfo, root: Path, rows: Rows) -> tuple[DossierDocument, ...]:
    """Return the documents in order of adoption; what is wrong with one is noted in `file`."""
    if not rows and not file.problems:
        file.note("er staan geen documenten in", "Voeg een tabel [[document]] toe.", "document")
    _check_ids(file, rows)
    organisations = {organisation.code: organisation for organisation in info.organisations}
    found = []
    for index, row in rows:
        _check_year(file, index, row)
        organisation = _organisation(file, index, row, organisations)
        check_headings(file, "document", index, row.heading)
        sources = _sources(file, root, index, row)
        noted = {note.index for note in file.notes if note.table == "document"}
        if organisation and index not in noted:
            frame = _frame(row, organisation, info.language)
            found.append(DossierDocument(frame=frame, sources=sources.files, maps=sources.maps))
    return tuple(sorted(found, key=lambda document: (document.frame.adopted, document.frame.id)))


def _frame(row: DocumentTable, organisation: Organisation, language: str) -> Document:
    return Document(
        id=row.id,
        organisation=organisation,
        kind=row.kind,
        year=row.year,
        period=row.period,
        title=row.title,
        language=row.language or language,
        adopted=row.adopted or usual_adoption(row.kind, row.year, row.period),
        covers=row.covers,
        reporting=row.reporting or usual_reporting(row.kind),
        legend=tuple(
            LegendEntry(aspect=line.aspect, symbol=line.symbol, words=line.words, value=line.value)
            for line in row.legend
        ),
        headings=headings_of(row.heading),
    )


def _check_ids(file: TomlFile, rows: Rows) -> None:
    first: dict[str, int] = {}
    for index, row in rows:
        if not _ID.fullmatch(row.id):
            remedy = "Gebruik kleine letters, cijfers en streepjes; het wordt een bestandsnaam."
            file.note(f'"{row.id}" kan geen id zijn', remedy, "document", index, "id")
        if row.id in first:
            problem = f'het id "{row.id}" is ook dat van document {first[row.id] + 1}'
            file.note(problem, "Geef elk document een eigen id.", "document", index, "id")
        first.setdefault(row.id, index)


def _check_year(file: TomlFile, index: int, row: DocumentTable) -> None:
    if row.year not in _YEARS:
        remedy = f"Een jaar ligt tussen {_YEARS.start} en {_YEARS.stop - 1}."
        file.note(f"het jaar {row.year} kan niet", remedy, "document", index, "year")


def _organisation(
    file: TomlFile, index: int, row: DocumentTable, known: dict[str, Organisation]
) -> Organisation | None:
    if row.organisation not in known:
        remedy = suggest(row.organisation, tuple(known)) if known else "Voeg een tabel [[organisation]] toe."
        problem = f'de organisatie "{row.organisation}" staat niet in het dossier'
        file.note(problem, remedy, "document", index, "organisation")
    return known.get(row.organisation)


def _sources(file: TomlFile, root: Path, index: int, row: DocumentTable) -> Sources:
    """Return the files of the document, each once, where it is named first, and the maps of their site."""
    found: dict[Path, SourceFile] = {}
    maps: dict[Path, SourceFile] = {}
    if not row.sources:
        file.note(f'document "{row.id}" heeft geen bron', "Noem een bestand.", "document", index, "sources")
    for entry, pattern in enumerate(row.sources):
        named = _expanded(file, root, index, pattern, entry)
        for source in named.files:
            found.setdefault(source.path.resolve(), source)
        for source in named.maps:
            maps.setdefault(source.path.resolve(), source)
    return Sources(files=tuple(found.values()), maps=tuple(maps.values()))


def _expanded(file: TomlFile, root: Path, index: int, pattern: str, entry: int) -> Sources:
    """Return the files of one entry; that there are none is noted."""
    try:
        named = sources_of(root, pattern, entry)
    except (ReadingError, OSError) as error:
        remedy = "Haal de sitemap opnieuw op, of noem de map met de pagina's."
        file.note(f'de sitemap "{pattern}" is niet te lezen ({error})', remedy, "document", index, "sources")
        return Sources()
    if not named.files:
        exists = bool(named.maps)
        problem = "noemt geen pagina die ernaast staat" if exists else "bestaat niet"
        remedy = (
            "Zet de pagina's in de map van de sitemap, in mappen die heten als hun adressen."
            if exists
            else "Controleer het pad; het telt vanaf de map van dossier.toml."
        )
        file.note(f'de bron "{pattern}" {problem}', remedy, "document", index, "sources")
    return named
