from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.build import build
from rodedraad.dossier.deciding import DecisionFile
from rodedraad.dossier.decisions import read_decisions
from rodedraad.dossier.review import Question, Session, Wanted
from rodedraad.dossier.review.common import in_common
from rodedraad.dossier.review.side import sides
from rodedraad.dossier.store import read_build
from rodedraad.linking.grounds import grounds_of
from rodedraad.linking.odds import chance
from rodedraad.model.terms import Decision, Kind, Relation
from rodedraad.model.threads import Evidence, Thread
from tests.support.reviewing import (
    CARERS,
    GARDEN,
    GOAL,
    LETTER,
    OFFERS,
    PLAN,
    PROMISED,
    READY,
    ROOM,
    copy_of,
    pointer,
)

START = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, to_review: Path) -> Path:
    return copy_of(to_review, tmp_path / "dossier")


@pytest.fixture
def session(folder: Path) -> Session:
    return open_session(folder)


def open_session(folder: Path, **wanted: object) -> Session:
    minutes = iter(range(1000))
    return Session(
        DecisionFile(folder),
        read_build(folder / "build"),
        Wanted(**wanted),  # type: ignore[arg-type]
        role="adviseur P&C",
        now=lambda: START + timedelta(minutes=next(minutes)),
    )


def asked(session: Session) -> tuple[str, str]:
    question = current(session)
    texts = session.lookup.elements
    return texts[question.link.from_].text, texts[question.link.to].text


def current(session: Session) -> Question:
    question = session.current()
    assert question
    return question


def decided(folder: Path) -> list[tuple[str, str, str]]:
    """Each decision in the file: the two texts, and what was decided."""
    made = read_build(folder / "build")
    texts = {(one.id, element.id): element.text for one in made.documents for element in one.elements}
    return [
        (texts[one.from_.document, one.from_.element], texts[one.to.document, one.to.element], one.decision)
        for one in read_decisions(folder).link
    ]


def all_asked(session: Session) -> Iterator[tuple[str, str]]:
    while question := session.current():
        yield asked(session)
        session.skip(question)


def test_the_best_offer_is_asked_first_and_all_are_asked_once(session: Session) -> None:
    assert list(all_asked(session)) == list(OFFERS)
    assert (session.progress.skipped, session.progress.left) == (len(OFFERS), 0)


def test_goals_and_activities_that_found_nothing_yet_are_asked_before_all_others(folder: Path) -> None:
    made = read_build(folder / "build")
    found = Thread(id="t", title="t", members=(pointer(made, CARERS), pointer(made, LETTER)))
    goals = tuple(
        structs.replace(one, kind=Kind.COST) if one.text == PROMISED else one
        for one in made.documents[0].elements
    )
    changed = structs.replace(
        made,
        documents=(structs.replace(made.documents[0], elements=goals), made.documents[1]),
        threads=structs.replace(made.threads, threads=(found,)),
    )
    asked_first = list(all_asked(Session(DecisionFile(folder), changed, Wanted())))
    assert asked_first == [
        (CARERS, READY),
        (CARERS, PLAN),
        (GOAL, LETTER),
        (PROMISED, ROOM),
        (PROMISED, GARDEN),
    ]


def test_what_was_made_by_machine_is_asked_when_wanted_the_least_sure_first(folder: Path) -> None:
    made = read_build(folder / "build")
    links = tuple(structs.replace(one, decision=Decision.AUTO) for one in made.threads.links)
    changed = structs.replace(made, threads=structs.replace(made.threads, links=links))
    assert list(all_asked(Session(DecisionFile(folder), changed, Wanted()))) == []
    wanted = Session(DecisionFile(folder), changed, Wanted(made=True))
    assert list(all_asked(wanted)) == list(reversed(OFFERS))


def test_what_follows_from_what_was_confirmed_is_not_asked(folder: Path) -> None:
    made = read_build(folder / "build")
    third = structs.replace(made.documents[1], id="jaarstukken-2024", year=2024, title="Jaarstukken 2024")
    room = pointer(made, ROOM)
    later = structs.replace(room, document=third.id)
    (first,) = (one for one in made.threads.links if one.to == room)
    around = (
        first,
        structs.replace(first, to=later, score=0.8),
        structs.replace(first, from_=room, to=later, score=0.7),
    )
    changed = structs.replace(
        made,
        documents=(*made.documents, third),
        texts={**made.texts, third.id: made.texts["jaarstukken-2023"]},
        threads=structs.replace(made.threads, links=around),
    )
    session = Session(DecisionFile(folder), changed, Wanted())
    session.confirm(current(session))
    session.confirm(current(session))
    assert session.current() is None
    assert len(read_decisions(folder).link) == 2


def test_the_other_candidates_of_a_promise_come_with_its_question(session: Session) -> None:
    assert [one.to for one in current(session).others] == [pointer(session.build, GARDEN)]


