"""What two texts have in common, word for word."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from rodedraad.linking.comparison import longest_run

WORDS = st.lists(st.sampled_from(["we", "openen", "een", "huis", "in", "de", "wijk"]), max_size=12)


@given(WORDS, WORDS)
def test_the_longest_run_is_that_of_the_standard_library(left, right):
    found = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    assert longest_run(left, right) == slice(found.b, found.b + found.size)
