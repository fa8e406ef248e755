from datetime import date
from pathlib import Path

import pytest

from rodedraad.dossier import load
from rodedraad.dossier.build import build
from rodedraad.dossier.progress import Stage
from rodedraad.model.document import Document, Element, Organisation, Span, StatusJudgement
from rodedraad.model.terms import By, DocumentKind, Kind, Phase, Status
from tests.evaluation import sets
from tests.evaluation.aligning import places_in
from tests.evaluation.scorer import (
    Judged,
    JudgedStatus,
    Page,
    Reading,
    Tally,
    figures,
    score_page,
)

TEXT = """\
Thema Meedoen
Doel
Iedereen doet mee.
1.
We openen een buurthuis.
We starten een inloop.
Het buurthuis is open.
"""


def element(id_: str, kind: Kind, words: str, phase: Phase | None = None, **more: object) -> Element:
    start = TEXT.index(words)
    return Element(
        id=id_,
        kind=kind,
        phase=phase,
        text=words,
        spans=(Span(source=0, start=start, end=start + len(words)),),
        **more,
    )  # type: ignore[arg-type]


THEME = element("t", Kind.THEME, "Thema Meedoen")
GOAL = element("g", Kind.GOAL, "Iedereen doet mee.", Phase.PLAN, parent="t")
HOUSE = element(
    "a1", Kind.ACTIVITY, "We openen een buurthuis.", Phase.PLAN, parent="g", number="1.",
    status=StatusJudgement(value=Status.DONE, by=By.TEXT),
)  # fmt: skip
WALK_IN = element("a2", Kind.ACTIVITY, "We starten een inloop.", Phase.PLAN, parent="g")
OPEN = element("r1", Kind.ACTIVITY, "Het buurthuis is open.", Phase.ACTUAL, parent="g", answers=("a1",))
GOLD = [
    Judged(1, Kind.THEME, "none"),
    Judged(2, Kind.HEADING, "none"),
    Judged(3, Kind.GOAL, "plan"),
    Judged(4, Kind.HEADING, "none"),
    Judged(5, Kind.ACTIVITY, "plan", of=3),
    Judged(6, Kind.ACTIVITY, "plan", of=3),
    Judged(7, Kind.ACTIVITY, "actual", of=5),
]
STATUS = [JudgedStatus("p", 5, Status.DONE)]


def page(*elements: Element, text: str = TEXT) -> Page:
    document = Document(
        id="p",
        organisation=Organisation(code="GM9999", name="Nergenshuizen"),
        kind=DocumentKind.JAARSTUKKEN,
        year=2022,
        title="Jaarstukken 2022",
        adopted=date(2023, 6, 1),
        elements=elements,
    )
    return Page(document, [text], TEXT)


def score(*elements: Element, gold: list[Judged] = GOLD, statuses: list[JudgedStatus] = STATUS):
    return score_page(page(*elements), gold, statuses)


def test_a_page_that_is_read_as_people_read_it_scores_in_full() -> None:
    scored = score(THEME, GOAL, HOUSE, WALK_IN, OPEN)
    assert scored[:5] == (Tally(7, 7), Tally(1, 1), Tally(1, 1), Tally(2, 2), Tally(1, 1))
    assert scored.misses == ()


def test_nothing_recognised_scores_only_the_labels() -> None:
    scored = score()
    assert scored[:5] == (Tally(2, 7), Tally(0, 1), Tally(0, 0), Tally(0, 2), Tally(0, 1))
    assert scored.misses[0] == "line 1: another kind or phase (not found)"


def test_another_phase_or_kind_is_wrong() -> None:
    plan = element("r1", Kind.ACTIVITY, "Het buurthuis is open.", Phase.PLAN, parent="g")
    cost = element("r1", Kind.COST, "Het buurthuis is open.", Phase.ACTUAL, parent="g")
    assert score(THEME, GOAL, HOUSE, WALK_IN, plan).structure == Tally(6, 7)
    assert score(THEME, GOAL, HOUSE, WALK_IN, cost).structure == Tally(6, 7)


def test_either_reading_counts() -> None:
    gold = [Judged(1, Kind.PROGRAMME, "none", also=(Reading(Kind.THEME, "none"),))]
    assert score(THEME, gold=gold).structure == Tally(1, 1)


def test_a_bare_number_may_be_the_number_of_the_element_it_stands_in() -> None:
    whole = Element(
        id="a1",
        kind=Kind.ACTIVITY,
        phase=Phase.PLAN,
        number="1.",
        text="",
        spans=(Span(source=0, start=TEXT.index("1."), end=TEXT.index("We starten")),),
    )
    other = Element(id="a1", kind=Kind.ACTIVITY, phase=Phase.PLAN, number="2.", text="", spans=whole.spans)
    assert score(whole, gold=[GOLD[3]]).structure == Tally(1, 1)
    assert score(other, gold=[GOLD[3]]).structure == Tally(0, 1)


