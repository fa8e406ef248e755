"""PDFs made of a build: whole documents, programmes or threads, each a file of its own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from rodedraad.dossier.atomic import replace_file, told
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.explain import suggest
from rodedraad.model.build import Build
from rodedraad.model.document import Document, Element
from rodedraad.publishing import addresses
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.pdf.errors import PdfError
from rodedraad.publishing.pdf.files import site_of
from rodedraad.publishing.pdf.pieces import document_print, part_prints, printed_parts, thread_print
from rodedraad.publishing.pdf.records import Print
from rodedraad.publishing.pdf.typeset import Typesetter
from rodedraad.publishing.views.common import Pages, text_of

Item = TypeVar("Item")


class Wanted(Struct, frozen=True, kw_only=True):
    """What to make PDFs of; with nothing at all, every document.

    Programmes and themes go by their name or their id, and only those of the documents where these are named.
    """

    documents: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()


def print_build(build: Build, wanted: Wanted, out: Path) -> Iterator[Path]:
    """Put a PDF of each wanted piece in a folder, whole or not at all, and yield their paths.

    They lie outside the site, so they link to it only where the dossier names its address.

    Raises:
        DossierError: a piece is not in the build, cannot be made accessible, or cannot be written.
    """
    typesetter = Typesetter(build.dossier.theme)
    for made in tuple(_pieces(Pages(Lookup(build)), wanted)):
        path = out / addresses.pdf(made.cover.address).removeprefix("pdf/")
        with accessible():
            data = typesetter.pdf(made, base=site_of(build), built=build.manifest.stamp)
        with told(path.name):
            path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
        yield path


@contextmanager
def accessible() -> Iterator[None]:
    """Turn what cannot be made accessible into a problem."""
    try:
        yield
    except PdfError as error:
        problem = Problem(file=error.file, problem=error.problem, remedy=error.remedy)
        raise DossierError(problem) from error


def _pieces(pages: Pages, wanted: Wanted) -> Iterator[Print]:
    known = {one.id: one for one in pages.lookup.build.documents}
    documents = _chosen(known, wanted.documents or tuple(known), "dit document staat niet in de build")
    named = _parts(documents)
    for found in _chosen(named, wanted.programmes, "dit programma of thema staat niet in de build"):
        for document, part in found:
            yield from part_prints(pages, document, (part,))
    threads = _chosen(pages.lookup.threads, wanted.threads, "deze rode draad staat niet in de build")
    yield from (thread_print(pages, one) for one in threads)
    if not (wanted.programmes or wanted.threads):
        yield from (document_print(pages, one) for one in documents)


def _parts(documents: Sequence[Document]) -> dict[str, list[tuple[Document, Element]]]:
    """Return the programmes and themes of documents by name and by id."""
    found: dict[str, list[tuple[Document, Element]]] = defaultdict(list)
    for document in documents:
        for part in printed_parts(document):
            for name in {text_of(part), part.id}:
                found[name].append((document, part))
    return found


def _chosen(known: Mapping[str, Item], names: Sequence[str], problem: str) -> list[Item]:
    """Return what goes by these names.

    Raises:
        DossierError: nothing goes by one of them; it is told with the nearest that exists.
    """
    unknown = [
        Problem(file=name, problem=problem, remedy=suggest(name, tuple(known)))
        for name in names
        if name not in known
    ]
    if unknown:
        raise DossierError(*unknown)
    return [known[name] for name in names]
