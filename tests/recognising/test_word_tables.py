"""Tables of words: what each column holds, what spans several rows, and what goes on in the next table."""

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import DocumentKind
from tests.recognising.pages import recognised, saying

RED, GREEN = '<img src="stoplicht-rood.png" alt="Rood">', '<img src="stoplicht-groen.png" alt="Groen">'
HOUSE, HOUSE_DONE = "We openen een buurthuis in Noord.", "Het buurthuis is in juni geopend."
BUS, BUS_DONE = (
    "We laten een buurtbus door de dorpen rijden.",
    "De buurtbus rijdt sinds maart door alle dorpen.",
)
NEAR = "Inwoners ontmoeten elkaar in hun eigen wijk"


def cells(*texts: str, tag: str = "td") -> str:
    return (
        "<tr>" + "".join(one if one.startswith("<td") else f"<{tag}>{one}</{tag}>" for one in texts) + "</tr>"
    )


def heads(*texts: str) -> str:
    return cells(*texts, tag="th")


def table(*rows: str) -> str:
    return f"<table>{''.join(rows)}</table>"


def page(
    *parts: str, kind: DocumentKind = DocumentKind.JAARSTUKKEN, heading: str = "Thema Meedoen"
) -> Document:
    return recognised(f"<main><h2>{heading}</h2>{''.join(parts)}</main>", kind, name="pagina.html")


def judged(document: Document, text: str) -> tuple[str, str | None]:
    element = saying(document, text)
    return element.kind.value, element.phase.value if element.phase is not None else None


def aspects(element: Element) -> list[tuple[str, str]]:
    return [(one.aspect, one.value.value) for one in element.aspects]


def test_a_column_under_an_unknown_head_that_looks_back_holds_results() -> None:
    document = page(table(heads("Actie", "Bijzonderheden"), cells(HOUSE, HOUSE_DONE), cells(BUS, BUS_DONE)))
    assert judged(document, HOUSE_DONE) == ("activity", "actual")
    assert saying(document, BUS_DONE).answers == (saying(document, BUS).id,)


def test_the_first_column_holds_no_results_whatever_its_tense() -> None:
    done = "De folder is gedrukt en verspreid."
    document = page(table(heads("Uit het plan", "Status"), cells(done, GREEN), cells(BUS_DONE, RED)))
    assert judged(document, done) == ("activity", "plan")


def test_a_column_of_icons_is_one_of_status_whatever_its_head() -> None:
    document = page(
        table(
            heads("Actie", "Planning", "Budget", "Resultaat"),
            cells(HOUSE, GREEN, RED, HOUSE_DONE),
            cells(BUS, RED, GREEN, BUS_DONE),
        )
    )
    assert [aspect for aspect, _ in aspects(saying(document, HOUSE))] == ["planning", "budget"]
    assert not [one for one in document.elements if one.kind == "planning"]


def test_words_of_judgement_beside_a_status_are_no_planning() -> None:
    document = page(
        table(
            heads("Actie", "Resultaat", "Planning"),
            cells(HOUSE, "Behaald", "Op tijd"),
            cells(BUS, "Niet behaald", "Veel later"),
        )
    )
    assert judged(document, "Veel later") == ("heading", None)


def test_planning_words_alone_are_planning() -> None:
    document = page(
        table(heads("Actie", "Planning"), cells(HOUSE, "Doorlopend"), cells(BUS, "Gereed")),
        kind=DocumentKind.BEGROTING,
    )
    assert judged(document, "Doorlopend") == ("planning", "plan")


def test_two_rows_of_heads_name_the_aspects() -> None:
    first = "<tr><th>Wat gaan we doen?</th><th colspan='2'>Hoe staat het ervoor?</th><th></th></tr>"
    document = page(
        table(
            first,
            heads("Prestatie", "Tijd", "Geld", "Toelichting"),
            cells(HOUSE, GREEN, RED, HOUSE_DONE),
            cells(BUS, RED, GREEN, BUS_DONE),
        )
    )
    assert [aspect for aspect, _ in aspects(saying(document, BUS))] == ["tijd", "geld"]
    assert judged(document, "Prestatie") == ("heading", None)


def test_a_table_without_heads_goes_on_under_those_of_the_table_before_it() -> None:
    document = page(
        table(heads("Actiepunt", "T", "G", "Toelichting")),
        "<h3>Meedoen</h3>",
        table(cells(HOUSE, GREEN, RED, HOUSE_DONE)),
    )
    assert [aspect for aspect, _ in aspects(saying(document, HOUSE))] == ["tijd", "geld"]


def test_a_row_of_sentences_over_the_table_tells_what_came_of_the_promise_above_it() -> None:
    told = f"<td colspan='3'><p>{HOUSE_DONE}</p><p>Er komen wekelijks 40 bezoekers.</p></td>"
    document = page(
        table(
            heads("Wat gaan we doen?", "Resultaat", "Tijd"), cells(HOUSE, "Behaald", "Op tijd"), cells(told)
        )
    )
    promise = saying(document, HOUSE)
    assert saying(document, HOUSE_DONE).answers == (promise.id,)
    assert saying(document, "Er komen wekelijks 40 bezoekers.").answers == (promise.id,)


