"""The sets of judged pages, each built as a dossier and scored."""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from rodedraad.dossier import load
from rodedraad.dossier.build import build
from rodedraad.dossier.progress import Stage
from rodedraad.dossier.records import Dossier, SourceFile
from rodedraad.model.build import Build
from tests.conftest import REFERENCE
from tests.evaluation.scorer import Judged, JudgedStatus, Page, PageScore, figures, score_page
from tests.support.pages import Table
from tests.support.wrap import Variant, tables_of, to_docx, to_html

OWN: Final = Path(__file__).parent / "own"
OWN_SETS: Final = ("developed", "aside")
ABSENT: Final = "the reference pages are not beside the project (../shared/reference)"
TO_THREADS: Final = (Stage.IMPORT, Stage.LINK)

Figures = Mapping[str, float | str | None]


def digest(folder: Path) -> str:
    """Return the SHA-256 over the names and bytes of the pages and judgements of a set."""
    whole = hashlib.sha256()
    for part in ("gold", "pages"):
        for path in sorted((folder / part).iterdir()):
            whole.update(f"{part}/{path.name}\0{path.stat().st_size}\0".encode())
            whole.update(path.read_bytes())
    return whole.hexdigest()


# --- our own pages -------------------------------------------------------------------------------------


def own_scores(folder: Path) -> dict[str, PageScore]:
    """Return how well each page of one of our own sets is recognised."""
    statuses = defaultdict(list)
    for row in _rows(folder / "gold" / "status.jsonl", JudgedStatus):
        statuses[row.page].append(row)
    with tempfile.TemporaryDirectory() as out:
        made = _built(load(folder), Path(out), (Stage.IMPORT,))
    scores = {}
    for document in made.documents:
        judged = (folder / "pages" / f"{document.id}.txt").read_text(encoding="utf-8")
        rows = _rows(folder / "gold" / f"{document.id}.structure.jsonl", Judged)
        page = Page(document, [extract.text for extract in made.texts[document.id]], judged)
        scores[document.id] = score_page(page, rows, statuses[document.id])
    return scores


def measure_own(name: str) -> Figures:
    """Return the figures of one of our own sets."""
    return figures(own_scores(OWN / name))


def _rows(path: Path, kind: type[msgspec.Struct]) -> list:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=kind) for line in lines if line.strip()]


# --- the reference pages, as text and in other formats -------------------------------------------------


def measure_reference(folder: Path = REFERENCE) -> Figures:
    """Return what the scorer of the reference pages says of them."""
    with tempfile.TemporaryDirectory() as out:
        _built(load(folder), Path(out), TO_THREADS)
        return flat(score_build(folder, Path(out)))


def score_build(folder: Path, out: Path) -> dict:
    """Return the figures that the reference's own scorer gives a build; the judgements are those in `folder`."""
    command = [
        sys.executable,
        REFERENCE / "score.py",
        out,
        "--json",
        "--gold",
        folder / "gold",
        "--pages",
        folder / "pages",
    ]
    ran = subprocess.run(command, capture_output=True, check=True)
    return json.loads(ran.stdout)


def flat(figures: Mapping) -> dict[str, float | str | None]:
    """Return figures within figures under one name each: `links.recall`; the counts by kind are left out."""
    found: dict[str, float | str | None] = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            found.update({f"{name}.{key}": figure for key, figure in value.items() if name != "by_kind"})
        else:
            found[name] = value
    return found


class Wrapping(NamedTuple):
    """A format and a way to mark up headings and lists that the reference pages are wrapped in."""

    suffix: str
    variant: Variant

    def __str__(self) -> str:
        return f"{self.suffix}-{self.variant.value}"

    def data(self, text: str, tables: Sequence[Table]) -> bytes:
        """Return a page as a file of this format."""
        if self.suffix == "html":
            return to_html(text, tables, self.variant).encode()
        return to_docx(text, tables, self.variant)


WRAPPINGS: Final = (*(Wrapping("html", variant) for variant in Variant), Wrapping("docx", Variant.HEADINGS))


def measure_wrapped(wrapping: Wrapping, folder: Path = REFERENCE) -> Figures:
    """Return the figures of the reference pages wrapped in a format that keeps its mark-up."""
    with tempfile.TemporaryDirectory() as made:
        out = Path(made) / "build"
        _built(_wrapped(load(folder), wrapping, Path(made)), out, TO_THREADS)
        return flat(score_build(folder, out))


def _wrapped(dossier: Dossier, wrapping: Wrapping, into: Path) -> Dossier:
    """Return the dossier with each of its sources wrapped and written in a folder."""
    documents = [
        replace(document, sources=tuple(_rewritten(source, wrapping, into) for source in document.sources))
        for document in dossier.documents
    ]
    inputs = [source.path for document in documents for source in document.sources]
    return replace(dossier, documents=tuple(documents), inputs=tuple(inputs))


def _rewritten(source: SourceFile, wrapping: Wrapping, into: Path) -> SourceFile:
    stem = source.path.stem
    path = into / f"{stem}.{wrapping.suffix}"
    path.write_bytes(wrapping.data(source.path.read_text(encoding="utf-8"), tables_of(stem)))
    return SourceFile(name=path.name, path=path)


def _built(dossier: Dossier, out: Path, stages: Sequence[Stage]) -> Build:
    return build(dossier, out, only=stages).build
