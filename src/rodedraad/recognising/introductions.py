"""Lines that end in a colon and introduce a list."""

import re
from typing import Final

from rodedraad.model.terms import Kind
from rodedraad.recognising.language import has_finite_verb, sentences
from rodedraad.recognising.lexicon import Meaning, Role
from rodedraad.recognising.vocabulary import any_of

LONGEST_BARE: Final = 120
_NAMES: Final = tuple(
    (kind, re.compile(rf"\b{any_of('introductions', kind)}\b", re.IGNORECASE))
    for kind in (Kind.GOAL, Kind.ACTIVITY, Kind.NARRATIVE, Kind.RISK, Kind.INDICATOR)
)
_BARE: Final = re.compile(rf"\b{any_of('introductions', 'bare')}\b[^.]*:$", re.IGNORECASE)


def introduced_kind(text: str, kind: Kind, meaning: Meaning | None) -> Kind:
    """Return the kind of the items that a line introduces: what it names, else what the heading asks for."""
    last = text.rstrip().rsplit(". ", 1)[-1]
    for introduced, pattern in _NAMES:
        if pattern.search(last):
            return introduced
    if meaning is None or meaning.kind is None or meaning.role is Role.VISION:
        return kind
    return meaning.kind


def is_bare_introduction(text: str) -> bool:
    """Whether a line says no more than that a list follows."""
    alone = len(text) < LONGEST_BARE and len(sentences(text)) == 1
    named_only = text.rstrip().endswith(":") and not has_finite_verb(text)
    return alone and (named_only or bool(_BARE.search(text.rstrip())))
