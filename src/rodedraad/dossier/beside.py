"""The JSON files that stand beside dossier.toml, each written by one command alone."""

from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.toml import unreadable
from rodedraad.model.codec import FormatError, from_json

Held = TypeVar("Held", bound=Struct)


def read_beside(path: Path, kind: type[Held], what: str, command: str) -> Held:
    """Return what a file holds, nothing when it was never written; `what` names its content in Dutch.

    Raises:
        DossierError: the file cannot be read; `command` is the only one that writes it.
    """
    if not path.exists():
        return kind()
    try:
        return from_json(path.read_bytes(), kind, path.name)
    except OSError as error:
        raise DossierError(unreadable(path.name, error)) from error
    except FormatError as error:
        problem = f"geen geldig bestand met {what} ({error.__cause__ or error})"
        remedy = f"Zet de laatst goede versie terug; alleen `{command}` schrijft dit bestand."
        raise DossierError(Problem(file=path.name, problem=problem, remedy=remedy)) from error
