"""Opening a PDF, and refusing what holds no text that can be read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pypdfium2 import PdfDocument, PdfiumError

from rodedraad.reading.errors import ReadingError
from rodedraad.reading.package import encrypted
from rodedraad.reading.pdf.words import Page

_END = b"%%EOF"
_TAIL = 4096
_MOST_PAGES = 5000
_FEW_WORDS = 3  # such as a page number
_FETCH_AGAIN = "Haal het bestand opnieuw op"


@contextmanager
def opened(data: bytes, name: str) -> Iterator[PdfDocument]:
    """The document; raises ReadingError for one that is encrypted, damaged, cut off or endless."""
    if _END not in data[-_TAIL:]:
        raise ReadingError(name, "einde van het bestand", "het bestand is niet volledig", _FETCH_AGAIN)
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if "assword" in str(error):
            raise encrypted(name, "begin van het bestand") from error
        raise ReadingError(
            name, "", "het bestand is beschadigd en kan niet worden geopend", _FETCH_AGAIN
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            problem = f"het document heeft meer dan {_MOST_PAGES} bladzijden"
            raise ReadingError(name, "", problem, "Splits het document")
        yield document
    finally:
        document.close()


def refuse_scan(pages: Sequence[Page], name: str) -> None:
    """Raises ReadingError when most pages are pictures."""
    pictures = [page for page in pages if len(page.words) <= _FEW_WORDS and page.drawing.has_image]
    if len(pictures) * 2 > len(pages):
        problem = "dit is een scan, er staat geen tekst in"
        remedy = "Lever het oorspronkelijke document aan, of een PDF met tekstherkenning"
        raise ReadingError(name, f"bladzijde {pictures[0].number}", problem, remedy)
