"""Two texts side by side: what they have in common, in words a resident can read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Final

from rapidfuzz import fuzz

from rodedraad.linking.meanings import meanings
from rodedraad.linking.shelf import Entry
from rodedraad.linking.tables import rows

ALIKE: Final = 90.0
"""From this likeness of characters on, out of a hundred, two texts are practically the same."""
REMEMBERED: Final = 1 << 14
"""So many pairs of texts are remembered: reports repeat what budgets say."""
MOST_NAMED: Final = 5
SHORTEST_PHRASE: Final = 3


@dataclass(frozen=True)
class Comparison:
    """The texts of two entries."""

    earlier: Entry
    later: Entry

    @cached_property
    def nearly_same(self) -> bool:
        """Whether they say practically the same in the same words."""
        return nearly_same(self.earlier, self.later)

    @property
    def replaces(self) -> bool:
        """Whether the later text says that it takes the place of something else."""
        return _replaces(self.later.element.text)

    @property
    def wording(self) -> str:
        """What words they share."""
        if same := self._same():
            return same
        common = _common_words(self.earlier, self.later)
        return f"dezelfde woorden: {', '.join(common)}" if common else "de woorden lijken op elkaar"

    @property
    def phrase(self) -> str:
        """What words they share one after the other, where there are such."""
        if not self._same() and (phrase := _phrase(self.earlier.wording, self.later.wording)):
            return f"dezelfde zinsnede: “{phrase}”"
        return self.wording

    @property
    def meaning(self) -> str:
        """What both are about."""
        common = sorted(meanings(self.earlier.wording) & meanings(self.later.wording))
        return f"gaan allebei over: {_first(common)}" if common else "gaan over iets anders"

    @property
    def marks(self) -> str:
        """What names, laws, numbers and years both mention."""
        common = sorted(self.earlier.named & self.later.named)
        return f"noemen allebei: {_first(common)}" if common else "noemen dezelfde namen of getallen"

    def _same(self) -> str:
        if self.earlier.element.text == self.later.element.text:
            return "dezelfde tekst"
        return "vrijwel dezelfde tekst" if self.nearly_same else ""


def nearly_same(one: Entry, other: Entry) -> bool:
    """Tell whether two entries say practically the same in the same words."""
    return _alike(one.plain, other.plain)


@lru_cache(maxsize=REMEMBERED)
def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other, score_cutoff=ALIKE) > 0


@lru_cache(maxsize=REMEMBERED)
def _replaces(text: str) -> bool:
    lowered = text.lower()
    return any(words in lowered for words in _replacing())


@cache
def _replacing() -> tuple[str, ...]:
    return tuple(row["words"] for row in rows("replaces.tsv"))


def _first(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED])


def _phrase(one: str, other: str) -> str:
    left, right = one.lower().split(), other.split()
    run = longest_run(left, [word.lower() for word in right])
    chosen = right[run]
    return " ".join(chosen).strip(" .,;:") if len(chosen) >= SHORTEST_PHRASE else ""


def longest_run(left: Sequence[str], right: Sequence[str]) -> slice:
    """Return where the longest run of words that stands in both stands first in `right`.

    Of runs that are as long as each other it is the one that comes first in `left`.
    """
    letters: dict[str, str] = {}
    one, other = (
        "".join([letters.setdefault(word, chr(len(letters))) for word in words]) for words in (left, right)
    )
    size, most = 0, min(len(one), len(other))
    while size < most:
        half = (size + most + 1) // 2
        if any(one[start : start + half] in other for start in range(len(one) - half + 1)):
            size = half
        else:
            most = half - 1
    runs = (one[start : start + size] for start in range(len(one) - size + 1))
    first = next(place for run in runs if (place := other.find(run)) >= 0)
    return slice(first, first + size)


def _common_words(earlier: Entry, later: Entry) -> list[str]:
    common = (later.stems[one] for one in earlier.stems.keys() & later.stems.keys())
    return sorted(common, key=lambda word: (-len(word), word))[:MOST_NAMED]
