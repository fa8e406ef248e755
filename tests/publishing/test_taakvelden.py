"""Money by taakveld as delivered, on its page: amounts, year, others, imbalance, and where it comes from."""

import csv
import io

import lxml.html
import pytest
from msgspec import structs

from rodedraad.model.build import Build
from rodedraad.model.document import Amount, TaakveldCode
from rodedraad.model.observations import (
    Band,
    Delivery,
    Imbalance,
    LeftOut,
    MoneyObservation,
    Observations,
    Origin,
    Residents,
)
from rodedraad.model.terms import MoneyPhase
from rodedraad.publishing.publish import publish
from rodedraad.publishing.views.descent import rows_words

DIGEST = "ab" * 32
PAGE = "site/geld/GM9901-iv3-2030-begroting/index.html"


def money(code: str, what: str, value: float, row: int, bands: tuple[Band, ...] = ()) -> MoneyObservation:
    return MoneyObservation(
        area="GM9901",
        amount=Amount(
            what=what,
            phase=MoneyPhase.APPROVED,
            year=2030,
            value=value,
            raw=str(value),
            taakveld=TaakveldCode(code=code, scheme="2025"),
        ),
        per_inhabitant=value / 1000,
        origin=Origin(sha256=DIGEST, rows=(row,)),
        bands=bands,
    )


def money_by_taakveld() -> Observations:
    band = Band(group="NL", name="Nederland", period="2030", low=120.4, middle=150, high=181.2, count=9)
    return Observations(
        deliveries=(
            Delivery(
                source="iv3/2030/begroting",
                file="cijfers/iv3.csv",
                sha256=DIGEST,
                rows_in=4,
                rows_used=3,
                left_out=(LeftOut(row=5, column="Gemeente", value="Atlantis", why="onbekend", remedy="x"),),
                method="Zoals geleverd.",
                method_version=7,
            ),
        ),
        money=(
            money("6.1", "lasten", 200_000.0, 2, (band,)),
            money("6.1", "baten", 50_000.0, 2),
            money("6.3", "lasten", 3_000.0, 3),
            money("6.3", "baten", 0.0, 3),
            money("6.5", "lasten", 0.0, 4),
            money("6.5", "baten", 0.0, 4),
        ),
        residents=(Residents(area="GM9901", inhabitants=1000, source="iv3/2030/begroting"),),
        imbalances=tuple(
            Imbalance(
                area=area,
                name=name,
                year=2030,
                source="iv3/2030/begroting",
                lasten=203_000,
                baten=50_000,
                difference=153_000,
                rounding=rounding,
            )
            for area, name, rounding in (("GM9901", "Veldermeer", 2500), ("GM9999", "Elders", 200_000))
        ),
    )


@pytest.fixture(scope="module")
def delivered(build) -> Build:
    return structs.replace(build, observations=money_by_taakveld())


@pytest.fixture(scope="module")
def files(delivered) -> dict[str, bytes]:
    return dict(publish(delivered))


def text(content: bytes) -> str:
    words = lxml.html.fromstring(content).itertext()
    return " ".join(" ".join(words).split())


def test_the_page_says_which_year_it_is_and_that_no_document_is_of_that_year(files) -> None:
    said = text(files[PAGE])
    assert "Geld per taakveld: begroting 2030" in said
    assert "Geen daarvan gaat over 2030." in said


def test_a_document_of_the_same_year_is_named(delivered) -> None:
    first, *rest = delivered.documents
    moved = structs.replace(first, year=2030)
    said = text(dict(publish(structs.replace(delivered, documents=(moved, *rest))))[PAGE])
    assert f"Over hetzelfde jaar lazen wij ook: {moved.title}" in said
    assert "Geen daarvan" not in said


def test_each_taakveld_has_lasten_baten_saldo_and_its_row(files) -> None:
    row = lxml.html.fromstring(files[PAGE]).get_element_by_id("taakveld-6.1")
    cells = " ".join(row.text_content().split())
    assert "6.1 Samenkracht en burgerparticipatie rij 2" in cells
    assert [one.strip() for one in ("200", "50", "−150") if one not in cells] == []


