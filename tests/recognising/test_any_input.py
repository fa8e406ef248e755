"""What holds whatever a source says and in whatever format: nothing is lost, nothing points outside, no chance."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rodedraad.model.codec import to_json
from rodedraad.model.document import Document, Span
from rodedraad.model.terms import DocumentKind
from rodedraad.model.text import Extract
from rodedraad.reading import ReadingError
from rodedraad.recognising import recognise
from tests.reading.test_hardness import assert_clear, outcome
from tests.recognising.forms import FORMS, Part, html
from tests.recognising.pages import extract, frame
from tests.recognising.test_guarantees import DOCUMENT_KIND, HEADINGS, LINES, check

pytestmark = pytest.mark.no_cover
RELAXED = settings(deadline=None, suppress_health_check=list(HealthCheck))
FEW = {"pagina.docx": 12, "pagina.odt": 25, "pagina.pdf": 25}
ODD = [
    "cafe\u0301 e\u0301e\u0301n coo\u0308peratie",
    "de \u2018buurtkamer\u2019 \u201copen\u201d \u2013 \u2026",
    "\u202eachterstevoren\u202c links\u200frechts",
    "nul\u200bbreed\u00adafbreken\u2060",
    "\U0001f7e2 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2705 \u25cf\u25cb\u2588",
    "\ue000 \uf0b7 \uf0fc privé",
    "\ufb01nanciën \u2460 \u00bd \u2167 \u0663 m\u00b2",
    "12\u00a0345,6\u202f% \u2212 1.200 \u20ac\u00a03",
    "\u4e2d\u6587 \u05e2\u05d1\u05e8\u05d9\u05ea \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
    "{{ x }} <b>vet</b> &amp; | pijp | #3 * _ ` [a](b)",
]
WORDS = (
    st.sampled_from([*HEADINGS, *LINES, *ODD, "Doel", "Resultaat", "2021", "Begroting 2022"])
    | st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40)
).filter(lambda line: bool(line.strip()))
PARTS = st.lists(
    st.tuples(st.sampled_from(["h1", "h2", "h3", "h6", "p", "li"]), st.tuples(WORDS))
    | st.tuples(st.just("tr"), st.lists(WORDS, min_size=1, max_size=5)),
    min_size=1,
    max_size=14,
)


def whole(document: Document, texts: list[Extract]) -> None:
    """All that every document guarantees."""
    check(document, texts)
    assert_in_bounds(document, texts)
    assert_led_back(document)
    assert_apart(document)


def assert_in_bounds(document: Document, texts: list[Extract]) -> None:
    for span in _evidence(document):
        assert 0 <= span.start < span.end <= len(texts[span.source].text), span
    for one in document.set_aside:
        assert texts[one.source].text[one.start : one.end].strip(), "nothing is set aside"


def _evidence(document: Document) -> Iterator[Span]:
    yield from (heading.evidence for heading in document.unknown_headings)
    for element in document.elements:
        yield from element.spans
        yield from element.status.evidence if element.status else ()
        yield from (span for aspect in element.aspects for span in aspect.evidence)
        yield from (one.evidence for one in (*element.deadlines, *element.refs))
        yield from (one.evidence for one in (*element.amounts, *element.values) if one.evidence)


def assert_led_back(document: Document) -> None:
    """What an element names of the document is there."""
    ids = {element.id for element in document.elements}
    for element in document.elements:
        told = {element.parent, *element.answers, *(one.element for one in element.refs)} - {None}
        assert told <= ids
        assert element.id not in {element.parent, *element.answers}
        assert all(
            one.source is None or 0 <= one.source < max(1, len(document.sources)) for one in element.refs
        )


def assert_apart(document: Document) -> None:
    """What is set aside is set aside once."""
    ends: Counter[int] = Counter()
    for one in document.set_aside:
        assert one.start >= ends[one.source]
        ends[one.source] = one.end


def understood(data: bytes, name: str, kind: DocumentKind = DocumentKind.JAARSTUKKEN) -> Document | None:
    """The document that a file makes, with all it guarantees; None where it is told why it cannot be read."""
    result = outcome(data, name)
    if isinstance(result, ReadingError):
        assert_clear(result)
        return None
    texts = [result]
    document = recognise(frame(kind), texts)
    whole(document, texts)
    return document


@pytest.mark.parametrize("name", FORMS)
def test_any_page_in_any_format(name: str) -> None:
    @settings(RELAXED, max_examples=FEW.get(name, 60))
    @given(parts=PARTS, kind=DOCUMENT_KIND)
    def holds(parts: list[Part], kind: DocumentKind) -> None:
        understood(FORMS[name](parts), name, kind)

    holds()


CELL = st.sampled_from(["td", "th"])
SPAN = st.sampled_from(
    ["", " rowspan=2", " colspan=3", " rowspan=0", " colspan=0", " rowspan=65534", " colspan=-1"]
)


@st.composite
def nested(draw: st.DrawFn, depth: int = 0) -> str:
    """A table with cells that span others, with lists, headings and tables in them, some never closed."""
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        cells = []
        for _ in range(draw(st.integers(0, 4))):
            tag, body = draw(CELL), " ".join(draw(st.lists(WORDS, max_size=2))).replace("<", "&lt;")
            inner = draw(
                st.sampled_from(["{}", "<p>{}</p><p>{}", "<ul><li>{}</ul>", "<h3>{}</h3>", "<b>{}<td>"])
            )
            own = inner.replace("{}", body)
            if depth < 2 and not draw(st.integers(0, 5)):
                own += draw(nested(depth + 1))
            cells.append(f"<{tag}{draw(SPAN)}>{own}{draw(st.sampled_from(['', f'</{tag}>', '</table>']))}")
        rows.append("<tr>" + "".join(cells) + draw(st.sampled_from(["", "</tr>"])))
    return f"<table>{''.join(rows)}{draw(st.sampled_from(['', '</table>']))}"


@settings(RELAXED, max_examples=80)
@given(table=nested(), kind=DOCUMENT_KIND)
def test_any_table(table: str, kind: DocumentKind) -> None:
    understood(
        f"<html><meta charset=utf-8><body><h1>Zorg</h1>{table}<p>slot</body></html>".encode(), "a.html", kind
    )


@settings(RELAXED, max_examples=60)
@given(lines=st.lists(WORDS | st.just(""), max_size=30), kind=DOCUMENT_KIND)
def test_any_lines_with_empty_ones_between(lines: list[str], kind: DocumentKind) -> None:
    understood("\n".join(lines).encode("utf-8", "ignore"), "a.txt", kind)


@settings(RELAXED, max_examples=60)
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes(data: bytes, name: str) -> None:
    understood(data, name)


PAGES: list[Part] = [
    ("h1", ["Programma 3. Samen leven"]),
    ("h2", ["Wat gaan we daarvoor doen?"]),
    *(("li", [line]) for line in LINES if line.strip()),
    ("tr", ["Indicator", "2021", "2022", "Bron"]),
    ("tr", ["Aantal cliënten", "340", "n.b.", "CBS"]),
    ("h3", ["Wat mag het kosten?"]),
    ("tr", ["Bedragen x € 1.000", "Begroting 2022", "Rekening 2022"]),
    ("tr", ["Lasten", "1.200", "-1.300"]),
    ("p", ["De Gemeentelijke Gezondheidsdienst (GGD) zie paragraaf 3.2 en de Wmo"]),
]
AGAIN = """
import sys
from tests.recognising.test_any_input import told

