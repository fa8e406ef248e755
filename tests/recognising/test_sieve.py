"""Patterns looked for only where their words stand find what they would find anywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.recognising.sieve import AnyOf, Sieve, Sought, needles
from rodedraad.recognising.vocabulary import table

PATTERNS = [
    row["pattern"]
    for name in ("cues", "status", "money_units", "tense", "columns", "named")
    for row in table(name)
]
WORDS = sorted({word for pattern in PATTERNS for word in re.findall(r"[^\W\d_]{2,}", pattern)})
SOUGHT = [Sought(pattern) for pattern in PATTERNS]
PLAIN = [re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS]
SIEVE = Sieve(enumerate(SOUGHT))


@given(st.lists(st.sampled_from([*WORDS, "€ 1.000", "x", "2021", "(", ".", ","]), max_size=12), st.booleans())
def test_a_text_is_searched_wherever_the_pattern_would_match(words: list[str], shout: bool) -> None:
    text = " ".join(words).upper() if shout else " ".join(words)
    for plain, sought in zip(PLAIN, SOUGHT, strict=True):
        one, found = plain.search(text), sought.search(text)
        assert (one and one.span()) == (found and found.span()), plain.pattern
        assert [m.span() for m in sought.finditer(text)] == [m.span() for m in plain.finditer(text)]
    firsts = [(place, plain.search(text)) for place, plain in enumerate(PLAIN)]
    assert [(place, m.span()) for place, m in SIEVE.search(text)] == [(p, m.span()) for p, m in firsts if m]
    every = [(place, m.span()) for place, plain in enumerate(PLAIN) for m in plain.finditer(text)]
    assert [(place, m.span()) for place, m in SIEVE.finditer(text)] == every


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_a_pattern_itself_says_is_let_through(pattern: str) -> None:
    sought = Sought(pattern)
    for word in sought.words:
        assert AnyOf(sought.words).stands_in(f"voor {word} achter")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("wil", ("wil",)),
        ("(?:Wil|zal) gaan", ("wil gaan", "zal gaan")),
        (r"\b(wil|willen)( \w+){0,4},? dat\b", (" dat",)),
        (r"risico('s)?", ("risico",)),
        (r"staa[nt] .* centraal", (" centraal",)),
        (r"q[1-4]", ("q",)),
        (r"(?:maand|kwartaal)+ 20\d\d", ("kwartaal", "maand")),
        (r"doel(?! niet)\w* gehaald", ("doel",)),
        (r"\d+|jaar", ("",)),
        (r"(?:jaar)?", ("",)),
        (r"[^a]", ("",)),
        (r"", ("",)),
    ],
)
def test_words_of_which_every_match_holds_one(pattern: str, words: tuple[str, ...]) -> None:
    assert needles(pattern) == words


def test_where_the_words_of_a_pattern_are_too_many_those_of_one_part_are_looked_for() -> None:
    assert needles("[abcdefghij]" * 3) == tuple("abcdefghij")


def test_case_of_neither_pattern_nor_text_matters() -> None:
    assert Sought("Ëxtra Inzet").search("EXTRA inzet") is None
    assert Sought("Ëxtra Inzet").search("ËXTRA inzet") is not None


@pytest.mark.parametrize("several", [("saldo",), tuple(f"woord{place}" for place in range(20))])
def test_words_are_found_however_many_they_are(several: tuple[str, ...]) -> None:
    words = AnyOf(several)
    assert all(words.stands_in(f"het {word} is nul") for word in several)
    assert not words.stands_in("het resultaat is nul")


def test_the_empty_word_stands_in_any_text_and_no_words_in_none() -> None:
    assert AnyOf([*map(str, range(20)), ""]).stands_in("geen cijfers")
    assert not AnyOf([]).stands_in("")
    assert list(Sieve([]).search("een tekst")) == []


def test_a_symbol_tells_more_than_a_letter() -> None:
    assert needles(r"k\s?€") == ("€",)
