"""Probabilities as log-odds, in which reasons add up, and back."""

from math import exp, log
from typing import Final

LEAST: Final = 1e-9
"""Nothing is surer than this, so that a certainty has log-odds too."""


def log_odds(chance: float, least: float = LEAST) -> float:
    """Return the log-odds of a probability; one nearer to 0 or 1 than `least` counts as that."""
    sure = min(max(chance, least), 1 - least)
    return log(sure / (1 - sure))


def chance(odds: float) -> float:
    """Return the probability of log-odds."""
    return 1 / (1 + exp(-odds)) if odds > 0 else exp(odds) / (1 + exp(odds))
