"""A build on disk, as records and back."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import structs

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.guard import is_build
from rodedraad.dossier.layout import FINDINGS, FORMER, MANIFEST, OBSERVATIONS, THREADS, document_path
from rodedraad.dossier.outputs import digest_of
from rodedraad.dossier.toml import unreadable
from rodedraad.model.build import Build, FileDigest, Manifest
from rodedraad.model.codec import PLACES_FORMAT, FormatError, Record, from_json, to_json
from rodedraad.model.document import Document
from rodedraad.model.findings import Findings
from rodedraad.model.former import Former
from rodedraad.model.observations import Observations
from rodedraad.model.text import Aside, Block, Extract, Places
from rodedraad.model.threads import Threads


def read_build(folder: Path) -> Build:
    """Return what a build holds; threads, findings and observations are empty where they were not made.

    Raises:
        DossierError: it is no build, or a file of it is gone or broken.
    """
    if not is_build(folder):
        problem = "hier staat geen build van Rode Draad"
        raise DossierError(
            Problem(file=str(folder), problem=problem, remedy="Draai eerst `rodedraad build`.")
        )
    documents = _documents(folder)
    manifest = read_manifest(folder)
    return Build(
        dossier=manifest.dossier,
        documents=documents,
        texts={document.id: _texts(folder, document) for document in documents},
        threads=_record(folder, THREADS, Threads) if (folder / THREADS).exists() else Threads(),
        findings=_record(folder, FINDINGS, Findings) if (folder / FINDINGS).exists() else Findings(),
        manifest=manifest,
        observations=_observations(folder),
        former=_record(folder, FORMER, Former) if (folder / FORMER).exists() else Former(),
    )


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest in a folder.

    Raises:
        DossierError: it is gone or broken.
    """
    return _record(folder, MANIFEST, Manifest)


def document_files(document: Document, texts: tuple[Extract, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a document: its elements, and of each source the text and the places."""
    yield document_path(document.id), to_json(document)
    for source, text in zip(document.sources, texts, strict=True):
        yield source.text, text.text.encode()
        yield source.places, to_json(Places(format=PLACES_FORMAT, blocks=text.blocks))


def as_stored(document: Document, texts: tuple[Extract, ...]) -> tuple[Extract, ...]:
    """Return the texts as they are when read back, so that a stage makes the same from either."""
    return tuple(_extract(document, index, text.text, text.blocks) for index, text in enumerate(texts))


def sealed(manifest: Manifest, files: list[tuple[str, bytes]]) -> Manifest:
    """Return the manifest with the digests of the files, and one digest over all of them."""
    digests = tuple(sorted(map(digest_of, files)))
    return structs.replace(manifest, files=digests, digest=digest_over(digests))


def digest_over(files: Iterable[FileDigest]) -> str:
    """Return one SHA-256 over the names and digests of files, as `sha256sum` writes them."""
    lines = "".join(f"{one.sha256}  {one.name}\n" for one in files)
    return hashlib.sha256(lines.encode()).hexdigest()


def _observations(folder: Path) -> Observations:
    there = (folder / OBSERVATIONS).exists()
    return _record(folder, OBSERVATIONS, Observations) if there else Observations()


def _documents(folder: Path) -> tuple[Document, ...]:
    names = sorted(path.name for path in (folder / "documents").glob("*.json"))
    documents = [_record(folder, f"documents/{name}", Document) for name in names]
    return tuple(sorted(documents, key=lambda document: (document.adopted, document.id)))


def _texts(folder: Path, document: Document) -> tuple[Extract, ...]:
    found = []
    for index, source in enumerate(document.sources):
        blocks = _record(folder, source.places, Places).blocks
        found.append(_extract(document, index, _bytes(folder, source.text).decode(), blocks))
    return tuple(found)


def _extract(document: Document, index: int, text: str, blocks: tuple[Block, ...]) -> Extract:
    source = document.sources[index]
    aside = [piece for piece in document.set_aside if piece.source == index]
    return Extract(
        media_type=source.media_type,
        text=text,
        blocks=blocks,
        set_aside=tuple(Aside(start=piece.start, end=piece.end, why=piece.why) for piece in aside),
        exported_at=source.exported_at,
        built_at=source.built_at,
    )


def _record(folder: Path, name: str, kind: type[Record]) -> Record:
    try:
        return from_json(_bytes(folder, name), kind, name)
    except FormatError as error:
        problem = f"niet in de vorm die deze versie leest ({error})"
        raise DossierError(
            Problem(file=name, problem=problem, remedy="Draai `rodedraad build` opnieuw.")
        ) from error


def _bytes(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise DossierError(unreadable(name, error)) from error
