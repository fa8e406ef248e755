"""What was scored of each document with all older ones, in a file: one that is added is compared alone."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np

from rodedraad.dossier.atomic import alone, replace_file, told
from rodedraad.linking.keeping import FORGETFUL, Found, Kept, packed, unpacked
from rodedraad.model.document import Document

SUFFIX: Final = ".npz"
FEWEST_ELEMENTS: Final = 2_000
"""Fewer are compared again within a second."""


class KeptScores:
    """Scores in a folder, in files by the key of what they rest on.

    What is kept makes no other links; a file that is broken or not of this key counts as none.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder, which need not be there."""
        self._folder = folder
        self._asked: set[str] = set()

    def read(self, key: str) -> Found | None:
        """Return the candidates kept under a key, or None where there are none that are whole."""
        self._asked.add(key)
        try:
            with self._file(key).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                found = dict(arrays)
        except (OSError, ValueError, TypeError, EOFError, BadZipFile):
            return None
        return unpacked(found) if str(found.get("key", "")) == key else None

    def keep(self, key: str, found: Found) -> None:
        """Keep candidates under a key.

        Raises:
            DossierError: the file cannot be written.
        """
        file = io.BytesIO()
        np.savez(file, allow_pickle=False, key=np.array(key), **packed(found))
        with told(self._folder.name):
            self._folder.mkdir(parents=True, exist_ok=True)
        with alone(self._file(key)):
            replace_file(self._file(key), file.getvalue())

    def clear(self) -> None:
        """Remove what was not asked for: no build asks for it as things are now.

        Raises:
            DossierError: the folder cannot be written.
        """
        if not self._folder.exists():
            return
        asked = {self._file(key) for key in self._asked}
        with told(self._folder.name), alone(self._folder / SUFFIX):
            for file in set(self._folder.iterdir()) - asked:
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}{SUFFIX}"


@contextmanager
def keeping(build: Path, documents: Sequence[Document]) -> Iterator[Kept]:
    """Keep the scores of many documents beside a build; what was not asked for in the meantime goes.

    Raises:
        DossierError: the folder of the scores cannot be written.
    """
    kept = KeptScores(build.with_name(f".{build.name}.scores"))
    yield kept if sum(len(one.elements) for one in documents) >= FEWEST_ELEMENTS else FORGETFUL
    kept.clear()
