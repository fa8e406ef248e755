import pytest
from docx.document import Document as DocxDocument

from rodedraad.reading import ReadingError, read
from tests.reading.extracts import block_of, cells, checked, content, rows
from tests.reading.word import add_list, add_xml, element, item, made, paragraph, repacked


def of(fill):
    return checked(made(fill), "stuk.docx")


def of_xml(*markups: str):
    return of(lambda document: add_xml(document, *markups))


def test_headings_paragraphs_and_bullets():
    def fill(document: DocxDocument):
        document.core_properties.title = "Jaarstukken 2021"
        document.add_heading("Programma 6", 0)
        document.add_heading("Wat willen we bereiken?", 2)
        document.add_paragraph("Eerste tekst")
        document.add_paragraph("een", "List Bullet")
        document.add_paragraph("twee", "List Bullet 2")
        document.add_paragraph("los")

    extract = of(fill)
    assert extract.title == "Jaarstukken 2021"
    assert rows(extract) == [
        ("heading1", "Programma 6"),
        ("heading2", "Wat willen we bereiken?"),
        ("paragraph", "Eerste tekst"),
        ("list-item1", "een"),
        ("list-item1", "twee"),
        ("paragraph", "los"),
    ]


@pytest.mark.parametrize(
    ("style", "settings", "role"),
    [
        ("kop 3", "", "heading3"),
        ("Titel", "", "heading1"),
        ("Mijn kop", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>', "heading2"),
        ("Mijn tekst", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "paragraph"),
        ("Afgeleid", '<w:basedOn w:val="Heading4"/>', "heading4"),
        ("Kring", '<w:basedOn w:val="Eigen"/>', "paragraph"),
        ("heading 9", "", "heading6"),
        ("toc 2", "", "furniture"),
    ],
)
def test_styles_by_their_local_names_outline_and_descent(style, settings, role):
    markup = f'<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="{style}"/>{settings}</w:style>'

    def fill(document: DocxDocument):
        document.styles.element.append(element(markup))
        add_xml(document, paragraph("Tekst", '<w:pStyle w:val="Eigen"/>'))
        document.add_paragraph("slot")

    assert rows(of(fill))[0] == (role, "Tekst")


def test_an_outline_level_on_the_paragraph_itself():
    assert rows(of_xml(paragraph("Kop", '<w:outlineLvl w:val="2"/>')))[0][0] == "heading3"


def test_computed_numbers():
    def fill(document: DocxDocument):
        add_list(document, 71, ("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))
        add_list(document, 72, ("upperRoman", "Doel %1:"), start=3)
        add_list(document, 73, ("bullet", "•"))
        items = [
            ("een", 71, 0),
            ("onder", 71, 1),
            ("onder b", 71, 1),
            ("letter", 71, 2),
            ("twee", 71, 0),
            ("onder", 71, 1),
        ]
        add_xml(document, *(item(*one) for one in items), item("drie", 72), item("punt", 73), item("geen", 0))

    assert rows(of(fill)) == [
        ("list-item1", "1. een"),
        ("list-item2", "1.1 onder"),
        ("list-item2", "1.2 onder b"),
        ("list-item3", "a) letter"),
        ("list-item1", "2. twee"),
        ("list-item2", "2.1 onder"),
        ("list-item1", "Doel III: drie"),
        ("list-item1", "punt"),
        ("paragraph", "geen"),
    ]


def test_a_list_that_starts_anew_and_a_numbered_heading():
    def fill(document: DocxDocument):
        add_list(document, 71, ("decimal", "%1."))
        anew = '<w:num w:numId="75"><w:abstractNumId w:val="71"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        document.part.numbering_part.element.append(element(anew))
        add_xml(document, item("een", 71), item("twee", 71), item("opnieuw", 75), item("verder", 75))
        document.add_heading("Zorg", 1)
        heading = document.paragraphs[-1]._p.get_or_add_pPr()
        heading.append(element('<w:numPr><w:numId w:val="75"/></w:numPr>'))

    assert rows(of(fill)) == [
        ("list-item1", "1. een"),
        ("list-item1", "2. twee"),
        ("list-item1", "1. opnieuw"),
        ("list-item1", "2. verder"),
        ("heading1", "3. Zorg"),
    ]


def test_tables_with_merged_cells():
    def fill(document: DocxDocument):
        table = document.add_table(rows=4, cols=3)
        for row in range(4):
            for column in range(3):
                table.cell(row, column).text = f"{row}{column}"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "breed"
        table.cell(1, 0).merge(table.cell(3, 0)).text = "hoog"
        table.rows[0]._tr.get_or_add_trPr().append(
            table.rows[0]._tr.makeelement(table._tbl.tag.replace("tbl", "tblHeader"))
        )

    extract = of(fill)
    assert cells(extract) == [
        (0, 0, 0, "00"),
        (0, 0, 1, "breed"),
        (0, 1, 0, "hoog"),
        (0, 1, 1, "11"),
        (0, 1, 2, "12"),
        (0, 2, 1, "21"),
        (0, 2, 2, "22"),
        (0, 3, 1, "31"),
        (0, 3, 2, "32"),
    ]
    assert block_of(extract, "hoog").row_span == 3
    assert block_of(extract, "breed").column_span == 2
    assert block_of(extract, "00").header
    assert not block_of(extract, "hoog").header


def test_cells_with_paragraphs_and_nested_and_layout_tables():
    def fill(document: DocxDocument):
        document.add_table(rows=1, cols=1).cell(0, 0).text = "kader"
        table = document.add_table(rows=1, cols=2)
        cell = table.cell(0, 0)
        cell.text = "een"
        cell.add_paragraph("• twee")
        inner = cell.add_table(rows=1, cols=2)
        inner.cell(0, 1).text = "binnen"
        cell.add_paragraph("drie")

    extract = of(fill)
    assert cells(extract) == [(0, 0, 0, "een"), (0, 0, 0, "twee"), (1, 0, 1, "binnen"), (0, 0, 0, "drie")]
    assert rows(extract)[:3] == [("paragraph", "kader"), ("cell", "een"), ("list-item1", "twee")]


RUNS = """<w:p><w:r><w:t>een</w:t></w:r><w:ins><w:r><w:t xml:space="preserve"> erbij</w:t></w:r></w:ins>
<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>
<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:tab/><w:t>zicht</w:t><w:br/><w:t>regel</w:t><w:noBreakHyphen/><w:t>twee</w:t></w:r>
<w:r><w:instrText>PAGE</w:instrText></w:r><w:sdt><w:sdtContent><w:r><w:t>, veld</w:t></w:r></w:sdtContent></w:sdt></w:p>"""


def test_changes_are_accepted_and_hidden_text_is_left_out():
    assert content(of_xml(RUNS)) == ["een erbij zicht", "regel-twee, veld"]


def test_content_controls_around_blocks():
    assert content(of_xml(f"<w:sdt><w:sdtContent>{paragraph('in')}</w:sdtContent></w:sdt>")) == ["in"]


BOX = """<w:p><w:r><w:t>anker</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>kader</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>kader</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def test_a_text_box_is_read_once_after_its_paragraph():
    assert content(of_xml(BOX)) == ["anker", "kader"]


ICON = """<w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 id="1" name="groen.png" descr="Ligt op schema"/></w:drawing></w:r>"""


def test_what_is_known_of_images():
    table = f"<w:tbl><w:tr><w:tc>{paragraph('plan')}</w:tc><w:tc><w:p>{ICON}</w:p></w:tc><w:tc><w:p>{ICON}<w:r><w:t>tekst</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    extract = of_xml(table)
    assert [
        (place[2:], block.symbols) for place, block in zip(cells(extract), extract.blocks, strict=True)
    ] == [
        ((0, "plan"), ()),
        ((1, "\ufffc"), ("Ligt op schema", "groen.png")),
        ((2, "tekst"), ("Ligt op schema", "groen.png")),
    ]


def test_running_heads_are_set_aside_and_notes_come_after_the_text():
    def fill(document: DocxDocument):
        document.sections[0].header.paragraphs[0].text = "Gemeente"
        document.sections[0].footer.paragraphs[0].text = "pagina 1"
        document.add_paragraph("Tekst")

    notes = b"""<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
    <w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote>
    <w:footnote w:id="2"><w:p><w:r><w:t>Bron: CBS</w:t></w:r></w:p></w:footnote></w:footnotes>"""
    data = repacked(made(fill), lambda parts: parts.update({"word/footnotes.xml": notes}))
    extract = checked(data, "a.docx")
    assert content(extract) == ["Tekst", "Bron: CBS"]
    assert [(extract.text[one.start : one.end], one.why) for one in extract.set_aside] == [
        ("Gemeente", "koptekst"),
        ("pagina 1", "voettekst"),
    ]
    assert block_of(extract, "Bron: CBS").path == "/footnote[2]/p[1]"
    assert block_of(extract, "Tekst").path == "/body/p[1]"


def test_a_strict_document():
    def strict(parts):
        old, new = (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)

    assert content(
        checked(repacked(made(lambda document: document.add_paragraph("Tekst")), strict), "a.docx")
    ) == ["Tekst"]


def test_a_document_without_text():
    with pytest.raises(ReadingError, match="geen leesbare tekst"):
        read(made(lambda _document: None), "leeg.docx")


def test_tables_nested_beyond_reason():
    nested = "<w:tbl><w:tr><w:tc>" * 50 + paragraph("diep") + "</w:tc></w:tr></w:tbl>" * 50
    with pytest.raises(ReadingError, match="te diep genest"):
        of_xml(nested)


def test_xml_with_a_doctype_is_refused():
    bomb = b'<!DOCTYPE a [<!ENTITY x "' + b"y" * 1000 + b'">]>'

    def change(parts):
        document = parts["word/document.xml"]
        end = document.index(b"?>") + 2
        parts["word/document.xml"] = document[:end] + bomb + document[end:]

    with pytest.raises(ReadingError, match=r"word/document.xml: .*documenttype"):
        read(repacked(made(lambda document: document.add_paragraph("x")), change), "a.docx")
