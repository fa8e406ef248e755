"""The headings of dossier.toml that a municipality words in its own way."""

from collections.abc import Sequence

from msgspec.structs import replace

from rodedraad.dossier.records import DossierDocument
from rodedraad.dossier.tables import HeadingTable, OrganisationTable
from rodedraad.dossier.toml import TomlFile
from rodedraad.model.document import OwnHeading
from rodedraad.recognising.lexicon import meaning_of
from rodedraad.recognising.unknown import nearest_known

_REMEDY = "Noem een kop die iedereen kent, zoals ‘Wat gaan we daarvoor doen?’."


def with_shared_headings(
    file: TomlFile,
    organisations: Sequence[tuple[int, OrganisationTable]],
    documents: Sequence[DossierDocument],
) -> tuple[DossierDocument, ...]:
    """Return the documents with the headings of their organisation; a document's own go before."""
    for index, row in organisations:
        check_headings(file, "organisation", index, row.heading)
    shared = {row.code: headings_of(row.heading) for _, row in organisations}
    return tuple(
        replace(document, frame=replace(document.frame, headings=headings))
        for document in documents
        for headings in [(*shared[document.frame.organisation.code], *document.frame.headings)]
    )


def headings_of(rows: Sequence[HeadingTable]) -> tuple[OwnHeading, ...]:
    """Return the headings as the recogniser takes them."""
    return tuple(OwnHeading(words=row.words, means=row.means) for row in rows)


def check_headings(file: TomlFile, table: str, index: int, rows: Sequence[HeadingTable]) -> None:
    """Note every heading whose meaning the vocabulary does not know."""
    for row in rows:
        if meaning_of(row.means) is None:
            near = nearest_known(row.means)
            remedy = f"Bedoelde u ‘{near}’?" if near else _REMEDY
            file.note(f'de kop "{row.means}" is niet bekend als betekenis', remedy, table, index, "heading")