def test_a_taakveld_without_money_is_named_and_has_no_row(files) -> None:
    page = lxml.html.fromstring(files[PAGE])
    assert page.get_element_by_id("taakveld-6.5").tag == "span"
    assert "Zonder lasten en baten: 6.5 Arbeidsparticipatie" in text(files[PAGE])


def test_per_inhabitant_stands_beside_the_middle_half_of_others_or_says_it_is_not_known(files) -> None:
    said = text(files[PAGE])
    assert "Gerekend met 1.000 inwoners." in said
    assert "6.1 Samenkracht en burgerparticipatie € 200 € 120 – 181" in said
    assert "6.3 Inkomensregelingen € 3 niet bekend" in said


def test_the_imbalance_is_told_with_what_rounding_explains(files) -> None:
    said = text(files[PAGE])
    assert (
        "Hier verschillen zij € 153.000. Afronding van de bedragen kan ten hoogste € 2.500 verklaren." in said
    )


def test_the_page_leads_down_to_file_digest_rows_and_method(files) -> None:
    said = text(files[PAGE])
    assert DIGEST in said
    assert "4 in het bestand, 3 gebruikt, 1 weggelaten" in said
    assert "Zoals geleverd. (versie 7)" in said


def test_the_list_beside_the_page_holds_every_amount(files) -> None:
    listed = files["site/geld/GM9901-iv3-2030-begroting/lijst.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(listed, newline="")))
    assert [(one["taakveld"], one["soort"], one["euro"], one["rijen"]) for one in rows][:2] == [
        ("6.1", "lasten", "200000.0", "2"),
        ("6.1", "baten", "50000.0", "2"),
    ]
    assert len(rows) == 6


@pytest.mark.parametrize("page", ["site/index.html", "site/geld/index.html"])
def test_the_page_is_reached_from_the_front_and_from_money(files, page: str) -> None:
    links = {one.get("href") for one in lxml.html.fromstring(files[page]).iter("a")}
    assert any(link.endswith("GM9901-iv3-2030-begroting/index.html") for link in links if link)


def test_what_rounding_explains_stands_apart_from_what_it_does_not(files) -> None:
    page = lxml.html.fromstring(files["site/cijfers/index.html"])
    (folded,) = page.cssselect("details")
    assert "Elders" in folded.text_content()
    tables = [one for one in page.cssselect("table") if "niet verklaart" in one.text_content()]
    assert ["Veldermeer" in one.text_content() for one in tables] == [True]


def test_what_was_left_out_is_told_with_why(files) -> None:
    assert "1 rij, vanaf rij 5 Gemeente Atlantis onbekend x" in text(files["site/cijfers/index.html"])


def test_a_build_without_files_of_figures_says_so(build) -> None:
    said = text(dict(publish(build))["site/cijfers/index.html"])
    assert "In dit dossier zitten geen bestanden met cijfers." in said


@pytest.mark.parametrize(
    ("rows", "words"),
    [((), ""), ((4,), "rij 4"), ((9, 3, 4, 5), "rijen 3-5 en 9"), ((1, 3, 5), "rijen 1, 3 en 5")],
)
def test_rows_are_told_as_runs(rows: tuple[int, ...], words: str) -> None:
    assert rows_words([Origin(sha256=DIGEST, rows=rows)]) == words


def test_a_category_is_no_row_of_its_own(delivered) -> None:
    found = delivered.observations
    split = structs.replace(found.money[0], category="L1.1")
    both = structs.replace(found, money=(*found.money, split))
    said = text(dict(publish(structs.replace(delivered, observations=both)))[PAGE])
    assert "€ 203.000 lasten en € 50.000 baten" in said


@pytest.mark.parametrize(("code", "amount"), [("GM0356", "35.545"), ("GM0677", "7.243")])
def test_the_towns_of_the_reference_have_their_money_with_its_year(built_reference, code, amount) -> None:
    page = built_reference / "site" / "geld" / f"{code}-iv3-2024-begroting" / "index.html"
    row = lxml.html.fromstring(page.read_bytes()).get_element_by_id("taakveld-6.3")
    assert amount in " ".join(row.itertext()).split()
    assert "Geen daarvan gaat over 2024." in text(page.read_bytes())
