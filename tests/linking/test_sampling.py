from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from scipy.stats import binomtest

from rodedraad.linking.accuracy import Accuracy, accuracy, agreement, wilson
from rodedraad.linking.sampling import Plan, draw
from rodedraad.model.samples import Sample, SampledLink, Verdict
from rodedraad.model.terms import Decision, Relation
from rodedraad.model.threads import Link, Pointer

DAY = date(2026, 11, 22)


def made(number: int, score: float, decision: Decision = Decision.AUTO) -> Link:
    return Link(
        from_=Pointer(document="begroting", element=f"a-{number}"),
        to=Pointer(document="jaarstukken", element=f"b-{number}"),
        relation=Relation.REPORTS,
        score=score,
        decision=decision,
    )


LINKS = [made(number, 0.95 + number / 4000) for number in range(200)]


def drawn(size: int, seed: int = 1, links: list[Link] | None = None, *, by_band: bool = False) -> Sample:
    return draw(LINKS if links is None else links, Plan(size=size, seed=seed, day=DAY, by_band=by_band))


def test_a_sample_says_how_it_was_drawn() -> None:
    sample = drawn(20, seed=7)
    assert (sample.drawn, sample.seed, sample.population, len(sample.links)) == (DAY, 7, 200, 20)
    assert [one.drawn for one in sample.bands] == [20]
    assert len({one.id for one in sample.links}) == 20
    assert all(one.id.startswith(f"{sample.id}-") for one in sample.links)


def test_the_same_seed_draws_the_same_whatever_the_order_of_the_links() -> None:
    assert drawn(20, seed=7) == drawn(20, seed=7, links=LINKS[::-1])
    assert drawn(20, seed=7).id != drawn(20, seed=8).id


def test_a_larger_sample_holds_the_smaller_one() -> None:
    ends = [{one.to for one in drawn(size).links} for size in (10, 20)]
    assert ends[0] < ends[1]


def test_only_links_made_by_machine_are_drawn() -> None:
    others = [made(1000 + number, 0.99, one) for number, one in enumerate(Decision)]
    sample = drawn(500, links=LINKS + others)
    assert len(sample.links) == 201
    assert Pointer(document="jaarstukken", element="b-1000") in {one.to for one in sample.links}


def test_every_link_is_as_likely_to_be_drawn() -> None:
    counts = Counter(one.to for seed in range(400) for one in drawn(20, seed).links)
    assert len(counts) == 200
    assert min(counts.values()) > 15
    assert max(counts.values()) < 70


def test_from_each_band_as_many_are_drawn_as_far_as_it_goes() -> None:
    links = [made(0, 0.951), *(made(number, 0.985) for number in range(1, 40)), made(99, 1.0)]
    sample = drawn(12, links=links, by_band=True)
    bands = [(one.low, one.high, one.links, one.drawn) for one in sample.bands]
    assert bands == [(0.95, 0.98, 1, 1), (0.98, 0.99, 39, 10), (0.999, 1.0, 1, 1)]
    assert Counter(one.band for one in sample.links) == {0: 1, 1: 10, 2: 1}


@settings(deadline=None)
@given(
    scores=st.lists(st.floats(0, 1), max_size=60),
    size=st.integers(1, 80),
    seed=st.integers(1, 9),
    by_band=st.booleans(),
)
def test_a_sample_is_a_part_of_the_links_and_its_bands_hold_all(
    scores: list[float], size: int, seed: int, by_band: bool
) -> None:
    links = [made(number, score) for number, score in enumerate(scores)]
    sample = drawn(size, seed, links, by_band=by_band)
    assert len(sample.links) == min(size, len(links))
    assert sample.population == len(links)
    assert {one.to for one in sample.links} <= {one.to for one in links}
    for one in sample.links:
        band = sample.bands[one.band]
        assert band.low <= one.score <= band.high


