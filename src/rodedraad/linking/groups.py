"""A promise and the results that answer it in its own document are one: they share every thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from rodedraad.linking.shelf import Shelf
from rodedraad.model.threads import Pointer


@dataclass(frozen=True, slots=True)
class Groups:
    """`head[e]` is the entry that heads the group of entry e: the promise of a result, else e itself.

    `shared` holds the results that answer several promises, with those promises: they are in no one's group.
    """

    head: tuple[int, ...]
    shared: tuple[tuple[int, tuple[int, ...]], ...]

    def members(self) -> dict[int, list[int]]:
        """Return the entries of each group by its head, in order."""
        found: dict[int, list[int]] = {}
        for entry, head in enumerate(self.head):
            found.setdefault(head, []).append(entry)
        return found


def group(shelf: Shelf) -> Groups:
    """Group the entries of a shelf by what answers what."""
    index = shelf.index()
    answered = [_answered(number, shelf, index) for number in range(len(shelf.entries))]
    head = tuple(ends[0] if len(ends) == 1 else number for number, ends in enumerate(answered))
    shared = tuple((number, ends) for number, ends in enumerate(answered) if len(ends) > 1)
    return Groups(_flat(head), shared)


def _answered(number: int, shelf: Shelf, index: dict[Pointer, int]) -> tuple[int, ...]:
    entry = shelf.entries[number]
    pointers = (Pointer(document=entry.pointer.document, element=one) for one in entry.element.answers)
    found = (index[pointer] for pointer in pointers if pointer in index)
    return tuple(sorted({one for one in found if one != number}))


def _flat(head: Sequence[int]) -> tuple[int, ...]:
    """Follow heads to their own head; in a circle the lowest number is the head."""
    flat = []
    for number in range(len(head)):
        seen = [number]
        while head[seen[-1]] not in seen:
            seen.append(head[seen[-1]])
        circle = seen[seen.index(head[seen[-1]]) :]
        flat.append(min(circle))
    return tuple(flat)
