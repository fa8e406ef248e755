"""A figure in a document, or its absence, beside what its source comes to."""

from datetime import date

import pytest
from msgspec import structs

from rodedraad.checking import Case
from rodedraad.checking.rule import Remark
from rodedraad.checking.rules.figure_available import FigureAvailable
from rodedraad.checking.rules.figure_differs import FigureDiffers
from rodedraad.model.document import Value
from rodedraad.model.indicators import Indicator, Version
from rodedraad.model.observations import (
    Delivery,
    Observation,
    Observations,
    ObservationStatus,
    Origin,
    Series,
)
from rodedraad.model.terms import Side
from rodedraad.model.threads import Threads
from tests.checking.support import indicator, report

UNIT = "per 10.000 inwoners"


def observed(computed: float | None, unit: str = UNIT, area: str = "GM9999", **more: object) -> Observations:
    since = date(2017, 1, 1)
    version = Version(
        since=since,
        name="Inwoners met hulp",
        question="?",
        unit=unit,
        population="inwoners",
        formula="a",
        terms={"a": "bron:a"},
    )
    seen = Observation(
        period="2024",
        status=ObservationStatus.PROVISIONAL,
        value=computed,
        origins=(Origin(sha256="a", rows=(2,)),),
        **more,  # type: ignore[arg-type]
    )
    return Observations(
        indicators=(Indicator(code="bbv-27", holder="CBS", versions=(version,)),),
        deliveries=(
            Delivery(
                source="bron", file="a.csv", sha256="a", rows_in=1, rows_used=1, method="", method_version=1
            ),
        ),
        series=(Series(indicator="bbv-27", area=area, version=since, unit=unit, observations=(seen,)),),
    )


def told(number: float | None = 282.0, **more: object) -> Value:
    made: dict[str, object] = {
        "name": "Inwoners met hulp",
        "side": Side.VALUE,
        "raw": str(number),
        "unit": UNIT,
        "period": "2024",
        "value": number,
    }
    return Value(**(made | more))  # type: ignore[arg-type]


def remarks(value: Value, observations: Observations) -> list[Remark]:
    document = report(indicator("i", "Inwoners met hulp", values=(value,)))
    return list(FigureDiffers().check(Case((document,), Threads(), observations=observations)))


def test_a_difference_names_both_sides_and_how_sure_the_source_is() -> None:
    (remark,) = remarks(told(), observed(1289.9, calculation="10000 * 4 / 31"))
    assert remark.message == (
        "Het stuk noemt bij ‘Inwoners met hulp’ over 2024 282; "
        "de bron (bron) zegt 1.289,9 (voorlopig), berekend als 10000 * 4 / 31."
    )


def test_the_mark_of_a_mandatory_set_goes_before_the_name() -> None:
    assert remarks(told(name="Heel anders", standard="bbv-27"), observed(290.0))


@pytest.mark.parametrize(
    "value",
    [
        told(name="Heel anders"),
        told(period="2023"),
        told(period=None),
        told(side=Side.TARGET),
        told(number=None),
        told(unit="per 1.000 inwoners"),
        told(unit="% van de inwoners"),
        told(unit="weken"),
    ],
)
def test_what_is_not_the_same_is_not_compared(value: Value) -> None:
    assert remarks(value, observed(290.0)) == []


@pytest.mark.parametrize(
    ("number", "computed", "margin", "asked"),
    [
        (12.4, 12.4499, 0.0, 0),
        (12.4, 12.46, 0.0, 1),
        (12.0, 12.49, 0.0, 0),
        (282.0, 284.0, 1.6, 0),
        (282.0, 284.0, 1.4, 1),
    ],
)
def test_what_rounding_explains_is_no_difference(
    number: float, computed: float, margin: float, asked: int
) -> None:
    assert len(remarks(told(number), observed(computed, margin=margin))) == asked


@pytest.mark.parametrize("observations", [observed(None), observed(290.0, area="GM0001"), Observations()])
def test_nothing_is_said_without_a_value_of_the_same_place(observations: Observations) -> None:
    assert remarks(told(), observations) == []


def test_a_count_is_a_count_by_any_name() -> None:
    assert remarks(told(7.0, unit="aantal"), observed(9.0, unit="inwoners"))
    assert not remarks(told(7.0, unit="aantal"), observed(9.0, unit="weken"))


def missed(value: Value, observations: Observations, delivered: date | None) -> list[str]:
    deliveries = tuple(structs.replace(one, delivered=delivered) for one in observations.deliveries)
    document = report(indicator("i", "Inwoners met hulp", values=(value,)))
    made = structs.replace(observations, deliveries=deliveries)
    return [one.message for one in FigureAvailable().check(Case((document,), Threads(), observations=made))]


def test_a_value_that_was_there_in_time_is_missed() -> None:
    told_missing = told(None, missing="gegevens niet beschikbaar")
    assert missed(told_missing, observed(290.0), date(2025, 6, 24)) == [
        (
            "Het stuk geeft bij ‘Inwoners met hulp’ over 2024 geen waarde (‘gegevens niet beschikbaar’); "
            "de bron (bron) zegt 290 (voorlopig)."
        )
    ]
    assert "geen waarde; de bron" in missed(told(None, missing="leeg"), observed(290.0), date(2025, 1, 1))[0]


@pytest.mark.parametrize(
    ("value", "delivered"),
    [
        (told(None, missing="n.b."), date(2025, 6, 25)),
        (told(None, missing="n.b."), None),
        (told(282.0), date(2025, 1, 1)),
        (told(None, words="gestegen", missing="n.b."), date(2025, 1, 1)),
    ],
    ids=["delivered too late", "no day of delivery", "a value", "words"],
)
def test_what_was_not_surely_there_is_not_missed(value: Value, delivered: date | None) -> None:
    assert missed(value, observed(290.0), delivered) == []
