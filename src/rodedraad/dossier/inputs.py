"""The files that a build is made from, with the SHA-256 of each, and what it is made with."""

import hashlib
import platform
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from rodedraad.dossier.decisions import DECISIONS, IDENTITIES
from rodedraad.dossier.indicators import FOLDER, indicator_files
from rodedraad.dossier.load import FILE
from rodedraad.dossier.progress import Stage
from rodedraad.dossier.records import Dossier
from rodedraad.dossier.samples import SAMPLES
from rodedraad.model.build import FileDigest, Tool

LIBRARIES: Final = (
    "brotli",
    "cbor2",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "msgspec",
    "numpy",
    "pagefind-bin",
    "pdfplumber",
    "pyahocorasick",
    "pypdfium2",
    "pystemmer",
    "python-calamine",
    "rapidfuzz",
    "scipy",
    "typst",
)
"""What decides the bytes of a build: everything it runs on but what reads the command line."""

_READ_AT: Final = {
    FILE: frozenset({Stage.IMPORT, Stage.LINK, Stage.PUBLISH}),
    DECISIONS: frozenset({Stage.IMPORT, Stage.LINK, Stage.CHECK}),
    IDENTITIES: frozenset(Stage),
    SAMPLES: frozenset({Stage.IMPORT, Stage.PUBLISH}),
}
_LOOKS: Final = frozenset({Stage.IMPORT, Stage.PUBLISH})
_SOURCES: Final = frozenset({Stage.IMPORT})


def inputs_of(
    dossier: Dossier, stages: Iterable[Stage], before: Iterable[FileDigest] = ()
) -> tuple[FileDigest, ...]:
    """Return the inputs of a build, sorted by name.

    Those that none of the stages reads stay as they were `before`.
    """
    run = frozenset(stages)
    read = [(name, path) for name, path, read_at in _files(dossier) if read_at & run]
    names = {name for name, _ in read}
    kept = () if Stage.IMPORT in run else (one for one in before if one.name not in names)
    return tuple(sorted({*kept, *filter(None, (_digest(name, path) for name, path in read))}))


def tools(*, parquet: bool = False) -> tuple[Tool, ...]:
    """Return Python and the libraries that decide the bytes of a build, with their versions."""
    python = Tool(name="python", version=platform.python_version())
    named = (*LIBRARIES, *(name for name in ("pyarrow",) if parquet))
    return tuple(sorted((python, *(Tool(name=name, version=version(name)) for name in named))))


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(dossier: Dossier) -> Iterator[tuple[str, Path, frozenset[Stage]]]:
    """Yield the files of the dossier: its name as the public may see it, its path, and who reads it."""
    for name, read_at in _READ_AT.items():
        yield name, dossier.path / name, read_at
    for look in dossier.looks:
        yield look.name, look.path, _LOOKS
    for path in indicator_files(dossier.path):
        yield f"{FOLDER}/{path.name}", path, _SOURCES
    tables = (table.file for table in dossier.figures)
    read = (file for one in dossier.documents for file in (*one.sources, *one.maps))
    for file in (*read, *tables):
        yield file.name, file.path, _SOURCES


def _digest(name: str, path: Path) -> FileDigest | None:
    """Return the digest of a file; none of one that is not there, which is told elsewhere."""
    try:
        return FileDigest(name=name, sha256=sha256_of(path))
    except OSError:
        return None
