from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rodedraad.linking.wording import alike, changed, compare

TEXTS = st.text(st.sampled_from("abc de .,\n"), max_size=60) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_rebuilt_from_the_comparison(was, now):
    stretches = compare(was, now)
    assert "".join(one.was for one in stretches) == was
    assert "".join(one.now for one in stretches) == now


@given(TEXTS, TEXTS)
def test_no_two_stretches_that_stayed_stand_side_by_side(was, now):
    kinds = [one.kind == "stayed" for one in compare(was, now)]
    assert all(one != other for one, other in pairwise(kinds))


@given(TEXTS)
def test_the_same_words_are_not_changed(text):
    assert not changed(compare(text, f" {text.upper().lower()} ")) or text.casefold() != text.upper().lower()


def test_only_the_changed_words_are_told():
    stretches = compare("We openen in 2023 een buurthuis.", "We openen in 2024 een buurthuis;")
    assert [(one.kind, one.was, one.now) for one in stretches] == [
        ("stayed", "We openen in ", "We openen in "),
        ("replaced", "2023 ", "2024 "),
        ("stayed", "een buurthuis.", "een buurthuis;"),
    ]


def test_a_word_of_no_weight_between_two_changes_goes_with_them():
    stretches = compare("We bouwen een zaal voor ouderen", "We zoeken een plek voor ouderen")
    assert [(one.kind, one.now) for one in stretches] == [
        ("stayed", "We "),
        ("replaced", "zoeken een plek "),
        ("stayed", "voor ouderen"),
    ]


def test_what_only_went_or_came_is_told_apart():
    assert [one.kind for one in compare("Wij openen uiterlijk in mei", "Wij openen in mei")] == [
        "stayed",
        "went",
        "stayed",
    ]
    assert [one.kind for one in compare("Wij openen in mei", "Wij openen zo mogelijk in mei")] == [
        "stayed",
        "came",
        "stayed",
    ]


def test_another_text_is_not_alike():
    assert not alike("We openen een buurthuis.", "Inwoners krijgen sneller hulp bij schulden")
    assert alike("We openen een buurthuis.", "We openen in mei een buurthuis.")


def test_a_very_long_text_is_not_compared_word_by_word():
    was, now = "oud " * 2000, "oud " * 1999 + "nieuw"
    assert [one.kind for one in compare(was, now)] == ["replaced"]
    assert not alike(was, now)
