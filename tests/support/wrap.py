"""Flattened pages given back the mark-up that they may have had, as HTML and as DOCX.

Every line of the page is a block of its own again, so that `score.py` finds it by its content.
"""

import zlib
from collections.abc import Callable, Sequence
from enum import Enum
from html import escape
from io import BytesIO
from struct import pack

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from tests.support.pages import TABLES, Grid, Heading, Icon, Listing, Paragraph, Part, Table, parts

Holder = DocxDocument | _Cell


class Variant(Enum):
    """How a page marks its headings and lists; its tables are tables in all of them."""

    HEADINGS = "headings"  # h1-h4, ul, ol
    SOUP = "soup"  # only div and p; bullets and numbers are typed
    BOLD = "bold"  # headings are bold paragraphs


def tables_of(page: str) -> Sequence[Table]:
    """The tables of a known page, by its name without suffix."""
    return TABLES.get(page, ())


def to_html(text: str, tables: Sequence[Table] = (), variant: Variant = Variant.HEADINGS) -> str:
    """The page as a site would serve it."""
    body = "\n".join(_html(part, variant) for part in parts(text, tables))
    return _PAGE.format(body=body)


def to_docx(text: str, tables: Sequence[Table] = (), variant: Variant = Variant.HEADINGS) -> bytes:
    """The page as a Word document."""
    document = Document()
    for part in parts(text, tables):
        _ADD[type(part)](document, document, part, variant)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><title>Pagina</title><style>td {{ vertical-align: top }}</style></head>
<body>
<a class="skip-link" href="#inhoud">Ga naar de inhoud</a>
<header><nav aria-label="Hoofdnavigatie"><ul><li><a href="/">Home</a></li><li><a href="/p1">Programma's</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">Portal</a> / <a href="/p1">Programma's</a></div>
<main id="inhoud">
{body}
<a href="#nav">Terug naar navigatie</a>
</main>
<footer><p>Toegankelijkheid</p></footer>
<script>document.body.dataset.geladen = "ja";</script>
</body>
</html>
"""


def _html(part: Part, variant: Variant) -> str:
    match part:
        case Heading(level, text):
            return _html_heading(level, escape(text), variant)
        case Paragraph(text, is_label):
            words = f"<strong>{escape(text)}</strong>" if is_label else escape(text)
            return f"<div><p>{words}</p></div>" if variant is Variant.SOUP else f"<p>{words}</p>"
        case Listing(items, numbered):
            return _html_list(items, variant, numbered=numbered)
        case Grid(rows):
            return _html_table(rows, variant)
        case Icon():
            return '<img src="/images/status.png">'


def _html_heading(level: int, text: str, variant: Variant) -> str:
    if variant is Variant.HEADINGS:
        return f"<h{level}>{text}</h{level}>"
    return f"<p><strong>{text}</strong></p>" if variant is Variant.BOLD else f'<div class="kop">{text}</div>'


def _html_list(items: Sequence[str], variant: Variant, *, numbered: bool) -> str:
    if variant is Variant.SOUP:
        marks = [f"{number}." if numbered else "•" for number in range(1, len(items) + 1)]
        return "\n".join(f"<p>{mark} {escape(item)}</p>" for mark, item in zip(marks, items, strict=True))
    tag = "ol" if numbered else "ul"
    return f"<{tag}>" + "".join(f"<li>{escape(item)}</li>" for item in items) + f"</{tag}>"


def _html_table(rows: Sequence[Sequence[Sequence[Part]]], variant: Variant) -> str:
    shown = []
    for index, row in enumerate(rows):
        tag = "td" if index else "th"
        cells = ("".join(_html(part, variant) for part in cell) for cell in row)
        shown.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>")
    return f"<table><thead>{shown[0]}</thead><tbody>{''.join(shown[1:])}</tbody></table>"


def _add_heading(document: DocxDocument, holder: Holder, part: Heading, variant: Variant) -> None:
    if variant is Variant.HEADINGS:
        document.add_heading(part.text, part.level)
    else:
        holder.add_paragraph().add_run(part.text).bold = variant is Variant.BOLD


def _add_paragraph(_document: DocxDocument, holder: Holder, part: Paragraph, _variant: Variant) -> None:
    holder.add_paragraph().add_run(part.text).bold = part.is_label


def _add_list(document: DocxDocument, holder: Holder, part: Listing, variant: Variant) -> None:
    number = _new_list(document) if part.numbered else None
    for index, item in enumerate(part.items, start=1):
        if variant is Variant.SOUP:
            holder.add_paragraph(f"{index}. {item}" if part.numbered else f"• {item}")
            continue
        paragraph = holder.add_paragraph(item, "List Number" if part.numbered else "List Bullet")
        if number is not None:
            _count_in(paragraph, number)


def _new_list(document: DocxDocument) -> int:
    """A numbered list that starts at 1."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style).abstractNumId.val
    created = numbering.add_num(abstract)
    created.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(created.numId)


def _count_in(paragraph: DocxParagraph, number: int) -> None:
    settings = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    settings.get_or_add_ilvl().val = 0
    settings.get_or_add_numId().val = number


def _add_table(document: DocxDocument, _holder: Holder, part: Grid, variant: Variant) -> None:
    table = document.add_table(rows=len(part.rows), cols=len(part.rows[0]), style="Table Grid")
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    for row, shown in zip(part.rows, table.rows, strict=True):
        for inner, cell in zip(row, shown.cells, strict=True):
            for one in inner:
                _ADD[type(one)](document, cell, one, variant)
            if inner:
                cell._tc.remove(cell.paragraphs[0]._p)


def _add_icon(_document: DocxDocument, holder: Holder, _part: Icon, _variant: Variant) -> None:
    holder.add_paragraph().add_run().add_picture(BytesIO(_dot()))


def _dot() -> bytes:
    """A PNG of one grey pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))

    header = pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0\x80"))
        + chunk(b"IEND", b"")
    )


_ADD: dict[type, Callable[..., None]] = {
    Heading: _add_heading,
    Paragraph: _add_paragraph,
    Listing: _add_list,
    Grid: _add_table,
    Icon: _add_icon,
}
