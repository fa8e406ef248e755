"""Made-up Iv3 of the invented municipality: money by taakveld beside that of others."""

from rodedraad.model.document import Amount, TaakveldCode
from rodedraad.model.observations import Band, Delivery, MoneyObservation, Observations, Origin
from rodedraad.model.terms import MoneyPhase
from tests.support.build_fixture import VELDERMEER

SOURCE = "iv3/2024/begroting"
ROWS = (("6.3", "lasten", 2_500_000.0), ("6.3", "baten", 1_000_000.0), ("6.1", "lasten", 1_000_000.0))


def money(code: str, what: str, value: float) -> MoneyObservation:
    taakveld = TaakveldCode(code=code, scheme="2023")
    return MoneyObservation(
        area=VELDERMEER.code,
        amount=Amount(
            what=what,
            phase=MoneyPhase.APPROVED,
            year=2024,
            value=value,
            raw=str(value / 1000),
            taakveld=taakveld,
        ),
        per_inhabitant=value / 25_000,
        origin=Origin(sha256="ab" * 32, rows=(2,)),
        bands=(Band(group="NL", name="Nederland", period="2024", low=80, middle=90, high=120, count=9),),
    )


def observations() -> Observations:
    delivery = Delivery(
        source=SOURCE,
        file="cijfers/iv3.csv",
        sha256="ab" * 32,
        rows_in=len(ROWS),
        rows_used=len(ROWS),
        method="Zoals geleverd aan het CBS.",
        method_version=1,
    )
    return Observations(deliveries=(delivery,), money=tuple(money(*row) for row in ROWS))
