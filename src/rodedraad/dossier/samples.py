"""The samples of a dossier, as they stand beside dossier.toml."""

from collections.abc import Callable
from pathlib import Path

from msgspec import structs

from rodedraad.dossier.atomic import alone, replace_file
from rodedraad.dossier.beside import read_beside
from rodedraad.model.codec import to_json
from rodedraad.model.samples import Sample, Samples

SAMPLES = "samples.json"


def read_samples(root: Path) -> Samples:
    """Return the samples of a dossier, none when nothing was drawn yet.

    Raises:
        DossierError: the file cannot be read.
    """
    return read_beside(root / SAMPLES, Samples, "steekproeven", "rodedraad sample")


def change_samples(root: Path, change: Callable[[tuple[Sample, ...]], tuple[Sample, ...]]) -> None:
    """Write the samples as they are after a change, whole or not at all.

    Raises:
        DossierError: the file cannot be read or written; nothing changed.
    """
    path = root / SAMPLES
    with alone(path):
        before = read_samples(root)
        after = structs.replace(before, samples=change(before.samples))
        if after != before:
            replace_file(path, to_json(after))
