"""What came of a promise, and in what scope it may be asked."""

from datetime import date

import pytest
from msgspec.structs import replace

from rodedraad.linking import link
from rodedraad.linking.balance import balance
from rodedraad.linking.due import last_year
from rodedraad.linking.ledger import ledger
from rodedraad.linking.outcome import Outcome
from rodedraad.linking.scope import covers, plain
from rodedraad.linking.shelf import shelve
from rodedraad.linking.timeline import quoted_budget_date
from rodedraad.model.decisions import Decisions, LinkDecision
from rodedraad.model.document import StatusJudgement
from rodedraad.model.terms import By, Decision, DocumentKind, Kind, Status
from rodedraad.model.threads import Pointer
from tests.linking.support import deadline, document, element, report, result

BUURT = "We openen in elke buurt een inloophuis waar inwoners elkaar ontmoeten."
ZORG = "De wachtlijst voor huishoudelijke hulp werken we weg met extra inzet."


def outcomes(*pages):
    found = balance(pages[0], ledger(pages, link(pages)))
    return {one.promises[0].promise.element: one.outcome for one in found.tallies}


def budget(**more: object):
    return document("b", 2021, [element("e", BUURT, **more)])


def test_a_result_without_a_status_is_unclear():
    answer = report("j", 2021, [element("p", BUURT), result("r", "Er is hard gewerkt.", "p")])
    assert outcomes(budget(), answer) == {"e": Outcome.UNCLEAR}


def test_a_status_on_the_result_counts_where_the_promise_has_none():
    done = StatusJudgement(value=Status.DONE, by=By.TEXT)
    answer = report("j", 2021, [element("p", BUURT), result("r", "Gedaan.", "p", status=done)])
    assert outcomes(budget(), answer) == {"e": Outcome.DONE}


def test_the_newest_report_has_the_last_word():
    early, late = (StatusJudgement(value=value, by=By.TEXT) for value in (Status.ON_TRACK, Status.STOPPED))
    halfway = document(
        "t", 2021, [element("p", BUURT, status=early)], DocumentKind.TUSSENRAPPORTAGE, date(2021, 9, 1)
    )
    final = report("j", 2021, [element("p", BUURT, status=late)])
    assert outcomes(budget(), halfway, final) == {"e": Outcome.STOPPED}


def test_a_promise_for_a_later_year_is_not_due():
    later = (deadline("2024", date(2024, 1, 1), date(2024, 12, 31)),)
    pages = budget(deadlines=later), report("j", 2021, [element("p", ZORG)])
    assert outcomes(*pages) == {"e": Outcome.NOT_DUE}
    assert link(pages).dropped == ()


def test_a_good_candidate_makes_undecided_what_would_be_dropped():
    pages = budget(), report("j", 2021, [element("p", BUURT), element("q", BUURT), element("o", ZORG)])
    threads = link(pages)
    assert {one.decision for one in threads.links} == {Decision.PROPOSED}
    assert max(one.score for one in threads.links) > 0.5
    assert threads.dropped == ()
    assert outcomes(*pages) == {"e": Outcome.UNDECIDED}


def test_a_person_who_confirms_is_counted():
    pages = budget(), report("j", 2021, [element("p", BUURT)])
    ruling = LinkDecision(
        from_=Pointer(document="b", element="e"),
        to=Pointer(document="j", element="p"),
        decision=Decision.CONFIRMED,
    )
    found = balance(pages[0], ledger(pages, link(pages, Decisions(link=(ruling,)))))
    assert (found.promised, found.confirmed) == (1, 1)


def confirmed(*pairs: tuple[str, str]) -> Decisions:
    ids = {"b": "e", "j": "p", "k": "q"}
    return Decisions(
        link=tuple(
            LinkDecision(
                from_=Pointer(document=one, element=ids[one]),
                to=Pointer(document=other, element=ids[other]),
                decision=Decision.CONFIRMED,
            )
            for one, other in pairs
        )
    )


@pytest.mark.parametrize(
    ("pairs", "count"),
    [([("b", "j")], 0), ([("b", "j"), ("j", "k")], 1), ([("b", "j"), ("b", "k")], 1), ([], 0)],
)
def test_a_promise_is_confirmed_when_what_a_person_confirmed_holds_it_together(pairs, count):
    pages = (
        budget(),
        report("j", 2021, [element("p", BUURT)]),
        report("k", 2022, [element("q", BUURT), result("r", "Het is klaar.", "q")]),
    )
    threads = link(pages, confirmed(*pairs))
    assert max(len(one.members) for one in threads.threads) == 4
    assert balance(pages[0], ledger(pages, threads)).confirmed == count


