"""Stems of Dutch words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.model.stems import KEPT, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("voorzieningen", "voorziening"),
        ("vastgesteld", "vaststellen"),
        ("aangepakt", "aanpakken"),
        ("gestart", "starten"),
        ("ingericht", "inrichten"),
        ("gemeenten", "gemeente"),
        ("gezinnen", "gezin"),
        ("gebieden", "gebied"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("begeleiding", "beleid"),
        ("gezond", "zonnen"),
        ("gezin", "zin"),
        ("geweld", "wel"),
        ("gebied", "bieden"),
        ("gemeente", "menen"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(alphabet="abcdefgeéghijlmnoprstuvwz", max_size=24))
def test_what_is_hidden_from_the_stemmer_is_brought_back(word: str) -> None:
    assert KEPT not in stem(word)
