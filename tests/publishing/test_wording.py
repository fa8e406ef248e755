from hypothesis import given
from hypothesis import strategies as st

from rodedraad.publishing.wording import changed, marked

TEXTS = st.text(st.sampled_from("abc .,\n"), max_size=60)


def said(runs, *kinds):
    return "".join(run.text for run in runs if run.change in kinds)


@given(TEXTS, TEXTS)
def test_what_stayed_and_what_came_is_the_new_text(before, now):
    assert said(marked(before, now), "same", "new") == now.strip()


@given(TEXTS)
def test_the_same_words_are_not_marked(text):
    assert not changed(marked(text, f" {text.upper()} ")) or not text.strip()


def test_only_the_changed_words_are_marked():
    runs = marked("We openen in 2023 een buurthuis.", "We openen in 2024 een buurthuis;")
    assert [(run.change, run.text) for run in runs] == [
        ("same", "We openen in "),
        ("old", "2023 "),
        ("new", "2024 "),
        ("same", "een buurthuis;"),
    ]


def test_another_text_is_new_as_a_whole():
    runs = marked("We openen een buurthuis.", "Inwoners krijgen sneller hulp bij schulden")
    assert [run.change for run in runs] == ["new"]


def test_a_very_long_text_is_not_compared_word_by_word():
    assert [run.change for run in marked("oud " * 2000, "oud " * 1999 + "nieuw")] == ["new"]
