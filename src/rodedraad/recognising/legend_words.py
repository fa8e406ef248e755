"""What the words of a legend mean: `vertraagd, maar nog dit jaar gereed`."""

import re
from functools import cache, lru_cache
from typing import Final

from rodedraad.model.terms import Status
from rodedraad.recognising.kept import LINES
from rodedraad.recognising.sieve import Sieve, Sought
from rodedraad.recognising.vocabulary import table

_OR: Final = re.compile(r"\bof\b|/|;", re.IGNORECASE)


@lru_cache(maxsize=LINES)
def meanings_of(words: str) -> tuple[Status, ...]:
    """Return the statuses that the words of a legend name, the first named first; none where there are none.

    A second one counts only where the words offer it as another possibility: `gerealiseerd of op schema`.
    """
    found = sorted(
        (match.start(), -match.end(), place, status)
        for place, (status, match) in enumerate(_rows().finditer(words))
    )
    told: list[Status] = []
    end = 0
    for start, until, _, status in found:
        if start >= end and (not told or _OR.search(words, end, start)):
            told.append(status)
        end = max(end, -until)
    return tuple(dict.fromkeys(told))


def meaning_of_words(words: str) -> Status | None:
    """Return the status that the words of a legend stand for, or None where they name none."""
    return next(iter(meanings_of(words)), None)


@cache
def _rows() -> Sieve[Status]:
    return Sieve(
        (Status(row["status"]), Sought(rf"(?<!\w)(?:{row['pattern']})")) for row in table("legend_words")
    )
