import pytest

from rodedraad.recognising.scope import Scope

TWO_GOALS = Scope(programme=0, theme=1).with_goal(2, "Doel 1", "a").with_goal(3, "Doel 2", "b")


def test_goals_told_one_after_another_are_a_run() -> None:
    assert TWO_GOALS.goals == (2, 3)
    assert TWO_GOALS.goal_texts == ("a", "b")


def test_a_goal_after_something_else_begins_a_new_run() -> None:
    after = TWO_GOALS.with_content()
    assert after.goals == (2, 3)
    assert after.with_goal(7, None, "c").goals == (7,)


def test_a_goal_told_alone_heads_what_comes_after_it() -> None:
    assert Scope().with_goal(4, None, "a").goal_for(None) == 4


@pytest.mark.parametrize(
    ("number", "goal"), [("1.1", 2), ("2.3.1", 3), ("Actie 2.1", 3), ("3.1", None), ("2", None), (None, None)]
)
def test_in_a_run_the_number_tells_the_goal(number: str | None, goal: int | None) -> None:
    assert TWO_GOALS.goal_for(number) == goal


def test_without_goals_none_is_open() -> None:
    assert TWO_GOALS.without_goals().goal_for("1.1") is None


def test_the_nearest_heading_holds_what_has_no_goal() -> None:
    assert Scope().container() is None
    assert Scope(programme=0).container() == 0
    assert Scope(programme=0, theme=1).container() == 1
    assert Scope(programme=0, theme=1, section=5).container() == 5
