"""What holds for every document, whatever its text."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rodedraad.model.document import Document, Element, Span
from rodedraad.model.terms import TWO_SIDED, DocumentKind, Kind, Phase
from rodedraad.model.text import Extract
from rodedraad.recognising import recognise
from tests.recognising.pages import extract, frame

HEADINGS = [
    "Programma 3. Samen leven",
    "Thema Meedoen",
    "3.1 Jeugd",
    "Wat willen we bereiken?",
    "Wat gaan we daarvoor doen?",
    "Wat hebben we daarvoor gedaan?",
    "Wat mag het kosten?",
    "Status",
    "Toelichting",
    "Planning:",
    "Indicator:",
    "Risico's:",
    "Verbonden partijen",
    "Beleidsindicatoren",
    "Doel 1",
    "Actie",
    "Stand van zaken",
    "Nr. Doel Resultaat",
    "Bedragen x € 1.000",
]
LINES = [
    "We willen dat iedereen mee kan doen.",
    "We openen in het 2e kwartaal van 2022 een buurthuis.",
    "Het buurthuis is op 1 juli geopend.",
    "Doel 3: minder armoede",
    "Actie 1.2: We bezoeken alle ouderen.",
    "• Een bezoek aan alle scholen",
    "1. Een nota over mantelzorg",
    "a) Een proef",
    "1.1.1 Minder schulden",
    "1.",
    "2",
    "Groen",
    "Op schema",
    "O",
    "Lasten 1.200 1.300 1.400",
    "Saldo -250",
    "Aantal cliënten 340 n.b.",
    "12,5%",
    "Planning: 4e kwartaal",
    "Deze pagina is gebouwd op 05/30/2023 12:00:00 met de export van 05/29/2023 11:00:00",
    "De volgende acties zijn:",
    "",
    "",
    " ",
]
ALPHABET = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
PAGE = st.lists(
    st.sampled_from(HEADINGS) | st.sampled_from(LINES) | st.text(ALPHABET, max_size=60), max_size=25
).map("\n".join)
DOCUMENT_KIND = st.sampled_from(DocumentKind)
MARKUP = st.lists(
    st.tuples(
        st.sampled_from(["h1", "h2", "h3", "p", "li", "tr"]),
        st.lists(
            st.sampled_from([*HEADINGS, *LINES, "Doel", "Resultaat", "2021", "Begroting 2022"]),
            min_size=1,
            max_size=4,
        ),
    ),
    max_size=12,
)


def html(parts: list[tuple[str, list[str]]]) -> str:
    """A page with headings, paragraphs, lists and tables."""
    shown = []
    table: list[str] = []
    for tag, texts in [*parts, ("p", ["."])]:
        if tag == "tr":
            table.append("<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>")
            continue
        if table:
            shown.append(f"<table>{''.join(table)}</table>")
            table = []
        shown.append(
            f"<{tag}>{texts[0]}</{tag}>"
            if tag != "li"
            else "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
        )
    return f"<html><body><main>{''.join(shown)}</main></body></html>"


def check(document: Document, texts: list[Extract]) -> None:
    assert_tree(document)
    assert_sides(document)
    assert_own_text(document, texts)
    assert_own_words(document)
    assert_nothing_lost(document, texts)


def assert_tree(document: Document) -> None:
    """Ids are unique; every parent stands earlier, so that there is no cycle."""
    seen: set[str] = set()
    for element in document.elements:
        assert element.id not in seen
        assert element.parent is None or element.parent in seen
        seen.add(element.id)


def assert_sides(document: Document) -> None:
    """Only what has two sides has a phase; results and labels of status answer promises; a status
    stands on a promise, or on what answers none.
    """
    elements = {element.id: element for element in document.elements}
    for element in document.elements:
        assert (element.phase is not None) == (element.kind in TWO_SIDED), element
        assert all(elements[promise].phase is Phase.PLAN for promise in element.answers)
        assert not element.answers or element.phase is Phase.ACTUAL or element.kind is Kind.HEADING
        assert element.status is None or not element.answers


def assert_own_text(document: Document, texts: list[Extract]) -> None:
    """Spans lie in the text; an element's text is what stands under its spans, on one line."""
    for element in document.elements:
        assert element.spans
        for span in element.spans:
            assert 0 <= span.start < span.end <= len(texts[span.source].text)
        under = [" ".join(texts[span.source].text[span.start : span.end].split()) for span in element.spans]
        assert element.text == " | ".join(under)
        evidence = [deadline.evidence for deadline in element.deadlines]
        evidence += [one.evidence for one in (*element.amounts, *element.values) if one.evidence is not None]
        evidence += element.status.evidence if element.status else ()
        for span in evidence:
            assert 0 <= span.start < span.end <= len(texts[span.source].text)
        for deadline in element.deadlines:
            assert deadline.start <= deadline.end
            words = texts[deadline.evidence.source].text[deadline.evidence.start : deadline.evidence.end]
            assert " ".join(words.split()) == deadline.text