def test_a_goal_beside_several_rows_heads_them_all() -> None:
    goal = f"<td rowspan='2'>{NEAR}</td>"
    other = "Inwoners wonen langer zelfstandig"
    document = page(
        table(
            heads("Wat willen we bereiken?", "Wat gaan we doen?", "Planning"),
            cells(goal, HOUSE, "2e kwartaal"),
            cells(BUS, "medio 2024"),
            cells(other, "We bouwen woningen.", ""),
        ),
        kind=DocumentKind.BEGROTING,
    )
    near, far = saying(document, NEAR).id, saying(document, other).id
    parents = [saying(document, text).parent for text in (HOUSE, BUS, "We bouwen woningen.")]
    assert parents == [near, near, far]


def test_the_date_of_a_row_stands_under_what_the_row_promises() -> None:
    document = page(
        table(
            heads("Wat willen we bereiken?", "Wat gaan we doen?", "Planning"),
            cells(f"<td rowspan='2'>{NEAR}</td>", HOUSE, "2e kwartaal"),
            cells(BUS, "medio 2024"),
        ),
        kind=DocumentKind.BEGROTING,
    )
    assert saying(document, "2e kwartaal").parent == saying(document, HOUSE).id
    assert saying(document, "medio 2024").parent == saying(document, BUS).id


def test_a_goal_right_of_another_stands_under_it() -> None:
    document = page(
        table(
            heads("Kerndoel", "Operationeel doel", "Acties"),
            cells(f"<td rowspan='2'>{NEAR}</td>", "Meer ontmoetingsplekken", HOUSE),
            cells("Beter vervoer", BUS),
        ),
        kind=DocumentKind.BEGROTING,
    )
    places, transport = saying(document, "Meer ontmoetingsplekken"), saying(document, "Beter vervoer")
    assert {places.parent, transport.parent} == {saying(document, NEAR).id}
    assert saying(document, BUS).parent == transport.id


def test_a_name_over_the_rows_of_goals_is_a_theme() -> None:
    named = "<td colspan='3'>Sociale basis</td>"
    document = page(
        table(
            heads("Wat willen we bereiken?", "Wat gaan we doen?", "Wanneer"),
            cells(named),
            cells(NEAR, HOUSE, "2024"),
        ),
        kind=DocumentKind.BEGROTING,
    )
    assert judged(document, "Sociale basis") == ("theme", None)


def test_a_result_beside_a_promise_that_reaches_down_answers_it() -> None:
    promise = f"<td rowspan='2'>{HOUSE}</td>"
    more = "De bezoekers zijn tevreden geweest."
    document = page(
        table(
            heads("Wat gaan we doen?", "Resultaat"),
            cells(promise, HOUSE_DONE),
            cells(more),
            cells(BUS, BUS_DONE),
        )
    )
    assert saying(document, more).answers == (saying(document, HOUSE).id,)


def test_labels_down_the_left_side_are_one_record() -> None:
    document = page(
        "<h3>Activiteit 1.1 We openen een buurthuis</h3>",
        table(cells("Status", "Gerealiseerd"), cells("Toelichting", HOUSE_DONE)),
    )
    assert judged(document, HOUSE_DONE) == ("activity", "actual")
    assert judged(document, "Gerealiseerd") == ("heading", None)


def test_a_table_of_figures_stays_one_whatever_its_heads() -> None:
    document = page(
        table(
            heads("Indicator", "Doel", "Realisatie"),
            cells("Jongeren met werk", "10,5", "11,1"),
            cells("Banen", "5", "6"),
        )
    )
    assert judged(document, "11,1") == ("indicator", "actual")


def test_what_was_done_where_no_activities_were_promised_answers_a_goal() -> None:
    goal = "Het buurthuis in Noord is de plek voor ontmoeting."
    document = page(
        "<h4>Wat wilden we bereiken?</h4>",
        f"<p>{goal}</p>",
        "<h4>Wat hebben we daarvoor gedaan?</h4>",
        "<p>Het buurthuis in Noord is in juni geopend als plek voor ontmoeting.</p>",
    )
    result = next(one for one in document.elements if one.phase == "actual")
    assert result.answers == (saying(document, goal).id,)


def test_few_words_under_an_unknown_head_are_a_time_an_amount_or_a_name() -> None:
    document = page(
        table(
            heads("Actie", "Klaar", "Bedrag", "Wie"),
            cells(HOUSE, "3e kwartaal", "€ 20.000", "Team Jeugd"),
            cells(BUS, "medio 2024", "€ 5.000", "Team Zorg"),
        ),
        kind=DocumentKind.BEGROTING,
    )
    assert judged(document, "3e kwartaal") == ("planning", "plan")
    assert judged(document, "€ 20.000")[0] == "cost"
    assert judged(document, "Team Jeugd")[0] in ("heading", "partner", "narrative")


def test_a_budget_year_over_sentences_heads_promises() -> None:
    document = page(
        table(
            heads("Begroting 2022", "Status", "Toelichting"),
            cells(HOUSE, "G", HOUSE_DONE),
            cells(BUS, "R", BUS_DONE),
        )
    )
    assert judged(document, HOUSE) == ("activity", "plan")
    assert saying(document, BUS_DONE).answers == (saying(document, BUS).id,)
