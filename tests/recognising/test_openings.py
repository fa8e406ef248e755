"""Patterns are tried only where they can begin, and the first that fits counts."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rodedraad.recognising.lowering import lowered
from rodedraad.recognising.openings import Alternatives, openings
from rodedraad.recognising.vocabulary import table

PATTERNS = [row["pattern"] for name in ("headings", "columns") for row in table(name)]
WORDS = sorted({word for pattern in PATTERNS for word in re.findall(r"[^\W\d_]{2,}", pattern)})
ALL = Alternatives(enumerate(PATTERNS))


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("wat|hoe|we", "hw"),
        ("(?:sub|hoofd)?doel", "shd"),
        ("[ab]c", "ab"),
        ("[a-c]d", "abc"),
        (r"\d\d", "0123456789"),
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


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_text_begins_with_one_of_the_letters_of_its_pattern(pattern: str) -> None:
    begins = openings(lowered(pattern))
    assert begins is None or all(begins >= {word[0].lower()} for word in WORDS if re.fullmatch(pattern, word))


@settings(deadline=None)  # the patterns of a letter are compiled when it first comes by
@given(st.lists(st.sampled_from([*WORDS, "2021", "(", ".", "-"]), max_size=4))
def test_the_first_pattern_that_fits_is_the_one_found(words: list[str]) -> None:
    text = " ".join(words).lower()
    fits = [place for place, one in enumerate(PATTERNS) if text and re.fullmatch(one, text, re.IGNORECASE)]
    found = ALL.fullmatch(text)
    assert (None if found is None else found[0]) == (fits[0] if fits else None)


def test_a_place_within_a_text_and_what_must_stand_behind() -> None:
    known = Alternatives([("doel", "Doel"), ("any", r"\w+ing")], behind=r"(?!\w)")
    assert known.match("het doel") is None
    found = known.match("het doel", 4)
    assert found is not None
    assert (found[0], found[1].group()) == ("doel", "doel")
    assert known.match("doelen") is None
    assert (known.match("meting") or ("", None))[0] == "any"


def test_what_stands_in_a_text_is_found_where_something_begins_one_behind_the_other() -> None:
    known = Alternatives([("pair", r"\w+ en \w+"), ("doel", r"doel\w*")])
    found = known.finditer("doelen en doelen, subdoel doel", re.compile(r"(?<!\S)\S"))
    assert [(told, match.group()) for told, match in found] == [
        ("pair", "doelen en doelen"),
        ("doel", "doel"),
    ]
