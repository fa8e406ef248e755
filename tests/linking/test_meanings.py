"""What words mean in this field."""

import pytest

from rodedraad.linking.meanings import BETWEEN, meanings
from rodedraad.linking.tables import rows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wij helpen inwoners met geldzorgen.", "De schuldhulpverlening is uitgebreid."),
        ("Vergunninghouders krijgen een woning.", "Van de statushouders zijn er 34 gehuisvest."),
        ("Op adem komen in het logeerhuis", "respijtzorg voor mantelzorgers"),
        ("hulp bij het huishouden", "De schoonmaakondersteuning is opnieuw ingekocht"),
    ],
)
def test_other_words_for_the_same_thing_meet(one: str, other: str) -> None:
    assert meanings(one) & meanings(other)


def test_an_expression_is_found_as_a_whole_and_not_by_one_of_its_words() -> None:
    assert "respijt" in meanings("even op adem komen")
    assert "respijt" not in meanings("een adem lang")


@pytest.mark.parametrize("word", ["mantelzorgwaardering", "schuldenaanpak", "buurtsportvereniging"])
def test_a_compound_has_the_meaning_of_its_parts(word: str) -> None:
    assert meanings(word)


@pytest.mark.parametrize("word", ["transport", "afgesproken"])
def test_letters_that_happen_to_be_a_word_are_no_part(word: str) -> None:
    assert not meanings(word)


def test_words_of_nothing_in_the_table_mean_nothing() -> None:
    assert meanings("Het kanaal wordt gebaggerd.") == frozenset()


def test_every_meaning_has_words_and_a_source() -> None:
    table = rows("meanings.tsv")
    assert len({row["meaning"] for row in table}) == len(table)
    assert all(row["source"].strip() and len(row["words"].split(BETWEEN)) > 1 for row in table)
