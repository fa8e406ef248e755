"""Rules about figures: sums, and the indicators that are mandatory."""

import pytest

from rodedraad.checking.rules.mandatory_absent import MandatoryAbsent
from rodedraad.checking.rules.mandatory_denominator import MandatoryDenominator
from rodedraad.checking.rules.sums_differ import SumsDiffer
from rodedraad.model.bbv import (
    mandatory_by_code,
    mandatory_by_name,
    mandatory_by_number,
    mandatory_indicators,
)
from rodedraad.model.document import Amount, Element
from rodedraad.model.terms import Kind, MoneyPhase, Phase
from tests.checking.support import budget, element, heading, indicator, remarks, value


def row(identity: str, name: str, what: str, *sizes: float) -> Element:
    amounts = tuple(
        Amount(what=what, phase=MoneyPhase.APPROVED, year=2024 + place, value=size, raw=str(size))
        for place, size in enumerate(sizes)
    )
    return element(
        identity, f"{name} | {' | '.join(map(str, sizes))}", Kind.COST, Phase.PLAN, amounts=amounts
    )


def test_a_total_that_is_off_in_one_column_is_asked_about() -> None:
    rows = (
        row("c1", "Jeugd", "lasten", 40_000, 50_000),
        row("c2", "Wmo", "lasten", 60_000, 70_000),
        row("c3", "Totaal lasten", "lasten", 100_000, 130_000),
    )
    (found,) = remarks(SumsDiffer, budget(*rows))
    assert found.subject.element == "c3"
    assert "(2025) verschilt € 10.000" in found.message


def test_a_saldo_is_baten_minus_lasten() -> None:
    rows = (
        row("c1", "Lasten", "lasten", 100_000, 120_000),
        heading("h1", "Baten", Kind.HEADING),
        row("c2", "Baten", "baten", 30_000, 20_000),
        row("c3", "Saldo", "saldo", -70_000, -90_000),
    )
    assert [one.subject.element for one in remarks(SumsDiffer, budget(*rows))] == ["c3"]


@pytest.mark.parametrize("last", [(100_000, 121_000), (90_000, 110_000)], ids=["rounded", "a selection"])
def test_rounding_and_selections_are_left_alone(last: tuple[float, float]) -> None:
    rows = (
        row("c1", "Jeugd", "lasten", 40_000, 50_000),
        row("c2", "Wmo", "lasten", 60_000, 70_000),
        row("c3", "Totaal lasten", "lasten", *last),
    )
    assert remarks(SumsDiffer, budget(*rows)) == []


def test_a_mandatory_indicator_per_another_number_of_people() -> None:
    wrong = value(24.8, "2022", unit="per 1.000 inwoners", standard="bbv-27")
    right = value(248.1, "2022", unit="per 10.000 inw. 18+", standard="bbv-27")
    share = value(12.1, "2022", unit="%", standard="bbv-29")
    documents = budget(
        indicator("i1", "Bijstand", values=(wrong,)), indicator("i2", "Bijstand", values=(right, share))
    )
    (found,) = remarks(MandatoryDenominator, documents)
    assert found.subject.element == "i1"
    assert "per 1.000; de bron telt per 10.000 inwoners van 18 jaar en ouder" in found.message


def test_what_a_list_of_the_regulation_leaves_out() -> None:
    social = [
        one for one in mandatory_indicators() if one.group == "sociaal domein" and one.is_asked_in(2024)
    ]
    shown = tuple(
        indicator(f"i{place:02}", one.name, values=(value(1, "2022", standard=one.code),))
        for place, one in enumerate(social[:-1])
    )
    listed = budget(heading("h1", "Verplichte beleidsindicatoren"), *shown)
    (found,) = remarks(MandatoryAbsent, listed)
    assert social[-1].name in found.message
    assert remarks(MandatoryAbsent, budget(heading("h1", "Indicatoren"), *shown)) == []


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Jongeren met jeugdhulp (% tot 18 jaar)", 29),
        ("Aandeel jongeren tot 18 jaar met jeugdhulp", 29),
        ("Cliënten met een maatwerkarrangement WMO", 32),
        ("Personen met een bijstandsuitkering per 10.000 inwoners", 27),
        ("Voortijdig schoolverlaters (VO + MBO)", 19),
        ("Niet-sporters", 20),
        ("Banen voor statushouders", None),
        ("Jongeren met jeugdhulp met verblijf", None),
    ],
)
def test_a_mandatory_indicator_by_its_name(name: str, number: int | None) -> None:
    found = mandatory_by_name(name)
    assert (found.number if found else None) == number


def test_a_mandatory_indicator_by_its_number_needs_a_word_of_its_name() -> None:
    found = mandatory_by_number("22.", "Jongeren met delict")
    assert found is not None
    assert found is mandatory_by_code("bbv-22")
    assert mandatory_by_number("22", "Aantal bussen") is None


def test_what_is_no_longer_asked_for() -> None:
    dropped = mandatory_by_name("Achterstandsleerlingen")
    assert dropped is not None
    assert dropped.is_asked_in(2017)
    assert not dropped.is_asked_in(2018)
