"""Whether two elements are different parts of a third: the mark of a split or a merge."""

from collections.abc import Sequence
from typing import Final

from rodedraad.linking.shelf import Shelf

COVERED: Final = 0.5
"""A part is mostly repeated in the whole."""
OVERLAP: Final = 0.5
"""Of what two parts share with the whole, at most this share may be the same words."""
FEWEST_WORDS: Final = 2


class Parts:
    """Tells of the entries of a shelf which are parts of which; two texts are laid side by side once."""

    def __init__(self, shelf: Shelf, texts: Sequence[int]) -> None:
        """Take the entries, and a number for the text of each."""
        self._kinds = [entry.element.kind for entry in shelf.entries]
        self._entries = shelf.entries
        self._texts = texts
        self._known: dict[tuple[int, int], frozenset[str]] = {}

    def is_mostly_in(self, whole: int, part: int) -> bool:
        """Tell whether an entry repeats words of the whole, and is mostly made of them."""
        return bool(self._repeated(whole, part))

    def are_parts(self, whole: int, part: int, other: int) -> bool:
        """Tell whether two entries of one kind are each mostly made of other words of the whole."""
        if self._kinds[part] is not self._kinds[other]:
            return False
        of_part, of_other = self._repeated(whole, part), self._repeated(whole, other)
        if not of_part or not of_other:
            return False
        return len(of_part & of_other) <= OVERLAP * min(len(of_part), len(of_other))

    def _repeated(self, whole: int, part: int) -> frozenset[str]:
        """Return the words of the whole that an entry is mostly made of; none where it is not."""
        texts = self._texts[whole], self._texts[part]
        if (known := self._known.get(texts)) is not None:
            return known
        own = self._entries[part].stems.keys()
        shared = frozenset(self._entries[whole].stems.keys() & own)
        enough = len(shared) >= max(FEWEST_WORDS, COVERED * len(own))
        return self._known.setdefault(texts, shared if enough else frozenset())
