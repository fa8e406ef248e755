import pytest

from rodedraad.model.terms import DocumentKind
from rodedraad.reading import read
from rodedraad.recognising import recognise
from tests.recognising.pages import frame


def named(text: str) -> list[tuple[str, str]]:
    page = f"Wat gaan we daarvoor doen?\n\n{text}\n"
    document = recognise(frame(DocumentKind.BEGROTING, 2023), [read(page.encode(), "p.txt")])
    return [(ref.kind, ref.name) for element in document.elements for ref in element.refs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We voeren de Wmo en de Jeugdwet uit.", [("law", "Wmo 2015"), ("law", "Jeugdwet")]),
        ("We werken samen met het UWV en GGD Noordermeer.", [("organisation", "UWV"), ("organisation", "GGD Noordermeer")]),
        ("In jeugdregio Wolderstreek kopen we samen in.", [("region", "jeugdregio Wolderstreek")]),
        ("Dit hangt samen met programma 5.", [("programme", "programma 5")]),
        ("De wethouder J. de Vries legt het voor aan de raad.", [("person-role", "wethouder"), ("person-role", "gemeenteraad")]),
        ("We openen een buurthuis.", []),
    ],
)  # fmt: skip
def test_what_a_line_names_is_kept(text: str, expected: list[tuple[str, str]]) -> None:
    assert [one for one in named(text) if one[0] != "see"] == expected


def test_a_name_counts_once_an_element() -> None:
    assert named("Het UWV helpt. Het UWV betaalt.") == [("organisation", "UWV")]


def test_an_abbreviation_that_the_text_explains_stands_for_its_name() -> None:
    found = named("De Regionale Backoffice Lekstroom (RBL) doet dit.\n\nDe RBL neemt mensen aan.")
    assert found == [("organisation", "Regionale Backoffice Lekstroom")] * 2


@pytest.mark.parametrize(
    "text", ["Het Gezond en Actief Leven Akkoord (GALA) loopt.", "We doen het (PM) later."]
)
def test_papers_and_other_words_in_brackets_are_no_organisations(text: str) -> None:
    assert named(text) == []


def test_the_evidence_is_the_words_themselves() -> None:
    text = "Wat gaan we daarvoor doen?\n\nWe doen dit met het UWV.\n"
    extract = read(text.encode(), "p.txt")
    document = recognise(frame(DocumentKind.BEGROTING, 2023), [extract])
    (ref,) = [ref for element in document.elements for ref in element.refs]
    assert extract.text[ref.evidence.start : ref.evidence.end] == "UWV"
