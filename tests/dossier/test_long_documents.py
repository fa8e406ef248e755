"""One long print or Word file: its chapters are programmes, and its table of contents promises nothing."""

from pathlib import Path

import pytest
from docx.document import Document as DocxDocument

from rodedraad.dossier.importing import Imported
from rodedraad.model.terms import Kind
from tests.dossier.sites import imported, titles_above
from tests.reading.print import Sheet, pdf
from tests.reading.word import made as word_file

PROGRAMMES = {"Zorg": "loket", "Wonen": "buurthuis", "Veiligheid": "meldpunt", "Economie": "steunpunt"}
PAGES = 26
"""A programme has so many pages."""


def prose(title: str, page: int) -> str:
    return f"Bladzijde {page} over {title.lower()} beschrijft de omgeving, de wijken en de dorpen van de gemeente."


def long_print(*, outline: bool) -> bytes:
    """More than a hundred pages; with an outline the chapters are set as plain text."""
    size = 10 if outline else 18

    def draw(sheet: Sheet) -> None:
        sheet.say("Begroting 2023", 60, 120, 24)
        sheet.turn()
        sheet.say("Inhoudsopgave", 60, 80, 14)
        for number, title in enumerate(PROGRAMMES):
            dots = " " + "." * 50 if outline else ""
            sheet.say(
                f"Programma {number + 1} {title}: we openen een huis{dots} {3 + number * PAGES}",
                60,
                120 + 30 * number,
            )
        sheet.turn()
        for number, (title, place) in enumerate(PROGRAMMES.items()):
            chapter(sheet, f"Programma {number + 1} {title}", place)
            for page in range(1, PAGES):
                sheet.flow(prose(title, page), 60, 80, 450)
                sheet.say(str(2 + number * PAGES + page), 300, 820)
                sheet.turn()

    def chapter(sheet: Sheet, title: str, place: str) -> None:
        if outline:
            sheet.canvas.bookmarkPage(title)
            sheet.canvas.addOutlineEntry(title, title, 0)
        sheet.say(title, 60, 80, size)
        sheet.say("Wat gaan we daarvoor doen?", 60, 120, 13)
        sheet.flow(f"• We openen in 2023 een {place} in het dorp.", 60, 150, 450)
        sheet.turn()

    return pdf(draw)


def long_word(document: DocxDocument) -> None:
    document.styles.add_style("toc 1", 1)
    for number, title in enumerate(PROGRAMMES):
        document.add_paragraph(f"{title}: we openen een huis\t{3 + number}", style="toc 1")
    document.add_heading("Programma's", 1)
    for title, place in PROGRAMMES.items():
        document.add_heading(title, 2)
        document.add_heading("Wat gaan we daarvoor doen?", 3)
        document.add_paragraph(f"We openen in 2023 een {place} in het dorp.", style="List Bullet")
    document.add_heading("Paragrafen", 1)
    document.add_heading("Weerstandsvermogen", 2)
    document.add_paragraph("De reserves volstaan.")


def check(made: Imported, programmes: list[str]) -> None:
    assert [one.text for one in made.document.elements if one.kind is Kind.PROGRAMME] == programmes
    for programme, place in zip(programmes, PROGRAMMES.values(), strict=True):
        assert titles_above(made, f"een {place} in het dorp") == ["Wat gaan we daarvoor doen?", programme]
    assert not any("een huis" in one.text for one in made.document.elements)
    (extract,) = made.texts
    aside = "".join(
        extract.text[one.start : one.end] for one in made.document.set_aside if one.why == "inhoudsopgave"
    )
    assert aside.count("een huis") == len(PROGRAMMES)


@pytest.mark.parametrize("outline", [True, False], ids=["outline", "sizes"])
def test_a_long_print(tmp_path: Path, outline: bool) -> None:
    (tmp_path / "begroting.pdf").write_bytes(long_print(outline=outline))
    made = imported(tmp_path, "begroting.pdf")
    assert max(block.page or 0 for block in made.texts[0].blocks) > 100
    check(made, [f"Programma {number} {title}" for number, title in enumerate(PROGRAMMES, start=1)])


def test_a_word_file_with_heading_styles(tmp_path: Path) -> None:
    (tmp_path / "begroting.docx").write_bytes(word_file(long_word))
    made = imported(tmp_path, "begroting.docx")
    check(made, list(PROGRAMMES))
    assert titles_above(made, "De reserves volstaan") == ["Weerstandsvermogen", "Paragrafen"]
