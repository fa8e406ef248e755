"""Rules about what a text claims: which way it went, and whether anything tells."""

import pytest

from rodedraad.checking.benchmarks import benchmarks
from rodedraad.checking.case import Case
from rodedraad.checking.rules.direction_against_target import DirectionAgainstTarget
from rodedraad.checking.rules.figure_outside_benchmark import FigureOutsideBenchmark
from rodedraad.checking.rules.indicators_count_nothing import IndicatorsCountNothing
from rodedraad.checking.rules.money_against_amount import MoneyAgainstAmount
from rodedraad.checking.rules.money_without_amount import MoneyWithoutAmount
from rodedraad.checking.rules.outcome_without_number import OutcomeWithoutNumber
from rodedraad.model.document import Amount, Element
from rodedraad.model.observations import Observations, Residents
from rodedraad.model.terms import Kind, MoneyPhase, Phase
from rodedraad.model.threads import Threads
from tests.checking.support import about, budget, element, goal, indicator, remarks, report, result, value


@pytest.mark.parametrize(
    "text",
    [
        "Het aantal huisbezoeken is in dit jaar toegenomen.",
        "Bewoners maken steeds vaker gebruik van de buurtkamer.",
        "De norm voor het plaatsen van leerlingen is ruimschoots gehaald.",
        "Er wordt gemeld dat de wachtlijst vrij stabiel gebleven is.",
        "De instroom nam vorig jaar sterk af.",
    ],
)
def test_an_outcome_without_a_figure_is_asked_about(text: str) -> None:
    (remark,) = remarks(OutcomeWithoutNumber, report(result("r1", text)))
    assert text in remark.message


@pytest.mark.parametrize(
    "text",
    [
        "Het aantal huisbezoeken is toegenomen van 120 naar 180.",
        "De wachttijd is gedaald van elf naar zeven weken.",
        "Wij willen dat het aantal huisbezoeken toegenomen is aan het eind van de periode.",
        "Of de eenzaamheid is afgenomen valt niet te zeggen.",
        "Het aantal huisbezoeken zal naar verwachting zijn toegenomen.",
        "Het plan is vastgesteld.",
    ],
)
def test_a_figure_a_wish_and_a_doubt_are_left_alone(text: str) -> None:
    assert about(OutcomeWithoutNumber, report(result("r1", text))) == []


def test_a_figure_of_the_same_subject_elsewhere_counts() -> None:
    counted = result("i1", "Aantal huisbezoeken door het wijkteam: 180", kind=Kind.INDICATOR)
    other = result("i2", "Aantal aanvragen voor bijstand: 12", kind=Kind.INDICATOR)
    said = result("r1", "De huisbezoeken van het wijkteam zijn toegenomen.")
    assert about(OutcomeWithoutNumber, report(counted, said)) == []
    assert about(OutcomeWithoutNumber, report(other, said)) == ["r1"]


def test_a_plan_is_no_outcome() -> None:
    assert about(OutcomeWithoutNumber, budget(indicator("i1", "De uitstroom is toegenomen."))) == []


def test_a_result_that_went_the_other_way_is_laid_beside_its_target() -> None:
    wanted = indicator("i1", "Daling van het aantal uithuisplaatsingen")
    went = result("r1", "Het aantal uithuisplaatsingen is licht gestegen.", "i1", kind=Kind.INDICATOR)
    (remark,) = remarks(DirectionAgainstTarget, report(wanted, went))
    assert remark.subject.element == "i1"
    assert "licht gestegen" in remark.message


@pytest.mark.parametrize(
    "text",
    [
        "Het aantal uithuisplaatsingen is verder gedaald.",
        "Het aantal uithuisplaatsingen is niet gestegen.",
        "Het aantal aanmeldingen bij de huisarts is gestegen.",
        "Het aantal uithuisplaatsingen kan zijn gestegen.",
    ],
)
def test_the_same_way_another_subject_and_a_denial_are_left_alone(text: str) -> None:
    wanted = indicator("i1", "Daling van het aantal uithuisplaatsingen")
    went = result("r1", text, "i1", kind=Kind.INDICATOR)
    assert remarks(DirectionAgainstTarget, report(wanted, went)) == []


AIM = "Toename van de uitstroom naar een eigen woning."
STEPS = ("Het convenant is getekend", "De trainingen zijn gegeven", "De visie is gereed")


def _planned(aim: str, *texts: str, **more: object) -> list[str | None]:
    indicators = [indicator(f"i{at}", text, Phase.PLAN, parent="g1", **more) for at, text in enumerate(texts)]
    return about(IndicatorsCountNothing, budget(goal("g1", aim), *indicators))


def test_steps_do_not_count_what_a_goal_wants_more_of() -> None:
    assert _planned(AIM, *STEPS) == ["i0"]


def test_one_indicator_that_counts_is_enough() -> None:
    assert _planned(AIM, *STEPS, "Aantal inwoners met een eigen woning") == []
    assert _planned(AIM, *STEPS, values=(value(12.0),)) == []


