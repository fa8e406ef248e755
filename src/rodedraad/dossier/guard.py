"""Where a build may be written: nowhere that it would take the place of something else."""

from pathlib import Path

import msgspec

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.layout import MANIFEST
from rodedraad.dossier.records import Dossier
from rodedraad.model.build import MANIFEST_FORMAT


class _Head(msgspec.Struct):
    format: str


def output_folder(dossier: Dossier, out: Path | None) -> Path:
    """Return the folder to build in: `out`, else `build` in the dossier.

    Raises:
        DossierError: the place holds something that no build made, or a source of the dossier.
    """
    folder = (out or dossier.path / "build").resolve()
    if folder.exists() and not folder.is_dir():
        raise _refused(folder, "is een bestand, geen map")
    if folder.is_dir() and any(folder.iterdir()) and not is_build(folder):
        raise _refused(folder, "is niet leeg en niet door Rode Draad gemaakt")
    for path in dossier.inputs:
        if folder in path.resolve().parents:
            raise _refused(folder, f"bevat een bron van het dossier ({path.name})")
    return folder


def is_build(folder: Path) -> bool:
    """Return whether the folder holds a build, of this version or another."""
    try:
        head = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=_Head)
    except (OSError, msgspec.MsgspecError):
        return False
    return head.format.split("/")[0] == MANIFEST_FORMAT.split("/")[0]


def _refused(folder: Path, problem: str) -> DossierError:
    remedy = "Kies met --out een nieuwe of lege map, of een eerdere build."
    return DossierError(Problem(file=str(folder), problem=problem, remedy=remedy))
