"""One invented page in every format that can be read: headings, paragraphs, lists and tables."""

from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

from docx.document import Document as DocxDocument

from tests.reading.print import Sheet, pdf
from tests.reading.test_odt import LISTS, odt
from tests.reading.word import add_list, add_xml, item, made

Part = tuple[str, Sequence[str]]
"""`h1` to `h6`, `p` and `li` with a text; `tr` with the texts of a row's cells."""

_SHEET = (70, 60, 780)
_CELL = 110


def text(parts: Sequence[Part]) -> bytes:
    return "\n".join(line for _, texts in parts for line in texts).encode("utf-8", "ignore")


def html(parts: Sequence[Part]) -> bytes:
    shown = []
    for tag, group in groupby(parts, key=lambda part: part[0]):
        bodies = [[escape(line) for line in texts] for _, texts in group]
        if tag == "tr":
            rows = "".join(
                "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for cells in bodies
            )
            shown.append(f"<table>{rows}</table>")
        else:
            own = "".join(f"<{tag}>{cells[0]}</{tag}>" for cells in bodies)
            shown.append(f"<ul>{own}</ul>" if tag == "li" else own)
    page = f"<!doctype html><html><meta charset=utf-8><body><main>{''.join(shown)}</main></body></html>"
    return page.encode("utf-8", "ignore")


def markdown(parts: Sequence[Part]) -> bytes:
    marks = {"p": "", "li": "- ", **{f"h{level}": "#" * level + " " for level in range(1, 7)}}
    shown = []
    for tag, group in groupby(parts, key=lambda part: part[0]):
        bodies = [[" ".join(line.split()) for line in texts] for _, texts in group]
        if tag == "tr":
            rows = ["| " + " | ".join(cells) + " |" for cells in bodies]
            shown.append("\n".join([rows[0], "|---" * len(bodies[0]) + "|", *rows[1:]]))
        else:
            shown.extend(marks[tag] + cells[0] for cells in bodies)
    return "\n\n".join(shown).encode("utf-8", "ignore")


def docx(parts: Sequence[Part]) -> bytes:
    def fill(document: DocxDocument) -> None:
        add_list(document, 71, ("decimal", "%1."), ("bullet", "•"))
        for tag, group in groupby(parts, key=lambda part: part[0]):
            bodies = [[_printable(line) for line in texts] for _, texts in group]
            if tag == "tr":
                table = document.add_table(rows=len(bodies), cols=max(map(len, bodies)))
                for row, cells in zip(table.rows, bodies, strict=True):
                    for cell, line in zip(row.cells, cells, strict=False):
                        cell.text = line
            elif tag == "li":
                add_xml(document, *(item(escape(cells[0]), 71) for cells in bodies))
            else:
                for cells in bodies:
                    document.add_paragraph(cells[0], "Normal" if tag == "p" else f"Heading {tag[1]}")

    return made(fill)


def open_document(parts: Sequence[Part]) -> bytes:
    shown = []
    for tag, group in groupby(parts, key=lambda part: part[0]):
        bodies = [[f"<text:p>{escape(_printable(line))}</text:p>" for line in texts] for _, texts in group]
        if tag == "tr":
            rows = [
                "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells) for cells in bodies
            ]
            body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
            shown.append(f"<table:table>{body}</table:table>")
        elif tag == "li":
            items = "".join(f"<text:list-item>{cells[0]}</text:list-item>" for cells in bodies)
            shown.append(f'<text:list text:style-name="L1">{items}</text:list>')
        elif tag == "p":
            shown.extend(cells[0] for cells in bodies)
        else:
            heads = [cells[0].replace("text:p>", "text:h>") for cells in bodies]
            shown.extend(
                head.replace("<text:h>", f'<text:h text:outline-level="{tag[1]}">', 1) for head in heads
            )
    return odt("".join(shown), LISTS)


def printed(parts: Sequence[Part]) -> bytes:
    left, top, bottom = _SHEET

    def draw(sheet: Sheet) -> None:
        down = float(top)
        for tag, texts in parts:
            shown = [_latin(line) or "." for line in texts]
            if tag == "tr":
                sheet.grid([left + _CELL * n for n in range(len(shown) + 1)], [down - 12, down + 4])
                for column, line in enumerate(shown):
                    sheet.say(line[:18], left + 4 + _CELL * column, down, 9)
                down += 16
            else:
                size = 20 - 2 * int(tag[1]) if tag.startswith("h") else 10
                down = sheet.flow(shown[0], left, down + size, 450, size) + 6
            if down > bottom:
                sheet.turn()
                down = float(top)

    return pdf(draw)


def _printable(line: str) -> str:
    return "".join(sign for sign in line if sign.isprintable())


def _latin(line: str) -> str:
    return "".join(sign for sign in line if sign.isprintable() and ord(sign) < 256).strip()


FORMS: dict[str, Callable[[Sequence[Part]], bytes]] = {
    "pagina.txt": text,
    "pagina.html": html,
    "pagina.md": markdown,
    "pagina.docx": docx,
    "pagina.odt": open_document,
    "pagina.pdf": printed,
}
