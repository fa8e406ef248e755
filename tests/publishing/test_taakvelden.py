"""Money by taakveld on the site, from made-up Iv3 of the invented municipality."""

import re
from datetime import date
from pathlib import Path

from msgspec import structs

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
from rodedraad.publishing.publish import publish
from tests.support.build_fixture import VELDERMEER, build_by_hand

PAGE = "site/geld/GM9901-iv3-2024-begroting/index.html"


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


def pages(found: Observations) -> dict[str, str]:
    made = structs.replace(build_by_hand(), observations=found)
    return {name: data.decode() for name, data in publish(made) if name.endswith(".html")}


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_money_of_a_municipality_stands_with_its_year_and_its_source() -> None:
    text = text_of(pages(observations())[PAGE])
    assert "Geld per taakveld in 2024" in text
    assert "6.3 Inkomensregelingen € 2.500.000 € 1.000.000 € 100 € 80 – € 120" in text
    assert "Taakvelden zonder lasten en baten staan er niet bij (1)." in text
    assert "Lasten en baten zijn samen even hoog, zoals het hoort." in text
    for told in ("cijfers/iv3.csv", "ab" * 32, "1 februari 2024", "CC-BY-4.0", "Zoals geleverd aan het CBS."):
        assert told in text


def test_a_difference_says_whether_rounding_can_explain_it() -> None:
    off = Imbalance(
        area=VELDERMEER.code, name="", year=2024, source="iv3/2024/begroting",
        lasten=3_500_000, baten=3_550_000, difference=-50_000, rounding=33_500,
    )  # fmt: skip
    assert (
        "Hier verschillen zij € 50.000. Dat is meer dan de afronding kan verklaren: ten hoogste € 33.500."
        in text_of(pages(observations(off))[PAGE])
    )
    small = structs.replace(off, difference=-5_000)
    assert "Dat kan door de afronding komen" in text_of(pages(observations(small))[PAGE])


def test_the_pages_of_money_lead_to_it() -> None:
    listed = pages(observations())["site/geld/index.html"]
    assert 'href="../geld/GM9901-iv3-2024-begroting/index.html"' in listed
    assert "begroting 2024 per taakveld" in text_of(listed)


def test_a_category_is_no_row_of_its_own() -> None:
    found = observations()
    split = structs.replace(found.money[0], category="L1.1")
    text = text_of(pages(structs.replace(found, money=(*found.money, split)))[PAGE])
    assert text.count("6.3 Inkomensregelingen") == 1
    assert "€ 3.500.000 lasten" in text


def test_the_towns_of_the_reference_have_their_money_with_its_year(built_reference: Path) -> None:
    for code, amount in (
        ("GM0356", "6.3 Inkomensregelingen € 35.545.000"),
        ("GM0677", "6.3 Inkomensregelingen € 7.243.000"),
    ):
        page = built_reference / "site" / "geld" / f"{code}-iv3-2024-begroting" / "index.html"
        text = text_of(page.read_text(encoding="utf-8"))
        assert "Geld per taakveld in 2024" in text
        assert amount in text
