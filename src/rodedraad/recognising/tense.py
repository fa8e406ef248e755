"""Whether words look ahead or look back."""

import re
from typing import Final

from rodedraad.recognising.language import is_perfect, sentences, words
from rodedraad.recognising.sieve import Sought
from rodedraad.recognising.vocabulary import any_of

PERFECT: Final = 2.0
"""What is told as done is the surest sign of a result."""
INTENDED: Final = 1.5
"""Words that look ahead weigh less: a result often ends in what comes next."""
UNTOLD: Final = 0.5
"""A sentence without any sign of time is rather a plan."""
LONGEST_LABEL: Final = 2
"""So few words are no sentence, and tell no time."""
_AHEAD: Final = Sought(rf"\b{any_of('tense', 'ahead')}\b")
_BACK: Final = Sought(rf"\b{any_of('tense', 'back')}\b")
_YEAR: Final = re.compile(r"\b20\d\d\b")


def looks_back(text: str, year: int) -> float:
    """Return how much a text of a report on `year` looks back: above 0 a result, below 0 a plan.

    A year after the one reported on speaks of what was put off, so of a result.
    """
    score = 0.0
    for start, end in sentences(text):
        sentence = text[start:end]
        score += PERFECT * is_perfect(sentence)
        score += bool(_BACK.search(sentence)) - INTENDED * bool(_AHEAD.search(sentence))
        score += "20" in sentence and any(int(named) > year for named in _YEAR.findall(sentence))
    return score - (UNTOLD if score == 0 and len(words(text)) > LONGEST_LABEL else 0.0)
