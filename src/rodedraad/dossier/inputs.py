"""The files that a build is made from, with the SHA-256 of each, and what it is made with."""

import hashlib
import platform
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from rodedraad.dossier.decisions import DECISIONS, IDENTITIES
from rodedraad.dossier.load import FILE
from rodedraad.dossier.progress import Stage
from rodedraad.dossier.records import Dossier
from rodedraad.dossier.samples import SAMPLES
from rodedraad.model.build import FileDigest, Tool

LIBRARIES: Final = (
    "brotli",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "msgspec",
    "numpy",
    "pdfplumber",
    "pyahocorasick",
    "pypdfium2",
    "pystemmer",
    "rapidfuzz",
    "scipy",
)
"""What decides the bytes of a build: everything it runs on but what reads the command line."""

_READ_AT: Final = {
    FILE: frozenset({Stage.IMPORT, Stage.LINK, Stage.PUBLISH}),
    DECISIONS: frozenset({Stage.IMPORT, Stage.LINK, Stage.CHECK}),
    IDENTITIES: frozenset({Stage.IMPORT, Stage.LINK}),
    SAMPLES: frozenset({Stage.PUBLISH}),
}


def inputs_of(
    dossier: Dossier, stages: Iterable[Stage], before: Iterable[FileDigest] = ()
) -> tuple[FileDigest, ...]:
    """Return the inputs of a build, sorted by name.

    Those that none of the stages reads stay as they were `before`.
    """
    run = frozenset(stages)
    own = {name for name, read_at in _READ_AT.items() if read_at & run}
    own |= {look.name for look in dossier.looks}
    everything = Stage.IMPORT in run
    kept = [one for one in before if not everything and one.name not in own]
    found = [_digest(name, path) for name, path in _files(dossier) if name in own or everything]
    return tuple(sorted({*kept, *filter(None, found)}))


def tools() -> tuple[Tool, ...]:
    """Return Python and the libraries that decide the bytes of a build, with their versions."""
    python = Tool(name="python", version=platform.python_version())
    return tuple(sorted((python, *(Tool(name=name, version=version(name)) for name in LIBRARIES))))


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(dossier: Dossier) -> Iterator[tuple[str, Path]]:
    """Yield the files of the dossier, each by its name as the public may see it."""
    for name in _READ_AT:
        yield name, dossier.path / name
    for document in dossier.documents:
        for file in (*document.sources, *document.maps):
            yield file.name, file.path
    for table in dossier.figures:
        yield table.file.name, table.file.path
    for look in dossier.looks:
        yield look.name, look.path


def _digest(name: str, path: Path) -> FileDigest | None:
    """Return the digest of a file; none of one that is not there, which is told elsewhere."""
    try:
        return FileDigest(name=name, sha256=sha256_of(path))
    except OSError:
        return None
