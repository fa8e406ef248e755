"""What texts mean, remembered in a file from build to build, for to reckon it takes its time."""

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

import numpy as np

from rodedraad.dossier.atomic import alone, replace_file, told
from rodedraad.linking.sparse import Floats

Halves: TypeAlias = np.ndarray[Any, np.dtype[np.float16]]
Known: TypeAlias = dict[bytes, Halves]
Told: TypeAlias = Callable[[int, int], None]

AT_ONCE: Final = 16
"""So many texts are reckoned between two moments at which a person can stop it."""
SAVED_AFTER: Final = 256
"""So many texts at most are lost when it is killed."""
MOST: Final = 100_000
"""So many texts are remembered, those asked last: 80 megabytes."""


class Model(Protocol):
    """Reckons the vectors of texts."""

    @property
    def model(self) -> str:
        """Its name and version."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return a row of length one for each text, the same for the same text."""


def nobody(done: int, total: int) -> None:
    """Tell nobody."""


class Remembered:
    """A model whose vectors are kept in a file, by the SHA-256 of the model's name and the text.

    A vector is the same whether it was just reckoned or remembered.  A file that is broken counts as none.
    """

    def __init__(self, source: Model, file: Path, told: Told = nobody) -> None:
        """Take a model, a file, and who is told how many texts of how many are done."""
        self._source = source
        self._file = file
        self._told = told

    @property
    def model(self) -> str:
        """The name and version of the model."""
        return self._source.model

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Return a row of length one for each of one or more texts; what is stopped halfway is kept.

        Raises:
            DossierError: the file cannot be written.
        """
        asked = {self._key(text): text for text in texts}
        known = _read(self._file)
        missing = [key for key in asked if key not in known]
        for portion in _portions(missing, SAVED_AFTER):
            try:
                for keys in _portions(portion, AT_ONCE):
                    found = self._source.vectors([asked[key] for key in keys])
                    known |= zip(keys, found.astype(np.float16), strict=True)
                    self._told(missing.index(keys[-1]) + 1, len(missing))
            finally:
                self._save(_bytes(known, asked))
        return _unit(np.stack([known[self._key(text)] for text in texts]))

    def _save(self, data: bytes) -> None:
        with told(self._file.name):
            self._file.parent.mkdir(parents=True, exist_ok=True)
        with alone(self._file):
            replace_file(self._file, data)

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self.model}\0{text}".encode()).digest()


def _portions(keys: Sequence[bytes], size: int) -> Iterator[Sequence[bytes]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))


def _unit(rows: Halves) -> Floats:
    full = rows.astype(np.float32)
    return np.asarray(full / np.linalg.norm(full, axis=1, keepdims=True))


def _read(file: Path) -> Known:
    try:
        table = np.load(io.BytesIO(file.read_bytes()), allow_pickle=False)
        return {key.tobytes(): row for key, row in zip(table["key"], table["vector"], strict=True)}
    except (OSError, ValueError, IndexError, EOFError):
        return {}


def _bytes(known: Known, asked: dict[bytes, str]) -> bytes:
    """Return the bytes of the file: what was asked last comes last, and what is too much goes."""
    newest = {key: known[key] for key in asked if key in known}
    ordered = {key: row for key, row in known.items() if key not in newest} | newest
    width = max((row.size for row in newest.values()), default=0)
    kept = [(key, row) for key, row in ordered.items() if row.size == width][-MOST:]
    table = np.zeros(len(kept), dtype=[("key", "u1", (32,)), ("vector", "<f2", (width,))])
    for place, (key, row) in enumerate(kept):
        table[place] = (np.frombuffer(key, dtype=np.uint8), row)
    file = io.BytesIO()
    np.save(file, table, allow_pickle=False)
    return file.getvalue()
