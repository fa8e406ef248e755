"""Word documents made for the tests, with what python-docx has no words for."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_LEVEL = '<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/></w:lvl>'


def made(fill: Callable[[DocxDocument], object]) -> bytes:
    document = Document()
    fill(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def element(markup: str):
    """An element of Word's XML, the namespace declared."""
    opened = markup.index(">") if "/>" not in markup[: markup.index(">") + 1] else markup.index("/>")
    return parse_xml(f"{markup[:opened]} {nsdecls('w')}{markup[opened:]}")


def add_xml(document: DocxDocument, *markups: str) -> None:
    body = document.element.body
    for markup in markups:
        body.insert(len(body) - 1, element(markup))


def add_list(document: DocxDocument, identity: int, *levels: tuple[str, str], start: int = 1) -> None:
    """Define a list: format and text of each of its levels."""
    root = document.part.numbering_part.element
    shapes = "".join(
        _LEVEL.format(level=level, start=start, shape=shape, text=text)
        for level, (shape, text) in enumerate(levels)
    )
    abstract = element(f'<w:abstractNum w:abstractNumId="{identity}">{shapes}</w:abstractNum>')
    root.insert(0, abstract)
    root.append(element(f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{identity}"/></w:num>'))


def item(text: str, identity: int, level: int = 0) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def paragraph(text: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def repacked(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The package with its parts changed."""
    with ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()
