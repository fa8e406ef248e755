"""What each layout of a field or table comes to, piece by piece."""

import pytest

from rodedraad.model.document import Document, Element, LegendEntry
from rodedraad.model.terms import DocumentKind, Status
from rodedraad.recognising import recognise
from tests.recognising.pages import budget, extract, frame, kinds, recognised, report, saying

HOUSE = "We openen een buurthuis."
OPEN = "Het buurthuis is in juni geopend."


def table(
    *rows: list[str],
    heading: str = "Wat hebben we daarvoor gedaan?",
    kind: DocumentKind = DocumentKind.JAARSTUKKEN,
) -> Document:
    head, *body = rows
    cells = "<tr>" + "".join(f"<th>{cell}</th>" for cell in head) + "</tr>"
    cells += "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in body)
    return recognised(f"<main><h2>{heading}</h2><table>{cells}</table></main>", kind, name="pagina.html")


def promise_of(document: Document, result: Element) -> Element:
    (promise,) = result.answers
    return next(one for one in document.elements if one.id == promise)


@pytest.mark.parametrize(
    "heads",
    [
        ["Actie", "Status", "Toelichting"],
        ["Activiteit", "Stoplicht", "Stand van zaken"],
        ["Wat zouden we doen?", "Status", "Wat hebben we gedaan?"],
        ["Maatregel", "Kleur", "Resultaat"],
    ],
)
@pytest.mark.parametrize(
    ("cell", "status"), [("Gereed", "done"), ("Vertraagd", "delayed"), ("Groen", "done")]
)
def test_a_row_is_promise_status_and_result(heads: list[str], cell: str, status: str) -> None:
    document = table(
        heads, [HOUSE, cell, OPEN], ["We starten een proef.", "Rood", "De proef gaat niet door."]
    )
    promise, result = saying(document, HOUSE), saying(document, OPEN)
    assert (promise.kind, promise.phase, result.kind, result.phase) == (
        "activity",
        "plan",
        "activity",
        "actual",
    )
    assert promise_of(document, result) == promise
    assert promise.status is not None
    assert (promise.status.value, promise.status.by) == (status, "symbol")


def test_a_status_without_readable_cell_is_read_from_the_result() -> None:
    document = table(
        ["Actie", "Status", "Toelichting"],
        [HOUSE, '<img src="/x.png">', OPEN],
        ["We doen iets.", "", "Dit is uitgesteld."],
    )
    for words, status in [(HOUSE, "done"), ("We doen iets.", "delayed")]:
        judged = saying(document, words).status
        assert judged is not None
        assert (judged.value, judged.by) == (status, "text")


def test_the_evidence_of_a_status_are_its_words() -> None:
    document = report(f"Actie\n{HOUSE}\nStatus\nVertraagd\nToelichting\nDe opening volgt later.\n")
    status = saying(document, HOUSE).status
    assert status is not None
    (span,) = status.evidence
    page = f"Actie\n{HOUSE}\nStatus\nVertraagd\n"
    assert page[span.start : span.end] == "Vertraagd"


def test_several_aspects_are_not_rolled_up() -> None:
    document = table(
        ["Actie", "Tijd", "Geld", "Toelichting"],
        [HOUSE, "Rood", "Groen", "Alles staat in de brief."],
        ["We doen iets.", "Groen", "Groen", "Zie de brief."],
    )
    promise = saying(document, HOUSE)
    assert {aspect.aspect: aspect.value for aspect in promise.aspects} == {
        "tijd": "missed",
        "geld": "on-track",
    }
    assert promise.status is None or promise.status.by == "text"


def test_the_legend_of_the_dossier_goes_before_the_common_meaning() -> None:
    legend = (LegendEntry(aspect="status", symbol="Oranje", words="naar volgend jaar", value=Status.DELAYED),)
    page = extract(f"Actie\n{HOUSE}\nStatus\nOranje\nToelichting\nZie de brief.\n")
    document = recognise(frame(DocumentKind.JAARSTUKKEN, legend=legend), [page])
    status = saying(document, HOUSE).status
    assert status is not None
    assert status.value == "delayed"


def test_the_columns_plan_and_result_lose_their_table() -> None:
    document = report(
        f"Nr.\n\nWat wilden we doen?\n\nWat hebben we gedaan?\n\n1.\n\n{HOUSE}\n\n{OPEN}\n\n2.\n\nWe maken een plan.\n\nHet plan is in mei vastgesteld.\n"
    )
    assert promise_of(document, saying(document, OPEN)).text == HOUSE
    assert promise_of(document, saying(document, "vastgesteld")).text == "We maken een plan."


def test_a_question_asks_for_what_stands_under_it() -> None:
    document = budget(
        f"Wat willen we bereiken?\n• Iedereen doet mee\n\nWat gaan we daarvoor doen?\n• {HOUSE}\n\nRisico's\n• Er zijn te weinig mensen.\n"
    )
    assert [kind for kind, _ in kinds(document) if "/" in kind] == ["goal/plan", "activity/plan", "risk/plan"]
    assert saying(document, HOUSE).parent == saying(document, "Iedereen doet mee").id


def test_a_code_under_a_goal_is_an_activity_of_that_goal() -> None:
    page = (
        "1.1 Inwoners kunnen rondkomen\n1.1.1 We verhogen de grens van de regeling naar 130%.\n"
        "1.2 Inwoners zijn gezond\n1.2.1 We maken een akkoord over sport met alle clubs.\n"
        "1.2.2 We geven subsidie aan drie tuinen in de dorpen.\n"
    )
    document = budget(page)
    for words, goal in [("regeling", "rondkomen"), ("akkoord", "gezond"), ("subsidie", "gezond")]:
        assert saying(document, words).kind == "activity"
        assert saying(document, words).parent == saying(document, goal).id


@pytest.mark.parametrize(
    "line",
    ["Programma 3. Sterke samenleving", "Programma 3 Sterke samenleving", "Programma 3 - Sterke samenleving"],
)
def test_a_numbered_programme_is_one_however_it_is_written(line: str) -> None:
    document = budget(f"{line}\n\nWat willen we bereiken?\nIedereen doet mee.\n")
    assert kinds(document)[0] == ("programme", line)


def test_lines_of_a_plan_have_no_result() -> None:
    document = table(
        ["Actie", "Planning", "Toelichting"],
        [HOUSE, "2e kwartaal 2022", "Samen met de dorpsraad."],
        kind=DocumentKind.BEGROTING,
    )
    assert {one.phase for one in document.elements} <= {None, "plan"}
    assert all(not one.answers for one in document.elements)


def test_the_technical_footer_names_the_document() -> None:
    stamp = "Deze pagina is gebouwd op 05/30/2023 12:00:00 met de export van 05/29/2023 11:00:00"
    assert kinds(budget(f"Iedereen doet mee.\n\n{stamp}\n"))[-1] == ("document", stamp)


def test_site_furniture_is_set_apart_with_its_reason() -> None:
    document = recognised(
        f"<body><nav><a href='/'>Home</a></nav><main><p>{HOUSE}</p></main></body>", name="pagina.html"
    )
    assert [one.text for one in document.elements] == [HOUSE]
    assert [one.why for one in document.set_aside] == ["navigatie"]
