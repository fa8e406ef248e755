"""Lines that end in a colon and introduce a list."""

import re
from typing import Final

from rodedraad.model.terms import Kind
from rodedraad.recognising.lexicon import Meaning, Role

LONGEST_BARE: Final = 120
_NAMES: Final = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (Kind.GOAL, r"\b(?:doelen|doelstellingen|ambities|speerpunten|effecten)\b"),
        (Kind.ACTIVITY, r"\b(?:activiteiten|acties|maatregelen|inspanningen|prestaties|projecten|stappen)\b"),
        (Kind.NARRATIVE, r"\b(?:principes|uitgangspunten|kaders|ontwikkelingen|nota's)\b"),
        (Kind.RISK, r"\brisico"),
        (Kind.INDICATOR, r"\bindicatoren\b"),
    )
)
_BARE: Final = re.compile(
    r"\b(?:zijn|gelden|luiden|volgt|volgende|namelijk|hieronder|te weten|betreft|onderscheiden|bestaat uit)\b[^.]*:$",
    re.IGNORECASE,
)


def introduced_kind(text: str, kind: Kind, meaning: Meaning | None) -> Kind:
    """Return the kind of the items that a line introduces: what it names, else what the heading asks for."""
    last = text.rstrip().rsplit(". ", 1)[-1]
    for introduced, pattern in _NAMES:
        if pattern.search(last):
            return introduced
    asked = meaning is not None and meaning.kind is not None and meaning.role is not Role.VISION
    return meaning.kind if asked and meaning is not None and meaning.kind is not None else kind


def is_bare_introduction(text: str) -> bool:
    """Whether a line says no more than that a list follows."""
    return len(text) < LONGEST_BARE and bool(_BARE.search(text.rstrip()))