def test_a_link_that_is_confirmed_settles_its_promise_and_is_on_disk_at_once(
    folder: Path, session: Session
) -> None:
    session.confirm(current(session))
    (one,) = read_decisions(folder).link
    assert (one.decision, one.role, one.decided_at) == (Decision.CONFIRMED, "adviseur P&C", START)
    assert decided(folder) == [(PROMISED, ROOM, "confirmed")]
    assert list(all_asked(session)) == list(OFFERS)[2:]


def test_after_a_rejection_the_next_candidate_is_asked(folder: Path, session: Session) -> None:
    session.reject(current(session))
    assert asked(session) == (PROMISED, GARDEN)
    session.reject(current(session))
    assert asked(session) == (CARERS, READY)
    assert [one for *_, one in decided(folder)] == ["rejected", "rejected"]
    assert (session.progress.answered, session.progress.rejected, session.progress.left) == (2, 2, 3)


def test_another_that_is_chosen_is_confirmed_and_what_was_offered_rejected(
    folder: Path, session: Session
) -> None:
    (other,) = current(session).others
    session.choose(current(session), other.to)
    assert decided(folder) == [(PROMISED, ROOM, "rejected"), (PROMISED, GARDEN, "confirmed")]
    assert asked(session) == (CARERS, READY)


def test_choosing_what_was_offered_is_confirming_it(folder: Path, session: Session) -> None:
    session.choose(current(session), current(session).link.to)
    assert decided(folder) == [(PROMISED, ROOM, "confirmed")]


def test_what_was_not_offered_is_found_by_words_of_the_later_document(folder: Path, session: Session) -> None:
    (found, *_) = session.found(current(session), "brief raad")
    assert found == pointer(session.build, LETTER)
    session.choose(current(session), found)
    assert decided(folder)[1] == (PROMISED, LETTER, "confirmed")


@pytest.mark.parametrize("query", ["", "  ", "olifant", "Wat hebben we daarvoor gedaan?"])
def test_nothing_is_found_by_no_words_by_strange_words_and_among_headings(
    session: Session, query: str
) -> None:
    assert session.found(current(session), query) == ()


def test_words_as_they_are_written_go_before_words_alike(session: Session) -> None:
    found = session.found(current(session), "plan voor ondersteuning")
    assert found[:2] == (pointer(session.build, READY), pointer(session.build, PLAN))


def test_only_what_can_be_linked_can_be_pointed_at(session: Session) -> None:
    heading = next(one for one in session.build.documents[1].elements if one.text.startswith("Programma"))
    question = current(session)
    assert session.linkable(question, heading.id) is None
    assert session.linkable(question, "weg") is None
    assert session.linkable(question, question.link.to.element) == question.link.to


def test_a_promise_that_is_split_is_confirmed_with_each_part(folder: Path, session: Session) -> None:
    question = current(session)
    session.split(question, [question.link.to, question.others[0].to, question.link.to])
    assert decided(folder) == [(PROMISED, ROOM, "confirmed"), (PROMISED, GARDEN, "confirmed")]
    assert {one.relation for one in read_decisions(folder).link} == {Relation.SPLITS}


def test_what_was_offered_and_is_no_part_is_rejected(folder: Path, session: Session) -> None:
    parts = [pointer(session.build, text) for text in (GARDEN, LETTER)]
    session.split(current(session), parts)
    assert decided(folder) == [
        (PROMISED, ROOM, "rejected"),
        (PROMISED, GARDEN, "confirmed"),
        (PROMISED, LETTER, "confirmed"),
    ]


def test_each_answer_can_be_taken_back_the_last_first(folder: Path, session: Session) -> None:
    before = list(OFFERS)
    session.confirm(current(session))
    session.skip(current(session))
    session.split(current(session), [pointer(session.build, text) for text in (PLAN, READY)])
    for expected in (before[3], before[2], before[0]):
        undone = session.undo()
        assert undone
        assert asked(session) == expected
        assert undone.pair == current(session).pair
    assert not (folder / "decisions.toml").exists()
    assert session.undo() is None
    assert session.progress.answered == session.progress.skipped == 0


def test_what_was_decided_before_is_not_asked_again_nor_taken_back(folder: Path, session: Session) -> None:
    session.confirm(current(session))
    later = open_session(folder)
    assert asked(later) == list(OFFERS)[2]
    assert not later.can_undo
    assert later.undo() is None
    assert len(decided(folder)) == 1


def test_what_another_decides_meanwhile_is_seen(folder: Path, session: Session) -> None:
    assert asked(session) == (PROMISED, ROOM)
    other = open_session(folder)
    other.confirm(current(other))
    assert asked(session) == (CARERS, READY)
    assert session.question(*[pointer(session.build, one) for one in (PROMISED, ROOM)]) is None


