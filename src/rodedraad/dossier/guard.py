"""Where a build may be written: nowhere that it would take the place of something else."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.layout import MANIFEST
from rodedraad.dossier.records import Dossier
from rodedraad.model.build import MANIFEST_FORMAT

REMEDY: Final = "Kies met --out een nieuwe of lege map, of een eerdere build."


class _Head(msgspec.Struct):
    format: str


def output_folder(dossier: Dossier, out: Path | None) -> Path:
    """Return the folder to build in: `out`, else `build` in the dossier.

    Raises:
        DossierError: the place holds something that no build made, or a source of the dossier.
    """
    folder = (out or dossier.path / "build").resolve()
    free_or_ours(folder, is_build, "Rode Draad", REMEDY)
    for path in dossier.inputs:
        if folder in path.resolve().parents:
            raise refused(folder, f"bevat een bron van het dossier ({path.name})", REMEDY)
    return folder


def free_or_ours(folder: Path, is_ours: Callable[[Path], bool], maker: str, remedy: str) -> None:
    """Refuse a place that is a file, or holds what something else than `maker` made.

    Raises:
        DossierError: with what one should do.
    """
    if folder.exists() and not folder.is_dir():
        raise refused(folder, "is een bestand, geen map", remedy)
    if folder.is_dir() and any(folder.iterdir()) and not is_ours(folder):
        raise refused(folder, f"is niet leeg en niet door {maker} gemaakt", remedy)


def is_build(folder: Path) -> bool:
    """Return whether the folder holds a build, of this version or another."""
    try:
        head = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=_Head)
    except (OSError, msgspec.MsgspecError):
        return False
    return head.format.split("/")[0] == MANIFEST_FORMAT.split("/")[0]


def refused(folder: Path, problem: str, remedy: str) -> DossierError:
    """Return why nothing may be written in a folder."""
    return DossierError(Problem(file=str(folder), problem=problem, remedy=remedy))
