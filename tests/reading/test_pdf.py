import pytest

from rodedraad.model.terms import BlockRole
from rodedraad.reading import ReadingError, read
from rodedraad.reading.pdf.hyphens import Vocabulary
from tests.reading.extracts import block_of, cells, checked, content, rows
from tests.reading.print import Sheet, pdf, picture

TEXT = (
    "De gemeente wil dat inwoners zo lang mogelijk zelfstandig kunnen wonen. Daarvoor breiden wij het aantal "
    "ontmoetingsplekken uit en ondersteunen wij mantelzorgers met een nieuw aanbod in elke wijk van de gemeente."
)
MORE = TEXT.replace("De gemeente", "Het college").replace("inwoners", "jongeren")


def of(draw):
    return checked(pdf(draw), "stuk.pdf")


def test_headings_paragraphs_and_lists():
    def draw(sheet: Sheet) -> None:
        sheet.say("Programma 6 Zorg", 70, 120, 18)
        sheet.say("Wat willen we bereiken?", 70, 150, 13)
        down = sheet.flow(TEXT, 70, 170, 450)
        down = sheet.flow(MORE, 70, down + 8, 450)
        sheet.say("Planning", 70, down + 8, font="Helvetica-Bold")
        down = sheet.flow(TEXT, 70, down + 20, 450)
        sheet.say("•", 80, down)
        down = sheet.flow(TEXT, 95, down, 425)
        sheet.say("–", 100, down)
        sheet.say("kort punt", 115, down)
        sheet.say("•", 80, down + 12)
        sheet.say("2. laatste punt", 95, down + 12)

    extract = checked(pdf(draw, title="Begroting 2022"), "stuk.pdf")
    assert extract.title == "Begroting 2022"
    assert rows(extract) == [
        ("heading1", "Programma 6 Zorg"),
        ("heading2", "Wat willen we bereiken?"),
        ("paragraph", TEXT),
        ("paragraph", MORE),
        ("heading3", "Planning"),
        ("paragraph", TEXT),
        ("list-item1", TEXT),
        ("list-item2", "kort punt"),
        ("list-item1", "2. laatste punt"),
    ]
    block = block_of(extract, "Programma 6 Zorg")
    assert block.page == 1
    assert block.box is not None
    assert block.box[0] == pytest.approx(70, abs=2)
    assert block.box[1] < 120 < block.box[3]


def test_bullets_that_are_drawn():
    def draw(sheet: Sheet) -> None:
        sheet.say("Wij doen:", 70, 100)
        for number in range(3):
            down = 112 + 12 * number
            sheet.canvas.circle(80, 841.9 - down + 3.5, 1.5, stroke=0, fill=1)
            sheet.say(f"punt {number} van de lijst", 90, down)

    assert [role for role, _ in rows(of(draw))] == ["paragraph", "list-item1", "list-item1", "list-item1"]


def test_lines_that_end_early_are_apart():
    def draw(sheet: Sheet) -> None:
        down = sheet.flow(TEXT, 70, 100, 400)
        for text in ("Portefeuillehouder: wethouder zorg", "Taakveld: 6.1", "Programma: 6"):
            sheet.say(text, 70, down)
            down += 12

    assert content(of(draw)) == [TEXT, "Portefeuillehouder: wethouder zorg", "Taakveld: 6.1", "Programma: 6"]


def test_two_columns_are_read_one_after_the_other():
    def draw(sheet: Sheet) -> None:
        sheet.say("Een titel over beide kolommen heen, zo breed als de bladzijde zelf", 70, 100, 14)
        sheet.flow(f"{TEXT} {TEXT}", 70, 130, 215)
        sheet.flow(f"{MORE} {MORE}", 305, 130, 215)

    extract = of(draw)
    assert content(extract)[1:] == [f"{TEXT} {TEXT}", f"{MORE} {MORE}"]


def test_figures_side_by_side_are_a_table():
    def draw(sheet: Sheet) -> None:
        for number, name in enumerate(["Lasten", "Baten", "Saldo", "Reserves", "Resultaat"]):
            sheet.say(name, 70, 100 + 14 * number)
            sheet.say(f"{number}.250", 300, 100 + 14 * number)
            sheet.say(f"{number}.900", 480, 100 + 14 * number)

    assert cells(of(draw))[:4] == [
        (0, 0, 0, "Lasten"),
        (0, 0, 1, "0.250"),
        (0, 0, 2, "0.900"),
        (0, 1, 0, "Baten"),
    ]


def test_heads_feet_and_page_numbers_are_set_aside():
    def draw(sheet: Sheet) -> None:
        for number in (1, 2, 3):
            sheet.say(f"Gemeente - Begroting 2022 - {number}", 70, 30, 8)
            sheet.say(f"Programma {number}", 70, 70, 18)
            sheet.flow(TEXT, 70, 120, 400)
            sheet.say(f"pagina {number} van 3", 280, 820, 8)
            sheet.turn()

    extract = of(draw)
    assert content(extract) == ["Programma 1", TEXT, "Programma 2", TEXT, "Programma 3", TEXT]
    assert [one.why for one in extract.set_aside] == ["kop- of voetregel", "paginanummer"] * 3


