"""The headings of dossier.toml that a municipality words in its own way."""

from collections.abc import Sequence

from rodedraad.dossier.tables import HeadingTable
from rodedraad.dossier.toml import TomlFile
from rodedraad.model.document import OwnHeading
from rodedraad.recognising.lexicon import meaning_of
from rodedraad.recognising.unknown import nearest_known

_REMEDY = "Noem een kop die iedereen kent, zoals ‘Wat gaan we daarvoor doen?’."


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
