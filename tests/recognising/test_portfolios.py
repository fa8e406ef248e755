import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.model.taakvelden import taakveld_names
from rodedraad.model.terms import DocumentKind
from rodedraad.reading import read
from rodedraad.recognising import recognise
from rodedraad.recognising.portfolios import is_field, role
from rodedraad.recognising.vocabulary import table
from tests.recognising.pages import frame

OFFICE = re.compile(r"(wethouder|burgemeester|portefeuillehouder) \S")


def holders(lines: str) -> list[str]:
    """The roles, with more than the office, that the lines above the plans of a programme name."""
    page = f"Programma 5. Zorg dichtbij\n\n{lines}\n\nWat gaan we daarvoor doen?\n\n• We openen een huis.\n"
    document = recognise(frame(DocumentKind.BEGROTING, 2023), [read(page.encode(), "p.txt")])
    named = [ref.name for element in document.elements for ref in element.refs if ref.kind == "person-role"]
    return [one for one in named if OFFICE.match(one)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Portefeuillehouder: wethouder Zorg en Welzijn", ["wethouder Zorg en Welzijn"]),
        ("Portefeuillehouder wethouder sociaal domein", ["wethouder sociaal domein"]),
        ("Portefeuillehouders: wethouder Jeugd, wethouder Werk en Inkomen", ["wethouder Jeugd", "wethouder Werk en Inkomen"]),
        ("Portefeuillehouder: wethouder Jeugd, Onderwijs en Sport", ["wethouder Jeugd, Onderwijs en Sport"]),
        ("Portefeuille: Zorg", ["portefeuillehouder Zorg"]),
        ("Portefeuillehouder: A.B. Verzonnen (Zorg en Welzijn)", ["portefeuillehouder Zorg en Welzijn"]),
        ("Portefeuillehouder: burgemeester", []),
    ],
)  # fmt: skip
def test_a_line_names_the_role_of_whom_it_is_about(lines: str, expected: list[str]) -> None:
    assert holders(lines) == expected


@pytest.mark.parametrize(
    "name", ["A.B. Verzonnen", "wethouder Verzonnen", "mevrouw C. van Bedacht-Verzonnen"]
)
def test_of_a_person_only_the_programme_is_kept(name: str) -> None:
    (told,) = holders(f"Portefeuillehouder: {name}")
    assert told.startswith("portefeuillehouder van ")
    assert "Zorg dichtbij" in told
    assert "Verzonnen" not in told


def test_a_line_under_its_heading_is_read_too() -> None:
    page = (
        b"<h1>Programma Zorg</h1><h3>Portefeuillehouder</h3><p>wethouder Zorg en Jeugd</p><p>Wij zorgen.</p>"
    )
    document = recognise(frame(DocumentKind.BEGROTING, 2023), [read(page, "p.html")])
    found = [ref.name for one in document.elements for ref in one.refs if OFFICE.match(ref.name)]
    assert found == ["wethouder Zorg en Jeugd"]


@pytest.mark.parametrize(
    "line",
    [
        "De portefeuillehouder informeert de raad: in mei is er een brief.",
        "We bespreken dit met de wethouder Zorg en met de portefeuillehouders van de regio.",
        "De orderportefeuille: Bouwbedrijven hebben werk genoeg.",
    ],
)
def test_a_sentence_that_only_mentions_a_wethouder_names_no_holder(line: str) -> None:
    assert holders(line) == []


def test_the_evidence_is_the_words_themselves() -> None:
    extract = read(b"Programma Zorg\n\nPortefeuillehouder: wethouder Jeugd; wethouder Werk\n", "p.txt")
    document = recognise(frame(DocumentKind.BEGROTING, 2023), [extract])
    refs = [ref for one in document.elements for ref in one.refs if OFFICE.match(ref.name)]
    assert [extract.text[ref.evidence.start : ref.evidence.end] for ref in refs] == [one.name for one in refs]
    assert len(refs) == 2


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz .-", min_size=1, max_size=30))
def test_no_word_outside_the_vocabulary_is_ever_told(words: str) -> None:
    told = role(f"wethouder {words}")
    known = {row["word"] for row in table("portfolio_words")}
    known |= {word for name in taakveld_names().values() for word in re.findall(r"[^\s,()]+", name.lower())}
    for word in re.split(r"[\s.-]+", (told or "").removeprefix("wethouder ")):
        assert not word or word in known or any(word in one.split("-") for one in known)


@pytest.mark.parametrize("surname", ["Bos", "Groen", "Water", "van der Markt"])
def test_a_field_that_is_a_surname_too_does_not_stand_alone(surname: str) -> None:
    assert not is_field(surname)
    assert is_field(f"Wonen en {surname.rsplit(maxsplit=1)[-1]}")
