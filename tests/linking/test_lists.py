"""Where elements stand in the lists of their themes."""

from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.linking.lists import lists, rank
from rodedraad.linking.views import ranks

SIZE = 8
IN_ORDER = np.arange(SIZE)
CERTAIN = np.full(SIZE, 0.9, dtype=np.float32)
IN_COMMON = np.ones((1, SIZE), dtype=np.float32)


class Listed(NamedTuple):
    """A document of one theme."""

    kinds: np.ndarray
    themes: np.ndarray
    ranks: np.ndarray


def _document(kinds=(0,) * SIZE):
    themes = np.zeros(len(kinds), dtype=np.int64)
    return Listed(np.array(kinds), themes, ranks(np.array(kinds), themes))


def test_the_place_in_a_list_counts_where_likely_pairs_keep_theirs():
    even = IN_ORDER[::2]
    told = rank(even, even, CERTAIN[::2], IN_COMMON, lists(_document(), _document()))
    assert told[3, 3] > told[3, 4] > told[3, 7] == 0


def test_it_says_nothing_where_lists_are_shuffled():
    shuffled = np.array([4, 7, 1, 6, 0, 3, 5, 2])
    assert rank(IN_ORDER, shuffled, CERTAIN, IN_COMMON, lists(_document(), _document())) is None


def test_it_says_nothing_of_other_kinds():
    goals = _document((0, 1) * (SIZE // 2))
    told = rank(IN_ORDER, IN_ORDER, CERTAIN, IN_COMMON, lists(goals, goals))
    assert told[0, 0] > 0 == told[0, 1]


def test_it_says_nothing_of_themes_that_have_nothing_in_common():
    told = lists(_document(), _document())
    assert rank(IN_ORDER, IN_ORDER, CERTAIN, None, told) is None
    assert rank(IN_ORDER, IN_ORDER, CERTAIN, -IN_COMMON, told) is None


def test_a_list_is_of_one_kind_under_one_theme():
    kinds, themes = np.array([1, 2, 1, 1, 1]), np.array([0, 0, 0, 0, 1])
    assert ranks(kinds, themes).tolist() == pytest.approx([1 / 6, 0.5, 0.5, 5 / 6, 0.5])


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=12))
def test_the_sum_over_pairs_of_one_kind_is_that_of_the_whole_table(elements):
    kinds, themes = np.array(elements).T
    document = Listed(kinds, themes, ranks(kinds, themes))
    weight = np.arange(3 * kinds.size, dtype=np.float32).reshape(3, -1)
    whole = (weight[themes] * (kinds[:, None] == kinds)).sum()
    assert lists(document, document).together(weight) == pytest.approx(whole)
