"""Made-up Iv3 of the invented municipality: money by taakveld beside that of others."""

from datetime import date

from rodedraad.model.document import Amount, TaakveldCode
from rodedraad.model.observations import (
    Band,
    Delivery,
    Imbalance,
    MoneyObservation,
    Observations,
    Origin,
)
from rodedraad.model.terms import MoneyPhase
from tests.support.build_fixture import VELDERMEER


def money(code: str, what: str, value: float) -> MoneyObservation:
    amount = Amount(
        what=what,
        phase=MoneyPhase.APPROVED,
        year=2024,
        value=value,
        raw=str(value / 1000),
        taakveld=TaakveldCode(code=code, scheme="2023"),
    )
    band = Band(
        group="size-class",
        name="20.000 tot 50.000 inwoners",
        period="2024",
        low=80,
        middle=90,
        high=120,
        count=9,
    )
    return MoneyObservation(
        area=VELDERMEER.code,
        amount=amount,
        per_inhabitant=value / 25_000,
        origin=Origin(sha256="ab" * 32, rows=(2,)),
        bands=(band,),
    )


def observations(*imbalances: Imbalance) -> Observations:
    delivery = Delivery(
        source="iv3/2024/begroting",
        file="cijfers/iv3.csv",
        sha256="ab" * 32,
        delivered=date(2024, 2, 1),
        rows_in=3,
        rows_used=3,
        method="Zoals geleverd aan het CBS.",
        method_version=1,
        licence="CC-BY-4.0",
    )
    lines = (("6.3", 2_500_000.0, 1_000_000.0), ("6.1", 1_000_000.0, 2_500_000.0), ("2.4", 0.0, 0.0))
    found = [
        money(code, what, value)
        for code, *both in lines
        for what, value in zip(("lasten", "baten"), both, strict=True)
    ]
    return Observations(deliveries=(delivery,), money=tuple(found), imbalances=imbalances)
