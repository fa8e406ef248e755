"""Groups of different documents joined into chains: at most one a document, none that a person parted."""

from collections.abc import Iterable

from rodedraad.linking.groups import Groups
from rodedraad.linking.shelf import Shelf


class Chains:
    """Joins groups, and refuses what would put two promises of one document in one chain."""

    def __init__(self, shelf: Shelf, groups: Groups, parted: Iterable[tuple[int, int]] = ()) -> None:
        """Start with every group by itself; the entries in `parted` never share a chain."""
        self._head = groups.head
        self._chain = list(groups.head)
        self._members = {head: [head] for head in groups.head}
        self._documents = {head: {shelf.entries[head].document: head} for head in groups.head}
        self._parted = [(groups.head[one], groups.head[other]) for one, other in parted]

    def chain(self, entry: int) -> int:
        """Return the chain that an entry is in."""
        return self._chain[self._head[entry]]

    def together(self, one: int, other: int) -> bool:
        """Tell whether two entries are in one chain."""
        return self._chain[self._head[one]] == self._chain[self._head[other]]

    def standing_in(self, entry: int, document: int) -> int | None:
        """Return the head of the group that the chain of an entry has in a document."""
        return self._documents[self.chain(entry)].get(document)

    def join(self, one: int, other: int) -> bool:
        """Join two chains and say so; nothing changes where they may not be joined."""
        if self.together(one, other):
            return True
        left, right = sorted((self.chain(one), self.chain(other)))
        if not self._documents[left].keys().isdisjoint(self._documents[right]) or self.parted(one, other):
            return False
        for head in self._members[right]:
            self._chain[head] = left
        self._members[left] += self._members.pop(right)
        self._documents[left] |= self._documents.pop(right)
        return True

    def parted(self, one: int, other: int) -> bool:
        """Tell whether a person said of something in these two chains that it does not belong together."""
        ends = {self.chain(one), self.chain(other)}
        return any({self._chain[left], self._chain[right]} == ends for left, right in self._parted)
