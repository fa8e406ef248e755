"""What a status is about, from the head of its column: tijd, geld, kwaliteit."""

from functools import cache
from typing import Final

from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.openings import Alternatives
from rodedraad.recognising.vocabulary import table

WHOLE: Final = "status"
"""The aspect of a status that judges the promise as a whole."""


@cache
def _aspects() -> Alternatives[str]:
    return Alternatives((row["aspect"], row["pattern"]) for row in table("aspects"))


def _known(head: str) -> str | None:
    found = _aspects().fullmatch(heading_key(head))
    return found[0] if found is not None else None


def is_aspect(head: str) -> bool:
    """Whether a head names what can be judged about a promise."""
    return _known(head) is not None


def aspect_of(head: str) -> str:
    """Return the aspect that a head names, in the words of the vocabulary, else the head's own."""
    return _known(head) or head.strip(" ?:").lower() or WHOLE
