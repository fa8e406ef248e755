"""What words mean in this field."""

import re
from collections import Counter

import pytest

from rodedraad.linking.meanings import LONGEST, meanings, wordings
from rodedraad.linking.tables import rows
from rodedraad.linking.tokens import WORD, stop_words

FEWEST = 2
DIGIT = re.compile(r"\d")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wij helpen inwoners met geldzorgen.", "De schuldhulpverlening is uitgebreid."),
        ("Vergunninghouders krijgen een woning.", "Van de statushouders zijn er 34 gehuisvest."),
        ("Op adem komen in het logeerhuis", "respijtzorg voor mantelzorgers"),
        ("hulp bij het huishouden", "De schoonmaakondersteuning is opnieuw ingekocht"),
        ("Elk gezin krijgt hulp na scheiding.", "Het omgangshuis ontving twintig ex-partners."),
        ("Wij dringen schoolverzuim terug.", "Er is minder gespijbeld, zegt de leerplichtambtenaar."),
        ("Een pas voor mensen met een smalle beurs", "Minima maakten meer gebruik van de meedoenregeling"),
        ("We zetten ons in tegen zelfdoding.", "Zestig mensen volgden de gatekeepertraining."),
        ("Een eigen woning met begeleiding", "In de kamertraining wonen vier jongeren begeleid zelfstandig."),
        ("We vragen klanten of zij tevreden zijn.", "De hulp kreeg een 7 als rapportcijfer."),
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


def test_every_meaning_stands_in_the_table_once_and_has_a_source() -> None:
    table = rows("meanings.tsv")
    assert len({row["meaning"] for row in table}) == len(table)
    assert all(row["source"].strip() for row in table)


def test_a_meaning_has_several_expressions() -> None:
    assert [meaning for meaning, expressions in wordings().items() if len(expressions) < FEWEST] == []


def test_no_expression_stands_twice_in_a_row() -> None:
    twice = {
        (meaning, read)
        for meaning, expressions in wordings().items()
        for read, times in Counter(map(_read, expressions)).items()
        if times > 1
    }
    assert twice == set()


def test_an_expression_is_read_as_it_is_written() -> None:
    wrong = [one for one in _all() if DIGIT.search(one) or not 1 <= len(_read(one)) <= LONGEST]
    assert wrong == []


def test_no_word_of_every_text_is_an_expression() -> None:
    assert [one for one in _all() if one.lower() in stop_words()] == []


def _all() -> list[str]:
    return [one for expressions in wordings().values() for one in expressions]


def _read(expression: str) -> tuple[str, ...]:
    return tuple(WORD.findall(expression.lower()))
