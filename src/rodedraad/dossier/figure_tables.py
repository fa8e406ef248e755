"""The tables `[[figures]]` of dossier.toml: which files there are, and how they are read."""

from pathlib import Path

from rodedraad.dossier.records import FigureTable
from rodedraad.dossier.sources import expand
from rodedraad.dossier.tables import FiguresTable
from rodedraad.dossier.toml import TomlFile
from rodedraad.measuring.tables.mapping import TableMapping


def figure_tables(file: TomlFile, root: Path) -> tuple[FigureTable, ...]:
    """Return the files of figures that dossier.toml names, noting those that are not there."""
    found = []
    for index, row in file.every("figures", FiguresTable):
        files = expand(root, row.file)
        if not files:
            remedy = "Controleer het pad; het telt vanaf de map van dossier.toml."
            if row.file.endswith(".json"):
                remedy = "Haal het op met `rodedraad figures refresh`, of controleer het pad."
            file.note(f'het bestand "{row.file}" bestaat niet', remedy, "figures", index, "file")
        found += [
            FigureTable(
                source=row.source,
                file=one,
                delivered=row.delivered,
                year=row.year,
                sha256=row.sha256,
                licence=row.licence,
                mapping=_mapping(row),
            )
            for one in files
        ]
    return tuple(found)


def _mapping(row: FiguresTable) -> TableMapping | None:
    if not row.column:
        return None
    return TableMapping(
        columns=row.column,
        sheet=row.sheet,
        head=row.head,
        area=row.area,
        period=row.period,
        status=row.status,
        decimal=row.decimal,
        policy=row.policy,
        release=row.release,
        survey=row.survey,
    )
