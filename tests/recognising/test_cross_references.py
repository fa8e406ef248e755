"""What a document says of its own other places: found, or told that it was not."""

import pytest
from msgspec.structs import replace

from rodedraad.model.document import Document, Reference
from rodedraad.model.text import Link
from rodedraad.recognising import recognise
from rodedraad.recognising.cross_references import LINK, SEE
from rodedraad.recognising.mentions import mentions
from tests.recognising.pages import extract, frame

DOCUMENT = """<h1>Programma 5 Zorg</h1><p>{}</p>
<h2>3.2 Financiën</h2><p>Het budget is gelijk gebleven.</p>
<h2>Paragraaf Verbonden partijen</h2><p>De gemeente doet mee aan de regio.</p>
<h2>Bijlage 2: Subsidies</h2><p>Hier staan de subsidies.</p>
<h2>2. Risico’s en reserves</h2><p>De reserves volstaan.</p>"""


def made(*pages: str) -> Document:
    return recognise(frame(), [extract(page, "p.html") for page in pages])


def refs(document: Document) -> list[Reference]:
    return [ref for element in document.elements for ref in element.refs if ref.kind in (LINK, SEE)]


def led_to(document: Document) -> list[tuple[str, str | None]]:
    """The words of each reference and the heading it leads to."""
    texts = {element.id: element.text for element in document.elements}
    return [(ref.name, texts.get(ref.element or "")) for ref in refs(document)]


@pytest.mark.parametrize(
    ("words", "name", "heading"),
    [
        ("Zie hoofdstuk 3.2.", "hoofdstuk 3.2", "3.2 Financiën"),
        ("De middelen zijn opgenomen in paragraaf 3.2 Financiën.", "paragraaf 3.2", "3.2 Financiën"),
        ("Wij verwijzen naar de paragraaf Verbonden partijen voor meer informatie.", "paragraaf Verbonden partijen", "Paragraaf Verbonden partijen"),
        ("Zie de paragraaf verbonden partijen.", "paragraaf verbonden partijen", "Paragraaf Verbonden partijen"),
        ("Een overzicht (zie bijlage 2) is er ook.", "bijlage 2", "Bijlage 2: Subsidies"),
        ("Zie ook programma 5.", "programma 5", "Programma 5 Zorg"),
        ("Zie hoofdstuk ‘Risico’s en reserves’ hierna.", "hoofdstuk Risico’s en reserves", "2. Risico’s en reserves"),
        ("Zie hoofdstuk 2.", "hoofdstuk 2", "2. Risico’s en reserves"),
        ("Zie hoofdstuk 3.9.", "hoofdstuk 3.9", None),
        ("Zie bijlage 7.", "bijlage 7", None),
        ("Zie paragraaf Grondbeleid voor de uitleg.", "paragraaf Grondbeleid", None),
    ],
)  # fmt: skip
def test_words_that_point_to_a_place_are_resolved_or_kept_open(
    words: str, name: str, heading: str | None
) -> None:
    document = made(DOCUMENT.format(words))
    assert led_to(document) == [(name, heading)]
    (ref,) = refs(document)
    text = extract(DOCUMENT.format(words), "p.html").text
    assert text[ref.evidence.start : ref.evidence.end].endswith(name.partition(" ")[2])


@pytest.mark.parametrize(
    "words",
    [
        "Zie bijlage 2 bij de jaarrekening.",
        "Zie hoofdstuk 3 van de nota Armoede.",
        "Zie paragraaf hieronder.",
        "Zie de bijlage voor de uitleg.",
        "We zien dat programma 3 groeit.",
        "Dit programma bestaat uit drie hoofdstukken.",
    ],
)
def test_words_that_point_to_another_document_or_to_nothing_by_name_are_no_reference(words: str) -> None:
    assert refs(made(DOCUMENT.format(words))) == []


def test_each_number_of_a_row_is_a_reference() -> None:
    document = made(DOCUMENT.format("Zie de programma’s 4, 5 en 6."))
    assert [heading for _, heading in led_to(document)] == [None, "Programma 5 Zorg", None]


def test_where_a_mention_ends_is_told_for_every_number() -> None:
    text = "Zie de bijlagen 1 en 2."
    assert [text[one.start : one.end] for one in mentions(text)] == ["Zie de bijlagen 1", "2"]


def test_a_reference_to_a_page_of_a_print_leads_to_that_print() -> None:
    source = extract(DOCUMENT.format("Zie pagina 3 en zie pagina 9."), "p.html")
    blocks = tuple(replace(block, page=3) for block in source.blocks)
    document = recognise(frame(), [replace(source, blocks=blocks)])
    assert [(ref.name, ref.source) for ref in refs(document)] == [("pagina 3", 0), ("pagina 9", None)]


def linked(words: str, **link: object) -> Document:
    """A document of two pages; the words on the first are a link."""
    first = extract(f"<h1>Zorg</h1><p>Meer hierover staat op {words}, elders.</p>", "p.html")
    start = first.text.index(words)
    links = (Link(start=start, end=start + len(words), target="x", **link),)
    return recognise(frame(), [replace(first, links=links), extract("<h1>Wonen</h1><p>Tekst.</p>", "q.html")])


def test_a_link_to_another_page_leads_to_its_title() -> None:
    document = linked("de pagina over wonen", source=1)
    assert led_to(document) == [("de pagina over wonen", "Wonen")]
    assert refs(document)[0].source == 1


def test_a_link_to_a_page_that_is_not_there_is_kept_open() -> None:
    assert [(ref.kind, ref.source) for ref in refs(linked("een pagina die weg is", missing=True))] == [
        ("link", None)
    ]


def test_a_link_to_another_site_or_to_the_page_itself_is_no_reference() -> None:
    assert refs(linked("een andere site")) == []
    assert refs(linked("deze pagina zelf", source=0)) == []


def test_a_link_around_words_that_point_somewhere_is_one_reference() -> None:
    document = linked("zie hoofdstuk Wonen", missing=True)
    assert led_to(document) == [("hoofdstuk Wonen", "Wonen")]
    assert led_to(linked("zie hoofdstuk Bomen", source=1)) == [("zie hoofdstuk Bomen", "Wonen")]
