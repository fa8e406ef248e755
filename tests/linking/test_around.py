"""What the pairs around a pair say of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rodedraad.linking.around import FADING, Likely, family, neighbours, theme
from rodedraad.linking.below import below
from rodedraad.linking.scoring import HINTS, MOST_OF_HINTS, PARTS, Scored

TABLES = arrays(
    np.float32, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=st.floats(0, 1, width=32)
)


def likely(table: np.ndarray) -> Likely:
    rows, columns = np.nonzero(table)
    return Likely(rows, columns, table[rows, columns])


def test_a_neighbour_counts_half_for_either_side_and_fades_with_distance():
    table = np.zeros((4, 4), dtype=np.float32)
    table[0, 0] = table[2, 2] = 1
    near = neighbours(likely(table), table.shape)
    assert near[1, 1] == pytest.approx(1.0)
    assert near[3, 3] == pytest.approx(0.5)
    assert near[1, 2] == pytest.approx(0.5 * FADING)
    assert near[3, 0] == 0


@given(TABLES)
def test_what_is_said_before_is_said_after_when_documents_are_turned_round(table):
    near, turned = (neighbours(likely(one), table.shape) for one in (table, table[::-1, ::-1]))
    assert (near is None) == (turned is None) == (not table.any())
    if near is not None:
        assert np.allclose(near, turned[::-1, ::-1])


@given(TABLES)
def test_of_all_that_stands_near_the_most_probable_counts(table):
    near = neighbours(likely(table), table.shape)
    for (row, column), value in np.ndenumerate(np.zeros_like(table) if near is None else near):
        assert value == pytest.approx(sum(_nearest(table, row, column, way) for way in (1, -1)) / 2, abs=1e-6)


def _nearest(table: np.ndarray, row: int, column: int, way: int) -> float:
    steps = [(down, right) for down in (1, 2) for right in (1, 2)]
    told = {(row - way * down, column - way * right): FADING ** (down + right - 2) for down, right in steps}
    return max(
        (table[at] * fading for at, fading in told.items() if at in np.ndindex(table.shape)), default=0
    )


def test_a_result_belongs_where_its_promise_does():
    table = np.zeros((3, 4), dtype=np.float32)
    table[0, 1], table[0, 2] = 0.8, 0.5
    none, answers = below(np.full(3, -1)), below(np.array([-1, 0, 0]))
    told = family(likely(table), table.shape, answers, below(np.array([-1, -1, -1, 1])))
    assert told[1].tolist() == told[2].tolist() == pytest.approx([0, 0.8, 0.5, 0.8])
    assert told[0].tolist() == pytest.approx([0, 0, 0, 0.8])
    assert family(likely(table), table.shape, none, below(np.full(4, -1))) is None


@given(st.lists(st.integers(-1, 5), min_size=6, max_size=6), st.lists(st.integers(0, 5), max_size=9))
def test_all_that_stands_below_a_head_is_found_each_time_it_is_asked(heads, asked):
    elements, place = below(np.array(heads)).of(np.array(asked, dtype=np.int64))
    expected = [(one, at) for at, head in enumerate(asked) for one in range(6) if heads[one] == head]
    assert list(zip(elements.tolist(), place.tolist(), strict=True)) == expected


def test_themes_that_have_much_in_common_speak_for_what_stands_under_them():
    table = np.eye(6, dtype=np.float32)
    halves = np.array([0, 0, 0, 1, 1, 1])
    told = theme(likely(table), halves, halves)
    assert told.shape == (2, 6)
    assert told[0, 2] > 0 > told[0, 5]
    assert told[0, 1] == told[0, 2]


@given(TABLES)
def test_one_theme_says_nothing(table):
    rows, columns = (np.zeros(size, dtype=np.int64) for size in table.shape)
    assert theme(likely(table), rows, columns) is None


def test_pairs_that_are_not_likely_say_nothing_of_their_themes():
    table = np.full((4, 4), 0.05, dtype=np.float32)
    halves = np.array([0, 0, 1, 1])
    assert theme(likely(table), halves, halves) is None


@pytest.mark.parametrize("name", HINTS)
@pytest.mark.parametrize(("weight", "apart"), [(3.0, MOST_OF_HINTS), (0.2, 0.2), (-3.0, -3.0)])
def test_themes_and_lists_are_hardly_a_reason_to_link_for_good(name, weight, apart):
    one, none = np.zeros(1, dtype=np.int64), np.zeros(1)
    parts = np.zeros((1, len(PARTS)))
    parts[0, PARTS.index(name)] = weight
    scored = Scored(one, one, none, parts, 0.0, none, none)
    assert scored.firm()[0] == pytest.approx(1 / (1 + np.exp(-apart)))
