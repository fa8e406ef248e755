"""From what dossier.toml calls a source to the files it means."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from rodedraad.dossier.records import SourceFile

_WILD = re.compile(r"[*?\[]")


def expand(root: Path, pattern: str) -> list[SourceFile]:
    """Return the files that a file name, folder or pattern means, in natural order.

    Hidden files in a folder do not count.  The list is empty when there is no such file.
    """
    return [SourceFile(name=_name(root, pattern, path), path=path) for path in _files(root, pattern)]


def _files(root: Path, pattern: str) -> list[Path]:
    path = root / pattern
    if path.is_file():
        return [path]
    if path.is_dir():
        return sorted(_visible(path), key=natural)
    return sorted(_matching(root, pattern), key=natural) if _WILD.search(pattern) else []


def _visible(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in inside):
            yield path


def _matching(root: Path, pattern: str) -> Iterator[Path]:
    """Yield the files that match, walking down from the part of the pattern without wildcards."""
    parts = Path(pattern).parts
    plain = next(index for index, part in enumerate(parts) if _WILD.search(part))
    base = root.joinpath(*parts[:plain])
    return (path for path in base.glob("/".join(parts[plain:])) if path.is_file())


def _name(root: Path, pattern: str, path: Path) -> str:
    """Return the path within the dossier; of an absolute one only the name, for it becomes public."""
    if Path(pattern).is_absolute():
        return path.name
    return Path(os.path.relpath(path, root)).as_posix()


def natural(path: Path) -> list[tuple[int, int, str]]:
    """Return a sort key that puts p9 before p10."""
    pieces = re.split(r"(\d+)", path.as_posix())
    return [(0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in pieces if piece]
