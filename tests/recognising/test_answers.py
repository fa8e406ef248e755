import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.recognising.answers import align, clearly_named, similarity, stems

HOUSE = "We openen een buurthuis in de wijk Noord."
VISIT = "We bezoeken alle ouderen van 75 jaar en ouder."
DEBT = "We stellen een plan op tegen schulden."
PROMISES = [HOUSE, VISIT, DEBT]


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (
            [
                "Het buurthuis in Noord is open.",
                "Alle ouderen zijn bezocht.",
                "Het plan tegen schulden is klaar.",
            ],
            [0, 1, 2],
        ),
        (
            [
                "Het plan tegen schulden is klaar.",
                "Alle ouderen zijn bezocht.",
                "Het buurthuis in Noord is open.",
            ],
            [2, 1, 0],
        ),
        (["Alle ouderen zijn bezocht."], [1]),
    ],
)
def test_a_result_answers_the_promise_whose_words_it_has(results: list[str], expected: list[int]) -> None:
    assert [named[0] for named in align(PROMISES, results, field=False)] == expected


def test_lists_of_equal_length_go_side_by_side_where_the_words_tell_nothing() -> None:
    assert align(PROMISES, ["Gereed.", "Loopt nog.", "Uitgesteld."], field=False) == ((0,), (1,), (2,))


def test_a_result_that_names_nothing_answers_the_field_as_a_whole() -> None:
    assert align(PROMISES, ["Zie elders."], field=True) == ((0,),)


def test_outside_a_field_it_answers_nothing() -> None:
    assert align(PROMISES, ["Zie elders."], field=False) == ((),)


def test_a_result_may_answer_another_promise_in_each_sentence() -> None:
    text = "Het buurthuis in Noord is open. Het plan tegen schulden is vastgesteld."
    (named,) = align(PROMISES, [text], field=True)
    assert set(named) == {0, 2}


def test_where_nothing_is_promised_nothing_is_answered() -> None:
    assert align([], ["Het buurthuis is open."], field=True) == ((),)
    assert align(PROMISES, [], field=True) == ()


def test_what_is_clearly_named() -> None:
    assert clearly_named(PROMISES, "Het buurthuis in de wijk Noord") == 0
    assert clearly_named(PROMISES, "Iets heel anders") is None
    assert clearly_named([HOUSE, HOUSE], "Het buurthuis in Noord") is None
    assert clearly_named([], "Het buurthuis") is None


def test_similarity_is_of_stems_and_of_the_shorter_text() -> None:
    assert similarity("ouderen bezoeken", "We bezoeken alle ouderen in de wijk") == 1.0
    assert similarity("ouderen", "jongeren") == 0.0
    assert similarity("", "ouderen") == 0.0
    assert stems("de wijk in") == stems("Wijken")


SENTENCES = st.lists(
    st.sampled_from([*PROMISES, "Gereed.", "", "Zie elders. En meer.", "schulden"]), max_size=5
)


@given(promises=SENTENCES, results=SENTENCES, field=st.booleans())
def test_every_result_gets_places_of_promises_each_once(
    promises: list[str], results: list[str], field: bool
) -> None:
    aligned = align(promises, results, field=field)
    assert len(aligned) == len(results)
    for named in aligned:
        assert len(set(named)) == len(named)
        assert all(0 <= place < len(promises) for place in named)
        assert named or not (field and promises)
