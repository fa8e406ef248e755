"""The ids of threads: those that are public stay, the others follow from what the first member says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from rodedraad.model.identities import Identities, IdMaker, ThreadIdentity
from rodedraad.model.threads import Pointer

PREFIX: Final = "rd"

Named = tuple[str, tuple[str, ...]]


def name_threads(
    threads: Sequence[Sequence[Pointer]], texts: Mapping[Pointer, str], identities: Identities
) -> tuple[Named, ...]:
    """Return the id and the aliases of each thread, in the order given.

    A public id goes to the thread that holds most of its members.  Where several fall to one thread, the one
    with most members in it is the id and the others are aliases, so that every public address keeps working.
    """
    given = _public_ids(threads, identities)
    taken = frozenset(one for public in identities.threads for one in (public.id, *public.aliases))
    maker = IdMaker(taken)
    return tuple(
        _as_named(given[number])
        if number in given
        else (maker.give(PREFIX, members[0].document, texts[members[0]]), ())
        for number, members in enumerate(threads)
    )


def _public_ids(
    threads: Sequence[Sequence[Pointer]], identities: Identities
) -> dict[int, list[ThreadIdentity]]:
    standing: dict[Pointer, list[int]] = defaultdict(list)
    for number, members in enumerate(threads):
        for member in members:
            standing[member].append(number)
    falls: dict[int, list[tuple[int, ThreadIdentity]]] = defaultdict(list)
    for public in identities.threads:
        shares: dict[int, int] = defaultdict(int)
        for member in public.members:
            for number in standing[member]:
                shares[number] += 1
        if shares:
            number = min(shares, key=lambda one: (-shares[one], len(threads[one]), one))
            falls[number].append((shares[number], public))
    return {
        number: [public for _, public in sorted(found, key=lambda one: (-one[0], one[1].id))]
        for number, found in falls.items()
    }


def _as_named(publics: Sequence[ThreadIdentity]) -> Named:
    first = publics[0]
    others = {one for public in publics for one in (public.id, *public.aliases)} - {first.id}
    return first.id, tuple(sorted(others))
