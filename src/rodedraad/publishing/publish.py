"""All files of the site and the open data, one after the other."""

from collections.abc import Iterator
from itertools import chain

from rodedraad.model.build import Build
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.opendata.files import data_files
from rodedraad.publishing.opendata.tables import tables
from rodedraad.publishing.pdf.files import pdf_files
from rodedraad.publishing.site import site_files
from rodedraad.publishing.spread import File, Spread, one_by_one
from rodedraad.publishing.views.common import Pages


def publish(build: Build, spread: Spread = one_by_one) -> Iterator[File]:
    """Yield the files of a build's site and open data: paths within the build folder, and bytes.

    The same build gives the same files in the same order, wherever `spread` has the pages made. The open
    data lies beside the site and again within it, so that the site is whole wherever it is put.

    Raises:
        PdfError: a PDF that the dossier asks for cannot be made accessible.
    """
    pages = Pages(Lookup(build))
    made = tables(pages)
    for name, content in data_files(build, made):
        yield f"data/{name}", content
        yield f"site/data/{name}", content
    for name, content in chain(site_files(pages, made, spread), pdf_files(pages)):
        yield f"site/{name}", content
