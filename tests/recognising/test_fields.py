"""Fields told by labels that come back, by looks, or by the turn of tense."""

from rodedraad.model.document import Document
from rodedraad.model.terms import DocumentKind
from tests.recognising.pages import recognised, report, saying


def html(body: str) -> Document:
    return recognised(f"<main>{body}</main>", DocumentKind.JAARSTUKKEN, name="pagina.html")


def told(document: Document, text: str) -> tuple[str, str | None]:
    element = saying(document, text)
    return element.kind.value, element.phase.value if element.phase else None


def answered(document: Document, text: str) -> list[str]:
    texts = {element.id: element.text for element in document.elements}
    return [texts[promise] for promise in saying(document, text).answers]


def test_names_that_come_back_under_questions_stay_themes() -> None:
    page = "".join(
        f"<h2>{question}</h2><h3>Jeugd</h3><p>{text}</p>"
        for question, text in [
            ("Wat wilden we bereiken?", "Kinderen groeien veilig op in de wijk."),
            ("Wat hebben we daarvoor gedaan?", "We hebben drie speeltuinen gemaakt."),
            ("Wat heeft het gekost?", "De kosten waren lager dan begroot."),
        ]
    )
    document = html(f"<h1>Programma Samen</h1>{page}")
    assert {element.kind.value for element in document.elements if element.text == "Jeugd"} == {"theme"}


TURNS = [
    ("Wij openen in de wijk een buurthuis.", "Het buurthuis is in juni geopend."),
    ("Wij starten taalles voor nieuwkomers.", "De taalles is in maart gestart."),
    ("Wij onderzoeken de wachttijd.", "Het onderzoek is niet uitgevoerd."),
]


def test_lines_of_one_look_that_promise_are_answered_by_those_behind_them() -> None:
    body = "".join(f'<p class="afspraak">{plan}</p><p>{result}</p>' for plan, result in TURNS)
    document = html(f"<h1>Programma Samen</h1><h2>Jeugd</h2>{body}")
    assert [told(document, plan) for plan, _ in TURNS] == [("activity", "plan")] * 3
    assert [answered(document, result) for _, result in TURNS] == [[plan] for plan, _ in TURNS]


def test_in_flat_text_the_tense_tells_promise_from_result() -> None:
    lines = "\n\n".join(f"{plan}\n\n{result}" for plan, result in TURNS)
    document = report(f"Programma Samen\n\nThema Jeugd\n\n{lines}")
    assert [told(document, plan) for plan, _ in TURNS] == [("activity", "plan")] * 3
    assert [answered(document, result) for _, result in TURNS] == [[plan] for plan, _ in TURNS]


def test_headings_of_one_level_name_things_of_one_kind() -> None:
    titles = ["Sport en bewegen", "Jeugd en gezin", "Werk en inkomen", "Iedereen doet mee"]
    body = "".join(f"<h2>{title}</h2><p>Tekst over {title.lower()} in de wijk.</p>" for title in titles)
    document = html(f"<h1>Programma Samen</h1>{body}")
    assert {told(document, title)[0] for title in titles} == {"theme"}


def test_a_result_under_the_number_of_a_promise_answers_it() -> None:
    rows = "".join(
        f"<tr><td>{number} {text}</td><td>Groen</td></tr>"
        for number, text in [
            ("1.1", "We openen in elke wijk een buurthuis voor jong en oud"),
            ("1.2", "We starten taalles voor alle nieuwe inwoners van het dorp"),
        ]
    )
    body = (
        f"<table><tr><th>Actie</th><th>Status</th></tr>{rows}</table><h2>Toelichting</h2>"
        "<h3>1.2 Taalles</h3><p>De docent is ziek geworden.</p>"
    )
    document = html(f"<h1>Programma Samen</h1>{body}")
    assert answered(document, "De docent is ziek geworden.") == [
        "We starten taalles voor alle nieuwe inwoners van het dorp"
    ]
