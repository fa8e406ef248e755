"""A judged sample read back from its file."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct, structs

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.samples import change_samples, read_samples
from rodedraad.dossier.sampling.sheet import COLUMNS, DELIMITER, FIRST, GIVEN, ID, REMARK, SECOND, check_of
from rodedraad.dossier.toml import unreadable
from rodedraad.model.samples import Sample, SampledLink, Verdict

_NEEDED: Final = tuple(column for column in COLUMNS if column not in {SECOND, REMARK})
_AGAIN: Final = "Gebruik het bestand dat `rodedraad sample --out` schreef, en vul alleen de oordelen in."
_JUDGE: Final = "Schrijf goed, fout of twijfel, of laat de cel leeg."


class Row(Struct, frozen=True):
    """A row of the file; the head is row 1."""

    number: int
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """Return what stands in a column, nothing where it is left out."""
        return self.cells.get(column, "").strip()


def read_recoding(root: Path, file: Path, today: date) -> Sample:
    """Read the judgements in a file into the dossier, and return the sample with them.

    Raises:
        DossierError: something in the file is not as it was given or cannot be a judgement; nothing changed.
    """
    name = file.name
    rows = list(_rows(file))
    sample = _sample_of(read_samples(root).samples, rows, name)
    judged = structs.replace(sample, links=tuple(_judged(sample, rows, name)), read=today)
    if not any(link.first for link in judged.links):
        raise _wrong(name, f"kolom {FIRST}", "er is nog geen enkel oordeel ingevuld", _JUDGE)
    change_samples(root, lambda all_: tuple(judged if one.id == judged.id else one for one in all_))
    return judged


def _rows(file: Path) -> Iterator[Row]:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DossierError(unreadable(file.name, error)) from error
    text = _decoded(data)
    delimiter = DELIMITER if DELIMITER in text.partition("\n")[0] else ","
    try:
        head, *records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) or [[]]
    except csv.Error as error:
        raise _wrong(file.name, None, f"geen leesbare CSV ({error})", _AGAIN) from error
    names = [one.strip().lower() for one in head]
    for column in _NEEDED:
        if column not in names:
            raise _wrong(file.name, "rij 1", f"de kolom {column} ontbreekt", _AGAIN)
    for number, record in enumerate(records, start=2):
        if any(cell.strip() for cell in record):
            yield Row(number, dict(zip(names, record, strict=False)))


def _decoded(data: bytes) -> str:
    """Return the text of a file, also when a spreadsheet saved it in the old Western encoding."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _sample_of(samples: Sequence[Sample], rows: Sequence[Row], name: str) -> Sample:
    if not rows:
        raise _wrong(name, "rij 2", "er staan geen rijen in", _AGAIN)
    first = rows[0].cell(ID)
    for sample in samples:
        if any(link.id == first for link in sample.links):
            return sample
    problem = f'het kenmerk "{first}" hoort bij geen steekproef van dit dossier'
    raise _wrong(name, _place(rows[0], ID), problem, _AGAIN)


def _judged(sample: Sample, rows: Sequence[Row], name: str) -> Iterator[SampledLink]:
    """Yield the links of the sample with their judgements, in its own order."""
    known = {link.id: link for link in sample.links}
    found: dict[str, SampledLink] = {}
    for row in rows:
        identity = row.cell(ID)
        if identity not in known:
            problem = f'het kenmerk "{identity}" staat niet in steekproef {sample.id}'
            raise _wrong(name, _place(row, ID), problem, _AGAIN)
        if identity in found:
            problem = f'het kenmerk "{identity}" staat er twee keer'
            raise _wrong(name, _place(row, ID), problem, "Laat één van de twee rijen staan.")
        found[identity] = _with_verdicts(known[identity], row, name)
    for link in sample.links:
        if link.id not in found:
            problem = f'de rij met "{link.id}" ontbreekt'
            raise _wrong(name, f"rij {len(rows) + 2}, kolom {ID}", problem, f"Zet haar terug. {_AGAIN}")
        yield found[link.id]


def _with_verdicts(link: SampledLink, row: Row, name: str) -> SampledLink:
    for column, check in zip(GIVEN, link.checks, strict=True):
        if check_of(row.cell(column)) != check:
            raise _wrong(name, _place(row, column), "deze cel is veranderd sinds de trekking", _AGAIN)
    return structs.replace(link, first=_verdict(row, FIRST, name), second=_verdict(row, SECOND, name))


def _verdict(row: Row, column: str, name: str) -> Verdict | None:
    cell = row.cell(column).lower()
    if cell and cell not in tuple(Verdict):
        raise _wrong(name, _place(row, column), f'"{row.cell(column)}" is geen oordeel', _JUDGE)
    return Verdict(cell) if cell else None


def _place(row: Row, column: str) -> str:
    return f"rij {row.number}, kolom {column}"


def _wrong(name: str, place: str | None, problem: str, remedy: str) -> DossierError:
    return DossierError(Problem(file=name, place=place, problem=problem, remedy=remedy))