def test_a_status_that_a_person_set_is_counted_as_confirmed():
    by_person = StatusJudgement(value=Status.DONE, by=By.PERSON)
    answer = report("j", 2021, [element("p", BUURT, status=by_person)])
    pages = budget(), answer
    assert balance(pages[0], ledger(pages, link(pages))).confirmed == 1


def test_money_and_results_without_promise_are_left_out_and_said_so():
    page = report("j", 2021, [element("c", "Nog te bepalen", Kind.COST), result("r", "Er kwam een park.")])
    found = balance(page, ledger([page], link([page])))
    assert found.promised == 0
    assert [[one.element for one in left.elements] for left in found.left_out] == [["c"], ["r"]]


def test_the_parts_of_a_split_with_one_outcome_are_counted_once():
    whole = (
        "We breiden het jongerenwerk uit met twee straatcoaches in Noord en "
        "verbouwen het buurthuis De Spil tot huiskamer voor ouderen met dementie."
    )
    parts = [
        "Het jongerenwerk breiden we uit met twee straatcoaches in Noord.",
        "We verbouwen buurthuis De Spil tot huiskamer voor ouderen met dementie.",
    ]
    done = StatusJudgement(value=Status.DONE, by=By.TEXT)
    pages = (
        document("b", 2021, [element("e", whole), element("o", ZORG)]),
        report("j", 2021, [element(f"p{n}", text, status=done) for n, text in enumerate(parts)]),
    )
    found = balance(pages[0], ledger(pages, link(pages)))
    assert {one.outcome: one.count for one in found.tallies} == {Outcome.DONE: 1, Outcome.NOT_FOUND: 1}


@pytest.mark.parametrize(
    ("later", "own", "expected"),
    [
        (("Zorg",), ("Zorg",), True),
        (("Zorg",), ("Zorg / Jeugd",), True),
        (("Zorg / Jeugd",), ("Zorg",), True),
        (("Zorg / Ouderen",), ("Zorg",), False),
        (("Zorg / Ouderen",), ("Zorg / Jeugd",), False),
        (("Wonen",), ("Zorg",), False),
        (("Wonen", "Zorg"), ("Zorg / Jeugd",), True),
        ((), ("Zorg",), False),
        (("Zorg",), (), False),
        ((), (), True),
    ],
)
def test_like_is_asked_of_like(later, own, expected):
    page = document(
        "b",
        2021,
        [element("t", "Thema Jeugd", Kind.THEME, None), element("e", BUURT, parent="t")],
        covers=own,
    )
    (entry,) = shelve([page]).entries
    assert covers(report("j", 2021, [], covers=later), entry, page) is expected


@pytest.mark.parametrize(
    "name", ["Programma 06 Sociaal domein", "6. Sociaal  domein", "sociaal domein:", "Thema Sociaal domein"]
)
def test_names_of_programmes_are_compared_without_number_and_prefix(name):
    assert plain(name) == "sociaal domein"


def test_a_promise_is_due_in_the_year_of_its_last_deadline():
    page = budget(deadlines=(deadline("mei 2023", date(2023, 5, 1)), deadline("mei 2022", date(2022, 5, 1))))
    assert last_year(page.elements[0], page) == 2023
    assert last_year(replace(page.elements[0], deadlines=()), page) == 2021


def test_a_report_quotes_its_budget_or_else_the_usual_one():
    answer = report("j", 2021, [])
    assert quoted_budget_date(answer, [budget(), answer]) == date(2020, 11, 9)
    assert quoted_budget_date(answer, [answer]) == date(2020, 11, 1)


def test_a_bare_time_is_never_said_to_be_dropped_nor_linked_by_itself():
    pages = (
        document("b", 2021, [element("p", "eind 2021", Kind.PLANNING), element("e", ZORG)]),
        report("j", 2021, [element("q", "eind 2021", Kind.PLANNING), element("o", BUURT)]),
    )
    threads = link(pages)
    assert [one.element for one in threads.dropped] == ["e"]
    assert {one.decision for one in threads.links} <= {Decision.PROPOSED}


def test_an_indicator_and_an_activity_are_not_linked_without_a_person():
    pages = (
        document("b", 2021, [element("i", BUURT, Kind.INDICATOR), element("e", ZORG)]),
        report("j", 2021, [element("a", BUURT), element("o", ZORG)]),
    )
    made = {(one.from_.element, one.decision) for one in link(pages).links}
    assert ("e", Decision.AUTO) in made
    assert ("i", Decision.AUTO) not in made
