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
ELSEWHERE: Final = "Kies met --out een andere map, of laat --out weg: dan komt zij in de map preview."


PUBLIC, PREVIEW = "build", "preview"


class _Head(msgspec.Struct):
    format: str
    preview: bool = False


def output_folder(dossier: Dossier, out: Path | None) -> Path:
    """Return the folder to build in: `out`, else `build` in the dossier, or `preview` for a preview.

    Raises:
        DossierError: the place holds something that no build made, a source of the dossier, or a public
            build that a preview would take the place of.
    """
    folder = (out or dossier.path / (PREVIEW if dossier.preview else PUBLIC)).resolve()
    free_or_ours(folder, is_build, "Rode Draad", REMEDY)
    if dossier.preview and is_build(folder) and not _head(folder).preview:
        raise refused(
            folder, "bevat de openbare build; een voorinzage komt nooit in de plaats daarvan", ELSEWHERE
        )
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
        head = _head(folder)
    except (OSError, msgspec.MsgspecError):
        return False
    return head.format.split("/")[0] == MANIFEST_FORMAT.split("/")[0]


def source_folder(dossier: Dossier, folder: Path) -> Path:
    """Return the build that a later stage goes on from: the one in `folder`, for a preview the public one.

    Where there is no public build yet, a preview goes on from itself.
    """
    public = dossier.path / PUBLIC
    return public if dossier.preview and is_build(public) else folder


def _head(folder: Path) -> _Head:
    return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=_Head)


def refused(folder: Path, problem: str, remedy: str) -> DossierError:
    """Return why nothing may be written in a folder."""
    return DossierError(Problem(file=str(folder), problem=problem, remedy=remedy))
