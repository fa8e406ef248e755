"""What is made of the canonical files: all that a build holds besides them and its manifest."""

import hashlib
from collections.abc import Iterable, Iterator

from msgspec import structs

from rodedraad.dossier.compressing import with_compressed
from rodedraad.dossier.forking import spread_for
from rodedraad.dossier.layout import DATA, MANIFEST, SITE
from rodedraad.model.build import Build, FileDigest, Manifest
from rodedraad.model.codec import to_json
from rodedraad.publishing.publish import publish
from rodedraad.publishing.spread import File

MANIFESTS = (MANIFEST, f"{DATA}/{MANIFEST}", f"{SITE}/{DATA}/{MANIFEST}")
"""The manifest, and its copies in the open data: what can be proved of a build, the site alone can prove."""


def made_files(made: Build, *, compress: bool = False) -> Iterator[File]:
    """Yield the site and the open data; with `compress` every file of the site in smaller forms too."""
    if compress:  # that keeps all cores busy by itself, with threads that a fork would break off
        return with_compressed(publish(made), below=f"{SITE}/")
    return publish(made, spread_for(made))


def manifest_files(manifest: Manifest, outputs: Iterable[FileDigest]) -> Iterator[File]:
    """Yield the manifest with the digests of the outputs, and its copies where there are outputs."""
    listed = tuple(sorted(outputs))
    content = to_json(structs.replace(manifest, outputs=listed))
    for name in MANIFESTS if listed else MANIFESTS[:1]:
        yield name, content


def digest_of(file: File) -> FileDigest:
    """Return the digest of a file that was made."""
    name, data = file
    return FileDigest(name=name, sha256=hashlib.sha256(data).hexdigest())
