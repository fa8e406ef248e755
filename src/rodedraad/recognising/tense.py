"""Whether words look ahead or look back."""

import re
from typing import Final

from rodedraad.recognising.language import is_perfect, sentences, words

_AHEAD: Final = re.compile(
    r"\b(?:zullen|zal|gaan|gaat) (?:we|wij|de|in)\b|\b(?:we|wij) (?:gaan|zullen|willen)\b|\bwillen (?:we|wij)\b|"
    r"\b(?:nog te bepalen|nader te bepalen|wordt verwacht|worden gepland)\b",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"\b(?:nog niet|niet meer|inmiddels|reeds|onlangs|momenteel|opnieuw|alsnog|zoals aangegeven|afgelopen|geen bijzonderheden|"
    r"conform planning|volgens planning|op schema|n\.?v\.?t\.?|niet van toepassing|nog (?:steeds )?van toepassing|"
    r"als gevolg van|vertraagd|vertraging|voorzien (?:voor|in)|doorgeschoven|sinds)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b20\d\d\b")


def looks_back(text: str, year: int) -> float:
    """Return how much a text of a report on `year` looks back: above 0 a result, below 0 a plan.

    A year after the one reported on speaks of what was put off, so of a result.
    """
    score = 0.0
    for start, end in sentences(text):
        sentence = text[start:end]
        score += (
            2.0 * is_perfect(sentence) + bool(_BACK.search(sentence)) - 1.5 * bool(_AHEAD.search(sentence))
        )
        score += any(int(named) > year for named in _YEAR.findall(sentence))
    return score - (0.5 if score == 0 and len(words(text)) > 2 else 0.0)