def test_what_runs_on_over_a_page_is_one_block():
    words = f"{TEXT} {MORE}".split()

    def draw(sheet: Sheet) -> None:
        sheet.flow(" ".join(words[:40]), 70, 760, 400)
        sheet.turn()
        sheet.flow(" ".join(words[40:]), 70, 120, 400)
        sheet.flow("Nieuwe alinea.", 70, 300, 400)

    assert content(of(draw)) == [f"{TEXT} {MORE}", "Nieuwe alinea."]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Wij versterken de zelfred-", "zaamheid van", "Wij versterken de zelfredzaamheid van"),
        ("Wij werken met zorg-", "en welzijnspartijen", "Wij werken met zorg- en welzijnspartijen"),
        ("Wij volgen de corona-", "maatregelen", "Wij volgen de corona-maatregelen"),
        ("De agenda 2019-", "2022", "De agenda 2019-2022"),
        ("Programma Noord-", "Holland", "Programma Noord- Holland"),
        ("Alles is", "klaar", "Alles is klaar"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_mended_where_the_document_writes_it_whole(
    one, other, expected
):
    assert Vocabulary([one, other, "Zelfredzaamheid is een doel."]).join(one, other) == expected


def test_in_a_document_that_breaks_words_hyphens_at_line_ends_go():
    vocabulary = Vocabulary(
        ["voor-", "ziening en maat-", "werk en on-", "line e-mail", "opgroei-ondersteuning"]
    )
    assert vocabulary.join("een voor-", "ziening") == "een voorziening"
    assert vocabulary.join("de opgroei-", "ondersteuning") == "de opgroei-ondersteuning"


def test_a_broken_word_in_a_paragraph():
    def draw(sheet: Sheet) -> None:
        for number, line in enumerate(
            ["Wij versterken nu de zelfred-", "zaamheid van veel inwoners en", "zelfredzaamheid"]
        ):
            sheet.say(line, 70, 100 + 12 * number)

    assert content(of(draw))[0].startswith("Wij versterken nu de zelfredzaamheid van veel")


GRID = ([70, 250, 330, 520], [100, 120, 160, 200])


def table(sheet: Sheet) -> None:
    sheet.grid(*GRID)
    for left, text in zip(GRID[0], ["Speerpunt", "Status", "Toelichting"], strict=False):
        sheet.say(text, left + 4, 114, font="Helvetica-Bold")
    sheet.flow("Wij openen drie nieuwe ontmoetingsplekken in de wijken", 74, 132, 170)
    sheet.flow("De eerste plek is open", 334, 132, 170)
    sheet.say("Tweede plan", 74, 172)
    sheet.say("groen", 254, 172)


def test_ruled_tables_stay_tables():
    def draw(sheet: Sheet) -> None:
        sheet.say("Voor de tabel", 70, 90)
        table(sheet)
        sheet.say("Na de tabel", 70, 220)

    extract = of(draw)
    assert cells(extract) == [
        (0, 0, 0, "Speerpunt"),
        (0, 0, 1, "Status"),
        (0, 0, 2, "Toelichting"),
        (0, 1, 0, "Wij openen drie nieuwe ontmoetingsplekken in de wijken"),
        (0, 1, 2, "De eerste plek is open"),
        (0, 2, 0, "Tweede plan"),
        (0, 2, 1, "groen"),
    ]
    assert block_of(extract, "Status").header
    assert not block_of(extract, "groen").header
    assert (content(extract)[0], content(extract)[-1]) == ("Voor de tabel", "Na de tabel")


def test_a_cell_over_two_columns():
    def draw(sheet: Sheet) -> None:
        sheet.canvas.grid([70, 200, 330], [700, 720])
        sheet.canvas.rect(70, 720, 260, 20)
        for left, down, text in [(74, 116, "breed"), (74, 136, "links"), (204, 136, "rechts")]:
            sheet.say(text, left, down)

    extract = of(draw)
    assert cells(extract) == [(0, 0, 0, "breed"), (0, 1, 0, "links"), (0, 1, 1, "rechts")]
    assert block_of(extract, "breed").column_span == 2


def test_a_table_that_goes_on_over_a_page():
    def draw(sheet: Sheet) -> None:
        table(sheet)
        sheet.turn()
        table(sheet)

    extract = of(draw)
    assert {place[0] for place in cells(extract)} == {0}
    assert [place[1:] for place in cells(extract)][-2:] == [(4, 0, "Tweede plan"), (4, 1, "groen")]
    assert [one.why for one in extract.set_aside] == ["herhaalde tabelkop"]


def test_a_row_that_a_page_cuts_in_two():
    def draw(sheet: Sheet) -> None:
        sheet.grid([70, 250, 520], [600, 640])
        for left in (70, 250, 520):
            sheet.canvas.line(left, 841.9 - 640, left, 841.9 - 800)
        sheet.say("eerste", 74, 614)
        sheet.say("rij", 254, 614)
        sheet.say("Wij openen drie", 74, 654)
        sheet.say("Dat is", 254, 654)
        sheet.turn()
        for left in (70, 250, 520):
            sheet.canvas.line(left, 841.9 - 110, left, 841.9 - 200)
        sheet.canvas.line(70, 841.9 - 200, 520, 841.9 - 200)
        sheet.say("nieuwe plekken", 74, 130)
        sheet.say("gebeurd", 254, 130)

    assert cells(of(draw)) == [
        (0, 0, 0, "eerste"),
        (0, 0, 1, "rij"),
        (0, 1, 0, "Wij openen drie nieuwe plekken"),
        (0, 1, 1, "Dat is gebeurd"),
    ]


def test_a_frame_is_no_table_and_turned_text_is_set_aside():
    def draw(sheet: Sheet) -> None:
        sheet.canvas.rect(60, 600, 400, 100)
        sheet.flow(TEXT, 70, 160, 380)
        sheet.canvas.rotate(90)
        sheet.canvas.drawString(300, -30, "CONCEPT")

    extract = of(draw)
    assert cells(extract) == []
    assert content(extract) == [TEXT]
    assert [one.why for one in extract.set_aside] == ["gedraaide tekst"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_is_turned(angle):
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setPageRotation(angle)
        sheet.canvas.translate(300, 400)
        sheet.canvas.rotate(angle)
        sheet.canvas.drawString(-100, 20, "Eerste regel.")
        sheet.canvas.drawString(-100, 0, "Tweede regel van de tekst.")

    extract = of(draw)
    assert content(extract) == ["Eerste regel.", "Tweede regel van de tekst."]
    assert {block.role for block in extract.blocks} == {BlockRole.PARAGRAPH}


def test_the_footer_with_stamps_is_kept():
    def draw(sheet: Sheet) -> None:
        sheet.flow(TEXT, 70, 120, 400)
        sheet.say(
            "Deze pagina is gebouwd op 06/08/2021 08:17:54 met de export van 06/08/2021 08:01:40", 70, 800, 8
        )

    assert of(draw).built_at is not None


def test_a_scan_is_refused():
    def draw(sheet: Sheet) -> None:
        sheet.say("Voorblad", 70, 100)
        for _ in range(3):
            sheet.turn()
            picture(sheet.canvas)

    with pytest.raises(ReadingError, match=r"bladzijde 2: dit is een scan"):
        read(pdf(draw), "scan.pdf")


def test_an_encrypted_document_is_refused():
    data = pdf(lambda sheet: sheet.say("geheim", 70, 100), encrypt="wachtwoord")
    with pytest.raises(ReadingError, match=r"versleuteld\. .*zonder wachtwoord"):
        read(data, "geheim.pdf")


def test_a_document_that_is_cut_off_or_damaged_is_refused():
    data = pdf(lambda sheet: sheet.flow(TEXT, 70, 120, 400))
    with pytest.raises(ReadingError, match="niet volledig"):
        read(data[: len(data) // 2], "half.pdf")
    with pytest.raises(ReadingError, match="beschadigd"):
        read(b"%PDF-1.4\n" + b"x" * 100 + b"\n%%EOF", "kapot.pdf")


def test_a_document_without_text_is_refused():
    with pytest.raises(ReadingError, match="geen leesbare tekst"):
        read(pdf(lambda sheet: sheet.grid([70, 100, 200], [70, 100, 200])), "leeg.pdf")


def test_the_outline_gives_the_levels_of_headings_that_are_set_as_text() -> None:
    def draw(sheet: Sheet) -> None:
        for page, (title, level) in enumerate((("1. Zorg", 0), ("1.1 – Ouderen", 1), ("2. Wonen", 0))):
            sheet.canvas.bookmarkPage(f"k{page}")
            sheet.canvas.addOutlineEntry(title.replace(" – ", " "), f"k{page}", level)
            sheet.say(title, 60, 80)
            sheet.say(f"Kopje {page}", 60, 120, 14)
            sheet.flow("Er wordt veel gedaan aan wat hier staat, en dat blijft zo.", 60, 150, 400)
            sheet.turn()

    extract = read(pdf(draw), "a.pdf")
    heads = [
        (extract.text[block.start : block.end], block.level)
        for block in extract.blocks
        if block.role is BlockRole.HEADING
    ]
    assert heads == [
        ("1. Zorg", 1),
        ("Kopje 0", 3),
        ("1.1 – Ouderen", 2),
        ("Kopje 1", 3),
        ("2. Wonen", 1),
        ("Kopje 2", 3),
    ]
