"""The figures of a dossier read from disk and measured."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.load import load
from rodedraad.dossier.records import Dossier, FigureTable
from rodedraad.dossier.stamp import stamp_of
from rodedraad.dossier.toml import unreadable
from rodedraad.measuring.delivering import deliver_all
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.measure import Wanted, measure
from rodedraad.measuring.supply import Asked
from rodedraad.model.build import Failed
from rodedraad.model.document import Document
from rodedraad.model.observations import Observations


def observed(dossier: Dossier, documents: Sequence[Document], today: date) -> Observations:
    """Return what the figures of a dossier say of the organisations that the documents are of.

    Raises:
        DossierError: a file cannot be read or is refused; then nothing of any file is used.
    """
    if not (dossier.figures or dossier.indicators):
        return Observations()
    asked = [_asked(table, today) for table in dossier.figures]
    wanted = Wanted(indicators=dossier.indicators, years=_years(documents))
    try:
        return measure(deliver_all(asked, dossier.info.organisations), wanted)
    except FigureError as error:
        problem = Problem(file=error.file, place=error.place, problem=error.problem, remedy=error.remedy)
        raise DossierError(problem) from error


def measured(
    dossier: Dossier, documents: Sequence[Document], today: date, *, keep_going: bool
) -> tuple[Observations, tuple[Failed, ...]]:
    """Return what the figures say; with `keep_going` nothing, and why, where a file of them is refused.

    Raises:
        DossierError: a file cannot be read or is refused, and `keep_going` is off.
    """
    try:
        return observed(dossier, documents, today), ()
    except DossierError as error:
        if not keep_going:
            raise
        refused = (Failed(document=one.file, problem=str(one)) for one in error.problems)
        return Observations(), tuple(refused)


def observed_of(path: Path) -> Observations:
    """Return the observations of a dossier without building it: what its documents say is not read.

    Raises:
        DossierError: the dossier cannot be read, or a file of figures is refused.
    """
    dossier = load(path)
    frames = [document.frame for document in dossier.documents]
    return observed(dossier, frames, stamp_of(dossier.inputs).date())


def _years(documents: Sequence[Document]) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for document in documents:
        found[document.organisation.code].add(document.year)
    return {code: tuple(sorted(years)) for code, years in sorted(found.items())}


def _asked(table: FigureTable, today: date) -> Asked:
    try:
        data = table.file.path.read_bytes()
    except OSError as error:
        raise DossierError(unreadable(table.file.name, error)) from error
    return Asked(
        source=table.source,
        file=table.file.name,
        data=data,
        today=today,
        delivered=table.delivered,
        year=table.year,
        pinned=table.sha256,
        licence=table.licence,
        mapping=table.mapping,
    )
