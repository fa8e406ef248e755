from math import log

import numpy as np
import pytest

from rodedraad.linking import link
from rodedraad.linking.semantics import UNTOLD, by_element
from rodedraad.linking.weights import weights
from rodedraad.model.document import Document
from rodedraad.model.threads import Link, Threads
from tests.linking.support import document, element, report, result
from tests.support.concepts import Concepts

PROMISES = (
    "De buurtkamer voor ouderen opent in het dorp.",
    "Er komt een nieuw fietspad langs de vaart.",
    "Wie een schuld heeft, krijgt binnen een week hulp.",
    "Sportverenigingen ontvangen subsidie voor vrijwilligers.",
)
RESULTS = (
    "Bibliotheken kregen ruimere tijden.",
    "Mensen met geldzorgen spreken sneller iemand.",
    "Een ontmoetingsplek waar senioren welkom zijn, start dit jaar.",
    "Een rijwielroute is aangelegd.",
)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [
        document("begroting-2024", 2024, [element(f"b{n}", text) for n, text in enumerate(PROMISES)]),
        report("jaarstukken-2024", 2024, [result(f"j{n}", text) for n, text in enumerate(RESULTS)]),
    ]


def found(threads: Threads, earlier: str, later: str) -> Link:
    return next(one for one in threads.links if (one.from_.element, one.to.element) == (earlier, later))


def test_each_text_is_asked_once_and_told_in_order() -> None:
    model = Concepts()
    rows = by_element(model, ["een schuld", "een buurtkamer", "een schuld"])
    assert model.asked == ["een schuld", "een buurtkamer"]
    assert rows is not None
    assert np.array_equal(rows[0], rows[2])
    assert not np.array_equal(rows[0], rows[1])


def test_nothing_is_told_without_a_model_or_without_texts() -> None:
    assert by_element(UNTOLD, ["een schuld"]) is None
    assert by_element(Concepts(), []) is None
    assert UNTOLD.model is None


def test_what_is_said_in_other_words_becomes_more_probable(documents: list[Document]) -> None:
    plain, sensed = link(documents), link(documents, semantics=Concepts())
    for ends in (("b0", "j2"), ("b1", "j3"), ("b2", "j1")):
        best = max(one.score for one in sensed.links if one.from_.element == ends[0])
        assert found(sensed, *ends).score == best
        before = [one.score for one in plain.links if (one.from_.element, one.to.element) == ends]
        assert found(sensed, *ends).score > max(before, default=0.0)


def test_the_reason_is_told_in_words_and_the_reasons_add_up(documents: list[Document]) -> None:
    links = link(documents, semantics=Concepts()).links
    told = {one.weight > 0: one.text for each in links for one in each.evidence if one.what == "sense"}
    assert told == {
        True: "zeggen volgens het taalmodel ongeveer hetzelfde",
        False: "zeggen volgens het taalmodel niet hetzelfde",
    }
    for one in links:
        sums = log(one.score / (1 - one.score))
        assert sum(part.weight for part in one.evidence) == pytest.approx(sums, abs=0.1)


def test_without_a_model_no_reason_speaks_of_meaning_by_a_model(documents: list[Document]) -> None:
    threads = link(documents)
    assert threads == link(documents, semantics=UNTOLD)
    assert "sense" not in {part.what for one in threads.links for part in one.evidence}


def test_one_element_on_either_side_says_nothing_of_itself() -> None:
    documents = [
        document("begroting-2024", 2024, [element("b", PROMISES[0])]),
        report("jaarstukken-2024", 2024, [result("j", RESULTS[2])]),
    ]
    (only,) = link(documents, semantics=Concepts()).links
    assert "sense" not in {part.what for part in only.evidence}


def test_documents_without_content_are_linked_to_nothing() -> None:
    documents = [document("begroting-2024", 2024, []), report("jaarstukken-2024", 2024, [])]
    assert link(documents, semantics=Concepts()).links == ()


def test_the_weights_with_a_model_are_a_set_of_their_own() -> None:
    plain, sensed = weights(), weights(sensed=True)
    assert sensed.keys() - plain.keys() == {"sense"}
    assert plain.keys() <= sensed.keys()
    assert sensed["sense"] > 0
    assert any(plain[name] != sensed[name] for name in plain)
