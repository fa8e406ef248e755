"""What is measured on judged threads is what it says."""

import numpy as np
import pytest

from rodedraad.model.document import Element
from rodedraad.model.terms import Kind, Phase, Relation
from rodedraad.model.threads import Pointer
from tests.evaluation.threads.judged import Municipality, Pair
from tests.evaluation.threads.measures import agreed, placed
from tests.evaluation.threads.statistics import area, bootstrap, calibration_error, mean, reliability
from tests.linking.support import document, report


def town(*pairs: tuple[str, str]) -> Municipality:
    plans = [
        Element(id=one, kind=Kind.ACTIVITY, phase=Phase.PLAN, text=text)
        for one, text in (
            ("a1", "Wij openen een huis"),
            ("a2", "Wij sluiten de school"),
            ("a3", "Wij rijden"),
        )
    ]
    results = [
        Element(id="r1", kind=Kind.ACTIVITY, phase=Phase.ACTUAL, text="Het huis is open", answers=("p1",)),
        Element(id="p1", kind=Kind.ACTIVITY, phase=Phase.PLAN, text="Wij openen een huis"),
    ]
    linked = [
        Pair(
            Pointer(document="b", element=one),
            Pointer(document="j", element=other),
            Relation.REPORTS,
            sure=True,
        )
        for one, other in pairs
    ]
    return Municipality("x", (document("b", 2021, plans), report("j", 2021, results)), tuple(linked), ())


def test_the_better_side_counts_and_right_answers_do_not_push() -> None:
    judged = town(("a1", "r1"), ("a1", "p1"))
    plan, result, quote, other = (
        Pointer(document=one, element=name)
        for one, name in (("b", "a1"), ("j", "r1"), ("j", "p1"), ("b", "a2"))
    )
    ranked = {(plan, "j"): [quote, result], (result, "b"): [other, plan]}
    assert [one.place for one in placed(judged, ranked)] == [1, 1]
    assert [one.place for one in placed(judged, {(result, "b"): [other, plan]})] == [2, 0]
    assert [one.place for one in placed(judged, {}, [frozenset((plan, result))])] == [1, 0]


def test_what_shares_no_words_is_reworded() -> None:
    assert [one.reworded for one in placed(town(("a1", "p1"), ("a2", "r1")), {})] == [False, True]


def test_a_result_stands_on_the_thread_of_its_promise() -> None:
    assert agreed(town(("a1", "p1"))) == {
        frozenset((Pointer(document="b", element="a1"), Pointer(document="j", element=other)))
        for other in ("p1", "r1")
    }


def test_the_interval_holds_the_figure() -> None:
    found = mean([1.0, 0.0, 1.0, 1.0] * 25)
    assert found.value == pytest.approx(0.75)
    assert 0.6 < found.low < 0.75 < found.high < 0.9
    assert bootstrap(0, lambda _: 1.0) == (0, 0, 0)


def test_the_area_counts_pairs_in_order() -> None:
    assert area([0.9, 0.8], [0.1, 0.8]).value == pytest.approx(3.5 / 4)


def test_what_is_told_as_it_is_has_no_error() -> None:
    rng = np.random.default_rng(1)
    told = rng.random(20_000)
    right = rng.random(20_000) < told
    assert calibration_error(reliability(told, right)) < 0.02
    assert calibration_error(reliability(np.full(1000, 0.95), np.zeros(1000, dtype=bool))) == pytest.approx(
        0.95
    )
