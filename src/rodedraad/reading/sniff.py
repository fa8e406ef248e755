"""What a file is, told by its first bytes."""

import re
from importlib import import_module
from typing import TYPE_CHECKING

from rodedraad.reading.errors import ReadingError

if TYPE_CHECKING:
    from rodedraad.reading.package import Package

_HEAD = 1024
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<[a-zA-Z!/][^<>]*>")
_IMAGE = ("een afbeelding", "Lever de tekst zelf aan, geen plaatje")
_PACKED = ("een ingepakt bestand", "Pak het eerst uit")
_OTHERS = (  # what it begins with, what it is, what to do
    (
        b"\xd0\xcf\x11\xe0",
        "een oud Word-bestand of een versleuteld document",
        "Bewaar het als DOCX zonder wachtwoord",
    ),
    (b"{\\rtf", "RTF", "Bewaar het als DOCX of ODT"),
    *((magic, *_IMAGE) for magic in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    *((magic, *_PACKED) for magic in (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")),
)
_ODT = {b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template"}


def refuse_others(data: bytes, name: str) -> None:
    """Raises ReadingError for files that are certainly of a format that is not read."""
    for magic, what, remedy in _OTHERS:
        if data.startswith(magic):
            raise ReadingError(name, "begin van het bestand", f"dit is {what}", remedy)


def sniff(data: bytes, name: str) -> str:
    """`pdf`, `docx`, `odt`, `html` or `text`; raises ReadingError for a package of another kind."""
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.startswith(b"PK"):
        return _package(data, name)
    return "html" if _is_html(data, name) else "text"


def _is_html(data: bytes, name: str) -> bool:
    start = data[: 16 * _HEAD]
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        start = start.removeprefix(mark)
    start = start.replace(b"\0", b"")
    if _HTML.match(start):
        return True
    return name.lower().endswith((".html", ".htm", ".xhtml")) and _TAG.search(start) is not None


def _package(data: bytes, name: str) -> str:
    package: Package = import_module("rodedraad.reading.package").Package(data, name)
    if "word/document.xml" in package.members:
        return "docx"
    kind = package.part("mimetype").strip() if "mimetype" in package.members else b""
    if "content.xml" in package.members and kind in _ODT:
        return "odt"
    problem = "dit pakket is geen DOCX en geen ODT"
    raise ReadingError(name, "begin van het bestand", problem, "Bewaar het document als DOCX, ODT of PDF")
