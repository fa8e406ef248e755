"""Text and patterns in lower case find what is found where case is ignored."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.recognising.lowering import in_lower_case, lowered


@given(st.text())
def test_every_letter_stays_in_its_place(text: str) -> None:
    plain = in_lower_case(text)
    assert len(plain) == len(text)
    assert all(low == char.lower()[0] or char == "Σ" for low, char in zip(plain, text, strict=True))


def test_a_letter_that_is_two_in_lower_case_stays_one() -> None:
    assert in_lower_case("aİB") == "aib"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bWet [A-Z]\w+\S\D", r"\bwet [a-z]\w+\S\D"),
        ("(?P<Naam>Één|[QK]1)", "(?P<Naam>één|[qk]1)"),
        (r"(?<!\W)(?:€|EUR)", r"(?<!\W)(?:€|eur)"),
    ],
)
def test_only_the_letters_of_a_pattern_are_lowered(pattern: str, expected: str) -> None:
    assert lowered(pattern) == expected
    assert re.compile(lowered(pattern)).groupindex == re.compile(pattern).groupindex
