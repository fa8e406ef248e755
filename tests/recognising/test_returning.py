"""Headings that come back stand under the theme or the goal before them."""

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import DocumentKind, Kind
from tests.recognising.pages import recognised, saying


def above(document: Document, text: str) -> list[Element]:
    found, element = [], saying(document, text)
    while element.parent is not None:
        element = next(one for one in document.elements if one.id == element.parent)
        found.append(element)
    return found


def names(document: Document, text: str) -> list[str]:
    return [element.text for element in above(document, text)]


def page(body: str, kind: DocumentKind = DocumentKind.BEGROTING) -> Document:
    return recognised(f"<main><h1>Programma Samen</h1>{body}</main>", kind, name="pagina.html")


THEMES = (("Jeugd", "We hebben een speeltuin geopend."), ("Ouderen", "We hebben een eettafel gedekt."))


def test_a_question_of_a_lower_level_than_the_theme_is_asked_of_the_theme() -> None:
    asked = "<h2>Hebben we onze doelen bereikt?</h2>"
    body = "".join(
        f"<h3>{name}</h3><p>Iedereen doet mee.</p><h4>Wat hebben we daarvoor gedaan?</h4><p>{text}</p>"
        for name, text in THEMES
    )
    document = page(asked + body, DocumentKind.JAARSTUKKEN)
    for name, text in THEMES:
        assert name in names(document, text)


def test_a_heading_of_a_higher_level_ends_the_theme() -> None:
    document = page(
        "<h2>Wat willen we bereiken?</h2><h3>Jeugd</h3><p>Alle kinderen doen mee.</p>"
        "<h2>Wat mag het kosten?</h2><p>De uitgaven zijn € 3.000.</p>"
    )
    assert "Jeugd" not in names(document, "De uitgaven zijn")


def test_risks_that_come_back_with_each_goal_are_of_that_goal() -> None:
    body = "".join(
        f"<p>Speerpunt {number}: {goal}</p><p><b>Wat gaan we ervoor doen</b></p><p>Wij {act}.</p>"
        f"<p><b>Risico's</b></p><p>{risk}</p>"
        for number, goal, act, risk in [
            (1, "kinderen spelen buiten", "bouwen een speeltuin", "De grond kan vervuild zijn."),
            (2, "ouderen eten samen", "dekken een eettafel", "Er kunnen te weinig koks zijn."),
        ]
    )
    document = page(body)
    for risk, goal in [("De grond kan", "kinderen spelen buiten"), ("Er kunnen te", "ouderen eten samen")]:
        assert next(one for one in above(document, risk) if one.kind is Kind.GOAL).text == goal


def test_risks_told_once_after_all_goals_are_of_none() -> None:
    document = page(
        "<h2>Wat willen we bereiken?</h2><p>Ouderen eten samen.</p><h2>Wat gaan we doen?</h2>"
        "<p>Wij dekken een eettafel.</p><h2>Risico's</h2><p>Er kunnen te weinig koks zijn.</p>"
    )
    assert Kind.GOAL not in {one.kind for one in above(document, "Er kunnen te weinig")}
