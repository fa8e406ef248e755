from msgspec.structs import replace

from rodedraad.model.document import Document, OwnHeading, Span
from rodedraad.model.terms import DocumentKind
from rodedraad.reading import read
from rodedraad.recognising import recognise
from rodedraad.recognising.explaining import Explanation, explain
from tests.recognising.pages import frame

PAGE = """<h1>Programma Zorg</h1><h2>Zo pakken we het beet</h2><p>We willen dat iedereen een huisarts heeft.</p>
<h2>Wat hebben we daarvoor gedaan?</h2>
<table><tr><th>Activiteit</th><th>Resultaat</th></tr><tr><td>Wijkteam openen</td><td>Het team is open.</td></tr></table>"""


def why(words: str, *headings: OwnHeading) -> Explanation:
    extract = read(PAGE.encode(), "p.html")
    start = extract.text.index(words)
    document: Document = recognise(
        replace(frame(DocumentKind.JAARSTUKKEN, 2022), headings=headings), [extract]
    )
    (one,) = explain(document, [extract], Span(source=0, start=start, end=start + len(words)))
    return one


def test_words_that_speak_for_a_kind_are_told() -> None:
    one = why("We willen dat iedereen")
    assert {cue.kind for cue in one.cues} == {"goal"}
    assert any("willen dat" in cue.words for cue in one.cues)
    assert one.tense < 0


def test_the_heading_that_a_line_stands_under_is_told_with_its_row() -> None:
    own = OwnHeading(words="Zo pakken we het beet", means="Wat willen we bereiken?")
    rows = [heading.row for heading in why("We willen dat iedereen", own).headings]
    assert rows[0] is not None
    assert (rows[0]["kind"], rows[0]["role"]) == ("goal", "question")


def test_the_head_over_a_cell_is_told() -> None:
    head = why("Het team is open.").head
    assert head is not None
    assert head.text == "Resultaat"
    assert head.row is not None


def test_a_heading_tells_by_which_row_it_is_known() -> None:
    own = why("Wat hebben we daarvoor gedaan?").own
    assert own is not None
    assert own.row is not None
    assert own.row["phase"] == "actual"


def test_every_line_of_a_page_has_an_explanation() -> None:
    extract = read(PAGE.encode(), "p.html")
    document = recognise(frame(DocumentKind.JAARSTUKKEN, 2022), [extract])
    told = explain(document, [extract], Span(source=0, start=0, end=len(extract.text)))
    assert [one.text for one in told] == [extract.text[block.start : block.end] for block in extract.blocks]
