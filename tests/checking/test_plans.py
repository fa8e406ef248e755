from datetime import date

import pytest

from rodedraad.checking.rules.activity_without_goal import ActivityWithoutGoal
from rodedraad.checking.rules.deadline_shifted import DeadlineShifted
from rodedraad.checking.rules.goal_without_activity import GoalWithoutActivity
from rodedraad.checking.rules.indicator_without_target import IndicatorWithoutTarget
from rodedraad.checking.rules.stale_year import StaleYear
from rodedraad.checking.rules.unknown_heading import UnknownHeadingRule
from rodedraad.checking.rules.weakened import Weakened
from rodedraad.model.document import Document, Span, UnknownHeading
from rodedraad.model.findings import Subject
from rodedraad.model.terms import ChangeKind, Effect, Kind, Side
from rodedraad.model.threads import Change, Dated, Shift, Threads, Worded
from tests.checking.support import (
    about,
    budget,
    deadline,
    element,
    goal,
    heading,
    indicator,
    remarks,
    report,
    value,
)

YEAR_2022 = deadline(date(2022, 1, 1), date(2022, 12, 31), "in 2022")
SUMMER = (date(2024, 6, 30), date(2024, 9, 30), date(2025, 3, 31))


def test_goals_and_activities_apart_are_asked_about() -> None:
    document = budget(
        heading("h1", "Wat willen we bereiken?"),
        goal("g1", parent="h1"),
        goal("g2", parent="h1"),
        heading("h2", "Wat gaan we doen?"),
        element("e1", "We openen een loket.", parent="h2"),
        element("e2", "We werven vrijwilligers.", parent="h2"),
    )
    assert about(GoalWithoutActivity, document) == ["g1"]
    assert about(ActivityWithoutGoal, document) == ["e1"]


def test_a_goal_with_an_activity_below_or_beside_it_is_not_without() -> None:
    below = budget(goal("g1"), element("e1", "We openen een loket.", parent="g1"))
    beside = budget(
        heading("t", "Jeugd", Kind.THEME),
        goal("g1", parent="t"),
        element("e1", "We openen een loket.", parent="t"),
    )
    for document in (below, beside):
        assert about(GoalWithoutActivity, document) == []
        assert about(ActivityWithoutGoal, document) == []


def test_running_text_may_name_goal_and_activity_itself() -> None:
    paragraph = "Niemand verliest zijn huis. Het loket gaat vaker open."
    assert about(GoalWithoutActivity, budget(goal("g1", paragraph))) == []
    assert about(ActivityWithoutGoal, budget(element("e1", paragraph))) == []
    assert about(ActivityWithoutGoal, budget(element("e1", paragraph), element("e2", paragraph))) == ["e1"]


def test_only_a_budget_is_asked_how_goals_and_activities_hang_together() -> None:
    document = report(goal("g1"), element("e1", "We openen een loket."), element("e2", "We werven."))
    assert about(GoalWithoutActivity, document) == about(ActivityWithoutGoal, document) == []


def test_a_part_of_an_activity_needs_no_goal_of_its_own() -> None:
    document = budget(
        goal("g1"), element("e1", "We helpen.", parent="g1"), element("e2", "Eerst dit.", parent="e1")
    )
    assert about(ActivityWithoutGoal, document) == []


@pytest.mark.parametrize(
    ("text", "stale"),
    [
        ("Het plan wordt in 2022 geactualiseerd.", True),
        ("We werken door; het plan wordt in 2022 vastgesteld.", True),
        ("Het plan is in 2022 geactualiseerd.", False),
        ("Het plan, dat in 2022 is vastgesteld, wordt uitgevoerd.", False),
        ("Sinds de start in 2022 gaan we zo te werk.", False),
    ],
)
def test_a_past_year_is_stale_where_the_clause_looks_ahead(text: str, stale: bool) -> None:
    assert about(StaleYear, budget(element("e1", text, deadlines=(YEAR_2022,)))) == (["e1"] if stale else [])


def test_a_time_that_was_still_to_come_when_the_budget_was_adopted_is_not_stale() -> None:
    soon = deadline(date(2023, 12, 1), date(2023, 12, 31), "in december 2023")
    plan = element("e1", "Het plan wordt in december 2023 vastgesteld.", deadlines=(soon,))
    assert about(StaleYear, budget(plan)) == []
    assert about(StaleYear, report(plan)) == ["e1"]


