from datetime import date

from rodedraad.linking import link
from rodedraad.linking.shelf import shelve
from rodedraad.linking.wording.along import changes
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Deadline, Span
from rodedraad.model.terms import ChangeKind, DocumentKind, Effect, Kind
from rodedraad.model.threads import Pointer, Thread
from tests.linking.support import document, element, report

DOES = "We realiseren een inlooppunt voor ouderen in de wijk Oost."
ASKS = "We onderzoeken of een inlooppunt voor ouderen in de wijk Oost haalbaar is."


def told(*documents, members=None, links=()):
    ordered = sorted(documents, key=lambda one: one.adopted)
    pointers = members or [
        Pointer(document=one.id, element=part.id) for one in ordered for part in one.elements
    ]
    thread = Thread(id="rd-1", title="Inlooppunt", members=tuple(pointers))
    return changes([shelve(ordered)], [thread], links)


def test_a_change_names_both_sides_and_their_places():
    first = document(
        "b23", 2023, [element("a", f"Kop. {DOES}", spans=(Span(source=0, start=10, end=15 + len(DOES)),))]
    )
    second = document("b24", 2024, [element("b", ASKS)])
    (found,) = told(first, second)
    assert (found.thread, found.what, found.effect) == ("rd-1", ChangeKind.COMMITMENT, Effect.WEAKER)
    assert (found.was.document, found.was.element, found.was.words) == ("b23", "a", "We realiseren")
    assert (found.now.document, found.now.element, found.now.words) == ("b24", "b", "We onderzoeken")
    assert found.was.sentence == DOES
    assert found.was.evidence == Span(source=0, start=15, end=15 + len(DOES))
    assert found.now.evidence is None


def test_linking_tells_it():
    threads = link(
        [document("b23", 2023, [element("a", DOES)]), document("b24", 2024, [element("b", ASKS)])],
        Decisions(),
    )
    assert [(one.was.words, one.now.words) for one in threads.changes] == [
        ("We realiseren", "We onderzoeken")
    ]


def test_a_report_is_compared_with_the_budget_of_its_own_year():
    first, newer = document("b23", 2023, [element("a", DOES)]), document("b24", 2024, [element("b", ASKS)])
    old = report("j23", 2023, [element("c", DOES)])
    assert [(one.was.document, one.now.document) for one in told(first, newer, old)] == [("b23", "b24")]


def test_a_report_is_not_compared_with_a_plan_for_a_later_year():
    newer = document("b24", 2024, [element("b", DOES)])
    assert told(newer, report("j23", 2023, [element("c", ASKS)])) == ()


def test_a_change_that_a_report_repeats_is_told_once():
    first, newer = document("b23", 2023, [element("a", DOES)]), document("b24", 2024, [element("b", ASKS)])
    again = document("b25", 2025, [element("c", ASKS + " Dat doen we samen.")])
    assert len(told(first, newer, again)) == 1


def test_a_budget_is_compared_with_the_budget_before_as_well():
    first, last = document("b23", 2023, [element("a", DOES)]), document("b24", 2024, [element("b", ASKS)])
    vague = document(
        "k24",
        2024,
        [element("k", "Het inlooppunt voor ouderen in de wijk Oost vraagt aandacht.")],
        DocumentKind.KADERNOTA,
    )
    assert {(one.was.document, one.now.document) for one in told(first, vague, last)} == {("b23", "b24")}


def test_what_a_document_says_in_parts_is_not_compared():
    first = document("b23", 2023, [element("a", DOES)])
    second = document("b24", 2024, [element("b", ASKS), element("c", "We openen een loket in Oost.")])
    assert told(first, second) == ()


def test_what_is_split_or_of_another_kind_is_not_compared():
    first, second = (
        document("b23", 2023, [element("a", DOES)]),
        document("b24", 2024, [element("b", ASKS, Kind.GOAL)]),
    )
    assert told(first, second) == ()


def test_a_date_in_the_element_is_compared_and_one_in_its_planning_did_not_vanish():
    dated = f"{DOES[:-1]}, uiterlijk 1 juli 2024."
    start = dated.index("uiterlijk")
    until = Deadline(
        start=date(2024, 7, 1),
        end=date(2024, 7, 1),
        text="uiterlijk 1 juli 2024",
        evidence=Span(source=0, start=start, end=start + 21),
    )
    first = document("b23", 2023, [element("a", dated, deadlines=(until,))])
    bare = document("b24", 2024, [element("b", DOES)])
    (found,) = told(first, bare)
    assert (found.what, found.was.words, found.now.words) == (ChangeKind.DATE, "uiterlijk 1 juli 2024", "")
    planning = element("p", "uiterlijk 1 juli 2024", Kind.PLANNING, parent="b", deadlines=(until,))
    beside = document("b24", 2024, [element("b", DOES), planning])
    assert told(first, beside) == ()
