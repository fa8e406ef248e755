"""Broken and hostile files, made by hand: each is read, or told in one line why it cannot be."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.reading.print import Sheet, pdf
from tests.reading.test_odt import odt
from tests.reading.word import add_xml, made, repacked

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def page(body: str, charset: str = "utf-8") -> bytes:
    return f"<!doctype html><html><meta charset={charset}><body>{body}</body></html>".encode()


def printed() -> bytes:
    return pdf(lambda sheet: sheet.say("We openen een buurthuis.", 70, 100))


def word() -> bytes:
    return made(lambda document: document.add_paragraph("We openen een buurthuis."))


def without(part: str) -> bytes:
    return repacked(word(), lambda parts: parts.pop(part))


def holding(part: str, content: bytes) -> bytes:
    return repacked(word(), lambda parts: parts.update({part: content}))


def body_of(markup: str) -> bytes:
    return holding(
        "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{markup}</w:body></w:document>'.encode()
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def catalogue(*objects: str) -> bytes:
    """A PDF of these objects, the first its catalogue, with a table that says where each of them is."""
    out = BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, told in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{told}\nendobj\n".encode())
    start = out.tell()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    out.write(f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode())
    out.write(f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def drawn(content: str, more: str = "") -> bytes:
    """A PDF of one page with this content."""
    return catalogue(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        f"/Resources<</Font<</F 5 0 R>>{more}>>>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def nested_archive() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name in ("word/document.xml", "word/document.xml/a", "../../buiten.xml", "/etc/passwd"):
            package.writestr(name, b"<a/>")
    return stream.getvalue()


TEXT: dict[str, Callable[[], bytes]] = {
    "utf-16": lambda: "Wij openen een café.".encode("utf-16"),
    "utf-16 without its mark": lambda: "Wij openen een café.".encode("utf-16-le"),
    "utf-16 cut in a character": lambda: "Wij openen een café.".encode("utf-16")[:-1],
    "utf-32": lambda: "Wij openen een café.".encode("utf-32"),
    "utf-7 is only ASCII": lambda: "Wij openen een café.".encode("utf-7"),
    "NUL among text": lambda: b"Wij openen\0 een huis.\0\0",
    "NUL only": lambda: bytes(500),
    "controls": lambda: b"Wij\x07 open\x1ben [2J een \x7f huis.\x0c Slot",
    "half a character at the end": lambda: "Wij openen een café".encode()[:-1],
    "lone surrogates": lambda: b"Wij openen \xed\xa0\x80\xed\xb0\x80 een huis.",
    "characters coded too long": lambda: b"Wij openen \xc0\xaf\xe0\x80\xaf een huis.",
    "no characters": "\ufffe\uffff\ufdd0 tekst".encode,
    "two marks of order": lambda: b"\xef\xbb\xbf\xef\xbb\xbfWij openen een huis.",
    "old lines": lambda: b"Zorg\rWij openen een huis.\r\rSlot\n\r\n\r",
    "two languages of Windows": lambda: "café €".encode("cp1252") + "café €".encode(),
    "only marks of order": lambda: b"\xff\xfe\xff\xfe",
    "only accents": ("\u0301" * 1000).encode,
    "only invisible": ("\u200b\u200d\u2060" * 1000).encode,
    "from right to left": "\u202eWij openen\u202d een \u2066huis".encode,
}
HTML: dict[str, Callable[[], bytes]] = {
    "another character set than it says": lambda: page("<p>Caf\xe9 in de wijk", "us-ascii"),
    "says utf-16 and is not": lambda: page("<p>Wij openen een huis", "utf-16"),
    "an unknown character set": lambda: page("<p>Wij openen een huis", "klingon"),
    "a codec that is no character set": lambda: page("<p>Wij openen een huis", "rot13"),
    "cp1252 that says utf-8": lambda: "<html><meta charset=utf-8><p>Café € 5".encode("cp1252"),
    "utf-16 that says utf-8": lambda: page("<p>Caf\xe9").decode().encode("utf-16"),
    "NUL in tags": lambda: b"<html><p cl\0ass=a>Wij\0 openen<\0p>een huis",
    "CDATA": lambda: page("<p><![CDATA[Wij openen]]> een huis <![CDATA[ niet dicht"),
    "instructions and declarations": lambda: page("<?php echo 1 ?><!ELEMENT a><p>Wij openen<?x"),
    "a comment never closed": lambda: page("<p>Wij openen een huis<!-- <p>en nog een"),
    "a script never closed": lambda: page("<p>Wij openen een huis<script>if (a < b) {"),
    "an attribute never closed": lambda: page("<p>Wij openen een huis<p class='a>en nog een"),
    "tables mis-nested": lambda: page(
        "<table><tr><td>a<table><td>b</tr></td></table>c<tr><td>d</table></table>"
    ),
    "cells outside tables": lambda: page("<td>a<th>b</td><tr>c</tr><li>d</ul><caption>e"),
    "text between cells": lambda: page("<table>los<tr>los<td>a</td>los</tr>los<tbody>los</table>"),
    "lists mis-nested": lambda: page("<ul><p>a<li>b</ul><ol></p><li>c<ul>d</ol>e</li>"),
    "marks mis-nested": lambda: page("<b><p>a<i>b</b>c</p>d</i><a><p>e<a>f"),
    "a column over a hundred thousand": lambda: page("<table><tr><td colspan=100000>a<td>b<tr><td>c<td>d"),
    "columns over a hundred thousand": lambda: page(
        "<table><tr>" + "<td colspan=100000>a" * 400 + "<tr><td>b" * 100
    ),
    "rows over nothing": lambda: page("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d<td>e"),
    "spans that are no numbers": lambda: page(
        "<table><tr><td rowspan=-1 colspan=1e9>a<td colspan='²'>b<tr><td>c<td>d"
    ),
    "spans that cross": lambda: page("<table><tr><td>a<td rowspan=3>b<tr><td colspan=3>c<td>d<tr><td>e<td>f"),
    "headings of level nothing": lambda: page("<h0>a</h0><h7>b</h7><h1><h2>c</h1></h2><h1></h1>"),
    "lists that count oddly": lambda: page(
        "<ol start=-5 reversed><li value=99999999999999999999>a<li value=x>b</ol>"
    ),
    "unknown entities": lambda: page("<p>&nbsp;&bestaatniet; &#0; &#xD800; &#x110000; &#99999999999; a"),
    "everything hidden": lambda: page("<div hidden><p>Wij openen een huis</div>"),
    "only an image": lambda: page("<img src=a.png>"),
    "a frameset": lambda: (
        b"<html><frameset><frame src=a.html></frameset><noframes>Wij openen een huis</noframes>"
    ),
    "XHTML of another kind": lambda: (
        b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>a</p>"
    ),
    "an image with text of an outsider": lambda: page(
        "<svg><title>a</title><foreignObject><p>b</svg><math><mi>c"
    ),
    "an address for all": lambda: page(
        "<base href='http://[::1'><p>a <a href='http://[x'>b</a> <a href='\x01:'>c</a>"
    ),
    "fifty megabytes of one tag": lambda: b"<html><body><p>Zorg" + b"<p>" * (50_000_000 // 3),
}
MARKDOWN: dict[str, Callable[[], bytes]] = {
    "a table with more cells than heads": lambda: b"|a|\n|-|\n|b|c|d|e|\n||\n|\n",
    "a fence never closed": lambda: b"# Zorg\n\n```\n- Wij openen een huis\n",
    "headings of level seven": lambda: b"####### Zorg\n#Zorg\n# \n#\n",
    "links in circles": lambda: b"[a]: b\n[b]: a\n[a][b] [b][a] ![a][]\n",
    "lists in quotes in lists": lambda: b"- > - > 1. > a\n  > b\n>> c\n",
    "tags never closed": lambda: b"<div>\n\n# Zorg\n\n<!-- \n\n- a\n",
    "NUL": lambda: b"# Zo\0rg\n\n- Wij\0 openen\n",
}
DOCX: dict[str, Callable[[], bytes]] = {
    "without its document": lambda: without("word/document.xml"),
    "without its styles": lambda: without("word/styles.xml"),
    "without its relations": lambda: without("word/_rels/document.xml.rels"),
    "without the relations of the package": lambda: without("_rels/.rels"),
    "without its types": lambda: without("[Content_Types].xml"),
    "a document that is no XML": lambda: holding("word/document.xml", b"geen XML"),
    "a document cut off": lambda: holding("word/document.xml", b"<w:document xmlns:w='a'><w:body><w:p>"),
    "a document of nothing": lambda: holding("word/document.xml", b""),
    "styles that are no XML": lambda: holding("word/styles.xml", b"\0"),
    "numbering that is no XML": lambda: holding("word/numbering.xml", b"<a>"),
    "a laugh that grows": lambda: holding(
        "word/document.xml",
        b"<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>",
    ),
    "an entity from outside": lambda: holding(
        "word/document.xml", b"<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><a>&a;</a>"
    ),
    "another character set": lambda: holding(
        "word/document.xml",
        f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{WORD}"/>'.encode(),
    ),
    "boxes in boxes": lambda: body_of("<w:sdt><w:sdtContent>" * 3000 + paragraphs("a")),
    "boxes in boxes, closed": lambda: body_of(
        "<w:sdt><w:sdtContent>" * 200 + paragraphs("a") + "</w:sdtContent></w:sdt>" * 200
    ),
    "tables in tables": lambda: body_of(
        "<w:tbl><w:tr><w:tc>" * 90 + paragraphs("a") + "</w:tc></w:tr></w:tbl>" * 90 + paragraphs("b")
    ),
    "a cell over a hundred thousand": lambda: body_of(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/><w:vMerge w:val="x"/></w:tcPr>'
        f"{paragraphs('a')}</w:tc><w:tc>{paragraphs('b')}</w:tc></w:tr></w:tbl>"
    ),
    "a style that is its own base": lambda: repacked(
        made(lambda document: document.add_paragraph("a", "Heading 1")),
        lambda parts: parts.update(
            {
                "word/styles.xml": f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="Heading1">'
                '<w:name w:val="x"/><w:basedOn w:val="Heading1"/></w:style></w:styles>'.encode()
            }
        ),
    ),
    "removed and moved": lambda: body_of(
        f'<w:del w:id="1"><w:p/></w:del><w:ins w:id="2">{paragraphs("a")}</w:ins><w:moveFrom/>'
    ),
    "a field never closed": lambda: made(
        lambda document: add_xml(
            document, '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t></w:r></w:p>'
        )
    ),
    "paths that leave the package": nested_archive,
    "cut off": lambda: word()[:-200],
    "with a tail": lambda: word() + bytes(1000),
    "with a head": lambda: bytes(1000) + word(),
    "encrypted by Office": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
}
ODT: dict[str, Callable[[], bytes]] = {
    "deep nesting": lambda: odt("<text:section>" * 3000 + "<text:p>a</text:p>" + "</text:section>" * 3000),
    "lists in lists": lambda: odt(
        "<text:list><text:list-item>" * 90 + "<text:p>a</text:p>" + "</text:list-item></text:list>" * 90
    ),
    "tables in tables": lambda: odt(
        "<table:table><table:table-row><table:table-cell>" * 60
        + "<text:p>a</text:p>"
        + "</table:table-cell></table:table-row></table:table>" * 60
    ),
    "a million rows, sixteen thousand columns": lambda: odt(
        '<table:table><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>'
        "</table:table-row><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    ),
    "numbers that are none": lambda: odt(
        '<text:h text:outline-level="x">a</text:h><text:list text:start-value="-9"><text:list-item>'
        '<text:p>b<text:s text:c="99999999999"/></text:p></text:list-item></text:list>'
    ),
    "spaces without end": lambda: odt('<text:p>a<text:s text:c="500000000"/>b</text:p>'),
    "cut off in its XML": lambda: odt("<text:p>a</text:p><text:p>"),
    "a part with a password": lambda: odt(
        "<text:p>a</text:p>",
        change=lambda parts: parts.update(
            {
                "META-INF/manifest.xml": b"<m xmlns='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><encryption-data/>"
            }
        ),
    ),
}
PDF: dict[str, Callable[[], bytes]] = {
    "cut off": lambda: printed()[: len(printed()) // 2],
    "its head only": lambda: b"%PDF-1.7\n",
    "its head and its end": lambda: b"%PDF-1.7\n%%EOF\n",
    "a lie about its tables": lambda: printed().replace(b"startxref", b"startxref\n99999999"),
    "encrypted": lambda: pdf(lambda sheet: sheet.say("x", 70, 100), encrypt="slot"),
    "pages in a circle": lambda: catalogue(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9/Parent 3 0 R>>",
        "<</Type/Pages/Kids[2 0 R]/Count 9/Parent 2 0 R>>",
    ),
    "a million pages that are not there": lambda: catalogue(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 1000000>>"
    ),
    "a page twice": lambda: catalogue(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ),
    "bookmarks in a circle": lambda: catalogue(
        "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", "<</First 5 0 R/Last 5 0 R/Count 1>>",
        "<</Title(a)/Parent 4 0 R/Next 5 0 R/First 5 0 R/Dest[3 0 R /Fit]>>",
    ),
    "a catalogue that is no catalogue": lambda: catalogue("[1 0 R]"),
    "a page without a size": lambda: catalogue(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R>>"
    ),
    "a page as large as a country": lambda: drawn("BT /F 9 Tf 1e9 1e9 Td (Zorg) Tj ET").replace(
        b"[0 0 595 842]", b"[0 0 9e9 9e9]"
    ),
    "content that never ends": lambda: drawn("BT /F 9 Tf 70 700 Td (Wij openen een huis"),
    "content that is none": lambda: drawn("\x01\x02 q q q q Q Tj ET BT (a) Tj"),
    "letters without size": lambda: drawn("BT /F 0 Tf 70 700 Td (Wij openen een huis) Tj ET"),
    "letters that lie down": lambda: drawn("BT /F 9 Tf 0 1 -1 0 70 300 Tm (Wij openen een huis) Tj ET"),
    "letters mirrored": lambda: drawn("BT /F 9 Tf -1 0 0 -1 300 300 Tm (Wij openen een huis) Tj ET"),
    "lines without length": lambda: drawn(
        "BT /F 9 Tf 70 700 Td (Zorg) Tj ET " + "70 700 m 70 700 l S " * 2000 + "0 0 0 0 re S " * 2000
    ),
    "a drawing that draws itself": lambda: drawn("/X Do BT /F 9 Tf 70 700 Td (Zorg) Tj ET", "/XObject<</X 4 0 R>>"),
    "text in another direction": lambda: pdf(
        lambda sheet: [sheet.canvas.rotate(45), sheet.say("Wij openen een huis", 70, 100)]
    ),
    "rows on rows": lambda: pdf(_crossed),
}  # fmt: skip


def _crossed(sheet: Sheet) -> None:
    """Ruled tables that lie over one another."""
    for shift in range(0, 60, 7):
        sheet.grid([50 + shift, 150 + shift, 300 + shift], [100 + shift, 160 + shift, 220 + shift])
        sheet.say("cel", 60 + shift, 130 + shift)


BROKEN: dict[str, dict[str, Callable[[], bytes]]] = {
    "a.txt": TEXT,
    "a.html": HTML,
    "a.md": MARKDOWN,
    "a.docx": DOCX,
    "a.odt": ODT,
    "a.pdf": PDF,
}