def test_when_nothing_can_be_written_the_question_stays(folder: Path, session: Session) -> None:
    question = current(session)
    (folder / "decisions.toml").write_text("link = []\n", encoding="utf-8")
    with pytest.raises(DossierError, match="Schrijf elk besluit als een tabel"):
        session.confirm(question)
    assert asked(session) == (PROMISED, ROOM)
    assert session.progress.answered == 0


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"low": 0.5, "high": 0.9}, [(PROMISED, GARDEN), (CARERS, READY)]),
        ({"high": 0.06}, [(GOAL, LETTER)]),
        ({"documents": ("begroting-2023",)}, list(OFFERS)),
        ({"programme": "zorg"}, list(OFFERS)),
        ({"low": 0.95}, []),
    ],
)
def test_only_what_is_wanted_is_asked(
    folder: Path, wanted: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert list(all_asked(open_session(folder, **wanted))) == expected


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ({"documents": ("begroting-2032",)}, 'Bedoelde u "begroting-2023"'),
        ({"programme": "Sport"}, "dit programma staat niet in de build. Kies uit: Programma Zorg"),
    ],
)
def test_a_choice_of_what_is_not_there_is_told(folder: Path, wanted: dict[str, object], says: str) -> None:
    with pytest.raises(DossierError, match=says):
        open_session(folder, **wanted)


def test_a_rebuild_shows_what_was_decided_and_keeps_the_decisions(folder: Path, session: Session) -> None:
    session.split(current(session), [pointer(session.build, text) for text in (ROOM, GARDEN)])
    session.reject(current(session))
    written = (folder / "decisions.toml").read_bytes()
    made = build(load(folder))
    decisions = {(one.from_, one.to): one for one in made.build.threads.links}
    promise = pointer(made.build, PROMISED)
    for part in (ROOM, GARDEN):
        one = decisions[promise, pointer(made.build, part)]
        assert (one.decision, one.relation, one.role) == (
            Decision.CONFIRMED,
            Relation.SPLITS,
            "adviseur P&C",
        )
    carers = decisions[pointer(made.build, CARERS), pointer(made.build, READY)]
    assert carers.decision is Decision.REJECTED
    together = [set(one.members) for one in made.build.threads.threads]
    assert any({promise, pointer(made.build, GARDEN)} <= one for one in together)
    assert not any({carers.from_, carers.to} <= one for one in together)
    assert made.lost == ()
    assert (folder / "decisions.toml").read_bytes() == written


def test_both_sides_say_where_they_stand(session: Session) -> None:
    earlier, later = sides(session.lookup, current(session).link)
    assert (earlier.document, later.document) == ("Begroting 2023", "Jaarstukken 2023")
    assert (earlier.kind, earlier.phase) == ("activiteit", "belofte")
    assert earlier.above[0] == later.above[0] == "Programma Zorg"
    assert later.place
    assert later.place.label == "Jaarstukken 2023, regel 5"
    assert (earlier.plain, later.plain) == (PROMISED, ROOM)


def marked(text: str, other: str) -> str:
    return "".join(f"[{one.text}]" if one.common else one.text for one in in_common(text, other)[0])


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("We maken een buurtkamer.", "De buurtkamers maakten wij.", "We [maken] een [buurtkamer]."),
        ("Het plan is er.", "Het is er.", "Het plan is er."),
        ("in het 2e kwartaal van 2023", "het 2e kwartaal van 2023", "in [het 2e kwartaal van 2023]"),
        ("Wij doen dit.", "Zij laten dat.", "Wij doen dit."),
        ("buurt", "Buurten", "[buurt]"),
    ],
)
def test_words_and_phrases_in_common_are_marked(text: str, other: str, expected: str) -> None:
    assert marked(text, other) == expected


@settings(max_examples=50, deadline=None)
@given(one=st.text(), other=st.text())
def test_a_marked_text_is_the_text(one: str, other: str) -> None:
    texts = in_common(one, other)
    assert tuple("".join(run.text for run in text) for text in texts) == (one, other)
    assert all(a.common is not b.common for text in texts for a, b in pairwise(text))


def test_the_reasons_add_up_and_say_how_much_they_weigh(session: Session) -> None:
    grounds = grounds_of(current(session).link)
    assert grounds.start.amount == "−7,1"
    assert [(one.strength, one.amount) for one in grounds.steps] == [
        ("veel zekerder", "+9,4"),
        ("minder zeker", "−1,2"),
    ]
    assert grounds.steps[-1].after == pytest.approx(1.1)
    assert grounds.reach == pytest.approx((-7.1, 2.3))


def test_reasons_that_hardly_weigh_are_told_as_one(session: Session) -> None:
    slight = Evidence(what="order", weight=0.04, text="op dezelfde plaats")
    link = structs.replace(current(session).link, evidence=(slight, slight, slight))
    (only,) = grounds_of(link).steps
    assert (only.text, only.amount) == ("kleinigheden samen", "+0,1")


@pytest.mark.parametrize("log_odds", [-1000.0, -3.0, 0.0, 3.0, 1000.0])
def test_log_odds_are_a_probability(log_odds: float) -> None:
    assert 0 <= chance(log_odds) <= 1
    assert chance(log_odds) == pytest.approx(1 - chance(-log_odds))
