"""Titles and ids of threads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rodedraad.linking import link
from rodedraad.linking.titles import LONGEST, shorten, title
from rodedraad.model.decisions import Decisions, LinkDecision
from rodedraad.model.identities import Identities, ThreadIdentity
from rodedraad.model.terms import Decision, Kind
from rodedraad.model.threads import Pointer
from tests.linking.lindewaard import dossier
from tests.linking.support import document, element, result


def members(*ends: tuple[str, str]) -> tuple[Pointer, ...]:
    return tuple(Pointer(document=name, element=identity) for name, identity in ends)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We openen een inloophuis;", "We openen een inloophuis"),
        ("1.2.3. We openen een inloophuis.", "We openen een inloophuis"),
        ("We openen een inloophuis. Daarna volgen er meer.", "We openen een inloophuis."[:-1]),
        ("2021 wordt het jaar van de wijk", "2021 wordt het jaar van de wijk"),
    ],
)
def test_a_title_is_the_first_sentence_without_number(text, expected):
    assert title([element("e", text)]) == expected


def test_the_title_is_that_of_the_first_promise():
    assert (
        title([result("r", "Gedaan."), element("p", "We openen een inloophuis")])
        == "We openen een inloophuis"
    )


@given(st.text(min_size=1, max_size=300))
def test_a_title_is_never_too_long(text):
    assert len(shorten(text)) <= LONGEST


def test_a_long_title_is_cut_at_the_end_of_a_word():
    short = shorten("inloophuis " * 20)
    assert short.endswith("inloophuis…")


def test_a_public_id_stays_with_the_thread_that_holds_most_of_its_members():
    before = link(dossier())
    public = next(one for one in before.threads if len(one.members) > 2)
    frozen = Identities(threads=(ThreadIdentity(id="rd-oud", members=public.members, aliases=("rd-ouder",)),))
    after = {one.id: one for one in link(dossier(), identities=frozen).threads}
    assert after["rd-oud"].members == public.members
    assert after["rd-oud"].aliases == ("rd-ouder",)
    assert public.id not in after


def test_joined_threads_keep_the_other_id_as_alias():
    pages = [
        document("b1", 2021, [element("e", "We openen een inloophuis in Noord voor ouderen.")]),
        document("b2", 2022, [element("e", "De speeltuin krijgt nieuwe toestellen.")]),
    ]
    frozen = Identities(
        threads=(
            ThreadIdentity(id="rd-b", members=members(("b2", "e"))),
            ThreadIdentity(id="rd-a", members=members(("b1", "e"), ("b1", "gone"))),
        )
    )
    ruling = LinkDecision(
        from_=members(("b1", "e"))[0], to=members(("b2", "e"))[0], decision=Decision.CONFIRMED
    )
    (joined,) = link(pages, Decisions(link=(ruling,)), frozen).threads
    assert (joined.id, joined.aliases) == ("rd-a", ("rd-b",))


def test_a_public_id_is_never_given_to_another_thread():
    first = link(dossier()).threads[0]
    frozen = Identities(threads=(ThreadIdentity(id=first.id, members=members(("gone", "gone"))),))
    again = link(dossier(), identities=frozen)
    assert first.id not in {one.id for one in again.threads}
    assert again.threads[0].id == f"{first.id}-2"


WORDS = [
    "inloophuis",
    "ouderen",
    "speeltuin",
    "jongeren",
    "mantelzorg",
    "schulden",
    "taalcursus",
    "vervoer",
    "wijk",
]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
pages = st.lists(st.lists(texts, max_size=4), min_size=1, max_size=3)


@settings(max_examples=30, deadline=None)
@given(pages, st.randoms())
def test_threads_do_not_depend_on_the_order_of_documents_and_hold_every_promise_once(texts_of, random):
    documents = [
        document(f"b{n}", 2020 + n, [element(f"e{m}", text) for m, text in enumerate(own)])
        for n, own in enumerate(texts_of)
    ]
    threads = link(documents)
    shuffled = list(documents)
    random.shuffle(shuffled)
    assert link(shuffled) == threads
    standing = [member for thread in threads.threads for member in thread.members]
    crossing = {one.relation for one in threads.links} & {"splits", "merges"}
    promises = sum(len(one.elements) for one in documents)
    assert len(set(standing)) == promises
    assert len(standing) == promises or crossing
    assert len({one.id for one in threads.threads}) == len(threads.threads)


def test_a_new_document_in_between_leaves_the_ids_of_threads_as_they_were():
    before = {one.id for one in link(dossier()[:2]).threads}
    after = {one.id for one in link(dossier()).threads}
    assert before <= after


def test_another_text_in_one_thread_leaves_the_other_ids_as_they_were():
    first, *rest = dossier()
    edited = [replace(one, text="Iets heel anders.") if one.id == "a4" else one for one in first.elements]
    before = {one.id for one in link([first, *rest]).threads}
    after = {one.id for one in link([replace(first, elements=tuple(edited)), *rest]).threads}
    assert len(before - after) == 1


def test_a_heading_is_on_no_thread():
    assert (
        link([document("b1", 2021, [element("h", "Wat willen we bereiken?", Kind.HEADING, None)])]).threads
        == ()
    )
