"""What was said, pair by pair, to belong together; and what follows from it."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Joined(Generic[Item]):
    """Pairs that belong together: what belongs with the same thing belongs together too."""

    def __init__(self, pairs: Iterable[tuple[Item, Item]] = ()) -> None:
        self._above: dict[Item, Item] = {}
        for one, other in pairs:
            self.join(one, other)

    def join(self, one: Item, other: Item) -> None:
        """Say that two things belong together."""
        self._above[self._head(one)] = self._head(other)

    def together(self, one: Item, other: Item) -> bool:
        """Tell whether two things belong together by what was said."""
        return self._head(one) == self._head(other)

    def _head(self, item: Item) -> Item:
        while (above := self._above.get(item, item)) != item:
            self._above[item] = self._above.get(above, above)
            item = above
        return item
