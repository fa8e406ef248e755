"""Ids that are public, and how ids are made.

An id is made from what an element says, so that it is the same in every build of the same text.
Once `rodedraad freeze` has written it to identities.json, text that is edited keeps its id.
"""

import hashlib
import unicodedata

from msgspec import Struct

from rodedraad.model.terms import Kind, Phase
from rodedraad.model.threads import Pointer

IDENTITIES_FORMAT = "rodedraad-identities/1"


class ElementIdentity(Struct, frozen=True, kw_only=True):
    """The public id of an element and the text it had when it was frozen."""

    document: str
    id: str
    kind: Kind
    phase: Phase | None = None
    text: str


class ThreadIdentity(Struct, frozen=True, kw_only=True):
    """The public id of a thread and its members when it was frozen."""

    id: str
    members: tuple[Pointer, ...]
    aliases: tuple[str, ...] = ()


class FindingIdentity(Struct, frozen=True, kw_only=True, order=True):
    """The public id of a finding and the document that it was about when it was frozen."""

    id: str
    document: str


class Identities(Struct, frozen=True, kw_only=True):
    """The file identities.json."""

    format: str = IDENTITIES_FORMAT
    elements: tuple[ElementIdentity, ...] = ()
    threads: tuple[ThreadIdentity, ...] = ()
    findings: tuple[FindingIdentity, ...] = ()


def fingerprint(*parts: str, size: int = 10) -> str:
    """Return `size` hexadecimal digits that depend on the parts alone, not on case or white space."""
    plain = "\x1f".join([" ".join(unicodedata.normalize("NFC", part).split()).lower() for part in parts])
    return hashlib.sha256(plain.encode()).hexdigest()[:size]


class IdMaker:
    """Gives every id once: the second element that says the same gets `-2`, the third `-3`."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        """Start with ids that must not be given again."""
        self._taken = set(taken)
        self._ordinals: dict[str, int] = {}

    def give(self, prefix: str, *parts: str) -> str:
        """Return a new id `prefix-fingerprint` of the parts."""
        base = f"{prefix}-{fingerprint(*parts)}"
        ordinal = self._ordinals.get(base, 1)
        candidate = base if ordinal == 1 else f"{base}-{ordinal}"
        while candidate in self._taken:
            ordinal += 1
            candidate = f"{base}-{ordinal}"
        self._taken.add(candidate)
        self._ordinals[base] = ordinal
        return candidate
