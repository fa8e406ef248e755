"""What the scores of a document with all older ones rest on, as a key: the same key, the same scores."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

import msgspec
import numpy as np

from rodedraad.linking.rulings import Rulings
from rodedraad.linking.scoring import Weights
from rodedraad.linking.shelf import Entry, Shelf
from rodedraad.linking.sparse import Floats

RECKONED_IN: Final = ("rodedraad.linking", "rodedraad.model")
"""The rooms whose code and data scores are reckoned with."""
RECKONED_BY: Final = ("numpy", "scipy", "PyStemmer")
"""The packages whose versions may change the last digit of a score."""


def keys(shelf: Shelf, ruled: Rulings, sense: Floats | None, used: Weights) -> Iterator[str]:
    """Yield a key for every document, of 64 hexadecimal digits.

    It changes with any text or place of this document and of older ones, with their order, with what a model
    tells of them, with the pairs of this one that a person decided about, and with the code and the data that
    reckon; never with later documents.
    """
    so_far = hashlib.sha256(_reckoning())
    so_far.update(msgspec.json.encode(dict(used)))
    for number, bounds in enumerate(shelf.bounds):
        so_far.update(msgspec.json.encode([_read_of(entry) for entry in shelf.entries[bounds]]))
        if sense is not None:
            so_far.update(np.ascontiguousarray(sense[bounds]).tobytes())
        own = so_far.copy()
        own.update(
            msgspec.json.encode([pair for pair in ruled.by_pair if shelf.entries[pair[1]].document == number])
        )
        yield own.hexdigest()


def _read_of(entry: Entry) -> tuple[object, ...]:
    """Return what comparing reads of an entry."""
    own = entry.element
    path = [(one.id, one.kind, one.text) for one in entry.path]
    return own.id, own.kind, own.number, entry.wording, own.answers, path


@cache
def _reckoning() -> bytes:
    """Return the code and the data of linking and the versions of what it reckons with, as a digest."""
    found = hashlib.sha256(" ".join(version(name) for name in RECKONED_BY).encode())
    for room in RECKONED_IN:
        for file in _files(files(room)):
            found.update(file.read_bytes())
    return found.digest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _files(one)
        elif one.name.endswith((".py", ".tsv", ".toml")):
            yield one