sys.stdout.buffer.write(told())
"""


def told() -> bytes:
    """The bytes of what is recognised in one page, in every form that is quick to make."""
    forms = {name: form for name, form in FORMS.items() if name not in FEW}
    return b"".join(
        to_json(recognise(frame(kind), [extract(form(PAGES), name)]))
        for name, form in forms.items()
        for kind in DocumentKind
    )


def test_the_same_input_gives_the_same_bytes_in_another_process() -> None:
    """Sets have another order in each process; nothing may follow it."""
    again = [
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert again == [told()] * 2


def test_a_longer_line_than_any_paragraph_is_several_elements() -> None:
    page = extract("Wij openen in 2022 een buurthuis in de wijk. " * 400)
    document = recognise(frame(), [page])
    assert len(document.elements) > 2
    assert max(len(element.text) for element in document.elements) <= 5_000
    assert not any(element.text.startswith(("ij", "n ")) for element in document.elements), (
        "cut within a word"
    )
    whole(document, [page])


def test_one_endless_word_is_not_lost() -> None:
    page = extract("x" * 12_001)
    document = recognise(frame(), [page])
    assert "".join(element.text for element in document.elements) == "x" * 12_001
    whole(document, [page])


def test_a_long_cell_stays_one_cell() -> None:
    rows = [("tr", ["Doel", "Resultaat"]), ("tr", ["Wij openen een huis. " * 400, "Het huis is geopend."])]
    page = extract(html(rows), "a.html")
    whole(recognise(frame(DocumentKind.JAARSTUKKEN), [page]), [page])
