"""The dossiers of a corpus on disk, and what each of them holds."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from rodedraad import __version__
from rodedraad.dossier.collect import import_all
from rodedraad.dossier.decisions import DECISIONS, IDENTITIES, read_decisions, read_identities
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.load import FILE, load
from rodedraad.dossier.progress import silent
from rodedraad.dossier.records import Dossier
from rodedraad.dossier.semantics import semantics_of
from rodedraad.dossier.toml import unreadable
from rodedraad.linking.semantics import UNTOLD, Semantics
from rodedraad.model.codec import FormatError, from_json
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document
from rodedraad.model.identities import Identities

DOCUMENTS: Final = "documents"


class Member:
    """One dossier of a corpus: a folder with a dossier.toml, or with documents as JSON."""

    def __init__(self, path: Path) -> None:
        """Find the inputs; the content is read when it is asked for.

        Raises:
            DossierError: dossier.toml is wrong.
        """
        self._path = path
        self._dossier: Dossier | None = load(path) if (path / FILE).is_file() else None
        self.decisions: Decisions = self._dossier.decisions if self._dossier else read_decisions(path)
        self.identities: Identities = self._dossier.identities if self._dossier else read_identities(path)

    def digest(self) -> str:
        """Return the hash of the version of the program and of all inputs with their places."""
        total = hashlib.sha256(__version__.encode())
        for path in sorted(self._inputs()):
            total.update(os.path.relpath(path, self._path).encode())
            total.update(hashlib.sha256(_bytes(path)).digest())
        return total.hexdigest()

    def documents(self) -> tuple[Document, ...]:
        """Return the documents.

        Raises:
            DossierError: one of them cannot be read.
        """
        if self._dossier is not None:
            return import_all(self._dossier, keep_going=False, progress=silent)[0]
        return tuple(_document(path) for path in canonical(self._path))

    def semantics(self, target: Path) -> Semantics:
        """Return the model that the dossier asks for, if any; what it tells is remembered beside `target`."""
        return semantics_of(self._dossier, target, silent) if self._dossier else UNTOLD

    def _inputs(self) -> Iterable[Path]:
        if self._dossier is not None:
            return self._dossier.inputs
        beside = (self._path / name for name in (DECISIONS, IDENTITIES))
        return [*canonical(self._path), *(path for path in beside if path.is_file())]


def members(folder: Path) -> list[Path]:
    """Return the folders in a corpus that hold a dossier or documents, by name.

    Raises:
        DossierError: there is no such folder, or no dossier in it.
    """
    if not folder.is_dir():
        problem, remedy = "is geen map", "Geef de map waarin de dossiers staan."
        raise DossierError(Problem(file=str(folder), problem=problem, remedy=remedy))
    found = [
        path
        for path in sorted(folder.iterdir())
        if path.is_dir() and not path.name.startswith(".") and _holds_documents(path)
    ]
    if not found:
        problem = "in deze map staan geen dossiers"
        remedy = "Elk dossier is een map met een dossier.toml, of met documenten als JSON."
        raise DossierError(Problem(file=str(folder), problem=problem, remedy=remedy))
    return found


def canonical(path: Path) -> list[Path]:
    """Return the files of the documents that a folder, or a build, holds as JSON."""
    return sorted((path / DOCUMENTS).glob("*.json"))


def _holds_documents(path: Path) -> bool:
    return (path / FILE).is_file() or bool(canonical(path))


def _document(path: Path) -> Document:
    try:
        return from_json(_bytes(path), Document, path.name)
    except FormatError as error:
        problem = f"niet in de vorm die deze versie leest ({error})"
        raise DossierError(
            Problem(file=path.name, problem=problem, remedy="Maak het document opnieuw.")
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DossierError(unreadable(path.name, error)) from error
