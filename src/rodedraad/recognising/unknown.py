"""Headings that the vocabulary does not know, so that a person can say what they mean."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from rapidfuzz import fuzz, process

from rodedraad.model.document import Element, UnknownHeading
from rodedraad.model.terms import Kind
from rodedraad.recognising.lexicon import LONGEST_HEADING, meaning_of
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.vocabulary import table

NEAR: Final = 60.0
"""From this likeness on (0-100) a known heading is worth naming."""
SURE: Final = 85.0
"""From this likeness on a heading is an unknown wording of a known one, even where it stands once."""
REPEATED: Final = 3
"""A heading that comes back so often is part of how the document is built, not the name of a theme."""
_HEADS: Final = frozenset({Kind.SECTION, Kind.HEADING, Kind.THEME})


def unknown_headings(elements: Sequence[Element]) -> tuple[UnknownHeading, ...]:
    """Return the headings of which the vocabulary does not know what they open, each wording once.

    A question, a heading that comes back, and one that is nearly a known one are told; the name of a
    theme or section that stands once is no unknown heading.
    """
    heads = [element for element in elements if element.kind in _HEADS and element.spans]
    times = Counter(heading_key(element.text) for element in heads)
    parents = {element.parent for element in elements}
    found: dict[str, UnknownHeading] = {}
    for element in heads:
        key = heading_key(element.text)
        if key in found or not _is_open(element, key, holds=element.id in parents):
            continue
        nearest, likeness = _nearest(key)
        if element.text.rstrip().endswith("?") or times[key] >= REPEATED or likeness >= SURE:
            found[key] = UnknownHeading(
                words=element.text,
                nearest=nearest if likeness >= NEAR else None,
                evidence=element.spans[0],
            )
    return tuple(found.values())


def _is_open(element: Element, key: str, *, holds: bool) -> bool:
    """Whether what an element opens is not known: it is short, holds something, and means nothing yet."""
    telling = len(element.text) <= LONGEST_HEADING and any(map(str.isalpha, key))
    return telling and holds and meaning_of(element.text) is None


@cache
def _known() -> dict[str, str]:
    return {heading_key(row["words"]): row["words"] for row in table("known_headings")}


def nearest_known(words: str) -> str | None:
    """Return the known heading that is nearest to these words, if any is near."""
    nearest, likeness = _nearest(heading_key(words))
    return nearest if likeness >= NEAR else None


def _nearest(key: str) -> tuple[str, float]:
    best = process.extractOne(key, list(_known()), scorer=fuzz.ratio)
    return _known()[best[0]], best[1]
