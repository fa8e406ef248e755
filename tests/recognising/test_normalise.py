import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.recognising.normalise import heading_key


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Wat willen we bereiken?", "wat willen we bereiken"),
        ("Wat willen wij bereiken?", "wat willen we bereiken"),
        ("Wat gaan wij daarvoor doen?", "wat gaan we ervoor doen"),
        ("Wat gaan we er voor doen", "wat gaan we ervoor doen"),
        ("Wat gaan we hiervoor doen?", "wat gaan we ervoor doen"),
        ("Wat gaan we daarvoor doen in 2021?", "wat gaan we ervoor doen"),
        ("Doelstellingen voor 2021", "doelstellingen"),
        ("Doelen 2022-2025", "doelen"),
        ("Resultaten over het jaar 2020", "resultaten"),
        ("1. Inleiding", "inleiding"),
        ("3.2 Jeugd", "jeugd"),
        ("a) Acties", "acties"),
        ("IV. Risico's", "risico's"),
        ("Risico’s:", "risico's"),
        ("Planning :", "planning"),
        ("• Status", "status"),
        ("Kwaliteit (indicator)", "kwaliteit"),
        ("Kwaliteit (toelichting)", "kwaliteit toelichting"),
        ("“Missie”", "missie"),
        ("WAT MAG HET KOSTEN?", "wat mag het kosten"),
        ("Wat\u00a0mag   het\tkosten ?", "wat mag het kosten"),
        ("2021", ""),
        ("", ""),
    ],
)
def test_headings_in_one_form(heading: str, key: str) -> None:
    assert heading_key(heading) == key


def test_a_year_inside_a_word_stays() -> None:
    assert heading_key("Agenda2030") == "agenda2030"


@given(st.text(max_size=80))
def test_any_text_has_a_key_without_white_space_around_it(text: str) -> None:
    key = heading_key(text)
    assert key == key.strip()
    assert "  " not in key
