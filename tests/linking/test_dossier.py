"""The small dossier, from documents to balance."""

from datetime import date
from math import log

import pytest
from msgspec.structs import replace

from rodedraad.linking import link
from rodedraad.linking.balance import balance, balance_as_of, balance_of_year
from rodedraad.linking.ledger import ledger
from rodedraad.linking.outcome import Outcome
from rodedraad.model.codec import to_json
from rodedraad.model.terms import FOR_GOOD, Decision, Relation, Reporting
from rodedraad.model.threads import Pointer, Thread, Threads
from tests.linking.lindewaard import budget_2021, budget_2022, dossier, report_2021


@pytest.fixture(scope="module")
def threads() -> Threads:
    return link(dossier())


def at(document: str, identity: str) -> Pointer:
    return Pointer(document=document, element=identity)


def thread_of(threads: Threads, pointer: Pointer) -> Thread:
    (found,) = [one for one in threads.threads if pointer in one.members]
    return found


def test_a_promise_its_repetition_and_its_result_are_one_thread(threads):
    assert thread_of(threads, at("begroting-2021", "a1")).members == (
        at("begroting-2021", "a1"),
        at("jaarstukken-2021", "p1"),
        at("jaarstukken-2021", "r1"),
    )


def test_a_thread_is_in_order_of_time_and_a_quoted_plan_is_as_old_as_its_budget(threads):
    assert thread_of(threads, at("begroting-2021", "a2")).members == (
        at("begroting-2021", "a2"),
        at("jaarstukken-2021", "p2"),
        at("begroting-2022", "a1"),
        at("jaarstukken-2021", "r2"),
    )


def test_the_title_is_the_promise_in_its_own_words(threads):
    assert thread_of(threads, at("begroting-2021", "a4")).title == (
        "Laaggeletterde inwoners krijgen een taalcursus in de bibliotheek, ook in de avonduren"
    )


def test_every_promise_stands_on_a_thread_also_alone(threads):
    standing = {member for thread in threads.threads for member in thread.members}
    promises = {
        at(one.id, element.id) for one in dossier() for element in one.elements if element.phase is not None
    }
    assert promises <= standing
    assert thread_of(threads, at("begroting-2022", "i1")).members == (at("begroting-2022", "i1"),)


def test_what_is_no_promise_and_joins_nothing_stands_on_no_thread(threads):
    assert not [one for one in threads.threads if at("begroting-2021", "n1") in one.members]


def test_links_point_from_the_older_to_the_newer_and_say_why(threads):
    made = {(one.from_, one.to): one for one in threads.links if one.decision in FOR_GOOD}
    link_found = made[at("begroting-2021", "a1"), at("jaarstukken-2021", "p1")]
    assert link_found.relation is Relation.SAME_TEXT
    assert link_found.decision is Decision.AUTO
    assert link_found.evidence[0].text == "dezelfde tekst"
    assert link_found.evidence[-1].what == "start"


def test_the_parts_of_a_score_add_up_to_it(threads):
    doubtful = [one for one in threads.links if 0.02 < one.score < 0.98]
    for one in doubtful:
        total = sum(part.weight for part in one.evidence)
        assert total == pytest.approx(log(one.score / (1 - one.score)), abs=0.1)


def test_no_proposal_is_among_what_is_linked(threads):
    proposed = [one for one in threads.links if one.decision is Decision.PROPOSED]
    together = [
        (one.from_, one.to)
        for one in proposed
        if any({one.from_, one.to} <= set(thread.members) for thread in threads.threads)
    ]
    assert together == []


def test_the_postponed_tender_is_a_shift_with_its_cause(threads):
    (shift,) = threads.shifts
    assert (shift.planned.start, shift.now.end) == (date(2021, 7, 1), date(2022, 3, 1))
    assert shift.days == 243
    assert shift.thread == thread_of(threads, at("begroting-2021", "a2")).id
    assert shift.cause == (
        "Door vragen van de provincie is de aanbesteding van het doelgroepenvervoer uitgesteld naar 1 maart 2022."
    )


def test_what_the_report_does_not_hold_is_dropped_with_what_was_searched(threads):
    dropped = {(one.document, one.element): one for one in threads.dropped}
    assert ("begroting-2021", "a4") in dropped
    assert dropped["begroting-2021", "a4"].searched == ("jaarstukken-2021",)
    assert dropped["begroting-2021", "a4"].probability > 0.7
    assert ("begroting-2021", "a1") not in dropped
    assert ("begroting-2022", "a2") not in dropped


def test_a_goal_is_not_dropped_while_its_activity_is_answered(threads):
    assert ("begroting-2021", "g1") not in {(one.document, one.element) for one in threads.dropped}


def test_the_balance_of_the_budget(threads):
    found = balance(budget_2021(), ledger(dossier(), threads))
    assert {one.outcome: [c.promise.element for c in one.promises] for one in found.tallies} == {
        Outcome.DONE: ["a1"],
        Outcome.DELAYED: ["a2"],
        Outcome.NO_ANSWER: ["a3"],
        Outcome.NOT_FOUND: ["a4", "g3"],
    }
    assert found.promised == 5
    assert found.confirmed == 0
    assert {one.why: [p.element for p in one.elements] for one in found.left_out} == {
        "doel met eigen activiteiten: die zijn geteld": ["g1", "g2"]
    }


def test_a_year_counts_a_repeated_promise_once(threads):
    assert balance_of_year("GM9999", 2021, ledger(dossier(), threads)).promised == 5


def test_a_budget_without_a_report_yet(threads):
    found = balance(budget_2022(), ledger(dossier(), threads))
    counts = {one.outcome: one.count for one in found.tallies}
    assert counts == {Outcome.NOT_REPORTED: 2}
    assert [(one.outcome, one.count) for one in found.indicators] == [(Outcome.NOT_REPORTED, 1)]


def test_the_balance_as_it_stood_before_the_report(threads):
    found = balance_as_of(budget_2021(), budget_2022(), ledger(dossier(), threads))
    assert {one.outcome: one.count for one in found.tallies} == {Outcome.NOT_REPORTED: 5}


def test_documents_in_any_order_give_the_same_bytes(threads):
    for order in ([1, 0, 2], [2, 1, 0], [1, 2, 0]):
        assert to_json(link([dossier()[one] for one in order])) == to_json(threads)


def test_a_report_of_another_theme_makes_nothing_dropped():
    other = [budget_2021(), _covering(report_2021(), "Sociaal domein / Jeugd")]
    assert link(other).dropped == ()


def test_a_report_of_one_theme_is_asked_only_for_that_theme():
    narrow = [budget_2021(), _covering(report_2021(), "Sociaal domein / Thema Meedoen")]
    assert {one.element for one in link(narrow).dropped} == {"a4", "g3"}


def test_a_report_of_deviations_makes_nothing_dropped():
    exceptions = replace(report_2021(), reporting=Reporting.EXCEPTIONS)
    found = link([budget_2021(), exceptions])
    assert found.dropped == ()
    tallies = balance(budget_2021(), ledger([budget_2021(), exceptions], found)).tallies
    assert {one.outcome for one in tallies} >= {Outcome.NOT_REPORTED}


def _covering(document, cover):
    return replace(document, covers=(cover,))
