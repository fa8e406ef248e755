"""ODT: the text of an OpenDocument text document."""

from rodedraad.model.text import Extract
from rodedraad.reading.assemble import assemble
from rodedraad.reading.odt.body import Body
from rodedraad.reading.odt.styles import Styles
from rodedraad.reading.odt.xml import q
from rodedraad.reading.package import Package, encrypted
from rodedraad.reading.piece import Draft

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = "META-INF/manifest.xml"
_MARGINS = (
    ("style:header", "koptekst"),
    ("style:header-left", "koptekst"),
    ("style:header-first", "koptekst"),
    ("style:footer", "voettekst"),
    ("style:footer-left", "voettekst"),
    ("style:footer-first", "voettekst"),
)


def read_odt(data: bytes, name: str) -> Extract:
    """The document with all changes accepted: body, notes, then running heads and feet."""
    package = Package(data, name)
    if _MANIFEST in package.members and b"encryption-data" in package.part(_MANIFEST):
        raise encrypted(name, _MANIFEST)
    content, style = package.tree("content.xml"), package.tree_or_none("styles.xml")
    body = Body(Styles(content, style), name)
    body.read(content.find(f"{q('office:body')}/{q('office:text')}"), "/text")
    body.read_notes()
    for tag, why in _MARGINS:
        for part in style.iter(q(tag)) if style is not None else ():
            body.read(part, f"/{tag.partition(':')[2]}", why)
    meta = package.tree_or_none("meta.xml")
    title = meta.findtext(f"{q('office:meta')}/{q('dc:title')}") if meta is not None else None
    return assemble(
        Draft(media_type=MEDIA_TYPE, pieces=body.pieces, title=title, layout=frozenset(body.layout))
    )
