"""PDF: the text of a print, its paragraphs and tables found by where the words stand."""

from rodedraad.model.text import Extract
from rodedraad.reading.assemble import assemble
from rodedraad.reading.pdf.bookmarks import bookmarks_of
from rodedraad.reading.pdf.furniture import running_lines
from rodedraad.reading.pdf.hyphens import Vocabulary
from rodedraad.reading.pdf.opening import opened, refuse_scan
from rodedraad.reading.pdf.order import Layout, laid_out
from rodedraad.reading.pdf.pieces import pieces_of
from rodedraad.reading.pdf.ruled import ruled_tables
from rodedraad.reading.pdf.table import Table
from rodedraad.reading.pdf.words import Page, page_of
from rodedraad.reading.piece import Draft

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes, name: str) -> Extract:
    """The text in reading order, with ruled tables; repeated heads and feet are set aside.

    Headings are those that the outline of the document names, and what is set larger.
    """
    with opened(data, name) as document:
        pages = [page_of(document, number, name) for number in range(len(document))]
        refuse_scan(pages, name)
        title = document.get_metadata_value("Title")
        bookmarks = bookmarks_of(document)
    pieces = pieces_of(_layouts(pages), _vocabulary(pages), bookmarks)
    return assemble(Draft(media_type=MEDIA_TYPE, pieces=pieces, title=title))


def _layouts(pages: list[Page]) -> list[Layout]:
    running = running_lines(pages)
    found: list[Layout] = []
    for page in pages:
        last = found[-1].parts[-1:] if found else ()
        before = last[0] if last and isinstance(last[0], Table) else None
        found.append(laid_out(page, ruled_tables(page), running, before))
    return found


def _vocabulary(pages: list[Page]) -> Vocabulary:
    return Vocabulary([line.text for page in pages for line in page.lines])