def test_a_goal_without_a_direction_and_a_single_step_are_left_alone() -> None:
    assert _planned("Iedereen heeft een eigen woning.", *STEPS) == []
    assert _planned(AIM, STEPS[0]) == []


def _money(identity: str, name: str, budgeted: float, spent: float) -> Element:
    sides = ((MoneyPhase.APPROVED, budgeted), (MoneyPhase.EXECUTED, spent))
    amounts = tuple(
        Amount(what="lasten", phase=phase, year=2024, value=size, raw=str(size)) for phase, size in sides
    )
    return element(identity, name, Kind.COST, Phase.ACTUAL, amounts=amounts, parent="g1")


ENOUGH = "De geraamde middelen waren voldoende."
SHORT = "De begrote middelen voor jeugd waren niet toereikend."


def _said(text: str) -> Element:
    return result("s1", text, kind=Kind.COST, parent="g1")


@pytest.mark.parametrize(
    ("text", "spent", "asks"),
    [(ENOUGH, 130_500, 1), (ENOUGH, 90_500, 0), (SHORT, 90_500, 1), (SHORT, 130_500, 0)],
)
def test_a_judgement_about_money_is_held_against_budget_and_spending(
    text: str, spent: int, asks: int
) -> None:
    case = report(goal("g1"), _said(text), _money("c1", "Jeugd lasten", 100_500, spent))
    found = remarks(MoneyAgainstAmount, case)
    assert len(found) == asks
    assert all("€ 100.500 begroot" in one.message for one in found)


def test_of_several_rows_the_total_is_held_against_it() -> None:
    rows = (_money("c1", "Jeugd", 50_500, 60_500), _money("c2", "Wmo", 50_500, 30_500))
    assert remarks(MoneyAgainstAmount, report(goal("g1"), _said(ENOUGH), *rows)) == []
    total = _money("c3", "Totaal lasten", 101_000, 91_000)
    assert remarks(MoneyAgainstAmount, report(goal("g1"), _said(ENOUGH), *rows, total)) == []
    (found,) = remarks(MoneyAgainstAmount, report(goal("g1"), _said(SHORT), *rows, total))
    assert "Totaal lasten" in found.message


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        (ENOUGH, ["s1"]),
        (SHORT, ["s1"]),
        ("Alle kosten zijn binnen het beschikbare budget gebleven.", ["s1"]),
        ("Het budget van € 40.000 was voldoende.", []),
        ("Geen bijzonderheden.", []),
    ],
)
def test_a_judgement_about_money_without_an_amount_is_asked_about(text: str, asks: list[str]) -> None:
    assert about(MoneyWithoutAmount, report(goal("g1"), _said(text))) == asks


def test_amounts_around_it_are_enough() -> None:
    case = report(goal("g1"), _said(ENOUGH), _money("c1", "Jeugd lasten", 100_500, 90_500))
    assert remarks(MoneyWithoutAmount, case) == []


SIGNALS = "Totaal aantal meldingen van vroegsignalering (over 2021)"
SINCE = "Wij ontvangen sinds november 2021 vroegsignalen van de woningcorporaties."


def _asked(number: int, said: str, inhabitants: int | None = 10_000, text: str = SIGNALS) -> list[str]:
    told = indicator("i1", f"{text}: {number}.", Phase.ACTUAL, parent="g1")
    page = report(goal("g1"), result("r1", said, parent="g1"), told, year=2021)
    people = () if inhabitants is None else (_people(inhabitants), _people(99))
    case = Case([page], Threads(), observations=Observations(residents=people))
    return [one.message for one in FigureOutsideBenchmark().check(case)]


def _people(inhabitants: int) -> Residents:
    return Residents(area="GM9999", inhabitants=inhabitants, source=f"bron {inhabitants}")


def test_a_number_far_under_the_national_rate_is_asked_about_with_both_numbers() -> None:
    (message,) = _asked(12, SINCE)
    assert ": 12." in message
    assert "10.000 inwoners (bron 10000) en 2 maanden is dat ongeveer 68" in message
    assert "Divosa" in message


def test_without_a_start_the_months_count_in_which_the_rate_was_measured() -> None:
    (message,) = _asked(12, "Wij geven hulp bij schulden sinds november 2021.")
    assert "6 maanden is dat ongeveer 204" in message


@pytest.mark.parametrize("number", [40, 68, 120])
def test_a_number_near_the_national_rate_is_left_alone(number: int) -> None:
    assert _asked(number, SINCE) == []


def test_without_inhabitants_and_of_other_counts_nothing_is_asked() -> None:
    assert _asked(12, SINCE, inhabitants=None) == []
    assert _asked(12, SINCE, text="Aantal meldingen van vroegsignalering die leiden tot een aanbod") == []
    assert _asked(12, SINCE, text="Aantal meldingen van overlast in de wijk") == []


def test_every_benchmark_says_of_when_and_whose_it_is() -> None:
    assert benchmarks()
    for one in benchmarks():
        assert one.since < one.until
        assert one.source
        assert one.speaks_of(one.name)