def shift(before: Document, now: Document, planned: date, new: date, cause: str | None = None) -> Shift:
    dated = [
        Dated(document=document.id, element="e1", start=day, end=day, text=str(day))
        for document, day in ((before, planned), (now, new))
    ]
    return Shift(thread="t", planned=dated[0], now=dated[1], days=(new - planned).days, cause=cause)


def test_a_shift_is_told_once_a_new_date_from_the_newest_older_one() -> None:
    days = [deadline(day, day, str(day)) for day in SUMMER]
    first, second = (
        budget(element("e1", "x", deadlines=days[:1])),
        budget(element("e1", "x", deadlines=days[1:2]), year=2025),
    )
    last = report(element("e1", "x", deadlines=days[2:]), year=2025)
    shifts = (shift(first, last, SUMMER[0], SUMMER[2]), shift(second, last, SUMMER[1], SUMMER[2]))
    (remark,) = remarks(DeadlineShifted, first, second, last, threads=Threads(shifts=shifts))
    assert "30 september 2024" in remark.message
    assert "182 dagen later" in remark.message
    assert [one.document for one in remark.others] == [first.id, second.id]
    assert [quote.document for quote in remark.evidence] == [second.id, last.id]


def test_a_shift_names_the_cause_where_the_text_gives_one_and_earlier_is_no_shift() -> None:
    first, last = budget(element("e1", "x")), report(element("e1", "x"))
    told = shift(first, last, SUMMER[0], SUMMER[1], cause="Er is asbest gevonden.")
    (remark,) = remarks(DeadlineShifted, first, last, threads=Threads(shifts=(told,)))
    assert remark.message.endswith("Als reden staat er: Er is asbest gevonden.")
    earlier = shift(first, last, SUMMER[1], SUMMER[0])
    assert remarks(DeadlineShifted, first, last, threads=Threads(shifts=(earlier,))) == []


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Aantal bezoekers", True),
        ("Aantal meldingen (over 2024)", True),
        ("Aantal bezoekers (streefwaarde 2024: 60)", False),
        ("Jobcoach -75", False),
        ("De cijfers komen van de GGD. Het onderzoek is er eens per jaar.", False),
    ],
)
def test_an_indicator_without_a_number_has_no_target(text: str, bare: bool) -> None:
    assert about(IndicatorWithoutTarget, budget(indicator("i1", text))) == (["i1"] if bare else [])


def test_a_recognised_target_counts() -> None:
    assert (
        about(
            IndicatorWithoutTarget,
            budget(indicator("i1", "Bezoekers", values=(value(60, side=Side.TARGET),))),
        )
        == []
    )


def test_a_heading_that_nobody_knows_is_told_with_the_nearest_known_one() -> None:
    place = Span(source=0, start=0, end=5)
    unknown = (
        UnknownHeading(words="Wat dede wij?", nearest="Wat hebben we gedaan?", evidence=place),
        UnknownHeading(words="Zomaar iets?", nearest=None, evidence=place),
    )
    first, second = remarks(UnknownHeadingRule, budget(unknown_headings=unknown))
    assert first.message.endswith("De kop die er het meest op lijkt, is ‘Wat hebben we gedaan?’.")
    assert second.message == "De kop ‘Zomaar iets?’ kennen wij niet."


def change(before: Document, now: Document, was: str, words: str, effect: Effect = Effect.WEAKER) -> Change:
    sides = [
        Worded(
            document=document.id,
            element="e1",
            words=told,
            sentence=document.elements[0].text,
            evidence=document.elements[0].spans[0],
        )
        for document, told in ((before, was), (now, words))
    ]
    return Change(thread="t", what=ChangeKind.DATE, effect=effect, was=sides[0], now=sides[1])


def test_what_became_weaker_is_asked_with_both_quotes() -> None:
    first = budget(element("e1", "Het plan is in mei klaar."))
    last = budget(element("e1", "Het plan komt er."), year=2025)
    told = change(first, last, "in mei", "")
    (remark,) = remarks(Weakened, first, last, threads=Threads(changes=(told, told)))
    assert remark.message == (
        f"In ‘{first.title}’ staat ‘in mei’, in ‘{last.title}’ staat geen termijn. Staat erbij waarom?"
    )
    assert remark.subject == Subject(document=last.id, element="e1")
    assert [one.document for one in remark.others] == [first.id]
    assert [quote.document for quote in remark.evidence] == [first.id, last.id]


def test_what_became_stronger_is_no_finding() -> None:
    first, last = budget(element("e1", "Klaar.")), budget(element("e1", "In mei klaar."), year=2025)
    told = change(first, last, "", "in mei", Effect.STRONGER)
    assert remarks(Weakened, first, last, threads=Threads(changes=(told,))) == []
