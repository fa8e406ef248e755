"""What may be shown of small numbers, and what a reader can work out who adds and subtracts."""

import numpy as np
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from rodedraad.measuring.disclosure import (
    Axis,
    Before,
    CannotHideError,
    Earlier,
    Policy,
    Release,
    Shown,
    Table,
    Total,
    intervals,
    policies,
    suppress,
)

STRICT = Policy(name="streng", threshold=8, width=8, source="toets")
OPEN_ZERO = Policy(name="nul mag", threshold=5, zero_is_small=False, width=3, source="toets")
SLACK = 1e-6


def axis(name: str, codes: str, *totals: tuple[str, str]) -> Axis:
    return Axis(
        name=name, codes=tuple(codes), totals=tuple(Total(code, tuple(members)) for code, members in totals)
    )


DISTRICTS = axis("wijk", "abcde", ("noord", "abc"), ("zuid", "de"), ("gemeente", "abcde"))
CARE = axis("voorziening", "xyz", ("alles", "xyz"))


def narrowest(table: Table, policy: Policy, hidden: np.ndarray) -> float:
    found = intervals(table, hidden, least=policy.least)
    return min((one.width for one in found.values()), default=float("inf"))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    axes = []
    for number in range(draw(st.integers(1, 3))):
        codes = [f"{number}{letter}" for letter in "abcd"[: draw(st.integers(1, 4 - number))]]
        groups = draw(st.lists(st.sets(st.sampled_from(codes), min_size=1), max_size=3))
        totals = tuple(Total(f"T{number}{at}", tuple(sorted(group))) for at, group in enumerate(groups))
        axes.append(Axis(name=f"as {number}", codes=tuple(codes), totals=totals))
    shape = tuple(len(one.codes) for one in axes)
    counts = st.one_of(st.integers(0, 9), st.integers(0, 200))
    size = int(np.prod(shape))
    return Table.of(tuple(axes), np.reshape(draw(st.lists(counts, min_size=size, max_size=size)), shape))


@settings(deadline=None, max_examples=50)
@given(table=tables(), policy=st.sampled_from([STRICT, OPEN_ZERO]))
def test_nobody_works_out_a_hidden_cell(table: Table, policy: Policy) -> None:
    outcome = suppress(table, policy)
    assert narrowest(table, policy, outcome.hidden) >= policy.width - SLACK
    shown = table.cells[~outcome.hidden]
    small = shown[shown < policy.threshold]
    assert not small.any()
    assert not (policy.zero_is_small and small.size)


@settings(deadline=None, max_examples=25)
@given(table=tables(), data=st.data())
def test_nobody_works_it_out_from_what_was_published_before(table: Table, data: st.DataObject) -> None:
    size = int(np.prod(table.shape))
    known = np.reshape(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)), table.shape)
    known &= table.cells >= STRICT.threshold
    before = Before(known, np.zeros(table.shape, dtype=np.bool_))
    try:
        outcome = suppress(table, STRICT, before=before)
    except CannotHideError:
        reject()
    assert not outcome.hidden[known].any()
    assert narrowest(table, STRICT, outcome.hidden) >= STRICT.width - SLACK


def test_without_secondary_suppression_a_subtraction_gives_the_small_number_away() -> None:
    table = Table.of((DISTRICTS, CARE), [[3, 20, 30], [40, 50, 60], [70, 80, 90], [11, 12, 13], [14, 15, 16]])
    bare = suppress(table, STRICT, secondary=False)
    place = table.place("a", "x")
    assert list(zip(*np.nonzero(bare.hidden), strict=True)) == [place]
    given_away = intervals(table, bare.hidden)[place]
    assert (given_away.low, given_away.high) == (3, 3)
    assert narrowest(table, STRICT, suppress(table, STRICT).hidden) >= STRICT.width


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ([[3, 20, 30], [0, 0, 0], [0, 0, 0], [9, 9, 9], [9, 9, 9]], "a part that is alone in its total"),
        ([[1, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]], "a table that is small as a whole"),
        ([[7, 7, 7], [7, 7, 7], [7, 7, 7], [7, 7, 7], [7, 7, 7]], "all of it small"),
        (
            [[2, 500, 500], [500, 2, 500], [500, 500, 2], [500, 2, 2], [2, 500, 500]],
            "small ones spread about",
        ),
    ],
)
def test_hard_tables_are_safe(counts: list[list[int]], why: str) -> None:
    table = Table.of((DISTRICTS, CARE), counts)
    outcome = suppress(table, STRICT)
    assert outcome.hidden.any(), why
    assert narrowest(table, STRICT, outcome.hidden) >= STRICT.width - SLACK, why


