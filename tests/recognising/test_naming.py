from hypothesis import given, settings
from hypothesis import strategies as st

from rodedraad.model.document import Document
from rodedraad.model.identities import ElementIdentity
from rodedraad.recognising import recognise
from tests.recognising.pages import budget, extract, frame, recognised, saying

PAGE = """\
Wat willen we bereiken?
Iedereen in Nergenshuizen doet mee.

Wat gaan we daarvoor doen?
• We openen een buurthuis in de wijk Noord.
• We bezoeken alle ouderen van 75 jaar en ouder.
• We stellen een plan op tegen schulden.
"""


def frozen(document: Document) -> tuple[ElementIdentity, ...]:
    return tuple(
        ElementIdentity(
            document=document.id, id=f"public-{place}", kind=one.kind, phase=one.phase, text=one.text
        )
        for place, one in enumerate(document.elements)
    )


def test_the_same_text_gets_the_same_ids_in_every_build() -> None:
    assert [one.id for one in budget(PAGE).elements] == [one.id for one in budget(PAGE).elements]


def test_an_id_does_not_depend_on_what_stands_around_it() -> None:
    alone = saying(budget("Wat gaan we doen?\n• We bezoeken alle ouderen van 75 jaar en ouder."), "ouderen")
    among = saying(budget(PAGE), "ouderen")
    assert (alone.kind, alone.phase) == (among.kind, among.phase)
    assert alone.id == among.id


def test_two_elements_that_say_the_same_have_ids_of_their_own() -> None:
    document = budget("Wat gaan we daarvoor doen?\n• Wij geven voorlichting.\n• Wij geven voorlichting.")
    first, second = [one for one in document.elements if "voorlichting" in one.text]
    assert second.id == f"{first.id}-2"


def test_what_was_frozen_keeps_its_id() -> None:
    document = budget(PAGE)
    again = recognised(PAGE, known=frozen(document))
    assert [one.id for one in again.elements] == [
        f"public-{place}" for place in range(len(document.elements))
    ]


def test_edited_text_keeps_its_id() -> None:
    known = frozen(budget(PAGE))
    edited = recognised(PAGE.replace("75 jaar en ouder", "80 jaar en ouder"), known=known)
    old = next(one for one in known if "ouderen" in one.text)
    assert saying(edited, "80 jaar").id == old.id


def test_text_that_moved_keeps_its_id() -> None:
    known = frozen(budget(PAGE))
    lines = PAGE.splitlines()
    moved = recognised("\n".join([*lines[:4], lines[6], lines[4], lines[5]]), known=known)
    for words in ("buurthuis", "ouderen", "schulden"):
        assert saying(moved, words).id == next(one.id for one in known if words in one.text)


def test_a_new_text_gets_a_new_id_and_a_removed_one_leaves_its_id_unused() -> None:
    known = frozen(budget(PAGE))
    changed = recognised(
        PAGE.replace("We stellen een plan op tegen schulden", "Jongeren krijgen een stageplek"), known=known
    )
    old = next(one.id for one in known if "schulden" in one.text)
    assert old not in {one.id for one in changed.elements}
    assert saying(changed, "stageplek").id.startswith("activity-")


def test_the_frozen_ids_of_another_document_are_left_alone() -> None:
    known = tuple(
        ElementIdentity(document="another", id=one.id, kind=one.kind, phase=one.phase, text=one.text)
        for one in frozen(budget(PAGE))
    )
    assert recognised(PAGE, known=known) == budget(PAGE)


def test_a_new_element_never_takes_a_frozen_id() -> None:
    document = budget(PAGE)
    house = saying(document, "buurthuis")
    taken = ElementIdentity(
        document=document.id,
        id=house.id,
        kind=house.kind,
        phase=house.phase,
        text="Heel iets anders, van lang geleden.",
    )
    again = recognise(frame(), [extract(PAGE)], (taken,))
    assert saying(again, "buurthuis").id == f"{house.id}-2"


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_id_is_given_twice_whatever_was_frozen(data: st.DataObject) -> None:
    document = budget(PAGE)
    known = data.draw(st.lists(st.sampled_from(frozen(document)), max_size=8))
    edits = data.draw(st.lists(st.sampled_from(["Noord", "75", "plan", "Iedereen"]), max_size=3))
    page = PAGE
    for words in edits:
        page = page.replace(words, words[::-1])
    ids = [one.id for one in recognised(page, known=tuple(known)).elements]
    assert len(set(ids)) == len(ids)
