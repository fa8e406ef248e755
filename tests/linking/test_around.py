"""What the pairs around a pair say of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rodedraad.linking.around import FADING, neighbours, theme
from rodedraad.linking.scoring import PARTS, Scored
from rodedraad.linking.weights import THEME

TABLES = arrays(
    np.float32, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=st.floats(0, 1, width=32)
)


def test_a_neighbour_counts_half_for_either_side_and_fades_with_distance():
    table = np.zeros((4, 4), dtype=np.float32)
    table[0, 0] = table[2, 2] = 1
    near = neighbours(table)
    assert near[1, 1] == pytest.approx(1.0)
    assert near[3, 3] == pytest.approx(0.5)
    assert near[1, 2] == pytest.approx(0.5 * FADING)
    assert near[3, 0] == 0


@given(TABLES)
def test_what_is_said_before_is_said_after_when_documents_are_turned_round(table):
    assert np.allclose(neighbours(table), neighbours(table[::-1, ::-1])[::-1, ::-1])


def test_themes_that_have_much_in_common_speak_for_what_stands_under_them():
    table = np.eye(6, dtype=np.float32)
    halves = np.array([0, 0, 0, 1, 1, 1])
    told = theme(table, halves, halves)
    assert told[0, 2] > 0 > told[0, 5]
    assert told[0, 1] == told[0, 2]


@given(TABLES)
def test_one_theme_says_nothing(table):
    rows, columns = (np.zeros(size, dtype=np.int64) for size in table.shape)
    assert np.allclose(theme(table, rows, columns), 0, atol=1e-5)


def test_pairs_that_are_not_likely_say_nothing_of_their_themes():
    table = np.full((4, 4), 0.05, dtype=np.float32)
    halves = np.array([0, 0, 1, 1])
    assert not theme(table, halves, halves).any()


@pytest.mark.parametrize(("weight", "apart"), [(3.0, 0.0), (-3.0, -3.0)])
def test_a_theme_in_common_is_no_reason_to_link_for_good(weight, apart):
    one, none = np.zeros(1, dtype=np.int64), np.zeros(1)
    parts = np.zeros((1, len(PARTS)))
    parts[0, PARTS.index(THEME)] = weight
    scored = Scored(one, one, none, parts, 0.0, none, none)
    assert scored.firm()[0] == pytest.approx(1 / (1 + np.exp(-apart)))
