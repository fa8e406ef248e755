"""What is scored between two documents rests on what is known by the newer one."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from benchmarks.linking import dossier
from rodedraad.linking.every_two import all_scored
from rodedraad.linking.features import pairs
from rodedraad.linking.products import products
from rodedraad.linking.rulings import rulings
from rodedraad.linking.scoring import Scored, _alone, of_words, start
from rodedraad.linking.semantics import UNTOLD, by_element
from rodedraad.linking.shelf import Shelf, shelve
from rodedraad.linking.space import embed
from rodedraad.linking.stems import stems
from rodedraad.linking.terms import known
from rodedraad.linking.timeline import in_order
from rodedraad.linking.views import views
from rodedraad.linking.weights import FEATURES, SENSE, weights
from rodedraad.model.decisions import Decisions
from rodedraad.model.document import Document
from rodedraad.model.stems import stem
from rodedraad.model.terms import Kind
from tests.linking.support import document, element, report, result
from tests.support.concepts import Concepts

WORDS = (
    "vervoer", "doelgroepen", "doelgroepenvervoer", "schuldhulp", "schuld", "hulp", "wijkteam", "wijk", "team",
    "Wmo", "150", "2024", "ouderen", "jeugd", "jeugdteam", "opent", "start", "de", "in", "buurt", "Lindehof",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
SHELVES = st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=3, max_size=5)


def shelf_of(documents: Sequence[Document]) -> Shelf:
    return shelve(in_order(documents))


def written(texts: list[list[str]]) -> list[Document]:
    """A budget and a report by turns, each promise under a goal of its own, each result with its promise."""
    return [_written(2020 + number, own) for number, own in enumerate(texts)]


def _written(year: int, texts: list[str]) -> Document:
    goal = element("goal", f"Doel: {texts[0]}", Kind.GOAL)
    plans = [element(f"p{n}", text, parent="goal", number=str(n)) for n, text in enumerate(texts)]
    if year % 2:
        return report(f"jaarstukken-{year}", year, [goal, *plans, result("r", texts[-1], "p0")])
    return document(f"begroting-{year}", year, [goal, *plans])


def scored(shelf: Shelf, *, sensed: bool = False) -> dict[tuple[int, int], Scored]:
    sense = by_element(Concepts() if sensed else UNTOLD, [entry.wording for entry in shelf.entries])
    return all_scored(shelf, rulings(shelf, Decisions()), sense, weights(sensed=sensed))


def bytes_of(one: Scored) -> list[bytes]:
    arrays = one.left, one.right, one.score, one.parts, one.cover_left, one.cover_right
    return [np.asarray(array).tobytes() for array in (*arrays, one.start)]


@settings(max_examples=25, deadline=None)
@given(SHELVES, st.booleans())
def test_a_later_document_changes_nothing_between_earlier_ones(texts, sensed):
    documents = in_order(written(texts))
    before = scored(shelf_of(documents[:-1]), sensed=sensed)
    after = scored(shelf_of(documents), sensed=sensed)
    assert set(before) < set(after)
    assert all(bytes_of(found) == bytes_of(after[ends]) for ends, found in before.items())


def test_a_later_document_changes_nothing_in_a_whole_dossier():
    documents = dossier(600)[:9]
    before, after = (scored(shelf_of(documents[:count])) for count in (8, 9))
    assert sum(found.left.size for found in before.values()) > 1000
    assert all(bytes_of(found) == bytes_of(after[ends]) for ends, found in before.items())


def test_an_earlier_document_does_change_how_rare_words_are():
    documents = dossier(300)[:4]
    assert bytes_of(scored(shelf_of(documents[1:]))[0, 1]) != bytes_of(scored(shelf_of(documents))[1, 2])


def test_a_compound_is_cut_from_the_entry_on_with_which_both_parts_are_known():
    vocabulary = ["doelgroepen", "doelgroepenvervoer", "vervoer"]
    cut = stems(vocabulary, np.array([2, 0, 5]))
    names = sorted({stem(word) for word in vocabulary})
    row = {by: dict(zip(names, cut.known(by).toarray()[1].tolist(), strict=True)) for by in (5, 6)}
    whole = {stem("doelgroepenvervoer"): 1.0}
    assert {name: count for name, count in row[5].items() if count} == whole
    assert {name: count for name, count in row[6].items() if count} == whole | {
        stem("doelgroepen"): 0.5,
        stem("vervoer"): 0.5,
    }


@pytest.mark.parametrize("sensed", [False, True])
def test_what_two_elements_have_in_common_adds_up_feature_by_feature(sensed):
    texts = [
        ["vervoer doelgroepen de Wmo", "schuldhulp in de wijk"],
        ["vervoer senioren Wmo 150", "wijk hulp"],
    ]
    shelf = shelf_of(written(texts))
    used = weights(sensed=sensed)
    sense = by_element(Concepts() if sensed else UNTOLD, [entry.wording for entry in shelf.entries])
    space = embed(shelf.entries)
    sides = views(shelf, space, sense)
    told = products(known(space, len(shelf.entries)), [sides[0]], sides[1])
    pair = next(pairs(told, [sides[0]], sides[1]))
    cells = tuple(one.ravel() for one in np.indices(pair.shape))
    names = (*FEATURES, SENSE) if sensed else FEATURES
    features = {name: pair.at(name, cells) for name in names}
    assert all(table.any() for name, table in features.items() if name != "runs")
    expected = start(used, *pair.shape) + sum(used[name] * table for name, table in features.items())
    assert _alone(pair, used, of_words(told, used)).ravel() == pytest.approx(expected, abs=1e-4)


def test_documents_without_content_are_passed_over():
    filled = written([["vervoer"], ["vervoer"]])
    empty = structs.replace(filled[0], elements=())
    assert list(scored(shelf_of([empty, filled[1]]))) == []
    assert scored(shelf_of([])) == {}
