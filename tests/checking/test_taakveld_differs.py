"""Money by taakveld in a document, beside made-up Iv3 of the same town."""

import pytest

from rodedraad.checking import Case
from rodedraad.checking.rule import Remark
from rodedraad.checking.rules.taakveld_differs import TaakveldDiffers
from rodedraad.model.document import Amount, Document, TaakveldCode
from rodedraad.model.observations import Delivery, MoneyObservation, Observations, Origin
from rodedraad.model.terms import Kind, MoneyPhase
from rodedraad.model.threads import Threads
from tests.checking.support import budget, element, report

IV3 = {
    "6.3": 35_545_000.0,
    "6.1": 12_189_000.0,
    "6.2": 6_952_000.0,
    "6.71": 0.0,
    "6.71a": 5_357_000.0,
    "6.71b": 4_256_000.0,
}


def amount(
    code: str, value: float | None, phase: MoneyPhase = MoneyPhase.APPROVED, year: int | None = 2024
) -> Amount:
    taakveld = TaakveldCode(code=code, scheme="2023")
    return Amount(what="lasten", phase=phase, year=year, value=value, raw=str(value), taakveld=taakveld)


def observed(
    stage: str = "begroting", phase: MoneyPhase = MoneyPhase.APPROVED, area: str = "GM9999"
) -> Observations:
    delivery = Delivery(
        source=f"iv3/2024/{stage}",
        file="iv3.csv",
        sha256="a",
        rows_in=1,
        rows_used=1,
        method="",
        method_version=1,
    )
    money = tuple(
        MoneyObservation(area=area, amount=amount(code, value, phase), origin=Origin(sha256="a", rows=(2,)))
        for code, value in IV3.items()
    )
    return Observations(deliveries=(delivery,), money=money)


def remarks(document: Document, observations: Observations | None = None) -> list[Remark]:
    case = Case((document,), Threads(), observations=observations or observed())
    return list(TaakveldDiffers().check(case))


def with_amounts(*amounts: Amount, **more: object) -> Document:
    rows = [element(f"r{number}", one.raw, Kind.COST, amounts=(one,)) for number, one in enumerate(amounts)]
    return budget(*rows, **more)


def test_the_same_amounts_are_not_asked_about() -> None:
    assert remarks(with_amounts(amount("6.3", 35_545_000), amount("6.1", 12_189_400))) == []


def test_a_difference_is_told_with_the_bridge_from_one_total_to_the_other() -> None:
    document = with_amounts(amount("6.3", 35_100_000), amount("6.1", 12_189_000), amount("6.2", 7_000_000))
    (remark,) = remarks(document)
    assert remark.message == (
        "De lasten 2024 (begroting) van 3 taakvelden zijn hier samen € 54.289.000 en in Iv3 € 54.686.000. Van het ene "
        "naar het andere: 6.3 Inkomensregelingen + € 445.000; 6.2 Toegang en eerstelijnsvoorzieningen − € 48.000."
    )
    assert remark.subject.element == "r0"
    assert [one.element for one in remark.others] == ["r2"]


def test_many_small_steps_are_told_together() -> None:
    document = with_amounts(*(amount(code, value + 5_000) for code, value in IV3.items() if value))
    (remark,) = remarks(document)
    assert remark.message.endswith("; 2 andere samen − € 10.000.")


def test_amounts_in_thousands_are_asked_about_as_such() -> None:
    (remark,) = remarks(with_amounts(amount("6.3", 35_545), amount("6.1", 12_189), amount("6.2", 6_952)))
    assert "duizend keer zo hoog" in remark.message


def test_a_taakveld_that_iv3_splits_is_its_parts_together() -> None:
    assert remarks(with_amounts(amount("6.71", 9_613_000))) == []


def test_a_taakveld_in_two_programmes_counts_together_and_in_two_tables_once() -> None:
    assert remarks(with_amounts(amount("6.3", 30_000_000), amount("6.3", 5_545_000))) == []
    assert remarks(with_amounts(amount("6.3", 35_545_000), amount("6.3", 35_545_000))) == []


@pytest.mark.parametrize(
    "other",
    [
        amount("6.3", 1.0, MoneyPhase.ADJUSTED),
        amount("6.3", 1.0, MoneyPhase.EXECUTED),
        amount("6.3", 1.0, year=2023),
        amount("6.3", 1.0, year=None),
        amount("6.3", None),
        amount("7.1", 1.0),
    ],
)
def test_what_iv3_says_nothing_of_is_not_asked_about(other: Amount) -> None:
    assert remarks(with_amounts(other)) == []


def test_accounts_are_laid_beside_accounts_and_quarters_beside_nothing() -> None:
    spent = element("r0", "1", Kind.COST, amounts=(amount("6.3", 1_000_000.0, MoneyPhase.EXECUTED),))
    accounts = observed("jaarrekening", MoneyPhase.EXECUTED)
    assert len(remarks(report(spent), accounts)) == 1
    assert remarks(report(spent), observed("kwartaal-4", MoneyPhase.EXECUTED)) == []


def test_another_municipality_is_not_compared() -> None:
    assert remarks(with_amounts(amount("6.3", 1.0)), observed(area="GM0356")) == []
