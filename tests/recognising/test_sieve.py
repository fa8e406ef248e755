"""Patterns looked for only where their words stand find what they would find anywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.recognising.sieve import Sought, holds, needles, needles_of, openings
from rodedraad.recognising.vocabulary import table

PATTERNS = [
    row["pattern"] for name in ("cues", "status", "money_units", "tense", "columns") for row in table(name)
]
WORDS = sorted({word for pattern in PATTERNS for word in re.findall(r"[^\W\d_]{2,}", pattern)})
SOUGHT = [Sought(pattern) for pattern in PATTERNS]


@given(st.lists(st.sampled_from([*WORDS, "€ 1.000", "x", "2021", "(", ".", ","]), max_size=12), st.booleans())
def test_a_text_is_searched_wherever_the_pattern_would_match(words: list[str], shout: bool) -> None:
    text = " ".join(words).upper() if shout else " ".join(words)
    for sought in SOUGHT:
        plain = sought.pattern.search(text)
        found = sought.search(text, text.lower())
        assert (plain and plain.span()) == (found and found.span()), sought.pattern.pattern
        assert [m.span() for m in sought.finditer(text)] == [m.span() for m in sought.pattern.finditer(text)]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_a_pattern_itself_says_is_let_through(pattern: str) -> None:
    sought = Sought(pattern)
    for word in sought.words:
        assert holds(f"voor {word} achter", sought.words)


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


def test_words_of_several_patterns_let_through_what_any_of_them_would() -> None:
    words = needles_of([Sought("saldo (?:is|=)"), Sought("bedragen|saldo")])
    assert words == ("bedragen", "saldo")
    assert holds("het saldo is nul", words)
    assert not holds("het resultaat is nul", words)


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("wat|hoe|we", "hw"),
        ("(?:sub|hoofd)?doel", "shd"),
        ("[ab]c", "ab"),
        (r"\bdoel", "d"),
        ("(?:x*|y)?", "xy"),
        ("", ""),
        (r"\w+ doel", None),
        ("[^a]b", None),
        ("(?:.|a)b", None),
    ],
)
def test_letters_that_a_match_can_begin_with(pattern: str, letters: str | None) -> None:
    assert openings(pattern) == (None if letters is None else frozenset(letters))


@pytest.mark.parametrize("pattern", [row["pattern"] for row in table("headings")])
def test_a_heading_begins_with_one_of_the_letters_of_its_pattern(pattern: str) -> None:
    begins = openings(pattern)
    assert begins is None or all(begins >= {word[0]} for word in WORDS if re.fullmatch(pattern, word))
