"""DOCX: the text of a Word document."""

import re

from rodedraad.model.text import Extract
from rodedraad.reading.assemble import assemble
from rodedraad.reading.docx.body import Body
from rodedraad.reading.docx.numbering import Numbering
from rodedraad.reading.docx.styles import Styles
from rodedraad.reading.docx.xml import w
from rodedraad.reading.package import Package
from rodedraad.reading.piece import Draft

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DOCUMENT = "word/document.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MARGINS = (("header", "koptekst"), ("footer", "voettekst"))
_NOTES = ("footnote", "endnote")


def read_docx(data: bytes, name: str) -> Extract:
    """The document as Word shows it with all changes accepted: body, notes, then running heads and feet."""
    package = Package(data, name)
    styles = Styles(package.tree_or_none("word/styles.xml"))
    numbering = Numbering(package.tree_or_none("word/numbering.xml"))
    body = Body(styles, numbering, name)
    body.read(package.tree(_DOCUMENT).find(w("body")), "/body")
    for kind in _NOTES:
        _read_notes(package, body, kind)
    for kind, why in _MARGINS:
        _read_margins(package, body, kind, why)
    core = package.tree_or_none("docProps/core.xml")
    title = core.findtext(_TITLE) if core is not None else None
    return assemble(
        Draft(media_type=MEDIA_TYPE, pieces=body.pieces, title=title, layout=frozenset(body.layout))
    )


def _read_notes(package: Package, body: Body, kind: str) -> None:
    notes = package.tree_or_none(f"word/{kind}s.xml")
    for note in notes.iterchildren(w(kind)) if notes is not None else ():
        if note.get(w("type"), "normal") == "normal":
            body.read(note, f"/{kind}[{note.get(w('id'), '')}]")


def _read_margins(package: Package, body: Body, kind: str, why: str) -> None:
    parts = (re.fullmatch(rf"word/({kind}\d*)\.xml", member) for member in sorted(package.members))
    for part in filter(None, parts):
        body.read(package.tree(part[0]), f"/{part[1]}", why)
