"""Probabilities as log-odds."""

import pytest
from hypothesis import given
from hypothesis.strategies import floats

from rodedraad.linking.odds import chance, log_odds


@given(floats(1e-6, 1 - 1e-6))
def test_a_probability_comes_back(one: float) -> None:
    assert chance(log_odds(one)) == pytest.approx(one)


def test_a_certainty_has_log_odds_too() -> None:
    assert log_odds(1.0) == pytest.approx(-log_odds(0.0))
    assert log_odds(0.0, least=0.1) == log_odds(0.1)


def test_large_log_odds_do_not_overflow() -> None:
    assert (chance(-1000.0), chance(1000.0)) == (0.0, 1.0)
