"""What the checks of claims say of a real page of a municipality's annual report."""

from pathlib import Path

import pytest

from rodedraad.dossier.store import read_build
from rodedraad.model.findings import Finding

PAGE = "hulst-jaarstukken-2021"

pytestmark = pytest.mark.reference


@pytest.fixture(scope="module")
def said(built_reference: Path) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for one in read_build(built_reference).findings.findings:
        if one.subject.document == PAGE:
            found.setdefault(one.rule, []).append(one)
    return found


def test_no_offer_stands_beside_a_fitting_offer(said):
    (found,) = said["claim-contradicts-number"]
    assert "een passend ondersteuningsaanbod" in found.message
    assert found.message.count(": 0.") == 1


def test_a_rise_has_no_number_and_goes_against_its_target(said):
    assert any("zijn toegenomen" in one.message for one in said["outcome-without-number"])
    (found,) = said["direction-against-target"]
    assert "Daling" in found.message


def test_reports_are_far_under_the_national_rate_with_both_numbers(said):
    (found,) = said["figure-outside-benchmark"]
    assert ": 32." in found.message
    assert "27.533 inwoners" in found.message
    assert "2 maanden is dat ongeveer 187" in found.message


def test_none_of_five_indicators_counts_outflow_and_one_gets_no_answer(said):
    (found,) = said["indicators-count-nothing"]
    assert "Geen van de 5 indicatoren" in found.message
    unanswered = [one.message for one in said["indicator-not-reported"]]
    assert any("Bij 1 indicator is geen resultaat gevonden" in one for one in unanswered)


def test_words_about_money_have_no_amounts(said):
    messages = " ".join(one.message for one in said["money-without-amount"])
    assert "niet toereikend" in messages
    assert "waren voldoende" in messages