def test_a_promise_named_wrongly_costs_precision() -> None:
    both = element(
        "r1", Kind.ACTIVITY, "Het buurthuis is open.", Phase.ACTUAL, parent="g", answers=("a1", "g")
    )
    gold = [Judged(7, Kind.ACTIVITY, "actual", of=5)]
    assert score(THEME, GOAL, HOUSE, WALK_IN, both, gold=gold).named == Tally(1, 1), (
        "another kind is no claim"
    )
    wrong = element(
        "r1", Kind.ACTIVITY, "Het buurthuis is open.", Phase.ACTUAL, parent="g", answers=("a2", "a1")
    )
    scored = score(THEME, GOAL, HOUSE, WALK_IN, wrong, gold=gold)
    assert (scored.answers, scored.named) == (Tally(1, 1), Tally(1, 2))


def test_the_first_line_of_a_field_stands_for_the_field() -> None:
    other = element("r1", Kind.ACTIVITY, "Het buurthuis is open.", Phase.ACTUAL, parent="g", answers=("a2",))
    assert score(THEME, GOAL, HOUSE, WALK_IN, other).answers == Tally(1, 1)


def test_a_result_answers_what_its_parent_answers() -> None:
    whole = Element(id="w", kind=Kind.SECTION, text="", answers=("a1",))
    child = element("r1", Kind.ACTIVITY, "Het buurthuis is open.", Phase.ACTUAL, parent="w")
    assert score(THEME, GOAL, HOUSE, WALK_IN, whole, child).answers == Tally(1, 1)


def test_a_plan_line_under_the_theme_belongs_to_no_goal() -> None:
    loose = element("a2", Kind.ACTIVITY, "We starten een inloop.", Phase.PLAN, parent="t")
    assert score(THEME, GOAL, HOUSE, loose, OPEN).hierarchy == Tally(1, 2)


def test_a_goal_that_swallows_its_activities_is_wrong() -> None:
    start = TEXT.index("Iedereen")
    wide = Element(
        id="g", kind=Kind.GOAL, phase=Phase.PLAN, text="", spans=(Span(source=0, start=start, end=len(TEXT)),)
    )
    assert score(THEME, wide, HOUSE, WALK_IN, OPEN).hierarchy == Tally(0, 2)


def test_the_status_stands_on_the_promise() -> None:
    late = [JudgedStatus("p", 5, Status.DELAYED, also=(Status.DONE,)), JudgedStatus("p", 6, Status.DONE)]
    assert score(THEME, GOAL, HOUSE, WALK_IN, statuses=late).status == Tally(1, 2)


def test_the_smallest_element_over_a_line_tells_what_it_is() -> None:
    wide = Element(id="w", kind=Kind.SECTION, text="", spans=(Span(source=0, start=0, end=len(TEXT)),))
    assert page(wide, GOAL).at(3) == GOAL
    assert page(wide, GOAL).at(2) == wide
    assert page(GOAL).at(2) is None


def test_lines_are_found_by_content_in_another_form_of_the_page() -> None:
    places = places_in("Kop\n • een  punt\n\nslot", ["kop\n\nEen punt", "Slot"])
    assert {line: (place.source, place.start, place.end) for line, place in places.items()} == {
        1: (0, 0, 3),
        2: (0, 5, 13),
        4: (1, 0, 4),
    }


def test_moved_lines_are_found_too() -> None:
    places = places_in("een\ntwee\ndrie\nvier", ["drie\nvier\neen\ntwee\nvier"])
    assert sorted(places) == [1, 2, 3, 4]
    assert len(set(places.values())) == 4


def test_a_line_that_is_not_there_is_not_found() -> None:
    assert sorted(places_in("een\ntwee", ["een\nniets"])) == [1]


def test_figures_are_of_all_pages_together() -> None:
    full, none = score(THEME, GOAL, HOUSE, WALK_IN, OPEN), score()
    assert figures({"a": full, "b": none}) == {
        "structure.a": 1.0,
        "structure.b": 0.2857,
        "structure.all": 0.6429,
        "answers": "1/2",
        "answers_precision": 1.0,
        "hierarchy": "2/4",
        "status": "1/2",
    }
    assert figures({})["structure.all"] is None


@pytest.mark.parametrize("name", sets.OWN_SETS)
def test_our_scorer_agrees_with_that_of_the_reference(reference: Path, tmp_path: Path, name: str) -> None:
    folder = sets.OWN / name
    build(load(folder), tmp_path / "out", only=(Stage.IMPORT,))
    theirs = sets.flat(sets.score_build(folder, tmp_path / "out"))
    ours = sets.measure_own(name)
    assert {figure: theirs[figure] for figure in ours} == ours
