from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.linking.wording import Said, judge
from rodedraad.linking.wording.commitment import commitment
from rodedraad.model.terms import ChangeKind, Effect
from tests.linking.wording.judged_pairs import pairs, precision_and_recall, said

DEVELOPED, ASIDE = list(pairs("pairs.tsv")), list(pairs("aside.tsv"))
TEXTS = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            "we",
            "wij",
            "onderzoeken",
            "voeren",
            "uit",
            "alle",
            "inwoners",
            "ouderen",
            "50",
            "€",
            "1.000",
            "%",
            "uiterlijk",
            "1",
            "juli",
            "2024",
            "mits",
            ".",
            ";",
            "te",
            "of",
            "en",
        ]
    ),
    max_size=14,
).map(" ".join)


def test_the_judged_pairs_are_enough_of_each():
    counts = Counter(one.judged for one in DEVELOPED)
    assert counts["weaker"] >= 30
    assert counts["stronger"] >= 10
    assert counts["neither"] >= 20


@pytest.mark.parametrize("effect", Effect)
def test_what_became_weaker_or_stronger_is_told_on_the_pairs_it_was_made_with(effect):
    precision, recall = precision_and_recall(DEVELOPED, effect)
    assert precision >= 0.97
    assert recall >= 0.95


@pytest.mark.parametrize("effect", Effect)
def test_it_is_told_on_pairs_it_was_not_made_with(effect):
    precision, recall = precision_and_recall(ASIDE, effect)
    assert precision >= 0.97
    assert recall >= 0.75


@pytest.mark.parametrize(
    "pair", [one for one in DEVELOPED if one.judged != "neither"], ids=lambda one: one.was[:40]
)
def test_each_change_is_turned_when_the_texts_are(pair):
    forth = {
        (one.what, one.effect is Effect.WEAKER) for one in pair.found() if one.what is not ChangeKind.GROUP
    }
    back = {(one.what, one.effect is Effect.STRONGER) for one in judge(said(pair.now), said(pair.was))}
    assert forth <= back | {(ChangeKind.DATE, True), (ChangeKind.DATE, False)}


@given(TEXTS, TEXTS)
def test_nothing_crashes_and_what_is_quoted_stands_in_the_text(was, now):
    for one in judge(said(was), said(now)):
        assert one.pair.was.text in was
        assert one.pair.now.text in now
        assert one.was or one.now


@given(TEXTS)
def test_a_text_is_neither_weaker_nor_stronger_than_itself(text):
    assert judge(said(text), said(f" {text.lower()}\n")) == ()


def told(was: str, now: str) -> list[tuple[str, str, str]]:
    return [(one.what.value, one.was, one.now) for one in judge(said(was), said(now))]


def test_the_words_are_quoted_short():
    assert told("We realiseren een inloop in Oost.", "We onderzoeken een inloop in Oost.") == [
        ("commitment", "We realiseren", "We onderzoeken")
    ]
    assert told(
        "We voeren met alle partners het plan van aanpak eenzaamheid uit.",
        "We willen met alle partners het plan van aanpak eenzaamheid uitvoeren.",
    ) == [("commitment", "We voeren … uit", "We willen")]


def test_a_subordinate_clause_commits_to_nothing():
    assert commitment("Inwoners die willen stoppen, krijgen hulp") == (3, "do", "krijgen")
    assert commitment("Om dat te onderzoeken, starten we een proef") == (3, "do", "starten we")
    assert commitment("We zijn er voor iedereen") is None


def test_a_verb_of_exploring_joined_with_one_of_doing_does_both():
    found = commitment("We onderzoeken de vraag en bouwen een centrum")
    assert found is not None
    assert found.degree == 3


def test_numbers_of_other_years_are_not_compared():
    assert (
        told("In 2023 plaatsen we 80 mensen op een baan.", "In 2024 plaatsen we 60 mensen op een baan.") == []
    )
    assert told(
        "Dit jaar plaatsen we 80 mensen op een baan.", "Dit jaar plaatsen we 60 mensen op een baan."
    ) == [("number", "80 mensen", "60 mensen")]


def test_what_is_left_to_do_is_no_smaller_promise():
    assert (
        told(
            "We bezoeken alle 14 scholen in de gemeente.", "We bezoeken de overige 5 scholen in de gemeente."
        )
        == []
    )


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (
            "Bewoners van 70 jaar en ouder krijgen een brief.",
            "Bewoners van 75 jaar en ouder krijgen een brief.",
        ),
        ("We starten met fase 2 van het project Thuis.", "We starten met fase 1 van het project Thuis."),
        ("We volgen artikel 12 van de verordening.", "We volgen artikel 10 van de verordening."),
        ("Het werkt van 0 tot 100 in deze wijk.", "Het werkt van 0 tot 90 in deze wijk."),
    ],
)
def test_ages_and_labels_are_no_amounts(was, now):
    assert told(was, now) == []


def test_less_by_so_much_is_weaker_where_it_is_less():
    was, now = "Het verzuim daalt met 20% in de organisatie.", "Het verzuim daalt met 10% in de organisatie."
    assert [one.effect for one in judge(said(was), said(now))] == [Effect.WEAKER]


def test_amounts_of_money_are_compared_by_value():
    assert told("Er is 1,5 miljoen euro voor de buurt.", "Er is 900.000 euro voor de buurt.") == [
        ("number", "1,5 miljoen euro", "900.000 euro")
    ]


def test_a_group_that_stands_elsewhere_in_the_text_did_not_vanish():
    was = "We sporten met jongeren en ouderen in de wijk."
    now = "We sporten met ouderen in de wijk. Voor jongerenwerk is er een eigen plan."
    assert told(was, now) == []


def test_a_date_that_stands_beside_the_text_did_not_vanish():
    was = said("Het plan is uiterlijk 1 juli 2024 klaar.")
    now = Said("Het plan is klaar.", also=was.moments)
    assert judge(was, Said("Het plan is klaar."))[0].what is ChangeKind.DATE
    assert judge(was, now) == ()


def test_a_date_that_was_past_already_is_no_promise():
    was = said("Sinds 1 juli 2022 werkt het team in de wijk.")
    past = Said(was.text, was.moments, since=date(2023, 11, 1))
    assert judge(past, Said("Het team werkt in de wijk.")) == ()


def test_a_later_date_is_a_shift_and_no_change_of_wording():
    assert told("Het plan is op 1 juli 2024 klaar.", "Het plan is op 1 september 2024 klaar.") == []


def test_what_is_done_and_then_asked_whether_it_can_be_is_weaker_in_few_common_words():
    does = "We realiseren twaalf doorstroomwoningen voor inwoners die een instelling verlaten."
    asks = "We onderzoeken of doorstroomwoningen in bestaande bouw haalbaar zijn."
    assert told(does, asks) == [("commitment", "We realiseren", "We onderzoeken")]
    assert told(asks, does) == [("commitment", "We onderzoeken", "We realiseren")]
    other = "We onderzoeken de tevredenheid van bewoners van doorstroomwoningen."
    assert told(does, other) == []
