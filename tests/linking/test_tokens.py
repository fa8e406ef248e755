from hypothesis import given
from hypothesis import strategies as st

from rodedraad.linking.marks import names, numbers, years
from rodedraad.linking.tokens import Compounds, grams, spelling, stop_words, words
from rodedraad.model.stems import stem


def test_words_leave_out_what_says_nothing_of_a_subject():
    assert words("We gaan in 2021 verder met de inloop voor ouderen.") == ["inloop", "ouderen"]


def test_inflected_words_share_a_stem():
    assert stem("voorzieningen") == stem("voorziening")
    assert stem("vastgesteld") == stem("vaststellen")


def test_a_compound_meets_its_parts_when_both_are_words_of_the_corpus():
    compounds = Compounds(["doelgroepen", "vervoer", "doelgroepenvervoer"])
    assert compounds.parts("doelgroepenvervoer") == (stem("doelgroepen"), stem("vervoer"))


def test_a_compound_with_a_linking_letter_is_split():
    assert Compounds(["inburgering", "stelsel"]).parts("inburgeringsstelsel") == (
        stem("inburgering"),
        stem("stelsel"),
    )


def test_a_word_of_which_one_part_is_unknown_stays_whole():
    assert Compounds(["vervoer"]).parts("doelgroepenvervoer") == ()
    assert Compounds(["werk", "team"]).parts("team") == ()


def test_grams_mark_the_ends_of_a_word():
    assert grams("wmo") == {" wm": 1, "wmo": 1, "mo ": 1, " wmo": 1, "wmo ": 1, " wmo ": 1}


def test_spelling_gives_all_words():
    assert spelling("Zorg, zorg en de buurt") == ["zorg", "zorg", "en", "de", "buurt"]


def test_stop_words_come_with_their_source():
    assert {"de", "niet", "wordt"} <= stop_words()
    assert "zorg" not in stop_words()


def test_names_are_words_with_a_capital_inside_a_sentence_and_laws():
    text = "Samen met Thuishaven en de GGD voeren we de Jeugdwet uit. Daarna volgt de Wmo."
    assert names(text) == {"Thuishaven", "GGD", "Jeugdwet", "Wmo"}


def test_the_first_word_of_a_sentence_is_no_name():
    assert names("Ouderen doen mee. Jongeren ook: Ouders niet.") == frozenset()


def test_numbers_and_years_are_told_apart():
    text = "In 2021 helpen we 150 gezinnen met € 12.500, 15 % meer dan in 2020; 1 team."
    assert numbers(text) == {"150", "12.500", "15%"}
    assert years(text) == {"2021", "2020"}


@given(st.text(max_size=80))
def test_any_text_can_be_taken_apart(text):
    assert all(word == word.lower() for word in words(text))
    assert all(name in text for name in names(text))
