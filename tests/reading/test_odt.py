from collections.abc import Callable
from io import BytesIO

import pytest
from odfdo import Document, Header, List, Paragraph, Table

from rodedraad.reading import ReadingError, read
from tests.reading.extracts import block_of, cells, checked, content, rows
from tests.reading.word import repacked

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    ]
)
LISTS = """<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2" text:start-value="3"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>"""


def blank() -> bytes:
    document = Document("text")
    document.body.clear()
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def odt(
    body: str, automatic: str = "", change: Callable[[dict[str, bytes]], object] = lambda _parts: None
) -> bytes:
    markup = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink"
    office:version="1.2"><office:automatic-styles>{automatic}</office:automatic-styles>
    <office:body><office:text>{body}</office:text></office:body></office:document-content>"""

    def fill(parts: dict[str, bytes]) -> None:
        parts["content.xml"] = markup.encode()
        del parts["styles.xml"]
        change(parts)

    return repacked(blank(), fill)


def of(body: str, automatic: str = ""):
    return checked(odt(body, automatic), "stuk.odt")


def test_a_document_made_by_a_library():
    document = Document("text")
    document.body.clear()
    document.meta.title = "Begroting 2022"
    document.body.append(Header(1, "Zorg"))
    document.body.append(Header(2, "Wat willen we?"))
    document.body.append(Paragraph("Eerst  tekst"))
    document.body.append(List(["een", "twee"]))
    table = Table("t", width=2, height=2)
    table.set_values([["a", "b"], ["c", "d"]])
    document.body.append(table)
    stream = BytesIO()
    document.save(stream)
    extract = checked(stream.getvalue(), "stuk.odt")
    assert extract.title == "Begroting 2022"
    assert rows(extract)[:5] == [
        ("heading1", "1. Zorg"),
        ("heading2", "1.1. Wat willen we?"),
        ("paragraph", "Eerst tekst"),
        ("list-item1", "een"),
        ("list-item1", "twee"),
    ]
    assert cells(extract) == [(0, 0, 0, "a"), (0, 0, 1, "b"), (0, 1, 0, "c"), (0, 1, 1, "d")]


def test_headings_by_tag_style_and_descent():
    styles = """<style:style style:name="P1" style:family="paragraph" style:parent-style-name="K"/>
    <style:style style:name="K" style:family="paragraph" style:default-outline-level="3"/>
    <style:style style:name="T" style:display-name="Titel" style:family="paragraph"/>"""
    body = """<text:p text:style-name="T">Stuk</text:p><text:h text:outline-level="2">Kop</text:h>
    <text:p text:style-name="P1">Afgeleid</text:p><text:p text:style-name="X">tekst</text:p>"""
    assert rows(of(body, styles)) == [
        ("heading1", "Stuk"),
        ("heading2", "Kop"),
        ("heading3", "Afgeleid"),
        ("paragraph", "tekst"),
    ]


def test_numbers_of_lists():
    inner = '<text:list><text:list-item text:start-value="5"><text:p>diep</text:p></text:list-item><text:list-item><text:p>dieper</text:p><text:list><text:list-item><text:p>punt</text:p></text:list-item></text:list></text:list-item></text:list>'
    body = f"""<text:list text:style-name="L1"><text:list-item><text:p>een</text:p>{inner}</text:list-item>
    <text:list-item><text:p>twee</text:p><text:p>vervolg</text:p></text:list-item></text:list><text:p>los</text:p>
    <text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>drie</text:p></text:list-item></text:list>
    <text:list text:style-name="L1"><text:list-item><text:p>opnieuw</text:p></text:list-item></text:list>"""
    assert rows(of(body, LISTS)) == [
        ("list-item1", "1. een"),
        ("list-item2", "1.e) diep"),
        ("list-item2", "1.f) dieper"),
        ("list-item3", "punt"),
        ("list-item1", "2. twee"),
        ("list-item1", "vervolg"),
        ("paragraph", "los"),
        ("list-item1", "3. drie"),
        ("list-item1", "1. opnieuw"),
    ]


def test_numbered_headings():
    def outline(parts: dict[str, bytes]) -> None:
        levels = "".join(
            f'<text:outline-level-style text:level="{level}" style:num-format="1" text:display-levels="{level}"/>'
            for level in (1, 2)
        )
        parts[
            "styles.xml"
        ] = f"""<office:document-styles {_SPACES}><office:styles><text:outline-style style:name="Outline">{levels}
        </text:outline-style></office:styles></office:document-styles>""".encode()

    body = """<text:h text:outline-level="1">Zorg</text:h><text:h text:outline-level="2">Jeugd</text:h>
    <text:h text:outline-level="1" text:is-list-header="true">Bijlage</text:h><text:h text:outline-level="1">Werk</text:h>"""
    extract = checked(odt(body, change=outline), "a.odt")
    assert content(extract) == ["1 Zorg", "1.1 Jeugd", "Bijlage", "2 Werk"]


TABLE = """<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>breed</text:p>
</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>kop</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>hoog</text:p><text:p>2</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="1000000000"/></table:table-row>
<table:table-row table:number-rows-repeated="3"><table:covered-table-cell/><table:table-cell/><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><draw:frame draw:name="groen.png"><draw:image xlink:href="Pictures/1.png"/></draw:frame></table:table-cell>
<table:table-cell><text:p><draw:frame draw:name="rood.png"><svg:title>Achter</svg:title></draw:frame></text:p></table:table-cell></table:table-row></table:table>"""


def test_tables():
    extract = of(
        TABLE
        + "<table:table><table:table-row><table:table-cell><text:p>kader</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert cells(extract) == [
        (0, 0, 0, "breed"),
        (0, 0, 2, "kop"),
        (0, 1, 0, "hoog"),
        (0, 1, 0, "2"),
        (0, 2, 2, "c"),
        (0, 5, 1, "\ufffc"),
    ]
    assert block_of(extract, "breed").column_span == 2
    assert block_of(extract, "kop").header
    assert block_of(extract, "hoog").row_span == 2
    assert block_of(extract, "\ufffc").symbols == ("Achter", "rood.png")
    assert rows(extract)[-1] == ("paragraph", "kader")


RUNS = """<text:p>een<text:s text:c="3"/>twee<text:span> drie<office:annotation><text:p>opmerking</text:p></office:annotation></text:span><text:tab/>vier<text:line-break/>vijf
<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Bron: CBS</text:p></text:note-body></text:note> zes</text:p>
<text:tracked-changes><text:p>verwijderd</text:p></text:tracked-changes>
<text:p><draw:frame draw:name="f"><draw:text-box><text:p>kader</text:p></draw:text-box></draw:frame></text:p>
<text:section><text:p>deel</text:p></text:section><text:section text:display="none"><text:p>verborgen</text:p></text:section>
<text:table-of-content><text:index-body><text:p>Zorg 12</text:p></text:index-body></text:table-of-content>"""


def test_what_stands_in_and_around_paragraphs():
    extract = of(RUNS)
    assert content(extract) == ["een twee drie vier", "vijf zes", "kader", "deel", "Bron: CBS"]
    assert [(extract.text[one.start : one.end], one.why) for one in extract.set_aside] == [
        ("Zorg 12", "inhoudsopgave")
    ]


def test_running_heads_are_set_aside():
    def margins(parts: dict[str, bytes]) -> None:
        parts["styles.xml"] = f"""<office:document-styles {_SPACES}><office:master-styles><style:master-page>
        <style:header><text:p>Gemeente</text:p></style:header><style:footer><text:p>p. 1</text:p></style:footer>
        </style:master-page></office:master-styles></office:document-styles>""".encode()

    extract = checked(odt("<text:p>Tekst</text:p>", change=margins), "a.odt")
    assert content(extract) == ["Tekst"]
    assert [one.why for one in extract.set_aside] == ["koptekst", "voettekst"]


def test_an_encrypted_document():
    def lock(parts: dict[str, bytes]) -> None:
        parts["META-INF/manifest.xml"] = b"<manifest><encryption-data/></manifest>"
        parts["content.xml"] = b"\x00\x01"

    with pytest.raises(ReadingError, match=r"versleuteld.*zonder wachtwoord"):
        read(odt("<text:p>x</text:p>", change=lock), "a.odt")


def test_lists_nested_beyond_reason():
    with pytest.raises(ReadingError, match="te diep genest"):
        of("<text:list><text:list-item>" * 70 + "<text:p>x</text:p>" + "</text:list-item></text:list>" * 70)