def judged(sample: Sample, *verdicts: Verdict | None) -> Sample:
    links = [structs.replace(one, first=said) for one, said in zip(sample.links, verdicts, strict=False)]
    return structs.replace(sample, links=(*links, *sample.links[len(links) :]))


def found(sample: Sample) -> Accuracy:
    told = accuracy(sample)
    assert told
    return told


GOOD, WRONG, DOUBT = Verdict.GOOD, Verdict.WRONG, Verdict.DOUBT


def test_nothing_is_told_before_something_is_judged() -> None:
    assert accuracy(drawn(10)) is None


def test_the_rate_is_the_share_of_what_was_judged() -> None:
    told = found(judged(drawn(20), *[WRONG] * 3, *[DOUBT] * 2, *[GOOD] * 5))
    assert (told.judged, told.wrong, told.doubts) == (10, 3, 2)
    assert (told.rate.share, told.doubtful.share) == (pytest.approx(0.3), pytest.approx(0.5))
    ours = binomtest(3, 10).proportion_ci(method="wilson")
    assert (told.rate.low, told.rate.high) == (pytest.approx(ours.low), pytest.approx(ours.high))


@settings(deadline=None)
@given(count=st.integers(1, 400), data=st.data())
def test_the_interval_is_that_of_wilson(count: int, data: st.DataObject) -> None:
    wrong = data.draw(st.integers(0, count))
    rate, other = (
        wilson(wrong / count, count),
        binomtest(wrong, count).proportion_ci(method="wilson"),
    )
    assert rate.low == pytest.approx(other.low, abs=1e-6)
    assert rate.high == pytest.approx(other.high, abs=1e-6)
    assert 0 <= rate.low <= rate.share + 1e-12
    assert rate.share - 1e-12 <= rate.high <= 1


def test_a_band_counts_for_as_many_links_as_it_holds() -> None:
    links = [made(number, 0.96) for number in range(10)] + [made(number, 0.995) for number in range(20, 110)]
    sample = drawn(20, links=links, by_band=True)
    verdicts = [WRONG if one.band == 0 else GOOD for one in sample.links]
    told = found(judged(sample, *verdicts))
    assert told.rate.share == pytest.approx(0.1)
    assert [one.wrong for one in told.bands] == [10, 0]
    effective = 1 / (0.1**2 / 10 + 0.9**2 / 10)
    assert told.rate.high == pytest.approx(wilson(told.rate.share, effective).high)
    assert told.rate.low == pytest.approx(wilson(told.rate.share, effective).low)


def test_a_band_that_nobody_judged_has_no_rate() -> None:
    links = [made(number, 0.96) for number in range(5)] + [made(number, 0.995) for number in range(20, 25)]
    sample = drawn(4, links=links, by_band=True)
    told = found(judged(sample, *[GOOD if one.band else None for one in sample.links]))
    assert [one.rate is None for one in told.bands] == [True, False]


def pairs(*counts: tuple[Verdict, Verdict, int]) -> list[SampledLink]:
    link = drawn(1).links[0]
    return [
        structs.replace(link, first=one, second=other) for one, other, count in counts for _ in range(count)
    ]


def test_kappa_is_that_of_cohen() -> None:
    told = agreement(pairs((GOOD, GOOD, 20), (GOOD, WRONG, 5), (WRONG, GOOD, 10), (WRONG, WRONG, 15)))
    assert told
    assert (told.both, told.alike) == (50, 35)
    assert told.kappa == pytest.approx(0.4)


def test_two_who_differ_in_everything_have_a_kappa_below_zero() -> None:
    told = agreement(pairs((GOOD, WRONG, 5), (WRONG, GOOD, 5)))
    assert told
    assert told.kappa == pytest.approx(-1)


def test_where_both_say_one_thing_alone_there_is_no_kappa() -> None:
    told = agreement(pairs((GOOD, GOOD, 5)))
    assert told
    assert (told.alike, told.kappa) == (5, None)


def test_without_a_second_judge_there_is_no_agreement() -> None:
    assert found(judged(drawn(5), GOOD)).agreement is None
