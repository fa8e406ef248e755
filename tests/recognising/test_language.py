import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.recognising.language import (
    has_finite_verb,
    is_participle,
    is_perfect,
    sentences,
    third_person,
    words,
)
from rodedraad.recognising.tense import looks_back
from rodedraad.recognising.vocabulary import table


@pytest.mark.parametrize(
    ("infinitive", "form"),
    [
        ("maken", "maakt"),
        ("zetten", "zet"),
        ("geven", "geeft"),
        ("lezen", "leest"),
        ("werken", "werkt"),
        ("gaan", "gaat"),
        ("komen", "komt"),
        ("bieden", "biedt"),
        ("ontwikkelen", "ontwikkelt"),
        ("verbeteren", "verbetert"),
        ("organiseren", "organiseert"),
        ("verminderen", "vermindert"),
        ("helpen", "helpt"),
        ("zijn", "is"),
    ],
)
def test_the_third_person_of_a_verb(infinitive: str, form: str) -> None:
    assert form in third_person(infinitive)


@pytest.mark.parametrize(
    "line",
    [
        "Mantelzorgers kunnen hun taak aan",
        "Iedereen doet mee",
        "Kinderen groeien veilig op",
        "Inwoners met een beperking doen mee",
        "Elk kind krijgt de hulp die nodig is",
        "De wachttijd is korter",
    ],
)
def test_a_sentence_has_a_finite_verb(line: str) -> None:
    assert has_finite_verb(line)


@pytest.mark.parametrize(
    "line",
    [
        "Jeugdhulp",
        "Beschermd wonen",
        "Werk en inkomen",
        "Zorg voor ouderen",
        "Samen leven",
        "Armoede en schulden",
        "",
    ],
)
def test_a_label_has_none(line: str) -> None:
    assert not has_finite_verb(line)


@pytest.mark.parametrize(
    "word",
    [
        "gestart",
        "afgerond",
        "vastgesteld",
        "besproken",
        "gerealiseerd",
        "onderzocht",
        "uitgevoerd",
        "opgesteld",
        "ingevoerd",
    ],
)
def test_participles(word: str) -> None:
    assert is_participle(word)


@pytest.mark.parametrize(
    "word", ["gemeente", "gebied", "geld", "gezin", "gesprekken", "buurthuis", "we", "gezondheid"]
)
def test_words_that_only_look_like_participles(word: str) -> None:
    assert not is_participle(word)


@pytest.mark.parametrize("row", table("verbs"), ids=lambda row: row["infinitive"])
def test_every_participle_of_the_vocabulary_is_one(row: dict[str, str]) -> None:
    assert not row["participle"] or is_participle(row["participle"])


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("Het buurthuis is in juli geopend.", True),
        ("We hebben alle ouderen gesproken.", True),
        ("De nota werd in mei besproken.", True),
        ("We ontwikkelden een aanpak.", True),
        ("We openen in juli een buurthuis.", False),
        ("We gaan alle ouderen bezoeken.", False),
        ("Iedereen kan meedoen.", False),
    ],
)
def test_what_looks_back(sentence: str, back: bool) -> None:
    assert is_perfect(sentence) is back
    assert (looks_back(sentence, 2022) > 0) is back


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("We gaan een buurthuis openen.", -1),
        ("We zullen de nota vaststellen.", -1),
        ("De opening is vertraagd en voorzien in 2023.", 1),
        ("Dit loopt volgens planning.", 1),
        ("De nota volgt in 2024.", 1),
        ("Een buurthuis in elke wijk.", -1),
        ("", 0),
    ],
)
def test_looking_back_is_above_zero(text: str, sign: int) -> None:
    score = looks_back(text, 2022)
    assert (score > 0) - (score < 0) == sign


def test_sentences_end_at_marks_but_not_at_abbreviations() -> None:
    text = "We starten o.a. Met een proef. Daarna volgt (d.w.z. later) de rest! Klaar? Ja; Nee."
    assert [text[start:end] for start, end in sentences(text)] == [
        "We starten o.a. Met een proef.",
        "Daarna volgt (d.w.z. later) de rest!",
        "Klaar?",
        "Ja;",
        "Nee.",
    ]


@given(st.text(max_size=120))
def test_sentences_are_in_order_and_leave_only_white_space_between(text: str) -> None:
    position = 0
    for start, end in sentences(text):
        assert text[position:start].strip() == ""
        assert start < end
        position = end
    assert position == len(text)


def test_words_are_lower_case_and_keep_their_apostrophe() -> None:
    assert words("Risico’s en Wmo-cliënten, 3x!") == ("risico’s", "en", "wmo-cliënten", "3x")
