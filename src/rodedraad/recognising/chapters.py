"""Headings that gather chapters: under Programma's stand programmes, under Paragrafen and Bijlagen none."""

import re
from functools import cache
from typing import Final

from msgspec import Struct

from rodedraad.model.terms import Kind
from rodedraad.recognising.normalise import heading_key
from rodedraad.recognising.vocabulary import any_of, table

_PROGRAMME: Final = re.compile(rf"{any_of('titles', 'programme')}\s+[a-z]?\d+[a-z]?\b\s*[-–—:.|]?\s*")


class Chapter(Struct, frozen=True, kw_only=True):
    """A heading that gathers chapters: what they are, its level, and its place in the list of drafts."""

    holds: Kind
    level: int | None = None
    place: int | None = None

    def is_right_above(self, level: int | None) -> bool:
        """Whether a heading of this level is one of the chapters."""
        return self.level is not None and level == self.level + 1

    def is_over(self, level: int | None) -> bool:
        """Whether a heading of this level ends the chapter."""
        return level is not None and self.level is not None and level <= self.level


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Kind], ...]:
    return tuple((re.compile(row["pattern"]), Kind(row["holds"])) for row in table("chapters"))


def chapter_of(text: str, level: int | None) -> Chapter | None:
    """Return the chapter that a heading opens where it is one that gathers others, else None."""
    key = heading_key(text)
    holds = next((kind for pattern, kind in _patterns() if pattern.fullmatch(key)), None)
    return Chapter(holds=holds, level=level) if holds is not None else None


@cache
def name_key(text: str) -> str:
    """Return the name of a page or chapter in one form: `Programma 3. Zorg` is the programme `Zorg`."""
    key = heading_key(text)
    return _PROGRAMME.sub("", key, count=1) or key
