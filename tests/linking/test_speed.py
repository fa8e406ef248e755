"""What makes linking quick changes nothing in what it finds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.linking import dossier
from rodedraad.linking import every_two, link
from rodedraad.linking.candidates import best_cells
from rodedraad.linking.meanings import BETWEEN
from rodedraad.linking.tables import rows
from rodedraad.linking.wording import phrases
from rodedraad.model.codec import to_json

TABLES = ("commitment.tsv", "groups.tsv", "limits.tsv", "scope.tsv", "times.tsv")
EXPRESSIONS = sorted(
    {words for name in TABLES for row in rows(name) for words in row["words"].split(BETWEEN)}
)
WORDS = sorted({word.replace("*", "en") for one in EXPRESSIONS for word in one.replace("…", "de").split()})


@pytest.fixture(scope="module")
def once() -> bytes:
    return to_json(link(dossier(400)[:8]))


@pytest.mark.parametrize("workers", [2, 5])
def test_any_number_of_workers_finds_the_same(once, workers):
    assert to_json(link(dossier(400)[:8], workers=workers)) == once


@pytest.mark.parametrize("cells", [1, 200, 2_000])
def test_documents_in_any_portions_give_the_same(once, monkeypatch, cells):
    monkeypatch.setattr(every_two, "MOST_CELLS", cells)
    assert to_json(link(dossier(400)[:8])) == once


@given(
    st.lists(st.sampled_from([*WORDS, "-", "Wij", "zeer,", "wijk."]), max_size=14), st.sampled_from(TABLES)
)
@settings(max_examples=200, deadline=None)
def test_rows_passed_over_stand_nowhere_in_the_text(words, table):
    text = " ".join(words)
    asked = phrases._table(table)
    begun = {number for number, (_, pattern) in enumerate(asked.patterns) if pattern.search(text)}
    assert begun <= set(asked.begun_in(text))


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 3), min_size=6, max_size=6), min_size=1, max_size=5))
def test_of_equal_cells_the_first_are_chosen(numbers):
    table = np.array(numbers, dtype=np.float32)
    expected = {
        (row, column)
        for row, values in enumerate(numbers)
        for column in sorted(range(6), key=lambda one: (-values[one], one))[:2]
    } | {
        (row, column)
        for column in range(6)
        for row in sorted(range(len(numbers)), key=lambda one: (-numbers[one][column], one))[:2]
    }
    assert set(zip(*(one.tolist() for one in best_cells(table, count=2)), strict=True)) == expected
