import pytest

from rodedraad.recognising.titles import looks_like_title, names_in, title_kind
from rodedraad.recognising.units import units_of
from tests.recognising.pages import extract, frame, recognised, saying


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Jaarstukken 2022", "document"),
        ("Programmabegroting 2023-2026", "document"),
        ("Begroting 2023", "document"),
        ("Tweede bestuursrapportage 2022", "document"),
        ("Kadernota", "document"),
        ("Gemeente Nergenshuizen - 2e Voortgangsrapportage 2023", "document"),
        ("Raadsinformatiebrief 2025-061", "document"),
        ("Opgave C Sterke samenleving", "programme"),
        ("Programma 6 Sociaal domein", "programme"),
        ("Programma 6 | Sociaal domein", "programme"),
        ("Programma 3. Samen leven", "programme"),
        ("Thema Meedoen", "theme"),
        ("Taakveld 6.1", "theme"),
        ("Beleidsveld Jeugd", "theme"),
        ("Jeugd", "theme"),
        ("Werk en inkomen", "theme"),
        ("Doel 1: iedereen doet mee", "goal"),
        ("Iedereen doet mee", "goal"),
        ("Mantelzorgers kunnen hun taak aan", "goal"),
        ("programma 1- sociaal domein", "programme"),
        ("Wat vinden inwoners ervan?", "heading"),
        ("Nieuwe ambities", "heading"),
        ("Toelichting per regel", "heading"),
        ("Portefeuille(s)", "heading"),
        ("Aantal acties: 3", "heading"),
        ("Beleid Jeugd", "theme"),
        ("Jeugdactiviteiten", "theme"),
    ],
)
def test_what_a_title_names(title: str, kind: str) -> None:
    assert title_kind(title) == kind


@pytest.mark.parametrize(
    ("page", "titled"),
    [
        ("Jeugd\n\nKinderen groeien veilig op in ons dorp.", True),
        ("Zorg dichtbij\nWe werken in de wijk.", True),
        ("We werken in de wijk.\nWe werken in het dorp.", False),
        ("jeugd en gezin\nKinderen groeien op.", False),
        ("Jeugd,\nKinderen groeien op.", False),
        ("• Jeugd\n• Ouderen", False),
        ("12.500\nEuro per jaar.", False),
        ("Jeugd", True),
        (
            "Een regel die veel te lang is om nog een titel te kunnen zijn van wat er verder onder staat op deze pagina van de begroting\nTekst.",
            False,
        ),
        ("Jeugd\nen gezin horen bij elkaar.", False),
    ],
)
def test_a_title_is_short_unpunctuated_and_heads_something(page: str, titled: bool) -> None:
    units = units_of([extract(page)])
    assert looks_like_title(units[0], units[1] if len(units) > 1 else None) is titled


def test_a_heading_of_the_markup_is_a_title_whatever_its_words() -> None:
    units = units_of([extract("<h2>we werken, samen.</h2><p>in de wijk</p>", "pagina.html")])
    assert looks_like_title(units[0], units[1])


def test_the_dossier_names_the_document_its_programmes_and_themes() -> None:
    names = names_in(frame(covers=("Samen leven / Meedoen / Jeugd", "Programma 4. Wonen")))
    assert names["samen leven"] == "programme"
    assert names["meedoen"] == names["jeugd"] == "theme"
    assert names["programma 4. wonen"] == "programme"
    assert "document" in names.values()


PLAIN = "Sociaal leven\n\nJeugd\n\nKinderen groeien veilig op in ons dorp.\n"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (PLAIN, "programme"),
        (f"Begroting 2022\n\n{PLAIN}", "programme"),
        (f"4. {PLAIN}", "programme"),
        (f"Programma 2 Zorg\n\n{PLAIN}", "theme"),
        (f"1. {PLAIN}\n2. Werk\n\nMensen vinden werk dat bij hen past.\n", "theme"),
        (f"De gemeente telt 30.000 inwoners en groeit ieder jaar een beetje.\n\n{PLAIN}", "theme"),
    ],
)
def test_in_flat_text_the_first_title_is_that_of_the_programme(page: str, kind: str) -> None:
    assert saying(recognised(page), "Sociaal leven").kind == kind


def test_words_for_parts_of_the_document_leave_the_question_above_them_as_it_is() -> None:
    document = recognised(
        "Programma 2 Zorg\n\nWat gaan we daarvoor doen?\n\nVaste onderdelen\n\n- Spreekuur in de bibliotheek.\n"
    )
    assert saying(document, "Spreekuur").kind == "activity"
