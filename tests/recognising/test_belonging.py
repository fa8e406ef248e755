"""Which goal a promise belongs to, by its words, by codes, and by the record that it stands in."""

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import DocumentKind, Kind, Phase
from tests.recognising.pages import recognised, saying


def goal_of(document: Document, text: str) -> str | None:
    element: Element | None = saying(document, text)
    while element is not None and (element.kind is not Kind.GOAL or element.text.startswith(text)):
        element = next((one for one in document.elements if one.id == element.parent), None)
    return None if element is None else element.text


def page(body: str, kind: DocumentKind = DocumentKind.BEGROTING) -> Document:
    return recognised(f"<main><h1>Programma Samen</h1>{body}</main>", kind, name="pagina.html")


GOALS = (
    "<h2>Wat willen we bereiken?</h2><ul><li>Mantelzorgers voelen zich gesteund.</li>"
    "<li>Kinderen leren zwemmen voor hun tiende.</li></ul><h2>Wat gaan we daarvoor doen?</h2>"
)


def test_an_act_that_speaks_of_one_goal_is_put_under_it() -> None:
    document = page(
        GOALS + "<p>Wij geven mantelzorgers een vrije dag.</p><p>Wij verven het gemeentehuis.</p>"
    )
    assert goal_of(document, "Wij geven mantelzorgers") == "Mantelzorgers voelen zich gesteund."
    assert goal_of(document, "Wij verven") is None


def test_an_act_that_speaks_of_two_goals_alike_is_put_under_none() -> None:
    document = page(GOALS + "<p>Wij laten mantelzorgers en kinderen samen eten.</p>")
    assert goal_of(document, "Wij laten") is None


def test_a_goal_whose_code_goes_on_from_another_stands_under_it() -> None:
    document = page(
        "<p>Doel 3: iedereen doet mee</p><p>Doel 3.1: kinderen leren zwemmen</p><p>Activiteit 3.1.1: een zwembad bouwen</p>"
        "<p>Doel 3.2: ouderen eten samen</p><p>Wij dekken een eettafel.</p>"
    )
    assert goal_of(document, "kinderen leren zwemmen") == "iedereen doet mee"
    assert goal_of(document, "ouderen eten samen") == "iedereen doet mee"
    assert goal_of(document, "een zwembad bouwen") == "kinderen leren zwemmen"


def test_what_explains_a_table_of_acts_under_a_goal_is_told_of_the_acts() -> None:
    rows = "".join(
        f"<tr><td>{act}</td><td>Op schema</td></tr>"
        for act in ("4.1.1 Wij bouwen een zwembad", "4.1.2 Wij leiden badmeesters op")
    )
    document = page(
        "<h3>Hoofddoelstelling 4</h3><p>Alle kinderen in de gemeente leren zwemmen</p>"
        f"<table><tr><th>Prestatie</th><th>Status</th></tr>{rows}</table>"
        "<h4>Toelichting</h4><p>4.1.2 Badmeesters</p><p>Er zijn dit jaar vier badmeesters opgeleid.</p>",
        DocumentKind.JAARSTUKKEN,
    )
    result = saying(document, "Er zijn dit jaar vier")
    assert result.kind is Kind.ACTIVITY
    assert result.answers == (saying(document, "Wij leiden badmeesters op").id,)


def test_a_question_with_its_answer_behind_it_is_a_heading() -> None:
    document = page("<p>Wat willen we bereiken? We willen dat iedereen mee kan doen.</p>")
    assert saying(document, "Wat willen we bereiken?").kind in (Kind.HEADING, Kind.SECTION)


def report(body: str) -> Document:
    return page(body, DocumentKind.JAARSTUKKEN)


def test_fields_behind_a_table_of_one_promise_tell_what_came_of_it() -> None:
    def project(act: str, cause: str) -> str:
        table = f"<table><tr><td>{act}</td><td><img src='oranje.png' alt='oranje'></td></tr></table>"
        return f"{table}<dl><dt>Afwijking</dt><dd>Het is later.</dd><dt>Oorzaak</dt><dd>{cause}</dd></dl>"

    head = "<table><tr><th>Actiepunt</th><th>Status</th></tr></table>"
    first, second = "Wij bouwen een zwembad in het dorp.", "Wij dekken een eettafel voor iedereen."
    came = "De grond bleek te nat te zijn.", "De kok is een half jaar ziek geweest."
    document = report(head + project(first, came[0]) + project(second, came[1]))
    assert saying(document, came[0]).answers == (saying(document, first).id,)
    assert saying(document, came[1]).answers == (saying(document, second).id,)


def test_a_paragraph_behind_the_number_of_a_promise_tells_what_came_of_it() -> None:
    document = report(
        "<h2>Wat wilden we bereiken?</h2><ul><li>2.2 Kinderen hoeven niet te wachten op zwemles.</li>"
        "<li>2.3 Ouderen eten samen.</li></ul><h2>Hoe staat het ervoor?</h2>"
        "<p>2.2 De gemiddelde wachttijd was op 1 mei negen weken.</p>"
    )
    result = saying(document, "De gemiddelde wachttijd")
    assert result.answers == (saying(document, "Kinderen hoeven niet").id,)


def test_the_value_of_an_indicator_in_the_record_of_a_goal_answers_the_goal() -> None:
    document = report(
        "<h3>Doel 1: ouderen eten samen</h3><p>Status</p><p>Op schema</p><p>Indicatoren</p>"
        "<ul><li>Gasten aan de eettafel: 340 (2021: 310)</li></ul>"
    )
    value = saying(document, "Gasten aan de eettafel")
    assert (value.kind, value.phase) == (Kind.INDICATOR, Phase.ACTUAL)
    assert value.answers == (saying(document, "ouderen eten samen").id,)


THEMES = (
    ("Meedoen", "Ouderen kennen hun buren en eten vaak samen.", "Eettafels openen in elk dorp"),
    ("Opgroeien", "Kinderen leren zwemmen voor hun tiende.", "Zwemlessen geven op school"),
)


def themes(count: int) -> str:
    return "".join(
        f"<h2>{name}</h2><p>{aim}</p><table><tr><th>Maatregel</th><th>Planning</th></tr>"
        f"<tr><td>{act}</td><td>mei 2022</td></tr><tr><td>Het vervolg hiervan voorbereiden</td><td>juni</td></tr></table>"
        for name, aim, act in THEMES[:count]
    )


def test_the_sentence_that_opens_each_theme_is_the_aim_of_its_acts() -> None:
    document = page(themes(2))
    for _, aim, act in THEMES:
        assert saying(document, aim).kind is Kind.GOAL
        assert goal_of(document, act) == aim


def test_a_sentence_that_tells_what_somebody_does_opens_no_theme_as_its_aim() -> None:
    document = page(themes(2).replace("Kinderen leren", "Wij leren kinderen"))
    assert saying(document, "Wij leren kinderen").kind is not Kind.GOAL


def test_an_aim_quoted_from_the_budget_is_an_aim() -> None:
    document = report(
        "<h2>Jeugd</h2><p>Doel uit de begroting: kinderen leren zwemmen.</p><h3>Zwembad</h3><p>Status</p><p>Op schema</p>"
    )
    assert saying(document, "kinderen leren zwemmen.").kind is Kind.GOAL
