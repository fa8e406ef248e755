"""What a status is about, from the head of its column: tijd, geld, kwaliteit."""

import re
from functools import cache
from typing import Final

from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.vocabulary import table

WHOLE: Final = "status"
"""The aspect of a status that judges the promise as a whole."""


@cache
def _aspects() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["aspect"]) for row in table("aspects"))


def _known(head: str) -> str | None:
    key = heading_key(head)
    return next((aspect for pattern, aspect in _aspects() if pattern.fullmatch(key)), None)


def is_aspect(head: str) -> bool:
    """Whether a head names what can be judged about a promise."""
    return _known(head) is not None


def aspect_of(head: str) -> str:
    """Return the aspect that a head names, in the words of the vocabulary, else the head's own."""
    return _known(head) or head.strip(" ?:").lower() or WHOLE
