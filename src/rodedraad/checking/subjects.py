"""Whether two texts speak of the same thing, by their common nouns."""

import re
from collections.abc import Iterable
from functools import cache

from rodedraad.linking.tokens import words
from rodedraad.model.stems import stem

_SHORTEST_HEAD = 5
_NAME = re.compile(r"(?<=[^.!?:;\s] )[A-Z]\w*|(?<=\d )[A-Z]\w*")


@cache
def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words of a text, without the names in it.

    A name says who, not what: "een aanbod van Stad en Land" counts offers.
    """
    return frozenset(stem(word) for word in words(_NAME.sub(" ", text)))


def shared(one: Iterable[str], other: Iterable[str]) -> frozenset[str]:
    """Return the stems of `one` that `other` names too, also as the head of a compound.

    `ondersteuningsaanbod` is a kind of `aanbod`.
    """
    others = tuple(other)
    return frozenset(word for word in one if any(_same(word, another) for another in others))


def measured_in_common(one: Iterable[str], other: Iterable[str]) -> frozenset[str]:
    """Return what two texts both measure: shared stems other than the words for counting themselves."""
    return shared(one, other) - _COUNTING


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST_HEAD and long.endswith(short))


_COUNTING = stems("aantal aantallen totaal totale percentage procent aandeel gemiddelde gemiddeld")
