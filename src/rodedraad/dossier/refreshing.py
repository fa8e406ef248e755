"""Tables of StatLine fetched into a dossier, whole or not at all, with what changed since the last time."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from rodedraad.dossier.atomic import alone, replace_file, told
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.load import FILE
from rodedraad.dossier.tables import FiguresTable, Interface
from rodedraad.dossier.toml import TomlFile
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.iv3.source import ADDRESS, report_of
from rodedraad.measuring.statline import v3, v4
from rodedraad.measuring.statline.difference import differences
from rodedraad.measuring.statline.pages import Fetch
from rodedraad.measuring.statline.snapshot import Snapshot, read_snapshot
from rodedraad.model.codec import to_json

SOURCE: Final = "cbs/"
Ask = Callable[[Fetch, str, str, date, str], Snapshot]
_INTERFACES: Final[dict[Interface, tuple[Ask, str]]] = {
    Interface.V3: (v3.fetched, v3.ADDRESS),
    Interface.V4: (v4.fetched, v4.ADDRESS),
}


class Refreshed(Struct, frozen=True, kw_only=True):
    """What came of one table: the lines that changed, or why nothing did and how old is what stays."""

    source: str
    file: str
    rows: int = 0
    changes: tuple[str, ...] = ()
    problem: str | None = None
    kept: date | None = None
    days: int | None = None


def refresh(dossier: Path, fetch: Fetch, today: date, only: str | None = None) -> Iterator[Refreshed]:
    """Fetch the tables of StatLine that dossier.toml names, one by one, each whole or not at all.

    Raises:
        DossierError: dossier.toml is wrong, names no such table, or a file cannot be written.
    """
    root = dossier.parent if dossier.name == FILE and not dossier.is_dir() else dossier
    file = TomlFile.read(root / FILE, FILE)
    rows = [row for _, row in file.every("figures", FiguresTable) if _is_fetched(row, only)]
    if file.problems:
        raise DossierError(*file.problems)
    if not rows:
        remedy = 'Voeg [[figures]] toe met source = "cbs/…" en een file die op .json eindigt.'
        raise DossierError(Problem(file=FILE, problem="er is geen tabel om op te halen", remedy=remedy))
    for row in rows:
        yield _refreshed(root, row, fetch, today)


def _is_fetched(row: FiguresTable, only: str | None) -> bool:
    known = row.source.startswith(SOURCE) or report_of(row.source) is not None
    ours = known and row.file.endswith(".json")
    return ours and only in (None, row.source)


def _refreshed(root: Path, row: FiguresTable, fetch: Fetch, today: date) -> Refreshed:
    path = root / row.file
    before = _before(path, row.file)
    ask, usual = _INTERFACES[row.api]
    report = report_of(row.source)
    table = (report.table or "") if report else row.source.removeprefix(SOURCE)
    address = (row.address or (ADDRESS if report else usual)).format(table=table).rstrip("/")
    wanted = " and ".join(filter(None, (f"Verslagsoort eq '{report.code}'" if report else "", row.filter)))
    try:
        _refuse_unknown(row, table)
        now = ask(fetch, table, address, today, wanted)
    except FigureError as error:
        return Refreshed(
            source=row.source,
            file=row.file,
            problem=str(error),
            kept=before.fetched if before else None,
            days=(today - before.fetched).days if before else None,
        )
    with told(row.file):
        path.parent.mkdir(parents=True, exist_ok=True)
    with alone(path):
        replace_file(path, to_json(now))
    changes = tuple(differences(before, now)) if before else ()
    return Refreshed(source=row.source, file=row.file, rows=len(now.lines), changes=changes)


def _refuse_unknown(row: FiguresTable, table: str) -> None:
    if not table and row.address is None:
        remedy = "Geef met `address` het adres van de tabel."
        raise FigureError(file=row.source, problem="de tabel van dit jaar is niet bekend", remedy=remedy)


def _before(path: Path, name: str) -> Snapshot | None:
    """Return what was fetched before; what is no snapshot counts as nothing, and is replaced."""
    try:
        return read_snapshot(path.read_bytes(), name)
    except (FigureError, FileNotFoundError):
        return None