def assert_own_words(document: Document) -> None:
    """No two elements hold the same words, but for a promise that stands inside the paragraph it is told in."""
    by_id = {element.id: element for element in document.elements}
    for one, other in combinations(document.elements, 2):
        if overlaps(one, other):
            assert other.parent == one.id, f"{one.text!r} and {other.text!r} hold the same words"
            assert all(
                any(encloses(outer, span) for outer in by_id[other.parent].spans) for span in other.spans
            )


def overlaps(one: Element, other: Element) -> bool:
    return any(
        a.source == b.source and a.start < b.end and b.start < a.end for a in one.spans for b in other.spans
    )


def encloses(outer: Span, inner: Span) -> bool:
    return outer.source == inner.source and outer.start <= inner.start and inner.end <= outer.end


def assert_nothing_lost(document: Document, texts: list[Extract]) -> None:
    """Every character is under a span, in the number or label before it, or set aside with a reason."""
    for source, one in enumerate(texts):
        held = bytearray(len(one.text))
        for span in (
            span for element in document.elements for span in element.spans if span.source == source
        ):
            held[span.start : span.end] = b"e" * (span.end - span.start)
        for aside in (aside for aside in document.set_aside if aside.source == source):
            assert aside.why
            assert not any(held[aside.start : aside.end]), "set aside and in an element too"
            held[aside.start : aside.end] = b"a" * (aside.end - aside.start)
        for block in one.blocks:  # the number or label in front of an element's own words
            first = next((place for place in range(block.start, block.end) if held[place]), block.start)
            held[block.start : first] = b"l" * (first - block.start)
        lost = [char for char, how in zip(one.text, held, strict=True) if not how and not char.isspace()]
        assert lost == []


@settings(max_examples=150, deadline=None)
@given(page=PAGE, kind=DOCUMENT_KIND)
def test_any_text_is_recognised_without_loss(page: str, kind: DocumentKind) -> None:
    if not page.strip():
        return
    texts = [extract(page)]
    check(recognise(frame(kind), texts), texts)


@settings(max_examples=100, deadline=None)
@given(parts=MARKUP, kind=DOCUMENT_KIND)
def test_any_markup_is_recognised_without_loss(
    parts: list[tuple[str, list[str]]], kind: DocumentKind
) -> None:
    texts = [extract(html(parts), "pagina.html")]
    check(recognise(frame(kind), texts), texts)


@settings(max_examples=40, deadline=None)
@given(
    pages=st.lists(PAGE.filter(lambda page: bool(page.strip())), min_size=2, max_size=3), kind=DOCUMENT_KIND
)
def test_several_sources_make_one_document(pages: list[str], kind: DocumentKind) -> None:
    texts = [extract(page) for page in pages]
    check(recognise(frame(kind), texts), texts)


@settings(max_examples=30, deadline=None)
@given(page=PAGE.filter(lambda page: bool(page.strip())), kind=DOCUMENT_KIND)
def test_the_same_text_makes_the_same_document(page: str, kind: DocumentKind) -> None:
    texts = [extract(page)]
    assert recognise(frame(kind), texts) == recognise(frame(kind), texts)


def test_a_document_without_text_has_no_elements() -> None:
    empty = Extract(media_type="text/plain", text="", blocks=())
    document = recognise(frame(), [empty])
    assert (document.elements, document.set_aside) == ((), ())


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_line_of_the_corpus_alone(kind: DocumentKind) -> None:
    for line in [*HEADINGS, *LINES]:
        if line.strip():
            texts = [extract(line)]
            check(recognise(frame(kind), texts), texts)
