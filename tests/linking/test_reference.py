"""How well linking does on the reference pages, as people judged their elements to be."""

from pathlib import Path

import pytest

from rodedraad.linking import link
from tests.linking.support import judged_documents, scored


@pytest.fixture(scope="module")
def figures(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    documents = judged_documents(reference)
    return scored(reference, documents, link(documents), tmp_path_factory.mktemp("build"))


def test_links_made_for_good_are_right_and_many(figures):
    assert figures["links"]["precision"] >= 0.97
    assert figures["links"]["recall"] >= 0.55


def test_the_right_one_is_offered_among_the_first(figures):
    assert figures["links"]["first"] >= 0.89
    assert figures["links"]["within_5"] >= 0.97
    assert figures["links"]["mrr"] >= 0.92


def test_deadlines_that_moved_are_seen(figures):
    assert figures["shifts"]["found"] == "7/7"
    assert figures["shifts"]["extra"] <= 2
