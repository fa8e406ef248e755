"""Amounts from one document to the next: the same row, side, year and phase."""

import pytest

from rodedraad.checking import Case
from rodedraad.checking.rule import Remark
from rodedraad.checking.rules.amounts_carried import AmountsCarried
from rodedraad.model.document import Amount, Document, Element
from rodedraad.model.terms import Kind, MoneyPhase, Phase
from rodedraad.model.threads import Threads
from tests.checking.support import budget, element, heading, report

BUDGETED, SPENT = MoneyPhase.APPROVED, MoneyPhase.EXECUTED


def row(
    identity: str,
    name: str,
    value: float,
    what: str = "lasten",
    phase: MoneyPhase = BUDGETED,
    parent: str | None = None,
    year: int | None = 2024,
) -> Element:
    amount = Amount(what=what, phase=phase, year=year, value=value, raw=f"{value:.0f}")
    return element(
        identity,
        f"{name} | {value:.0f}",
        Kind.COST,
        Phase.PLAN,
        label=name,
        amounts=(amount,),
        parent=parent,
    )


def before(*more: Element) -> Document:
    return budget(
        row("a", "Jeugd", 5_000_000), row("b", "Wmo", 3_000_000), row("c", "Werk", 1_000_000), *more
    )


def remarks(*documents: Document) -> list[Remark]:
    return list(AmountsCarried().check(Case(documents, Threads())))


def test_the_same_amounts_are_not_asked_about() -> None:
    assert remarks(before(), report(row("a", "Jeugd", 5_000_000), row("b", "Wmo", 3_000_000))) == []


def test_an_amount_that_changed_is_told_with_the_bridge() -> None:
    (remark,) = remarks(before(), report(row("a", "Jeugd", 5_200_000), row("b", "Wmo", 3_000_000)))
    assert remark.message == (
        "Begroting 2024: Jaarstukken 2024 noemt andere bedragen dan Begroting 2024. "
        "‘Jeugd’, lasten: € 5.000.000 werd € 5.200.000 (+ € 200.000)."
    )
    assert {one.document for one in remark.evidence} == {"begroting-2024", "jaarstukken-2024"}
    assert [(one.document, one.element) for one in remark.others] == [("begroting-2024", "a")]


def test_a_row_of_a_mutation_that_is_as_large_explains_it() -> None:
    (remark,) = remarks(
        before(),
        report(
            row("a", "Jeugd", 4_800_000),
            row("b", "Wmo", 3_000_000),
            row("m", "Mutatie voorjaarsnota", -200_000),
        ),
    )
    assert "(− € 200.000, zo groot als ‘Mutatie voorjaarsnota’)" in remark.message


def test_a_row_that_is_as_large_and_no_mutation_explains_nothing() -> None:
    (remark,) = remarks(
        before(),
        report(row("a", "Jeugd", 5_200_000), row("b", "Wmo", 3_000_000), row("m", "Vervoer", 200_000)),
    )
    assert "zo groot als" not in remark.message


@pytest.mark.parametrize(
    "newer",
    [
        report(row("a", "Jeugd", 5_200_000), row("b", "Wmo", 3_400_000)),
        report(row("a", "Jeugd", 5_001_500), row("b", "Wmo", 3_000_000)),
        report(row("a", "Jeugd", 5_000), row("b", "Wmo", 3_000_000)),
        report(row("a", "Jeugd", 5_200_000, phase=SPENT), row("b", "Wmo", 3_000_000)),
        report(row("a", "Jeugd", 5_200_000, what="baten"), row("b", "Wmo", 3_000_000)),
        report(row("a", "Jeugd", 5_200_000, year=None), row("b", "Wmo", 3_000_000)),
        report(row("a", "Jeugd", 5_200_000), row("d", "Jeugd", 1_000_000), row("b", "Wmo", 3_000_000)),
        report(
            heading("p", "Programma Sport", Kind.PROGRAMME),
            row("a", "Jeugd", 5_200_000, parent="p"),
            row("b", "Wmo", 3_000_000, parent="p"),
        ),
    ],
    ids=[
        "nothing agrees",
        "rounding",
        "another unit",
        "another phase",
        "another side",
        "no year",
        "name twice",
        "another programme",
    ],
)
def test_what_is_not_surely_the_same_is_not_asked_about(newer: Document) -> None:
    assert remarks(before(), newer) == []


def test_a_column_is_laid_beside_the_nearest_document_before_it() -> None:
    middle = report(row("a", "Jeugd", 5_200_000), row("b", "Wmo", 3_000_000))
    last = budget(row("a", "Jeugd", 5_200_000), row("b", "Wmo", 3_000_000), year=2025)
    assert [one.subject.document for one in remarks(before(), middle, last)] == ["jaarstukken-2024"]


def test_more_than_three_are_counted() -> None:
    names = ("Een", "Twee", "Drie", "Vier", "Vijf")
    then = budget(*(row(name, name, 1_000_000) for name in names), row("g", "Gelijk", 9_000_000))
    now = report(*(row(name, name, 2_000_000) for name in names), row("g", "Gelijk", 9_000_000))
    (remark,) = remarks(then, now)
    assert remark.message.endswith("; en 2 andere.")
    assert len(remark.others) == 4 + 5
