"""The PDFs that lie in a site: those that dossier.toml asks for."""

from collections.abc import Iterator

from rodedraad.model.build import Build
from rodedraad.model.terms import Printed
from rodedraad.publishing import addresses
from rodedraad.publishing.pdf.pieces import document_print, part_prints, printed_parts
from rodedraad.publishing.pdf.records import Print
from rodedraad.publishing.pdf.typeset import Typesetter
from rodedraad.publishing.views.common import Pages


def pdf_files(pages: Pages) -> Iterator[tuple[str, bytes]]:
    """Yield the PDFs of a site: paths within it, and bytes.

    Raises:
        PdfError: one of them cannot be made accessible.
    """
    build, typesetter = pages.lookup.build, Typesetter(pages.lookup.build.dossier.theme)
    for made in _prints(pages):
        name = addresses.pdf(made.cover.address)
        base = site_of(build) or addresses.root(name)
        yield name, typesetter.pdf(made, base=base, built=build.manifest.stamp)


def site_of(build: Build) -> str | None:
    """Return where every address of the site begins, if the dossier says where it will stand."""
    return f"{build.dossier.address}/" if build.dossier.address else None


def _prints(pages: Pages) -> Iterator[Print]:
    build = pages.lookup.build
    for document in build.documents:
        if Printed.DOCUMENTS in build.dossier.pdf:
            yield document_print(pages, document)
        if Printed.PROGRAMMES in build.dossier.pdf:
            yield from part_prints(pages, document, printed_parts(document))


def printed(build: Build) -> frozenset[str]:
    """Return the names of those PDFs."""
    wanted, documents = build.dossier.pdf, build.documents
    whole = [addresses.document(one.id) for one in documents if Printed.DOCUMENTS in wanted]
    of_parts = [
        addresses.part(one.id, part.id)
        for one in documents
        if Printed.PROGRAMMES in wanted
        for part in printed_parts(one)
    ]
    return frozenset(map(addresses.pdf, (*whole, *of_parts)))
