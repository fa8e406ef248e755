"""Of what it is said that it is not found again, and of what it is not."""

import pytest

from rodedraad.linking import link
from rodedraad.linking.balance import balance
from rodedraad.linking.ledger import ledger
from rodedraad.linking.linker import link_organisation
from rodedraad.linking.outcome import Outcome
from rodedraad.model.decisions import Decisions
from rodedraad.model.terms import DocumentKind, Kind, Phase
from rodedraad.model.threads import Pointer
from tests.linking.support import document, element, report, result

BUURT = "We openen in elke buurt een inloophuis waar inwoners elkaar ontmoeten."
ZORG = "De wachtlijst voor huishoudelijke hulp werken we weg met extra inzet."
TAAL = "Laaggeletterde inwoners krijgen een taalcursus in de bibliotheek, ook in de avonduren."
ANSWER = report("j", 2021, [element("p", BUURT), result("r", "Elke buurt heeft een inloophuis.", "p")])


def dropped(*pages):
    return {(one.document, one.element) for one in link(pages).dropped}


def budget(*more, name: str = "b", kind: DocumentKind = DocumentKind.BEGROTING):
    return document(name, 2021, [element("e", BUURT), *more], kind)


def test_an_activity_that_no_report_holds_is_not_found():
    assert dropped(budget(element("x", TAAL)), ANSWER) == {("b", "x")}


@pytest.mark.parametrize(
    ("kind", "phase"),
    [
        (Kind.PLANNING, Phase.PLAN),
        (Kind.INDICATOR, Phase.PLAN),
        (Kind.COST, Phase.PLAN),
        (Kind.NARRATIVE, None),
        (Kind.ACTIVITY, Phase.ACTUAL),
    ],
)
def test_it_is_said_of_nothing_but_promises(kind, phase):
    assert dropped(budget(element("x", TAAL, kind, phase)), ANSWER) == set()


def test_what_a_kadernota_announced_is_promised_by_the_budget():
    frame = budget(element("x", TAAL), name="k", kind=DocumentKind.KADERNOTA)
    assert dropped(frame, ANSWER) == set()
    assert dropped(frame, budget(element("y", TAAL)), ANSWER) == {("b", "y")}


def themed(*elements):
    return document("b", 2021, [element("t", "Thema Samen", Kind.THEME, None), *elements])


def test_a_goal_beside_a_list_of_activities_is_answered_with_any_of_them():
    goal = element("g", "Inwoners kennen elkaar en helpen elkaar met kleine klussen.", Kind.GOAL, parent="t")
    assert dropped(themed(goal, element("e", BUURT, parent="t")), ANSWER) == set()
    assert dropped(themed(goal, element("e", ZORG, parent="t")), ANSWER) == {("b", "g"), ("b", "e")}


def test_a_goal_beside_goals_with_activities_of_their_own_speaks_for_itself():
    pages = themed(
        element("g", "Inwoners kennen elkaar en helpen elkaar met kleine klussen.", Kind.GOAL, parent="t"),
        element("h", "Niemand is alleen in de eigen buurt.", Kind.GOAL, parent="t"),
        element("e", BUURT, parent="h"),
    )
    assert dropped(pages, ANSWER) == {("b", "g")}


def test_a_candidate_that_repeats_another_promise_is_none():
    near = "Inwoners met een psychische kwetsbaarheid wonen zelfstandig, met hulp in de buurt."
    mine = "Inwoners kijken zonder oordeel naar psychische kwetsbaarheid in de buurt."
    answer = report("j", 2021, [element("p", near, Kind.GOAL), result("r", "Dat ging goed.", "p")])
    both = document("b", 2021, [element("e", near, Kind.GOAL), element("x", mine, Kind.GOAL)])
    assert dropped(both, answer) == {("b", "x")}


TOLD = "Er wonen meer laaggeletterde mensen in het dorp dan vijf jaar geleden."


@pytest.mark.parametrize(
    ("told", "answers"), [(element("n", TOLD, Kind.NARRATIVE, None), False), (result("n", TOLD), True)]
)
def test_context_is_a_candidate_and_no_answer(told, answers):
    pages = [budget(element("x", TAAL)), report("j", 2021, [*ANSWER.elements, told])]
    linked = link_organisation(pages, Decisions())
    promise = linked.shelf.index()[Pointer(document="b", element="x")]
    best, answer = linked.best(promise, 1), linked.best_answer(promise, 1)
    assert (answer > best / 2) is answers


def test_an_indicator_without_a_counterpart_is_counted_as_not_found():
    pages = [budget(element("x", TAAL, Kind.INDICATOR)), ANSWER]
    threads = link(pages)
    (tally,) = balance(pages[0], ledger(pages, threads)).indicators
    assert (tally.outcome, threads.dropped) == (Outcome.NOT_FOUND, ())


def test_an_indicator_with_a_good_candidate_is_left_to_a_person():
    pages = [
        budget(element("x", TAAL, Kind.INDICATOR)),
        report("j", 2021, [element("p", BUURT), element("q", TAAL)]),
    ]
    (tally,) = balance(pages[0], ledger(pages, link(pages))).indicators
    assert tally.outcome is Outcome.UNDECIDED


def paged(*pages: str, **texts: str):
    elements = []
    for page in pages:
        elements.append(element(page, f"Thema {page}", Kind.THEME, None))
        elements += [
            element(f"{page}-{key}", text, parent=page) for key, text in texts.items() if key == page
        ]
    return elements


def test_nothing_is_said_of_a_theme_whose_page_is_missing():
    themes = {"Jeugd": BUURT, "Zorg": ZORG, "Taal": TAAL}
    whole = document("b", 2021, paged(*themes, **themes))
    part = report("j", 2021, paged("Jeugd", "Zorg", Jeugd=BUURT, Zorg=BUURT))
    assert dropped(whole, part) == {("b", "Zorg-Zorg")}


def test_a_report_with_themes_of_its_own_is_asked_for_everything():
    whole = document("b", 2021, paged("Jeugd", "Taal", Jeugd=BUURT, Taal=TAAL))
    other = report("j", 2021, paged("Meedoen", Meedoen=BUURT))
    assert dropped(whole, other) == {("b", "Taal-Taal")}
