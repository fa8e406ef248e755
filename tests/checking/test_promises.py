import pytest

from rodedraad.checking.rule import Rule
from rodedraad.checking.rules.goal_without_result import GoalWithoutResult
from rodedraad.checking.rules.indicator_not_reported import IndicatorNotReported
from rodedraad.checking.rules.partial_answer import PartialAnswer
from rodedraad.checking.rules.promise_dropped import PromiseDropped
from rodedraad.checking.rules.promise_without_result import PromiseWithoutResult
from rodedraad.checking.rules.result_without_promise import ResultWithoutPromise
from rodedraad.model.terms import Decision, Kind, Phase, Relation, Reporting, Status
from rodedraad.model.threads import Dropped, Link, Pointer, Threads
from tests.checking.support import (
    about,
    budget,
    element,
    goal,
    heading,
    indicator,
    judged,
    remarks,
    report,
    result,
    value,
)


def test_an_activity_that_nothing_in_its_field_answers_is_named() -> None:
    document = report(element("e1", "We openen een buurtkamer."), element("e2", "We werven vrijwilligers."))
    assert about(PromiseWithoutResult, document) == ["e1", "e2"]


def test_a_report_of_exceptions_or_of_unknown_reach_is_not_asked_for_results() -> None:
    for reporting in (None, Reporting.EXCEPTIONS):
        document = report(element("e1", "We openen een buurtkamer."), reporting=reporting)
        assert about(PromiseWithoutResult, document) == []


def test_a_promise_with_a_status_or_an_answer_is_answered() -> None:
    document = report(
        element("e1", "We openen een buurtkamer.", status=judged(Status.DONE)),
        heading("h", "Zorg"),
        element("e2", "We werven vrijwilligers.", parent="h"),
        result("r2", "Er zijn acht vrijwilligers.", "e2", parent="h"),
    )
    assert about(PromiseWithoutResult, document) == []
    assert about(PartialAnswer, document) == []


def test_a_line_that_opens_a_list_is_no_promise() -> None:
    assert about(PromiseWithoutResult, report(element("e1", "We doen het volgende:"))) == []


def test_an_answer_to_the_whole_answers_its_parts() -> None:
    document = report(
        element("e1", "We verbeteren de toegang."),
        element("e2", "We openen een loket.", parent="e1"),
        result("r1", "De toegang is verbeterd.", "e1"),
    )
    assert about(PromiseWithoutResult, document) == []


def test_a_field_with_fewer_answers_than_promises_is_asked_about_once() -> None:
    document = report(
        element("e1", "We openen een buurtkamer."),
        element("e2", "We werven vrijwilligers."),
        element("e3", "We schaffen een bus aan."),
        result("r1", "De buurtkamer is open.", "e1"),
    )
    (remark,) = remarks(PartialAnswer, document)
    assert remark.subject.element == "e2"
    assert [pointer.element for pointer in remark.others] == ["e3"]
    assert "Van 3 activiteiten is bij 2 geen eigen antwoord gevonden" in remark.message
    assert about(PromiseWithoutResult, document) == []


def test_goals_without_result_are_named_together_but_not_those_with_activities() -> None:
    document = report(
        goal("g1"), goal("g2", "Niemand is eenzaam."), goal("g3"), element("e1", "We helpen.", parent="g3")
    )
    (remark,) = remarks(GoalWithoutResult, document)
    assert (remark.subject.element, [one.element for one in remark.others]) == ("g1", ["g2"])
    assert len(remark.evidence) == 2


def test_a_result_without_promise_is_noted_where_results_stand_beside_promises() -> None:
    paired = [element("e1", "We openen een buurtkamer."), result("r1", "De buurtkamer is open.", "e1")]
    loose = result("r2", "We vingen gezinnen op.")
    label = result("r3", "Q4 2024")
    assert about(ResultWithoutPromise, report(*paired, loose, label)) == ["r2"]
    assert about(ResultWithoutPromise, report(loose)) == []


def test_an_extra_or_linked_result_is_not_without_promise() -> None:
    paired = [element("e1", "We openen een buurtkamer."), result("r1", "De buurtkamer is open.", "e1")]
    extra = result("r2", "We vingen gezinnen op.", status=judged(Status.EXTRA))
    assert about(ResultWithoutPromise, report(*paired, extra)) == []
    plan, later = (
        budget(element("p", "We vangen gezinnen op.")),
        report(*paired, result("r2", "We vingen op.")),
    )
    link = Link(
        from_=Pointer(document=plan.id, element="p"),
        to=Pointer(document=later.id, element="r2"),
        relation=Relation.REPORTS,
        score=1.0,
        decision=Decision.AUTO,
    )
    assert about(ResultWithoutPromise, plan, later, threads=Threads(links=(link,))) == []


def test_a_planned_indicator_without_answer_or_figure_is_not_reported() -> None:
    document = report(
        indicator("i1", "Aantal bezoekers"),
        indicator("i2", "Aantal vrijwilligers", values=(value(12),)),
        indicator("i3", "Tevredenheid"),
        result("r3", "Een 7,8", "i3", kind=indicator("x", "x").kind),
    )
    assert about(IndicatorNotReported, document) == ["i1"]
    assert about(IndicatorNotReported, report(indicator("r", "Aantal: 3", Phase.ACTUAL))) == []


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (Kind.ACTIVITY, PromiseDropped),
        (Kind.GOAL, PromiseDropped),
        (Kind.INDICATOR, IndicatorNotReported),
        (Kind.PLANNING, None),
    ],
)
def test_the_rule_that_tells_what_was_not_found_again_depends_on_its_kind(
    kind: Kind, rule: type[Rule] | None
) -> None:
    plan, later = budget(element("e1", "Aantal bezoekers", kind)), report()
    dropped = Dropped(document=plan.id, element="e1", searched=(later.id,), probability=0.9)
    told = [
        one
        for one in (PromiseDropped, IndicatorNotReported)
        if about(one, plan, later, threads=Threads(dropped=(dropped,)))
    ]
    assert told == ([rule] if rule else [])


def test_what_linking_did_not_find_again_is_said_with_where_was_searched() -> None:
    plan, later = budget(element("e1", "We openen een buurtkamer.")), report()
    dropped = Dropped(document=plan.id, element="e1", searched=(later.id,), probability=0.9)
    (remark,) = remarks(PromiseDropped, plan, later, threads=Threads(dropped=(dropped,)))
    assert remark.message == (
        "De belofte ‘We openen een buurtkamer.’ is niet teruggevonden in ‘Jaarstukken 2024’."
    )