def test_regions_that_overlap_are_reckoned_with() -> None:
    overlapping = axis(
        "gemeente", "abcd", ("jeugdregio", "abc"), ("veiligheidsregio", "bcd"), ("samen", "abcd")
    )
    table = Table.of((overlapping,), [4, 60, 70, 80])
    bare = suppress(table, STRICT, secondary=False)
    assert narrowest(table, STRICT, bare.hidden) == 0
    outcome = suppress(table, STRICT)
    assert narrowest(table, STRICT, outcome.hidden) >= STRICT.width


def test_years_that_nobody_adds_up_do_not_cover_each_other() -> None:
    years = Axis(name="jaar", codes=("2021", "2022"))
    table = Table.of((years, CARE), [[3, 20, 30], [40, 50, 60]])
    hidden = suppress(table, STRICT).hidden
    assert hidden[0].any()
    assert not hidden[1].any()


def test_quarters_and_their_year_are_reckoned_with() -> None:
    quarters = axis("periode", "1234", ("jaar", "1234"))
    table = Table.of((quarters,), [4, 30, 40, 50])
    outcome = suppress(table, STRICT)
    assert outcome.hidden.sum() == 2
    assert outcome.shown(table.place("jaar")) == 124


def test_a_number_that_is_released_on_purpose_is_shown_and_covers_nothing() -> None:
    table = Table.of((CARE,), [3, 2, 100])
    release = Release(codes=("x",), role="privacyfunctionaris", reason="de betrokkenen stemden in")
    outcome = suppress(table, STRICT, releases=[release])
    assert outcome.states[table.place("x")] == Shown.RELEASED
    assert outcome.shown(table.place("x")) == 3
    assert narrowest(table, STRICT, outcome.hidden) >= STRICT.width


@pytest.mark.parametrize("field", ["role", "reason"])
def test_a_release_is_somebodys_and_has_a_reason(field: str) -> None:
    with pytest.raises(ValueError, match="vrijgave"):
        Release(codes=("x",), **{"role": "raad", "reason": "besluit", field: " "})


def test_what_follows_from_an_earlier_publication_cannot_be_hidden() -> None:
    table = Table.of((CARE,), [3, 40, 100])
    before = Earlier(shown={("y",): 40, ("z",): 100, ("alles",): 143})
    with pytest.raises(CannotHideError, match="cel x"):
        suppress(table, STRICT, before=before.beside(table))


def test_a_cell_that_was_hidden_stays_hidden_in_the_next_publication() -> None:
    first = Table.of((CARE,), [3, 40, 100])
    published = suppress(first, STRICT)
    corrected = Table.of((CARE,), [3, 40, 130])
    earlier = Earlier.of(first, published)
    second = suppress(corrected, STRICT, before=earlier.beside(corrected))
    assert earlier.hidden == {("x",), ("y",)}
    assert (second.hidden >= published.hidden).all()
    assert narrowest(corrected, STRICT, second.hidden) >= STRICT.width


def test_what_is_shown_is_rounded_and_what_is_hidden_says_nothing() -> None:
    policy = policies()["cbs-zorg"]
    table = Table.of((CARE,), [3, 42, 101])
    outcome = suppress(table, policy)
    assert [outcome.shown((at,)) for at in range(4)] == [None, None, 100, 145]


def test_every_policy_says_whose_it_is() -> None:
    assert {"cbs-zorg", "open"} <= set(policies())
    assert all(one.source for one in policies().values())
    table = Table.of((CARE,), [0, 1, 2])
    assert not suppress(table, policies()["open"]).hidden.any()


@pytest.mark.parametrize("wrong", [{"threshold": -1}, {"rounding": 0}, {"width": 0}])
def test_a_policy_that_protects_nothing_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="regel"):
        Policy(**{"name": "x", "threshold": 8, "width": 8, "source": "toets", **wrong})


def test_a_table_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="de assen vragen"):
        Table.of((CARE,), [1, 2])
    with pytest.raises(ValueError, match="onder nul"):
        Table.of((CARE,), [1, 2, -3])
    with pytest.raises(ValueError, match="twee keer"):
        axis("a", "xx")
    with pytest.raises(ValueError, match="geen code van de as"):
        axis("a", "x", ("T", "xy"))


def test_the_same_table_gives_the_same_outcome() -> None:
    counts = np.random.default_rng(7).integers(0, 40, (5, 3))
    first, second = (suppress(Table.of((DISTRICTS, CARE), counts), STRICT) for _ in range(2))
    assert (first.states == second.states).all()
